import type { Json } from "../json";
import { spellHost, spellValue } from "./spelling";
import type { FornexDomain, FornexEntry } from "./state";
import type { FornexSwitches } from "./switches";

/** [fornex.md 2] */
export function domainAnswer(name: string, domain: FornexDomain, switches: FornexSwitches): Json {
  return {
    name,
    created: domain.created,
    updated: domain.updated,
    tags: [...domain.tags],
    entry_set: entriesAnswer(name, domain, switches),
  };
}

export function entriesAnswer(zone: string, domain: FornexDomain, switches: FornexSwitches): Json[] {
  const entries = Object.entries(domain.entries).map(([id, entry]) => entryAnswer(id, entry, zone, switches));
  return switches.listSoa ? [soaAnswer(zone, switches), ...entries] : entries;
}

/** A null ttl stays null: it never turns into the 3600 it means [fornex.md trap 7]. */
export function entryAnswer(id: string, entry: FornexEntry, zone: string, switches: FornexSwitches): Json {
  const hidesPrio = entry.prio === null && switches.otherPrio === "omitted";
  return {
    id: Number(id),
    host: spellHost(entry.host, zone, switches),
    type: entry.type,
    value: spellValue(entry, switches),
    ...(hidesPrio ? {} : { prio: entry.prio }),
    ttl: entry.ttl,
  };
}

function soaAnswer(zone: string, switches: FornexSwitches): Json {
  const value = "ns1.fornex.com. hostmaster.fornex.com. 1 21600 3600 604800 3600";
  return { id: 1, host: spellHost("", zone, switches), type: "SOA", value, ttl: null };
}
