import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

export const ROOT = resolve(__dirname, "../..");

interface Manifest {
  version: string;
  dependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
}

/**
 * A `node_modules` as a user has it: this package as a copy of what was built, and links to the libraries it declares,
 * to no others. The copy keeps a build that is started meanwhile from pulling the package out from under a running engine.
 */
export function installPackage(project: string): void {
  const { dependencies, peerDependencies } = manifest();
  for (const name of Object.keys({ ...dependencies, ...peerDependencies })) link(project, name, name);
  copyPackage(join(project, "node_modules", "pulumi-vps"));
}

/** The same, with the oldest SDK that the package accepts. */
export function installWithOldestSdk(project: string): void {
  for (const name of Object.keys(manifest().dependencies)) link(project, name, name);
  link(project, "@pulumi/pulumi", "pulumi-sdk-oldest");
  copyPackage(join(project, "node_modules", "pulumi-vps"));
}

/** Lets a project find one of the packages here. */
function link(project: string, name: string, target: string): void {
  const place = join(project, "node_modules", name);
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(join(ROOT, "node_modules", target), place);
}

/** The package in another place, as the version that is given. */
export function copyPackage(target: string, version = manifest().version): void {
  for (const part of ["dist/provider", "dist/sdk", "dist/native", "plugin"]) {
    cpSync(join(ROOT, part), join(target, part), { recursive: true });
  }
  writeFileSync(join(target, "package.json"), JSON.stringify({ ...manifest(), version }));
}

function manifest(): Manifest {
  return JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as Manifest;
}

let isCurrent = false;

/** Tests of an old build would prove nothing. Looked at once, so that an edit meanwhile breaks no story in its middle. */
export function requireCurrentBuild(): void {
  if (isCurrent) return;
  const check = spawnSync(process.execPath, [join("scripts", "build.mts"), "--check"], { cwd: ROOT });
  if (check.status !== 0) {
    throw new Error(
      "dist/ was not made from these sources, or npm removed a link to it: run `npm run build` first, or all tests with `npm test`.",
    );
  }
  isCurrent = true;
}
