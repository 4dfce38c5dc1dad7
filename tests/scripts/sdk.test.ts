import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const ROOT = resolve(__dirname, "../..");
const GENERATOR = join(ROOT, "scripts/sdk");
const PYTHON = join(ROOT, "sdk/python/pulumi_vps");

/** Whether the generator can be built here; nobody needs Go but who changes the schema. */
const hasGo = spawnSync("go", ["env", "GOVERSION"], { cwd: GENERATOR }).status === 0;
const withGo = hasGo ? test : test.skip;

test("every source in sdk/python says that it comes from this very schema.json; if not, run `npm run sdk`", () => {
  const hash = createHash("sha256")
    .update(readFileSync(join(ROOT, "schema.json")))
    .digest("hex");
  const files = readdirSync(PYTHON, { recursive: true, encoding: "utf8" }).filter((name) => /\.pyi?$/.test(name));
  expect(files.length).toBeGreaterThan(50);
  const stale = files.filter((name) => !readFileSync(join(PYTHON, name), "utf8").includes(`SHA-256 ${hash}`));
  expect(stale).toEqual([]);
});

withGo(
  "sdk/python is what the generator makes, to the byte",
  () => {
    const { status, stderr } = spawnSync("node", ["scripts/sdk.mts", "--check"], { cwd: ROOT, encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  },
  600_000,
);

// It compiles Pulumi's SDK, which takes a minute once.
(process.env.CI ? withGo : test.skip)(
  "the SDK of Go is generated, and compiles",
  async () => {
    const { generated } = (await import(
      "../../scripts/sdk/generator.mts"
    )) as typeof import("../../scripts/sdk/generator.mts");
    const folder = mkdtempSync(join(tmpdir(), "pulumi-vps-go-"));
    try {
      for (const [name, text] of await generated("go")) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), text);
      }
      // Of all that it needs the generator has a version, too.
      const module = readFileSync(join(GENERATOR, "go.mod"), "utf8");
      const name = "module github.com/pulumi-vps/pulumi-vps/sdk/go";
      writeFileSync(join(folder, "go.mod"), module.replace(/^module .*$/m, name));
      copyFileSync(join(GENERATOR, "go.sum"), join(folder, "go.sum"));
      const env = { ...process.env, CGO_ENABLED: "0", GOFLAGS: "-mod=mod", GOWORK: "off" };
      const { status, stderr } = spawnSync("go", ["build", "./..."], { cwd: folder, encoding: "utf8", env });
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  600_000,
);
