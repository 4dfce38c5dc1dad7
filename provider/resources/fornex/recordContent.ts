import type { Entry, EntryContent } from "../../clients/fornex/dns";
import { canonicalName } from "../../dnsName";
import { canonicalHost } from "../../hosters/fornex/names";
import type { FornexDnsRecordArgs } from "./dnsRecordModel";
import { hasPriority } from "./priority";
import { canonicalValue, sentValue, shownValue } from "./recordValue";
import type { ZoneEntry } from "./zones";

interface Content {
  host?: string;
  type: string;
  value: string;
  prio?: number | undefined;
}

/** What is sent to Fornex for a record. */
export function contentOf(args: FornexDnsRecordArgs): EntryContent {
  return {
    host: canonicalHost(args.host ?? "", args.domain),
    type: args.type,
    value: sentValue(args.type, args.value),
    prio: args.prio,
    ttl: args.ttl,
  };
}

/**
 * What is sent in place of a record: a PUT replaces it whole, so what the program leaves out is sent back as Fornex shows it. A
 * priority that it shows and the new type has none of is taken away.
 */
export function replacementOf(shown: Entry | undefined, args: FornexDnsRecordArgs): EntryContent {
  const content = contentOf(args);
  const withoutPriority = shown?.prio === undefined ? undefined : null;
  return {
    ...content,
    ttl: content.ttl ?? shown?.ttl,
    prio: hasPriority(content.type) ? content.prio : withoutPriority,
  };
}

/** What makes two records the same: never the ttl. */
export function contentKey(zone: string, { host = "", type, value, prio }: Content): string {
  return JSON.stringify([
    canonicalName(zone),
    canonicalHost(host, zone),
    type.toUpperCase(),
    canonicalValue(type, value),
    (hasPriority(type) ? prio : undefined) ?? null,
  ]);
}

/** By this a record is found that says the same as another. */
export function contentKeys(entry: ZoneEntry): [string] {
  return [contentKey(entry.zone, { ...entry, value: shownValue(entry.type, entry.value) })];
}

/** By this the records are found that stand at the same host. */
export function hostKeys({ zone, host }: ZoneEntry): [string] {
  return [canonicalHost(host, zone)];
}
