import { spawnSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { delimiter, dirname, join, sep } from "node:path";
import { CLI, isExecutable, LANGUAGE_HOST, LAUNCHER } from "./home.mts";
import { fits } from "./version.mts";

const VERSION_TIMEOUT_MS = 20_000;

/** An engine as found: its command and what it calls itself. */
export interface Found {
  pulumi: string;
  version: string;
}

/** The first engine on the PATH that is new enough and has what it needs to run Node.js programs. */
export function engineOnPath(env: NodeJS.ProcessEnv): Found | undefined {
  const folders = pathFolders(env);
  for (const folder of folders) {
    const pulumi = join(folder, CLI);
    if (!isExecutable(pulumi) || isDownloader(pulumi)) continue;
    // Through links: package managers link the command alone and keep its helpers beside the real file.
    const around = [folder, dirname(realpathSync(pulumi)), ...folders];
    if (!isThere(LANGUAGE_HOST, around) || !isThere(LAUNCHER, around)) continue;
    const version = versionOf(pulumi, env);
    if (version && fits(version)) return { pulumi, version };
  }
  return undefined;
}

/** What the command calls itself ("3.259.0"); undefined when it does not answer. */
export function versionOf(pulumi: string, env: NodeJS.ProcessEnv): string | undefined {
  const answer = spawnSync(pulumi, ["version"], {
    encoding: "utf8",
    timeout: VERSION_TIMEOUT_MS,
    stdio: ["ignore", "pipe", "ignore"],
    env: { ...env, PULUMI_SKIP_UPDATE_CHECK: "true" },
  });
  if (answer.status !== 0) return undefined;
  return answer.stdout.trim().replace(/^v/, "");
}

/** The folders of the PATH, empty entries left out. */
export function pathFolders(env: NodeJS.ProcessEnv): string[] {
  return (env.PATH ?? "").split(delimiter).filter(Boolean);
}

/** The npm package `pulumi` also installs a command of this name: a downloader, which npm puts on the PATH of its scripts. */
function isDownloader(pulumi: string): boolean {
  const real = realpathSync(pulumi);
  return pulumi.includes(join("node_modules", ".bin")) || real.includes(join("node_modules", "pulumi") + sep);
}

function isThere(name: string, folders: string[]): boolean {
  return folders.some((folder) => isExecutable(join(folder, name)));
}
