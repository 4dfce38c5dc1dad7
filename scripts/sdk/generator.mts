import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { cacheFolder } from "../cache.mts";
import { runChild } from "../engine/child.mts";
import type { Made } from "../schema/made.mts";

/** Languages that are generated here. */
export type Language = "python" | "go";

const SOURCES = ["go.mod", "go.sum", "main.go"];
const ROOT = join(import.meta.dirname, "../..");

/** Whether this machine has a Go that can build the generator. */
export async function hasGo(): Promise<boolean> {
  // Asked in the module's folder, so that Go fetches a newer version of itself where it is allowed to.
  return (await runChild("go", ["env", "GOVERSION"], { cwd: import.meta.dirname })).code === 0;
}

/** The SDK of a language, as Pulumi's generator makes it from schema.json: texts by path below its own folder. Needs Go. */
export async function generated(language: Language): Promise<Made> {
  const folder = mkdtempSync(join(tmpdir(), "pulumi-vps-sdk-"));
  try {
    const run = await runChild(await generator(), [join(ROOT, "schema.json"), language, folder]);
    if (run.code !== 0) throw new Error(run.output.join("\n"));
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const paths = files.map((entry) => join(entry.parentPath, entry.name));
    return new Map(paths.map((path) => [relative(folder, path).split(sep).join("/"), readFileSync(path, "utf8")]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The generator, built once for the sources beside this file. */
async function generator(): Promise<string> {
  const hash = createHash("sha256");
  for (const name of SOURCES) hash.update(readFileSync(join(import.meta.dirname, name)));
  const target = join(cacheFolder(), `sdk-generator-${hash.digest("hex").slice(0, 16)}`);
  if (existsSync(target)) return target;
  mkdirSync(dirname(target), { recursive: true });
  const stage = mkdtempSync(`${target}-`);
  try {
    const built = join(stage, "generator");
    const env = { ...process.env, CGO_ENABLED: "0", GOWORK: "off" };
    const run = await runChild("go", ["build", "-trimpath", "-ldflags=-s -w", "-o", built, "."], {
      cwd: import.meta.dirname,
      env,
    });
    if (run.code !== 0) throw new Error(`The generator of SDKs could not be built:\n${run.output.join("\n")}`);
    renameSync(built, target);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
  return target;
}
