import type { LenientRecord } from "../../clients/fornex/reads/shapes";
import type { integer } from "../../integer";

/** A DNS record as Fornex lists it. */
export interface FornexDnsRecordInfo {
  /** Number that Fornex gave the record; 0 if it shows none. */
  recordId: integer;
  /**
   * Name within the zone, in Fornex's notation. The zone itself is `""`. Older records may show `@` or fully qualified names.
   */
  host: string;
  /** Type, such as `A` or `MX`. Undocumented types are possible. */
  type: string;
  /** Value, in Fornex's notation. */
  value: string;
  /** Time to live, in seconds; missing if Fornex's default applies, which is said to be 3600. */
  ttl?: integer | undefined;
  /** Priority of MX and SRV records. */
  prio?: integer | undefined;
}

/** The record as functions show it. */
export function dnsRecordInfo({ id, ...rest }: LenientRecord): FornexDnsRecordInfo {
  return { recordId: id, ...rest };
}
