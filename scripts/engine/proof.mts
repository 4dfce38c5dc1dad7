/** Proves that the engine can be built from its Go modules alone, on a machine that has nothing of Pulumi. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { cacheFolder } from "../cache.mts";
import { runChild } from "./child.mts";
import { ensureEngine } from "./ensure.mts";
import { CLI } from "./home.mts";
import { interruptible } from "./interrupt.mts";
import { pathFolders } from "./path.mts";
import { Problem } from "./problem.mts";
import { ENGINE_VERSION } from "./version.mts";

const DAY_MS = 24 * 60 * 60_000;
const ROOT = resolve(import.meta.dirname, "../..");
const STAMP = join(cacheFolder(), "engine-from-modules");

/** Nothing listens there. */
const NOWHERE = "http://127.0.0.1:9";

/** Whether this machine has built the engine from its modules within the last day. */
export function isProved(): boolean {
  const stamp = statSync(STAMP, { throwIfNoEntry: false });
  return stamp !== undefined && Date.now() - stamp.mtimeMs < DAY_MS;
}

/** Notes that this machine has just built the engine from its modules. */
export function noteProof(): void {
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, `${ENGINE_VERSION} ${new Date().toISOString()}\n`);
}

/** Builds into an empty Pulumi folder, with no engine on the PATH and the vendor out of reach, and runs what came of it. */
export function proveBuild(): Promise<void> {
  return interruptible(build);
}

async function build(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), "pulumi-vps-proof-"));
  const vendorEnv = {
    HTTPS_PROXY: NOWHERE,
    https_proxy: NOWHERE,
    HTTP_PROXY: NOWHERE,
    http_proxy: NOWHERE,
    NO_PROXY: "",
    no_proxy: "",
  };
  try {
    const PATH = pathFolders(process.env).filter((folder) => !existsSync(join(folder, CLI)));
    const engine = await ensureEngine({
      env: { ...process.env, PATH: PATH.join(delimiter), PULUMI_HOME: home },
      vendorEnv,
    });
    if (engine.source !== "modules") throw new Problem(`The engine came from elsewhere: ${engine.source}.`);
    // What a person types afterwards, offline.
    const env = { ...process.env, ...vendorEnv, PULUMI_HOME: home, PULUMI_VERSION: ENGINE_VERSION };
    const npx = await runChild("npx", ["--no-install", "pulumi", "version"], { cwd: ROOT, env });
    if (npx.code !== 0 || !npx.stdout.some((line) => line.trim().replace(/^v/, "") === ENGINE_VERSION)) {
      throw new Problem(`npx pulumi version does not find the engine:\n${npx.output.join("\n")}`);
    }
    noteProof();
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
