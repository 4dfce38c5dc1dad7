import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { VERSION } from "../provider/version";
import { refusal } from "./refusal";

/** What `__provider` requires. The path and its shape stay as they are across versions. */
export const DYNAMIC_ENTRY = "pulumi-vps/dynamic";

/**
 * A constant in place of a serialised closure: half the time and a third of the state, no diff after an upgrade of this
 * package, and nothing captured from the program's memory.
 */
export function providerOf(name: string): string {
  return `exports.handler=()=>require("${DYNAMIC_ENTRY}").${name}`;
}

/** Where Pulumi's launcher of dynamic providers runs, too; a program may leave it later. */
const folder = process.cwd();

let isFound = false;

/**
 * Pulumi runs the provider in the program's folder, from which `__provider` requires this package; a copy that only a component
 * package has, or a bundle, is not found from there. So one line says it here, before the first resource is registered.
 */
export function requireProvider(): void {
  if (isFound || !isStartedByPulumi()) return;
  const found = versionSeenFrom(folder);
  if (found === undefined) throw missingIn(folder);
  if (found !== VERSION) void pulumi.log.warn(otherVersion(found));
  isFound = true;
}

/** Not so in a unit test with mocks, nor in an inline program of the Automation API, which may run in another folder than its provider. */
function isStartedByPulumi(): boolean {
  return process.env.PULUMI_NODEJS_MONITOR !== undefined;
}

/** The version of this package that a provider in this folder loads; undefined where it finds none. */
export function versionSeenFrom(folder: string): string | undefined {
  const resolve = resolverIn(folder);
  try {
    resolve(DYNAMIC_ENTRY);
    const { version }: { version?: unknown } = JSON.parse(readFileSync(resolve("pulumi-vps/package.json"), "utf8"));
    return String(version);
  } catch {
    return undefined;
  }
}

/** Finds modules as for a file in that folder. A `require` of this module would find its own package, whichever copy that is. */
export function resolverIn(folder: string): (module: string) => string {
  return createRequire(join(folder, "provider.js")).resolve;
}

function missingIn(folder: string): pulumi.RunError {
  return refusal(
    "package-not-found",
    `pulumi-vps is not found from ${folder}, where Pulumi runs its provider. ` +
      "Add pulumi-vps to the dependencies of the project with this Pulumi.yaml (`npm install pulumi-vps`). " +
      "A copy inside another package or a bundle is not enough.",
  );
}

function otherVersion(found: string): string {
  return (
    `the program uses pulumi-vps ${VERSION}, but its project has pulumi-vps ${found}, which runs as the provider. ` +
    "Use one version: packages that use pulumi-vps must declare it as a peer dependency."
  );
}
