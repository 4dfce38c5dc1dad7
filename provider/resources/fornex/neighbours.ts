import type { Entry } from "../../clients/fornex/dns";
import { canonicalName } from "../../dnsName";
import { VpsError } from "../../errors/vpsError";
import { canonicalHost } from "../../hosters/fornex/names";
import type { Context } from "../../lifecycle/context";
import type { Made } from "../../lifecycle/contract";
import type { FornexDnsRecordArgs } from "./dnsRecord";
import { zonesOf } from "./zones";

type MadeRecord = Made<FornexDnsRecordArgs, Entry>;

/** More would bury what is to be done. */
const MOST_LISTED = 10;

/**
 * Tells of records that share host and type with one just made, or stand beside a CNAME, and that no resource of this run
 * describes: two addresses where one was meant are an outage that nobody sees. Hosts and values may be secrets, so they are
 * named by the resource that they stand beside.
 */
export async function tellOfNeighbours(
  made: readonly MadeRecord[],
  isDescribed: (domain: string, entry: Entry) => boolean,
  cx: Context,
): Promise<void> {
  // Each is told of once a run.
  const told = cx.shared("fornex neighbours told", () => new Set<number>());
  for (const zone of new Set(made.map(zoneOf))) {
    const byHost = new Map<string, MadeRecord[]>();
    for (const record of made.filter((one) => zoneOf(one) === zone)) {
      const host = canonicalHost(record.object.host, zone);
      byHost.set(host, [...(byHost.get(host) ?? []), record]);
    }
    const strangers = (await listed(zone, cx))
      .filter(({ id }) => !told.has(id))
      .filter((one) => !isDescribed(zone, one));
    const places = strangers.flatMap((stranger) => {
      const beside = byHost.get(canonicalHost(stranger.host, zone))?.find(({ object }) => compete(object, stranger));
      return beside === undefined ? [] : [{ stranger, beside }];
    });
    if (places.length === 0) continue;
    for (const { stranger } of places) told.add(stranger.id);
    const words = places
      .slice(0, MOST_LISTED)
      .map(({ stranger, beside }) => `${wordsOf(stranger)} beside ${nameOf(beside)}`);
    const more = places.length > MOST_LISTED ? `, … and ${places.length - MOST_LISTED} more` : "";
    cx.warn(
      `the zone holds records that no resource of this run describes: ${words.join(", ")}${more}. ` +
        "Delete or adopt what is not meant to be there, unless this run is about to delete it.",
    );
  }
}

function zoneOf({ args }: MadeRecord): string {
  return canonicalName(args.domain);
}

/** The line is only a hint, so a hoster that does not answer now is no failure. */
async function listed(zone: string, cx: Context): Promise<readonly Entry[]> {
  try {
    return (await zonesOf(cx).entries(zone)) ?? [];
  } catch (error) {
    if (error instanceof VpsError) return [];
    throw error;
  }
}

function compete(one: Entry, other: Entry): boolean {
  return one.type === other.type || one.type === "CNAME" || other.type === "CNAME";
}

function nameOf({ name, object }: MadeRecord): string {
  return name === undefined ? `record ${object.id}` : `"${name}"`;
}

function wordsOf({ id, type }: Entry): string {
  return `record ${id} (${type})`;
}
