import type { RecordType, TTLS } from "../../clients/fornex/words";
import type { integer } from "../../integer";

/** Arguments of a DNS record at Fornex. */
export interface FornexDnsRecordArgs {
  /**
   * Zone of the record, such as `example.com`. If the zone is a `FornexDnsDomain` of the same program, pass its `name` output,
   * so that Pulumi knows the order. Changing it replaces the record: the new record is created before the old one is deleted.
   */
  domain: string;
  /**
   * Name within the zone, such as `www` or `*`. The zone itself is `""`, `@` or the zone's own name. A name that ends in the
   * zone's name counts as fully qualified, with or without a trailing dot. Default: the zone itself.
   */
  host?: string;
  /**
   * Type of the record: `A`, `AAAA`, `CAA`, `CNAME`, `MX`, `NS`, `SRV` or `TXT`. A CNAME must be the only record at its host.
   */
  type: RecordType;
  /**
   * Value in the usual notation of its type: an address for A and AAAA, a host name for CNAME, MX and NS, `weight port target`
   * for SRV, `flags tag "value"` for CAA, and any string for TXT. It has 1 to 1024 characters; for a TXT record, the decoded
   * string counts. Write that string as it is, or quote all of it, also in chunks or in BIND's parentheses. octoDNS's `\;`
   * counts as a semicolon, and a line break at the end is dropped. Any other notation is refused.
   */
  value: string;
  /**
   * Time to live in seconds: 120, 300, 600, 900, 1800, 3600, 7200, 18000, 43200 or 86400. If omitted, it is not managed.
   */
  ttl?: (typeof TTLS)[number];
  /**
   * Priority, 1 to 65535, lowest first. MX and SRV require it, and no other type has it. Fornex turns 0 into 1: where Microsoft
   * 365 asks for 0, write 1, or any number lower than those of the zone's other MX records. A Null MX (RFC 7505) cannot be
   * expressed.
   */
  prio?: integer;
  /**
   * Adopt an existing record: `true` adopts the only one with this host, type, value and priority, and a string adopts the
   * record with this id. The resource owns it from then on: differences are changed in place, and destroying the resource
   * deletes the record.
   */
  adopt?: boolean | string;
}

/** State of a DNS record: its arguments as the hoster shows them, and its outputs. */
export interface FornexDnsRecordState extends FornexDnsRecordArgs {
  /** Number that Fornex gave the record. As a string, it is also the resource's id. */
  recordId: integer;
}
