import type { KiwiServerOsArgs, KiwiServerOsState } from "../provider/resources/kiwivm/serverOs";
import { resource } from "./resource";

/**
 * The operating system of a KiwiVM machine. Another one is installed on an empty disk, only with `allowReinstall: true`;
 * leaving the program, the machine stays as it is. Somebody else's reinstallation shows as drift and is never undone: accept
 * it by writing what KiwiVM shows, or give or change `reinstallTrigger`; either takes `allowReinstall: true`.
 *
 * No run reinstalls twice because an earlier one was killed. Another system shows. For the same system the next run stops where a
 * note below Pulumi's home on the computer tells of this very reinstallation (the same system and `reinstallTrigger`), or where
 * KiwiVM's lock was met and nothing explains it; a lost answer ends the same way. The stack says so from then on, until
 * `confirmed` records it as done, another `reinstallTrigger` asks for it again, or the one applied before withdraws it. Another
 * computer has no such note: there it is sent again once the lock is over. A reinstallation that no `reinstallTrigger` asks for
 * is always one of another system. How KiwiVM's audit log, which is worth a warning only, calls a reinstallation is unverified.
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
