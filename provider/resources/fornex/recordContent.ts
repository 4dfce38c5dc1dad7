import type { Entry, EntryContent } from "../../clients/fornex/dns";
import { canonicalName } from "../../dnsName";
import { canonicalHost } from "../../hosters/fornex/names";
import type { FornexDnsRecordArgs } from "./dnsRecord";
import { hasPriority } from "./priority";
import { canonicalValue, sentValue, shownValue } from "./recordValue";

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

/** Kept, since a look compares each new record of a program with every record of its zone. */
const shown = new WeakMap<Entry, { zone: string; host: string; key: string }>();
const describedKeys = new WeakMap<FornexDnsRecordArgs, string>();

/** Both of a record as Fornex shows it: its host, and what makes it the same as another. */
export function shownIn(zone: string, entry: Entry): { host: string; key: string } {
  const kept = shown.get(entry);
  if (kept?.zone === zone) return kept;
  const key = contentKey(zone, { ...entry, value: shownValue(entry.type, entry.value) });
  const both = { zone, host: canonicalHost(entry.host, zone), key };
  shown.set(entry, both);
  return both;
}

/** Whether a record of the zone is the one described. */
export function sameContent(entry: Entry, args: FornexDnsRecordArgs): boolean {
  return shownIn(args.domain, entry).key === describedKey(args);
}

function describedKey(args: FornexDnsRecordArgs): string {
  const key = describedKeys.get(args) ?? contentKey(args.domain, args);
  describedKeys.set(args, key);
  return key;
}
