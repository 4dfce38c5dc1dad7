import type { FornexDnsDomainArgs, FornexDnsDomainState } from "../provider/resources/fornex/dnsDomainModel";
import { resource } from "./resource";

/**
 * Manages a DNS zone at Fornex. Fornex adds zones by API only for accounts whose owner asked its support for that.
 *
 * Its id is the zone's name, in lower case and punycode.
 *
 * @example
 * ```ts
 * import { FornexDnsDomain } from "pulumi-vps";
 *
 * const zone = new FornexDnsDomain("zone", {
 *   name: "example.com",
 *   ip: "192.0.2.10",
 *   seededRecords: "remove",
 * });
 * ```
 */
export class FornexDnsDomain extends resource<FornexDnsDomainArgs, FornexDnsDomainState>("FornexDnsDomain") {}
