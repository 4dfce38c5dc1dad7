import { z } from "zod";
import { type FornexOrderSwitches, orderSwitchesSchema } from "./orderSwitches";

const IGNORABLE = [
  "order.name",
  "order.tags",
  "domain.tags",
  "entry.host",
  "entry.type",
  "entry.value",
  "entry.prio",
  "entry.ttl",
  "sshKey.title",
  "sshKey.default",
  "webhook.url",
  "start",
  "stop",
] as const;

/** What can be ignored: fields of a thing, and power actions. */
export type FornexIgnorable = (typeof IGNORABLE)[number];

/**
 * Where the Fornex documents leave a question open, a switch decides; the defaults are harder on a client, except that
 * spellings default to "as sent", so that each one can be tried by itself.
 */
export interface FornexSwitches extends FornexOrderSwitches {
  /** A record equal to an existing one is accepted again (true) or refused with 400 (false) [fornex.md trap 21]. */
  acceptEqualRecords: boolean;
  /** A CNAME is taken beside other records of its host (true), or refused as RFC 1034 (3.6.2) has it (false) [not stated, unverified]. */
  acceptRecordsBesideCname: boolean;
  /** The account may not create domains: 403, which is how accounts begin [fornex.md 1, trap 10]. */
  domainCreationDenied: boolean;
  /** A zone that is there already is refused with 400 (true), or left as it is and answered as if new (false) [not stated]. */
  refuseTakenZones: boolean;
  /** PUT of a record without `host` moves it to the apex (true) or leaves its host (false) [fornex.md trap 9]. */
  putOmittedHostMovesToApex: boolean;
  /**
   * PUT of a record without `prio` leaves the one it had, as Django REST framework leaves a field that has no default, or clears it
   * [fornex.md trap 9 says replacement, unverified].
   */
  putOmittedPrio: "kept" | "cleared";
  /** A host sent as "www.example.com" or "www.example.com." is stored as "www" (true) or as sent (false) [fornex.md 3]. */
  stripZoneSuffix: boolean;
  /** MX and SRV without `prio` are stored with 1 (like prio 0) or with null [unverified]. */
  omittedPrio: "one" | "null";
  /** For types without priority, `prio` is left out of answers or null [fornex.md 2, trap 8]. */
  otherPrio: "omitted" | "null";
  /** `/dns/domain/` answers pages, or a bare array as older clients saw it [fornex.md trap 3]. */
  domainList: "paged" | "bare";
  /** `next` and `previous` name another host than the one asked [fornex.md trap 4]: a key must not follow. */
  foreignNext: boolean;
  /** PUT of tags replaces the list, or adds to it [fornex.md 1, presumed]. */
  tagsPut: "replace" | "add";
  /** `entry_set` lists the zone's SOA too, a type outside the documented ones [fornex.md trap 1 against its enum]. */
  listSoa: boolean;
  /**
   * An `Accept` that does not allow what a call renders, text for zone files and VPN configurations, is refused with 406, as by
   * Django REST framework. "text-as-json": text is sent past a view that renders JSON, so that this must be allowed for it, too.
   * "ignored": it is not looked at [unverified; the schema says text/plain, fornex.md 1].
   */
  accept: "strict" | "text-as-json" | "ignored";
  /** A write without its last slash is redirected like a read (true), or a 404 (false) [fornex.md trap 6]. */
  redirectWrites: boolean;
  /** How lists spell the apex host [fornex.md 3]: "", "@", "example.com" or "example.com.". */
  apexSpelling: "" | "@" | "zone" | "zone.";
  /** How lists spell other hosts: as stored, or with the zone's name behind [fornex.md 3]. */
  hostSpelling: "as-sent" | "fqdn" | "fqdn.";
  /** How lists spell the case of hosts and target names. */
  caseSpelling: "as-sent" | "lower" | "upper";
  /** How lists spell the end of CNAME, MX, NS and SRV targets. */
  targetSpelling: "as-sent" | "dot" | "no-dot";
  /** How lists spell TXT values; "chunked" is quoted in pieces of 255 bytes. */
  txtSpelling: "as-sent" | "bare" | "quoted" | "chunked";
  /** How lists spell AAAA values. */
  ipv6Spelling: "as-sent" | "compressed" | "expanded";
  /** How lists space the parts of SRV and CAA values. */
  spacing: "as-sent" | "single" | "double";
  /** How lists quote the last part of CAA values. */
  caaSpelling: "as-sent" | "bare" | "quoted";
  /** How lists spell international names in hosts and targets. */
  idnSpelling: "as-sent" | "punycode" | "unicode";
  /**
   * Fields that are accepted and not carried out: a change leaves them as they are, which the answer shows, and a new record or key
   * has no TTL, no title and is not the default; and power jobs that end well and do nothing. For tests; no hoster promises that.
   */
  ignores: FornexIgnorable[];
}

export const switchesSchema = z.strictObject({
  ...orderSwitchesSchema.shape,
  acceptEqualRecords: z.boolean().default(true),
  acceptRecordsBesideCname: z.boolean().default(false),
  domainCreationDenied: z.boolean().default(false),
  refuseTakenZones: z.boolean().default(true),
  putOmittedHostMovesToApex: z.boolean().default(true),
  putOmittedPrio: z.enum(["kept", "cleared"]).default("kept"),
  stripZoneSuffix: z.boolean().default(false),
  omittedPrio: z.enum(["one", "null"]).default("one"),
  otherPrio: z.enum(["omitted", "null"]).default("omitted"),
  domainList: z.enum(["paged", "bare"]).default("paged"),
  foreignNext: z.boolean().default(false),
  tagsPut: z.enum(["replace", "add"]).default("replace"),
  listSoa: z.boolean().default(false),
  accept: z.enum(["strict", "text-as-json", "ignored"]).default("strict"),
  redirectWrites: z.boolean().default(true),
  apexSpelling: z.enum(["", "@", "zone", "zone."]).default(""),
  hostSpelling: z.enum(["as-sent", "fqdn", "fqdn."]).default("as-sent"),
  caseSpelling: z.enum(["as-sent", "lower", "upper"]).default("as-sent"),
  targetSpelling: z.enum(["as-sent", "dot", "no-dot"]).default("as-sent"),
  txtSpelling: z.enum(["as-sent", "bare", "quoted", "chunked"]).default("as-sent"),
  ipv6Spelling: z.enum(["as-sent", "compressed", "expanded"]).default("as-sent"),
  spacing: z.enum(["as-sent", "single", "double"]).default("as-sent"),
  caaSpelling: z.enum(["as-sent", "bare", "quoted"]).default("as-sent"),
  idnSpelling: z.enum(["as-sent", "punycode", "unicode"]).default("as-sent"),
  ignores: z.array(z.enum(IGNORABLE)).default([]),
}) satisfies z.ZodType<FornexSwitches>;
