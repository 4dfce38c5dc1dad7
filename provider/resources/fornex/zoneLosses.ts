import type { Entry } from "../../clients/fornex/dns";
import { VpsError } from "../../errors/vpsError";
import { canonicalHost } from "../../hosters/fornex/names";
import type { Context } from "../../lifecycle/runtime/context";
import { isApexRecord, isRecorded } from "./apexRecords";
import type { FornexDnsDomainState } from "./dnsDomainModel";
import { stillAsSeeded } from "./seededRecords";
import { shownText } from "./txtValue";
import { zonesOf } from "./zones";

/** More would bury the advice. */
const MOST_LISTED = 10;
/** A key in a TXT record fills a screen. */
const LONGEST_VALUE = 100;

/**
 * By now the same command has deleted what depends on the zone, and a whole `pulumi up` would make it again. The old half of
 * a replacement has no arguments in the program any more, so only another resource can bring the consent.
 */
const ADVICE =
  "Delete the records that nobody needs, move the rest, then run the same command again. To delete all of them with the zone, " +
  "declare the zone with forceDestroy: true and run `pulumi up --target <URN of the zone>`, which creates nothing else " +
  "(`pulumi stack --show-urns` shows the URN). Then destroy again, or remove the zone from the program again. " +
  "If a new zone has replaced this one, declare this one under another resource name with adopt: true and forceDestroy: true, run `pulumi up`, " +
  "and remove it again. Pulumi deletes a record of this program before its zone if its domain is the zone's name output (zone.name).";

/** Throws while a zone holds what would be lost with it: any record that is not its own. */
export async function refuseLosses(id: string, state: FornexDnsDomainState, cx: Context): Promise<void> {
  const entries = [...((await zonesOf(cx).entries(id, true)) ?? [])];
  const losses = entries.filter((entry) => !isOwn(id, state, entry));
  if (losses.length === 0) return;
  const listed = losses.slice(0, MOST_LISTED).map((entry) => described(id, state, entry, cx));
  const more = losses.length > MOST_LISTED ? `; … and ${losses.length - MOST_LISTED} more` : "";
  const [count, they] = losses.length === 1 ? ["1 record", "It"] : [`${losses.length} records`, "They"];
  throw new VpsError(
    "refused",
    `The zone holds ${count} that did not come with it, or changed since. ${they} would be deleted with the zone: ${listed.join("; ")}${more}. ${ADVICE}`,
  );
}

/** Whether a record came with the zone and says what it said then. */
function isOwn(zone: string, state: FornexDnsDomainState, entry: Entry): boolean {
  // A state of an earlier version does not know the zone's name servers, so none counts as the zone's own.
  if (isApexRecord(zone, entry)) return isRecorded(state.apexRecords ?? [], entry);
  return state.seeded.some((seed) => seed.recordId === entry.id && stillAsSeeded(zone, entry, seed));
}

function described(zone: string, state: FornexDnsDomainState, entry: Entry, cx: Context): string {
  const host = canonicalHost(entry.host, zone) || "@";
  const value = isOfProgram(state, entry, cx) ? "<value of this program>" : shownOf(entry);
  const prio = entry.prio === undefined ? "" : ` prio ${entry.prio}`;
  return `${host} ${entry.type} ${value}${prio} (id ${entry.id})`;
}

/**
 * A destroy deletes a record that names its zone by text after the zone: nothing tells by then that it is of this program, and
 * secret. Only a free text can be a credential, and it is none where it says what it is, as SPF, DKIM and DMARC do.
 */
function shownOf({ type, value }: Entry): string {
  if (type.toUpperCase() !== "TXT") return oneLine(value);
  const text = shownText(value);
  return /^v=\w+(;|\s|$)/i.test(text) ? oneLine(value) : `<text of ${text.length} characters>`;
}

/** What a resource of this program holds, or the address that this zone was given, may be a secret of the program. */
function isOfProgram({ ip }: Partial<FornexDnsDomainState>, { id, value }: Entry, cx: Context): boolean {
  // Of a zone that was imported it may not be known.
  return cx.isHeld(`FornexDnsRecord ${id}`) || value.trim() === ip?.trim();
}

function oneLine(value: string): string {
  const text = value.replaceAll(/\p{Cc}+/gu, " ");
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}
