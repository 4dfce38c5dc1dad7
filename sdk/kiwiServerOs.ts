import type { KiwiServerOsArgs, KiwiServerOsState } from "../provider/resources/kiwivm/serverOs";
import { resource } from "./resource";

/**
 * Manages the operating system of a KiwiVM machine. The provider installs another system on an empty disk, and only with
 * `allowReinstall: true`. When the resource leaves the program, the machine is released and stays as it is. A reinstallation
 * by somebody else shows as drift and is never undone. To accept it, write what KiwiVM shows. To install the system again, set
 * or change `reinstallTrigger`. Both require `allowReinstall: true`.
 *
 * No run reinstalls a second time because an earlier one was killed. If another system was requested, KiwiVM shows whether it
 * is installed. For the same system, the next run stops if a note below Pulumi's home folder on this computer says that the same
 * reinstallation (the same system and `reinstallTrigger`) was requested. It also stops after a lock of KiwiVM that nothing
 * explains, and after a lost answer. Then every run reports this until the program resolves it: `confirmed` records the
 * reinstallation as done, another `reinstallTrigger` requests it again, and the value applied before withdraws it. Another
 * computer does not have the note: it sends the request again once the lock is over. Without a `reinstallTrigger`, only another
 * system is installed. KiwiVM's audit log only causes a warning; its words for a reinstallation are unverified.
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
