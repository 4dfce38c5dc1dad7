import type { VpsOrgServerArgs, VpsOrgServerState } from "../provider/resources/vpsorg/server";
import { resource } from "./resource";

/**
 * A server at VPS.org: ordered once, waited for until it is active with an address, kept as declared.
 *
 * Servers cost money. `protect: true` keeps Pulumi from deleting one, `retainOnDelete: true` leaves it with VPS.org when
 * it leaves the program.
 *
 * Its id is the one VPS.org gave the server. Statuses beyond the documented ones, the units of its plan and whether deleting
 * takes time are unverified.
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
