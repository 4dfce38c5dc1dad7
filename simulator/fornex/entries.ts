import { isoWithoutZone } from "../clock";
import { checkFields, detail, fieldErrors, readFields } from "../drf";
import { type Answer, empty, type HosterRequest, json, Refusal } from "../http";
import { lookup } from "../json";
import { entriesAnswer, entryAnswer } from "./answers";
import { type FoundDomain, findDomain } from "./domains";
import { nextEntryId } from "./ids";
import { type EntryInput, entrySchema } from "./input";
import type { Moment } from "./moment";
import { comparedHost, storedHost } from "./names";
import { ENTRY_TYPES, type FornexDomain, type FornexEntry, type FornexState } from "./state";

const ENTRY_FIELDS = ["host", "type", "value", "prio", "ttl"] as const;
const PRIO_TYPES = new Set(["MX", "SRV"]);
const FILTER_TYPES = new Set<string>([...ENTRY_TYPES, "null"]);

/** A bare array, never paged [fornex.md 1]. */
export function listEntries(asked: string, request: HosterRequest, state: FornexState): Answer {
  const { name, domain } = findDomain(state, asked);
  const q = request.query.get("q") ?? "";
  const type = request.query.get("type");
  if (type !== null && !FILTER_TYPES.has(type)) throw fieldErrors({ type: ["Not a valid choice."] });

  const isFiltered = q !== "" || type !== null;
  const switches = isFiltered ? { ...state.switches, listSoa: false } : state.switches;
  return json(
    200,
    entriesAnswer(name, { ...domain, entries: filterEntries({ name, domain }, q, type, state) }, switches),
  );
}

/**
 * What `q` looks into is unverified: host and value here. Clients that send whole names as `host` search for them [fornex.md 3],
 * so where the zone is cut off, it counts as there.
 */
export function filterEntries(
  { name, domain }: FoundDomain,
  q: string,
  type: string | null,
  { switches }: FornexState,
): FornexDomain["entries"] {
  const hostOf = ({ host }: FornexEntry) => (switches.stripZoneSuffix && host !== "" ? `${host}.${name}` : host);
  const matching = Object.entries(domain.entries)
    .filter(([, entry]) => hostOf(entry).includes(q) || entry.value.includes(q))
    // "null" is among the documented choices; that it means no filter is unverified.
    .filter(([, entry]) => type === null || type === "null" || entry.type === type);
  return Object.fromEntries(matching);
}

export function createEntry(asked: string, request: HosterRequest, moment: Moment): Answer {
  const { id, entry, zone } = addEntry(asked, readFields(request), moment);
  return json(201, entryAnswer(id, entry, zone, moment.state.switches));
}

export function addEntry(
  asked: string,
  fields: Record<string, unknown>,
  { state, now }: Moment,
): { id: string; entry: FornexEntry; zone: string } {
  const found = findDomain(state, asked);
  const { ttl, ...input } = checkFields(entrySchema, fields);
  const sent = state.switches.ignores.includes("entry.ttl") ? input : { ...input, ttl };
  const entry = toEntry(sent, input.host ?? "", found.name, state);
  refuseEqual(entry, undefined, found, state);
  refuseBesideCname(entry, undefined, found, state);

  const id = nextEntryId(state);
  found.domain.entries[id] = entry;
  found.domain.updated = isoWithoutZone(now);
  return { id, entry, zone: found.name };
}

/** Replaces the whole record: what is left out falls back to its default, if it has one [fornex.md trap 9]. */
export function replaceEntry(asked: string, id: string, request: HosterRequest, { state, now }: Moment): Answer {
  const found = findDomain(state, asked);
  const old = findEntry(found, id);
  const input = checkFields(entrySchema, readFields(request));
  const omittedHost = state.switches.putOmittedHostMovesToApex ? "" : old.host;
  const replaced = toEntry(input, input.host ?? omittedHost, found.name, state);
  const isKept = input.prio === undefined && state.switches.putOmittedPrio === "kept";
  const ignored = ENTRY_FIELDS.filter((field) => state.switches.ignores.includes(`entry.${field}`));
  const entry = {
    ...(isKept ? { ...replaced, prio: old.prio } : replaced),
    ...Object.fromEntries(ignored.map((field) => [field, old[field]])),
  };
  refuseEqual(entry, old, found, state);
  refuseBesideCname(entry, old, found, state);

  found.domain.entries[id] = entry;
  found.domain.updated = isoWithoutZone(now);
  return json(200, entryAnswer(id, entry, found.name, state.switches));
}

export function deleteEntry(asked: string, id: string, state: FornexState, now: number): Answer {
  const found = findDomain(state, asked);
  findEntry(found, id);
  delete found.domain.entries[id];
  found.domain.updated = isoWithoutZone(now);
  return empty(204);
}

function findEntry({ domain }: FoundDomain, id: string): FornexEntry {
  const entry = lookup(domain.entries, id);
  if (!entry) throw new Refusal(detail(404, "Not found"));
  return entry;
}

function toEntry(input: EntryInput, host: string, zone: string, state: FornexState): FornexEntry {
  return {
    host: storedHost(host, zone, state.switches.stripZoneSuffix),
    type: input.type,
    value: input.value,
    prio: PRIO_TYPES.has(input.type) ? storedPrio(input.prio ?? null, state) : null,
    ttl: input.ttl ?? null,
  };
}

/** 0 silently becomes 1 [fornex.md trap 8]. */
function storedPrio(prio: number | null, state: FornexState): number | null {
  if (prio === null) return state.switches.omittedPrio === "one" ? 1 : null;
  return prio === 0 ? 1 : prio;
}

/** The text is Russian whatever the client's language is [fornex.md trap 20]; its frame is unverified. */
function refuseEqual(
  entry: FornexEntry,
  old: FornexEntry | undefined,
  { domain }: FoundDomain,
  state: FornexState,
): void {
  if (state.switches.acceptEqualRecords) return;
  const exists = Object.values(domain.entries).some((other) => other !== old && isEqual(entry, other));
  if (exists) throw fieldErrors({ non_field_errors: ["Такая запись уже существует."] });
}

function isEqual(one: FornexEntry, other: FornexEntry): boolean {
  return (["host", "type", "value", "prio"] as const).every((field) => one[field] === other[field]);
}

/** Beside a CNAME stands nothing else [RFC 1034 3.6.2]; the zone itself always has its SOA. That Fornex minds, and its words, are unverified. */
function refuseBesideCname(
  entry: FornexEntry,
  old: FornexEntry | undefined,
  { name, domain }: FoundDomain,
  state: FornexState,
): void {
  if (state.switches.acceptRecordsBesideCname) return;
  const host = comparedHost(entry.host, name);
  const isCname = entry.type === "CNAME";
  // Types come first: to compare hosts takes its time, and a zone may hold thousands.
  const isInTheWay = (other: FornexEntry) =>
    other !== old && (isCname || other.type === "CNAME") && comparedHost(other.host, name) === host;
  if ((isCname && host === "") || Object.values(domain.entries).some(isInTheWay)) {
    throw fieldErrors({
      non_field_errors: ["Запись CNAME не может существовать вместе с другими записями этого хоста."],
    });
  }
}
