import type { integer } from "../../integer";
import type { ApexRecord } from "./apexRecords";

/** Arguments of a DNS zone at Fornex. */
export interface FornexDnsDomainArgs {
  /**
   * Name of the zone, such as `example.com`. It is also the resource's id, which Pulumi stores in plain text, so it cannot be a
   * secret. Changing it replaces the zone, which requires `allowReplace`.
   */
  name: string;
  /**
   * IPv4 address for the records with which Fornex seeds a new zone. It is used at creation only: a later change calls nothing.
   */
  ip: string;
  /**
   * Tags of the zone, in any order. Surrounding spaces are ignored. API version 0.1 cannot set them. If omitted, they are not managed.
   */
  tags?: string[];
  /**
   * What happens to the records with which Fornex seeds a new zone (A for the zone itself, `*`, `www` and `mail`, and an MX).
   * `keep` leaves them. `remove` deletes them as the last step of the creation. Changing this to `remove` later deletes those
   * that still hold their seeded value. A seeded record that a `FornexDnsRecord` has adopted is spared only under `pulumi up
   * --refresh`. Default: `keep`.
   */
  seededRecords?: "keep" | "remove";
  /**
   * Allow a new zone in place of this one when `name` changes. The old zone is deleted with its own records. If it holds other
   * records, `forceDestroy` must be applied before `name` changes. Default: false.
   */
  allowReplace?: boolean;
  /**
   * Allow the zone to be deleted even if it holds records that did not come with it or that were changed since. They are lost.
   * The zone's own records are those in `apexRecords` and `seeded`. Default: false.
   */
  forceDestroy?: boolean;
  /**
   * Adopt an existing zone (`true`, or its name). The resource owns it from then on: destroying the resource deletes the zone
   * with the name servers it holds now. No record of an adopted zone counts as seeded, so deleting a zone with other records
   * takes `forceDestroy`.
   */
  adopt?: boolean | string;
}

/** State of a DNS zone: its arguments as the hoster shows them, and its outputs. */
export interface FornexDnsDomainState extends FornexDnsDomainArgs {
  /** Records that Fornex seeded, with their seeded values, without those removed since. Empty for an adopted zone. */
  seeded: SeededRecord[];
  /**
   * Name servers and SOA of the zone itself, as they were at creation or adoption. They are deleted with the zone. A name
   * server that was added or changed later is not one of them.
   */
  apexRecords: ApexRecord[];
  /** When the zone was added, as Fornex writes it (no time zone). */
  createdAt: string;
}

/** A record that Fornex created with the zone. */
export interface SeededRecord {
  /** Number that Fornex gave the record. */
  recordId: integer;
  /** Name within the zone; the zone itself is `""`. */
  host: string;
  /** Type of the record, such as `A` or `MX`. */
  type: string;
  /** Value that Fornex gave the record at first. */
  value: string;
  /** Priority that Fornex gave the record, if it showed one. */
  prio?: integer;
}
