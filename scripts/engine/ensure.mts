/**
 * Finds the real Pulumi engine, or gets it: on the PATH, in Pulumi's own folder, from the vendor, from its Go modules.
 * As a program (`npm run engine`) it prints where the engine is.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { withLock } from "../lock.mjs";
import { CLI, isComplete, pulumiHome, versionFolder } from "./home.mts";
import { interruptible } from "./interrupt.mts";
import { buildFromModules } from "./modules.mts";
import { engineOnPath, versionOf } from "./path.mts";
import { fail, Problem } from "./problem.mts";
import { downloadFromVendor } from "./vendor.mts";
import { ENGINE_VERSION } from "./version.mts";

/** An engine that is ready to run. */
export interface Engine {
  /** The `pulumi` command, as a path. */
  pulumi: string;
  /** The folder it is in, to be put first on the PATH. */
  bin: string;
  /** Pulumi's folder (`PULUMI_HOME`, else `~/.pulumi`). */
  home: string;
  /** "3.259.0" */
  version: string;
  /** Where it was found, or how it was got just now. */
  source: "path" | "home" | "vendor" | "modules";
}

/** Settings of {@link ensureEngine}; all of them have the obvious default. */
export interface EnsureOptions {
  /** Environment that is looked at (`PATH`, `PULUMI_HOME`) and handed to what is started. */
  env?: NodeJS.ProcessEnv;
  /** Further environment of the vendor's download alone. */
  vendorEnv?: NodeJS.ProcessEnv;
}

/** Finds the engine or gets it, in the order of this file's first line. Throws a {@link Problem} that says what to install. */
export async function ensureEngine(options: EnsureOptions = {}): Promise<Engine> {
  const env = options.env ?? process.env;
  const home = pulumiHome(env);
  const onPath = engineOnPath(env);
  if (onPath) return { ...onPath, bin: dirname(onPath.pulumi), home, source: "path" };
  const inHome = engineInHome(home, env);
  if (inHome) return inHome;
  const lock = join(home, "versions", `.${ENGINE_VERSION}.lock`);
  return interruptible((signal) => {
    // Whoever was waited for has probably left it there.
    const get = async () => engineInHome(home, env) ?? (await getEngine(home, env, options.vendorEnv ?? {}, signal));
    return withLock(lock, announceWait, get, signal);
  });
}

function announceWait(pid: number): void {
  console.error(`Another run (process ${pid}) is getting the Pulumi engine; waiting for it.`);
}

function engineInHome(home: string, env: NodeJS.ProcessEnv): Engine | undefined {
  const bin = join(versionFolder(home), "bin");
  if (!isComplete(bin)) return undefined;
  const pulumi = join(bin, CLI);
  const version = versionOf(pulumi, env);
  if (version !== ENGINE_VERSION) return undefined;
  return { pulumi, bin, home, version, source: "home" };
}

async function getEngine(
  home: string,
  env: NodeJS.ProcessEnv,
  vendorEnv: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<Engine> {
  const versions = join(home, "versions");
  removeStages(versions);
  const stage = mkdtempSync(join(versions, STAGE_PREFIX));
  try {
    const vendor = await downloadFromVendor(stage, { ...env, ...vendorEnv }, signal);
    const bin = vendor ?? (await fromModules(stage, env, signal));
    const version = versionOf(join(bin, CLI), { ...env, PULUMI_HOME: stage });
    if (version !== ENGINE_VERSION || !isComplete(bin)) {
      throw new Problem(`The Pulumi engine that was just made does not work: it calls itself ${version ?? "nothing"}.`);
    }
    putInPlace(stage, versionFolder(home));
    const engine = engineInHome(home, env);
    if (!engine) throw new Problem(`The Pulumi engine could not be put into ${versionFolder(home)}.`);
    return { ...engine, source: vendor ? "vendor" : "modules" };
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

const STAGE_PREFIX = `.${ENGINE_VERSION}-`;

/** While the lock is ours, any such folder belongs to a run that was killed. */
function removeStages(versions: string): void {
  for (const name of readdirSync(versions)) {
    if (name.startsWith(STAGE_PREFIX)) rmSync(join(versions, name), { recursive: true, force: true });
  }
}

async function fromModules(stage: string, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<string> {
  const bin = join(versionFolder(stage), "bin");
  mkdirSync(bin, { recursive: true });
  await buildFromModules(bin, env, signal);
  return bin;
}

/** The folder appears whole or not at all; an incomplete one that is in the way goes out with the stage. */
function putInPlace(stage: string, target: string): void {
  if (existsSync(target)) renameSync(target, join(stage, "incomplete"));
  renameSync(versionFolder(stage), target);
}

if (import.meta.main) {
  ensureEngine().then((engine) => console.log(`Pulumi ${engine.version}: ${engine.pulumi}`), fail);
}
