import type { FornexDnsDomainArgs, FornexDnsDomainState } from "../provider/resources/fornex/dnsDomain";
import { resource } from "./resource";

/**
 * A DNS zone at Fornex. Fornex adds zones by API only for accounts whose owner asked its support for that.
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
export class FornexDnsDomain extends resource<FornexDnsDomainArgs, FornexDnsDomainState>({
  name: "FornexDnsDomain",
  shows: {
    name: undefined,
    ip: undefined,
    tags: undefined,
    seededRecords: undefined,
    allowReplace: undefined,
    forceDestroy: undefined,
    adopt: undefined,
    seeded: undefined,
    apexRecords: undefined,
    createdAt: undefined,
  },
  // The seeded records hold the argument `ip` as their value; a name server may be what a record of a program calls a secret.
  secretOutputs: ["seeded", "apexRecords"],
  plain: {
    name: "it is the resource's id, which Pulumi stores in plain text",
    adopt: "it becomes the resource's id, which Pulumi stores in plain text",
  },
}) {}
