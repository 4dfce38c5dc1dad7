import type { KiwiServerOsArgs, KiwiServerOsState } from "../provider/resources/kiwivm/serverOs";
import { resource } from "./resource";

/**
 * The operating system of a KiwiVM machine. Another one is installed on an empty disk, only with `allowReinstall: true`;
 * leaving the program, the machine stays as it is. Somebody else's reinstallation shows as drift and is never undone: accept
 * it by writing what KiwiVM shows, or give or change `reinstallTrigger`; either takes `allowReinstall: true`.
 *
 * A run that is killed meanwhile does not reinstall twice: another system shows; for the same one the next run stops where
 * KiwiVM's lock, a note below Pulumi's home on the computer or KiwiVM's audit log tells of a reinstallation that the stack does
 * not know of, also one that was begun in the panel. It counts as done, and another `reinstallTrigger` asks for it once more. On
 * another computer nothing tells of one that was over within some 20 seconds, since the log is late by that. How KiwiVM's audit
 * log calls a reinstallation is unverified.
 *
 * Its id is the machine's VEID.
 *
 * @example
 * ```ts
 * import { KiwiServerOs } from "pulumi-vps";
 *
 * const system = new KiwiServerOs("system", {
 *   veid: "123456",
 *   os: "debian-12-x86_64",
 *   // allowReinstall: true, while it is to be installed
 * });
 * export const rootPassword = system.rootPassword; // secret
 * ```
 */
export class KiwiServerOs extends resource<KiwiServerOsArgs, KiwiServerOsState>("KiwiServerOs") {}
