import type { KiwiServerArgs, KiwiServerState } from "../provider/resources/kiwivm/server";
import { resource } from "./resource";

/**
 * A KiwiVM machine that exists: its host name, power and root password. It is never ordered and never cancelled here:
 * leaving the program, it stays at BandwagonHost as it is.
 *
 * Its id is the machine's VEID.
 *
 * @example
 * ```ts
 * import { KiwiServer } from "pulumi-vps";
 *
 * const web = new KiwiServer("web", {
 *   veid: "123456",
 *   hostname: "web.example.com",
 *   powerState: "on",
 *   rootPasswordVersion: "1",
 * });
 * export const rootPassword = web.rootPassword; // secret
 * ```
 */
export class KiwiServer extends resource<KiwiServerArgs, KiwiServerState>("KiwiServer") {}
