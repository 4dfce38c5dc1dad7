import type { KiwiScriptArgs, KiwiScriptState } from "../provider/resources/kiwivm/script";
import { resource } from "./resource";

/**
 * Starts a shell script as `root` on a KiwiVM machine: when the resource is created, and when the script or a trigger changes.
 * The script runs in the background. KiwiVM does not report when or how it ends, so nothing waits for it. Destroying the
 * resource does nothing on the machine. The script passes through BandwagonHost's API.
 *
 * If the answer is lost, `outcome` is `unknown`, because nobody knows whether the script started. Only a change runs it again.
 * A run that is killed before it records the result leaves no trace, so the next run starts the script again: write scripts
 * that can be repeated.
 *
 * Its id is the machine's VEID and eight random hexadecimal digits that this provider chooses, such as `123456/3f2a9c01`. Where
 * the log is, and how KiwiVM runs a script, is unverified.
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
