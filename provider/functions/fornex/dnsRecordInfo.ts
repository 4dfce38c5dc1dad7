import type { LenientRecord } from "../../clients/fornex/reads/shapes";
import type { integer } from "../../integer";

/** A DNS record as Fornex lists it. */
export interface FornexDnsRecordInfo {
  /** Number Fornex gave the record; 0 where it shows none. */
  recordId: integer;
  /** Name within the zone, in Fornex's spelling: the zone itself is `""`, older records may show `@` or whole names. */
  host: string;
  /** Type, such as `A` or `MX`; also types nobody documented. */
  type: string;
  /** Value, in Fornex's spelling. */
  value: string;
  /** Time to live, in seconds; missing where Fornex's default holds, which is said to be 3600. */
  ttl?: integer | undefined;
  /** Priority of MX and SRV records. */
  prio?: integer | undefined;
}

/** The record as functions show it. */
export function dnsRecordInfo({ id, ...rest }: LenientRecord): FornexDnsRecordInfo {
  return { recordId: id, ...rest };
}
