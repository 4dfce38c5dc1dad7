import { VpsError } from "../../errors/vpsError";
import type { Made } from "../../lifecycle/contract";
import type { Context } from "../../lifecycle/runtime/context";
import type { Listed } from "../../lifecycle/runtime/listing";
import type { FornexDnsRecordArgs } from "./dnsRecordModel";
import { hostKeys } from "./recordContent";
import { type ZoneEntry, zonesOf } from "./zones";

type MadeRecord = Made<FornexDnsRecordArgs, ZoneEntry>;

/** A record that nobody describes, and one that was just made at the same host. */
interface Neighbours {
  stranger: ZoneEntry;
  beside: MadeRecord;
}

/** More would bury what is to be done. */
const MOST_LISTED = 10;

/**
 * Tells of records that share host and type with one just made, or stand beside a CNAME, and that no resource of this run
 * describes: two addresses where one was meant are an outage that nobody sees. Hosts and values may be secrets, so they are
 * named by the resource that they stand beside.
 */
export async function tellOfNeighbours(
  made: readonly MadeRecord[],
  isDescribed: (entry: ZoneEntry) => boolean,
  cx: Context,
): Promise<void> {
  // Each is told of once a run.
  const told = cx.shared("fornex neighbours told", () => new Set<ZoneEntry["id"]>());
  for (const [zone, records] of byZone(made)) {
    const places: Neighbours[] = [];
    const entries = await listed(zone, cx);
    for (const beside of records) {
      for (const stranger of entries?.by(hostKeys, hostKeys(beside.object)[0]) ?? []) {
        if (!compete(beside.object, stranger) || told.has(stranger.id) || isDescribed(stranger)) continue;
        told.add(stranger.id);
        places.push({ stranger, beside });
      }
    }
    if (places.length === 0) continue;
    const words = places
      .slice(0, MOST_LISTED)
      .map(({ stranger, beside }) => `${wordsOf(stranger)} beside ${nameOf(beside)}`);
    const more = places.length > MOST_LISTED ? `, … and ${places.length - MOST_LISTED} more` : "";
    cx.warn(
      `the zone holds records that no resource of this run describes: ${words.join(", ")}${more}. ` +
        "Delete or adopt those that should not be there, unless this run is about to delete them.",
    );
  }
}

function byZone(made: readonly MadeRecord[]): Map<string, MadeRecord[]> {
  const zones = new Map<string, MadeRecord[]>();
  for (const record of made) {
    const records = zones.get(record.object.zone);
    if (records) records.push(record);
    else zones.set(record.object.zone, [record]);
  }
  return zones;
}

/** The line is only a hint, so a hoster that does not answer now is no failure. */
async function listed(zone: string, cx: Context): Promise<Listed<ZoneEntry> | undefined> {
  try {
    return await zonesOf(cx).entries(zone);
  } catch (error) {
    if (error instanceof VpsError) return undefined;
    throw error;
  }
}

function compete(one: ZoneEntry, other: ZoneEntry): boolean {
  return one.type === other.type || one.type === "CNAME" || other.type === "CNAME";
}

function nameOf({ name, object }: MadeRecord): string {
  return name === undefined ? `record ${object.id}` : `"${name}"`;
}

function wordsOf({ id, type }: ZoneEntry): string {
  return `record ${id} (${type})`;
}
