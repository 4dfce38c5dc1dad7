import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { engineEnv } from "../../scripts/engine/env.mts";
import {
  DOWNLOADER_VERSION,
  ENGINE_VERSION,
  fits,
  HOSTS_VERSION,
  OLDEST_SDK,
  PYTHON_SDK_VERSION,
  SDK_VERSION,
} from "../../scripts/engine/version.mts";
import { HELPERS, Machine, until } from "./support.ts";

let machine: Machine;
beforeEach(() => {
  machine = new Machine();
});
afterEach(() => machine.remove());

const homeBin = () => join(machine.target, "bin");
const inVersions = () => readdirSync(machine.versions);
const lockFile = () => join(machine.versions, `.${ENGINE_VERSION}.lock`);

function writeLock(pid: number): void {
  mkdirSync(machine.versions, { recursive: true });
  writeFileSync(lockFile(), JSON.stringify({ pid, host: hostname(), id: "x" }));
}

/** The number of a process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ["-e", ""]).pid;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function found(): Promise<string> {
  const runtime = machine.ensure();
  await runtime.ended;
  return runtime.output();
}

test("an engine fits from 3.227.0 on, within the same major version", () => {
  expect(["v3.276.0", "3.227.0\n", "v3.300.1", "v3.260.0-alpha.1"].map(fits)).toEqual([true, true, true, true]);
  expect(["v3.226.9", "v4.0.0", "v2.300.0", "", "dev"].map(fits)).toEqual([false, false, false, false, false]);
});

test("each part is fetched in the version that is written down", () => {
  const text = (...place: string[]) => readFileSync(join(__dirname, "../..", ...place), "utf8");
  const { devDependencies, peerDependencies } = JSON.parse(text("package.json"));
  expect(devDependencies).toMatchObject({
    "@pulumi/pulumi": SDK_VERSION,
    pulumi: DOWNLOADER_VERSION,
    "pulumi-sdk-oldest": `npm:@pulumi/pulumi@${OLDEST_SDK}`,
  });
  expect(peerDependencies["@pulumi/pulumi"]).toBe(`>=${OLDEST_SDK} <4`);
  // Without it the command of the npm package asks for its own version.
  expect(text("README.md")).toContain(` PULUMI_VERSION=${ENGINE_VERSION} `);
  expect(text("tests/e2e/python/requirements.txt")).toContain(`pulumi==${PYTHON_SDK_VERSION}\n`);
  expect(text("scripts/sdk/go.mod")).toContain(`github.com/pulumi/pulumi/pkg/v3 v${ENGINE_VERSION}\n`);
  expect(text("scripts/engine/engine/go.mod")).toContain(`github.com/pulumi/pulumi/pkg/v3 v${ENGINE_VERSION} `);
  expect(text("scripts/engine/hosts/go.mod")).toContain(`github.com/pulumi/pulumi/sdk/v3 v${HOSTS_VERSION} `);
});

test("the environment of a run carries no other Pulumi setting, and finds the engine first", () => {
  process.env.PULUMI_ACCESS_TOKEN = "mine";
  const env = engineEnv({ bin: "/engine/bin" }, { backendDir: "/state", passphrase: "p", home: "/home" });
  delete process.env.PULUMI_ACCESS_TOKEN;
  expect(env.PULUMI_ACCESS_TOKEN).toBeUndefined();
  expect(env.PATH?.startsWith("/engine/bin:")).toBe(true);
  expect(env).toMatchObject({
    PULUMI_BACKEND_URL: "file:///state",
    PULUMI_CONFIG_PASSPHRASE: "p",
    PULUMI_HOME: "/home",
  });
});

describe("on the PATH", () => {
  test("an engine that fits is taken", async () => {
    const folder = machine.pathFolder("usr");
    machine.engine(folder, "3.300.0");
    expect(await found()).toBe(`Pulumi 3.300.0: ${join(folder, "pulumi")}\n`);
  });

  test("one that is too old is passed over", async () => {
    machine.engine(homeBin(), ENGINE_VERSION);
    machine.engine(machine.pathFolder("old"), "3.226.0");
    expect(await found()).toBe(`Pulumi ${ENGINE_VERSION}: ${join(homeBin(), "pulumi")}\n`);
  });

  test("one without its host for Node.js programs or its launcher is passed over", async () => {
    machine.engine(homeBin(), ENGINE_VERSION);
    machine.engine(machine.pathFolder("bare"), ENGINE_VERSION, []);
    machine.engine(machine.pathFolder("half"), ENGINE_VERSION, ["pulumi-language-nodejs"]);
    expect(await found()).toBe(`Pulumi ${ENGINE_VERSION}: ${join(homeBin(), "pulumi")}\n`);
  });

  test("the downloader of the npm package is not an engine, neither linked locally nor globally", async () => {
    machine.engine(homeBin(), ENGINE_VERSION);
    machine.engine(machine.pathFolder("project", "node_modules", ".bin"), ENGINE_VERSION);
    const global = machine.folder("lib", "node_modules", "pulumi");
    machine.engine(global, ENGINE_VERSION);
    symlinkSync(join(global, "pulumi"), join(machine.pathFolder("global"), "pulumi"));
    expect(await found()).toBe(`Pulumi ${ENGINE_VERSION}: ${join(homeBin(), "pulumi")}\n`);
  });

  test("a linked command finds its helpers beside the real file", async () => {
    const real = machine.folder("cellar", "bin");
    machine.engine(real, ENGINE_VERSION);
    const folder = machine.pathFolder("usr");
    symlinkSync(join(real, "pulumi"), join(folder, "pulumi"));
    expect(await found()).toContain(`Pulumi ${ENGINE_VERSION}:`);
  });
});

describe("from the vendor", () => {
  const tell = (name: string) =>
    `printf "#!/bin/sh\\necho v${ENGINE_VERSION}\\n" > $3/bin/${name}; chmod 755 $3/bin/${name}`;

  test("the download of the npm package is taken, with the launcher beside it", async () => {
    const parts = ["pulumi", ...HELPERS.filter((helper) => helper !== "pulumi-resource-pulumi-nodejs")];
    machine.vendor("PATH=/bin:/usr/bin", "mkdir -p $3/bin", ...parts.map(tell));
    expect(await found()).toContain(`Downloaded.\nPulumi ${ENGINE_VERSION}: `);
    expect(inVersions()).toEqual([ENGINE_VERSION]);
    expect(readdirSync(homeBin()).sort()).toEqual(["pulumi", ...HELPERS].sort());
  });

  test("a download that is not whole is not taken", async () => {
    machine.vendor("PATH=/bin:/usr/bin", "mkdir -p $3/bin", tell("pulumi"));
    machine.go();
    expect(await found()).toContain("Built in");
  });
});

describe("built from its Go modules", () => {
  test("an incomplete folder is replaced, what a killed run left is removed, nothing else remains", async () => {
    machine.engine(homeBin(), ENGINE_VERSION, []);
    machine.folder("home", "versions", `.${ENGINE_VERSION}-abc`, "bin");
    machine.go();
    expect(await found()).toContain(`Pulumi ${ENGINE_VERSION}: ${join(homeBin(), "pulumi")}\n`);
    expect(inVersions()).toEqual([ENGINE_VERSION]);
    expect(readdirSync(homeBin()).sort()).toEqual(["pulumi", ...HELPERS].sort());
    expect(machine.builds()).toBe(2);
  });

  test("without Go, one message says what to install", async () => {
    const runtime = machine.ensure();
    expect((await runtime.ended).code).toBe(1);
    expect(runtime.output()).toMatch(
      /\n\nThe Pulumi engine [\d.]+ is not on this machine.*\nInstall either.*Go 1\.26\.6.*\n\n$/,
    );
    expect(inVersions()).toEqual([]);
  });

  test("with a Go that is too old, the message says so", async () => {
    machine.command(
      machine.bin,
      "go",
      'echo "go: go.mod requires go >= 1.25.11 (running go 1.22.0; GOTOOLCHAIN=local)" >&2',
      "exit 1",
    );
    expect(await found()).toContain("The Go on this machine is too old");
  });

  test("without a network, the message says so and keeps Go's own words", async () => {
    const refused =
      'go: github.com/x/y@v1: Get "https://proxy.example/": dial tcp 127.0.0.1:9: connect: connection refused';
    machine.command(machine.bin, "go", `[ "$1" = env ] && exit 0`, `echo '${refused}' >&2`, "exit 1");
    const output = await found();
    expect(output).toContain("no network?");
    expect(output).toContain("connection refused");
    expect(output).not.toMatch(/\n\s+at /);
  });

  test("interrupted, it ends what it has started and leaves nothing; the next run goes on", async () => {
    const compilers = join(machine.root, "compilers");
    // Far longer than it is waited for below.
    machine.go(`sleep 900 & echo $! >> ${compilers}; wait`);
    const runtime = machine.ensure();
    await until(() => existsSync(compilers) && readFileSync(compilers, "utf8").split("\n").length === 3);
    runtime.child.kill("SIGINT");
    expect(await runtime.ended).toEqual({ code: null, signal: "SIGINT" });
    expect(inVersions()).toEqual([]);
    const pids = readFileSync(compilers, "utf8").trim().split("\n").map(Number);
    await until(() => !pids.some(isAlive));
    machine.go();
    expect(await found()).toContain("Built in");
  });
});

describe("two runs at once", () => {
  test("one builds, the other waits and takes what the first has made", async () => {
    machine.go(machine.hold);
    const first = machine.ensure();
    await until(() => existsSync(lockFile()));
    const second = machine.ensure();
    await until(() => second.output().includes("waiting for it"));
    machine.release();
    await Promise.all([first.ended, second.ended]);
    expect(second.output()).toMatch(
      /^Another run \(process \d+\) is getting the Pulumi engine; waiting for it\.\nPulumi [\d.]+: /,
    );
    expect(machine.builds()).toBe(2);
    expect(inVersions()).toEqual([ENGINE_VERSION]);
  });

  test("the lock of a process that is gone is taken over", async () => {
    writeLock(deadPid());
    machine.go();
    expect(await found()).toContain("Built in");
    expect(inVersions()).toEqual([ENGINE_VERSION]);
  });

  test("waiting ends with Ctrl-C and leaves the lock to its holder", async () => {
    writeLock(process.pid);
    const runtime = machine.ensure();
    await until(() => runtime.output().includes("waiting for it"));
    runtime.child.kill("SIGINT");
    expect((await runtime.ended).signal).toBe("SIGINT");
    expect(inVersions()).toEqual([`.${ENGINE_VERSION}.lock`]);
  });
});
