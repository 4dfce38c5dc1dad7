import type { KiwiScriptArgs, KiwiScriptState } from "../provider/resources/kiwivm/script";
import { resource } from "./resource";

/**
 * A shell script on a KiwiVM machine, run as `root` beside everything else: when the resource is created, and when the script
 * or a trigger changes. KiwiVM only begins it: when it ends, and how, cannot be known, so nothing waits for it. Destroying the
 * resource does nothing on the machine. All of it passes through BandwagonHost's API.
 *
 * Where the answer gets lost, nobody knows whether it began: `outcome` is `unknown` then, and only a change runs it again. A
 * run that is killed in between leaves no trace at all, and the next one runs it again: write scripts that can be repeated.
 *
 * Its id is the machine's VEID and eight random hex digits of this provider: `123456/3f2a9c01`. Where the log is, and how KiwiVM
 * runs a script, is unverified.
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { KiwiScript } from "pulumi-vps";
 *
 * const upgrade = new KiwiScript("upgrade", {
 *   veid: "123456",
 *   script: readFileSync("upgrade.sh", "utf8"),
 *   triggers: ["2026-01"],
 * });
 * export const log = upgrade.log;
 * ```
 */
export class KiwiScript extends resource<KiwiScriptArgs, KiwiScriptState>("KiwiScript") {}
