import { accessSync, chmodSync, constants, copyFileSync, existsSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { ENGINE_VERSION } from "./version.mts";

const onWindows = process.platform === "win32";

/** The engine's own command. */
export const CLI = onWindows ? "pulumi.exe" : "pulumi";
/** What the engine starts to run a Node.js program. */
export const LANGUAGE_HOST = onWindows ? "pulumi-language-nodejs.exe" : "pulumi-language-nodejs";
/** What the engine starts for dynamic resources; it finds `@pulumi/pulumi` from the program's folder. */
export const LAUNCHER = onWindows ? "pulumi-resource-pulumi-nodejs.cmd" : "pulumi-resource-pulumi-nodejs";

/** What the engine starts to run a YAML program. */
const YAML_HOST = onWindows ? "pulumi-language-yaml.exe" : "pulumi-language-yaml";

/** What the engine starts to run a Python program. */
const PYTHON_HOST = onWindows ? "pulumi-language-python.exe" : "pulumi-language-python";
/** The script by which that one runs a program. */
export const PYTHON_SCRIPT = "pulumi-language-python-exec";

/** Everything that must stand beside each other to run programs in Node.js, with dynamic resources too, in YAML and in Python. */
const PARTS = [CLI, LANGUAGE_HOST, LAUNCHER, YAML_HOST, PYTHON_HOST, PYTHON_SCRIPT];

/** Pulumi's own folder of the person running this. */
export function pulumiHome(env: NodeJS.ProcessEnv): string {
  return env.PULUMI_HOME || join(homedir(), ".pulumi");
}

/** Where the npm package `pulumi` and the Automation API look for the engine, too. */
export function versionFolder(home: string): string {
  return join(home, "versions", ENGINE_VERSION);
}

/** Whether `folder` holds all {@link PARTS}, each executable and not empty. */
export function isComplete(folder: string): boolean {
  return PARTS.every((part) => isExecutable(join(folder, part)));
}

export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    const found = statSync(file);
    return found.isFile() && found.size > 0;
  } catch {
    return false;
  }
}

/** Puts the launcher of dynamic resources beside the engine; it ships inside the npm package `@pulumi/pulumi`. */
export function addLauncher(bin: string): void {
  const target = join(bin, LAUNCHER);
  if (existsSync(target)) return;
  const root = dirname(createRequire(import.meta.url).resolve("@pulumi/pulumi/package.json"));
  copyFileSync(join(root, LAUNCHER), target);
  chmodSync(target, 0o755);
}
