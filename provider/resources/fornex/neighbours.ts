import type { Entry } from "../../clients/fornex/dns";
import { VpsError } from "../../errors/vpsError";
import type { Context } from "../../lifecycle/context";
import type { Made } from "../../lifecycle/contract";
import type { FornexDnsRecordArgs } from "./dnsRecord";
import { canonicalHost, canonicalName } from "./names";
import { zonesOf } from "./zones";

type MadeRecord = Made<FornexDnsRecordArgs, Entry>;

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
  for (const zone of new Set(made.map(zoneOf))) {
    const records = made.filter((record) => zoneOf(record) === zone);
    const strangers = (await listed(zone, cx)).filter((entry) => !isDescribed(zone, entry));
    const places = records.flatMap((record) => {
      const beside = strangers.filter((entry) => shareHost(zone, record.object, entry) && !isTold(cx, entry));
      return beside.length === 0 ? [] : [`${nameOf(record)} ${beside.map(words).join(", ")}`];
    });
    if (places.length === 0) continue;
    cx.report(
      `warning: the zone holds records that no resource of this run describes. Beside ${places.join("; beside ")}. ` +
        "Delete or adopt what is not meant to be there.",
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

function shareHost(zone: string, one: Entry, other: Entry): boolean {
  if (canonicalHost(one.host, zone) !== canonicalHost(other.host, zone)) return false;
  return one.type === other.type || one.type === "CNAME" || other.type === "CNAME";
}

/** Each is told of once a run. */
function isTold(cx: Context, { id }: Entry): boolean {
  const told = cx.shared("fornex neighbours told", () => new Set<number>());
  const before = told.has(id);
  told.add(id);
  return before;
}

function nameOf({ name, object }: MadeRecord): string {
  return name === undefined ? `record ${object.id}` : `"${name}"`;
}

function words({ id, type }: Entry): string {
  return `record ${id} (${type})`;
}
