import type { KiwiServerArgs, KiwiServerState } from "../provider/resources/kiwivm/serverModel";
import { resource } from "./resource";

/**
 * Manages an existing KiwiVM machine: its host name, power and root password. This resource never orders or cancels a machine.
 * When it leaves the program, the machine is released and stays as it is.
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
