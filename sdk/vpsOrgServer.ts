import type { VpsOrgServerArgs, VpsOrgServerState } from "../provider/resources/vpsorg/serverModel";
import { resource } from "./resource";

/**
 * Manages a server at VPS.org. The provider orders it once and waits until it is active and has an address.
 *
 * Servers cost money. `protect: true` keeps Pulumi from deleting a server. With `retainOnDelete: true` the server stays at
 * VPS.org when it leaves the program.
 *
 * Its id is the id that VPS.org gave the server. Statuses beyond the documented ones, the units of its plan and whether
 * deleting takes time are unverified.
 *
 * @example
 * ```ts
 * import { VpsOrgServer } from "pulumi-vps";
 *
 * const web = new VpsOrgServer("web", {
 *   name: "web-server-01",
 *   planId: 1,
 *   osId: 5,
 *   location: "us-west",
 *   hostname: "web01.example.com",
 * }, { protect: true });
 * export const address = web.ipAddress;
 * ```
 */
export class VpsOrgServer extends resource<VpsOrgServerArgs, VpsOrgServerState>("VpsOrgServer") {}
