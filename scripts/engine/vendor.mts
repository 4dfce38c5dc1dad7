import { mkdirSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { runChild } from "./child.mts";
import { addLauncher, isComplete, versionFolder } from "./home.mts";
import { ENGINE_VERSION } from "./version.mts";

/** A download that brings nothing for so long is given up: a site behind a silent firewall would take minutes to fail. */
const SILENCE_MS = 15_000;

/**
 * Lets the npm package `pulumi` download the vendor's build. Answers the `bin` folder, inside `stage`, or undefined when
 * the vendor cannot be reached, for whatever reason: the next way is tried then.
 */
export async function downloadFromVendor(
  stage: string,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<string | undefined> {
  console.error(`Asking the vendor for the Pulumi engine ${ENGINE_VERSION} …`);
  // Everything the download writes goes below `stage`, so that its growth shows whether it moves.
  const temporary = join(stage, "tmp");
  mkdirSync(temporary, { recursive: true });
  const silence = new AbortController();
  let size = sizeOf(stage);
  const watch = setInterval(() => {
    const now = sizeOf(stage);
    if (now === size) silence.abort(new Error("No progress."));
    size = now;
  }, SILENCE_MS);
  const downloader = createRequire(import.meta.url).resolve("pulumi/run.js");
  const child = {
    ...env,
    PULUMI_HOME: stage,
    PULUMI_VERSION: ENGINE_VERSION,
    TMPDIR: temporary,
    NODE_USE_ENV_PROXY: "1",
    PULUMI_SKIP_UPDATE_CHECK: "true",
  };
  try {
    const run = await runChild(process.execPath, [downloader, "version"], {
      env: child,
      signal: AbortSignal.any([signal, silence.signal]),
    });
    if (run.code !== 0) return undefined;
  } catch {
    signal.throwIfAborted();
    return undefined;
  } finally {
    clearInterval(watch);
  }
  const bin = join(versionFolder(stage), "bin");
  addLauncher(bin);
  if (!isComplete(bin)) return undefined;
  console.error("Downloaded.");
  return bin;
}

function sizeOf(folder: string): number {
  let sum = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    // A file may be gone between being listed and being looked at.
    sum += statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0;
  }
  return sum;
}
