import type { KiwiServerLocationArgs, KiwiServerLocationState } from "../provider/resources/kiwivm/serverLocation";
import { resource } from "./resource";

/**
 * Manages the location of a KiwiVM machine. A change of location migrates the machine, which requires `allowMigration: true`:
 * **all its IPv4 addresses are replaced with new ones (`newIps`), and all its IPv6 addresses are lost**. When the resource
 * leaves the program, the machine is released and stays where it is.
 *
 * Its id is the machine's VEID.
 *
 * @example
 * ```ts
 * import { KiwiServerLocation } from "pulumi-vps";
 *
 * const place = new KiwiServerLocation("place", {
 *   veid: "123456",
 *   location: "USCA_2",
 *   // allowMigration: true, while it is to be moved
 * });
 * export const addresses = place.ipAddresses;
 * ```
 */
export class KiwiServerLocation extends resource<KiwiServerLocationArgs, KiwiServerLocationState>(
  "KiwiServerLocation",
) {}
