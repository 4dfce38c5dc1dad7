import { isHttp } from "../../errors/httpError";
import { VpsError } from "../../errors/vpsError";
import { canonicalHost } from "../../hosters/fornex/names";
import type { Context } from "../../lifecycle/runtime/context";
import { type Listed, Listing } from "../../lifecycle/runtime/listing";
import type { FornexDnsRecordArgs } from "./dnsRecordModel";
import { contentKey, contentKeys, hostKeys } from "./recordContent";
import { idOfEntry, type ZoneEntry, zonesOf } from "./zones";

/** What of a zone is in the way of a record. */
export interface Conflict {
  /** Records with the same content. */
  equal: ZoneEntry[];
  /** Records beside which it cannot stand, since they or itself are a CNAME (RFC 1034, 3.6.2). */
  beside: ZoneEntry[];
}

/** `own` is the record's number, where it exists already. */
export function conflictOf(args: FornexDnsRecordArgs, entries: Listed<ZoneEntry>, own?: number): Conflict {
  const isOther = ({ id }: ZoneEntry) => id !== own;
  const equal = entries.by(contentKeys, contentKey(args.domain, args)).filter(isOther);
  const others = entries.by(hostKeys, hostOf(args)).filter((entry) => isOther(entry) && !equal.includes(entry));
  return { equal, beside: others.filter((entry) => isCname(args) || isCname(entry)) };
}

/** For a preview: beside what a new record cannot stand. */
export function hindranceOf(args: FornexDnsRecordArgs, entries: Listed<ZoneEntry>): string | undefined {
  const { beside } = conflictOf(args, entries);
  if (beside.length === 0) return undefined;
  return `a CNAME must be alone at its host (RFC 1034), so Fornex may refuse it beside ${listed(beside)}. ${takeOver(beside)}`;
}

/**
 * What to throw where Fornex refused a record: the same, and what the zone now holds in the record's way. The values there
 * stay unsaid: another resource of the program may have them as secrets.
 */
export async function explained(
  error: unknown,
  args: FornexDnsRecordArgs,
  cx: Context,
  own?: number,
): Promise<unknown> {
  if (!isHttp(error, "rejected", "refused")) return error;
  // Where nothing can be learnt of the zone, Fornex's own words are all there is.
  const listing = await zonesOf(cx)
    .entries(args.domain, true)
    .catch(() => undefined);
  const entries = listing ?? new Listing<ZoneEntry>([], idOfEntry);
  const explanation = explanationOf(args, conflictOf(args, entries, own), own);
  return explanation === undefined
    ? error
    : new VpsError("refused", `${error.message} ${explanation}`, { cause: error });
}

function explanationOf(args: FornexDnsRecordArgs, { equal, beside }: Conflict, own?: number): string | undefined {
  if (equal.length > 0 && own !== undefined) {
    return `${listed(equal)} already has the content that record ${own} should get. Delete one of the two, or adopt the other with adopt.`;
  }
  if (equal[0]) {
    return `${listed(equal)} already has this content. Adopt it with adopt: "${equal[0].id}", or describe another record.`;
  }
  if (isCname(args) && hostOf(args) === "") {
    return "The zone itself always holds other records (SOA, NS), and a CNAME must be alone at its host (RFC 1034). Use an A or AAAA record instead.";
  }
  if (beside.length === 0) return undefined;
  const inTheWay = `Other records exist at this host: ${listed(beside)}. A CNAME must be alone at its host (RFC 1034).`;
  if (own !== undefined) return `${inTheWay} ${goFirst("what is listed")}`;
  return `${inTheWay} ${beside.length > 1 ? `${goFirst("all but one")} ` : ""}${takeOver(beside)}`;
}

function goFirst(what: string): string {
  return `Delete ${what} first, at Fornex or in a separate run of the program, since Pulumi deletes last.`;
}

function takeOver(beside: readonly ZoneEntry[]): string {
  const id = beside.length === 1 ? beside[0]?.id : "<its id>";
  return (
    `If the record had another name in the program, set the option aliases: [{ name: "<old name>" }] on this resource; then it is ` +
    `changed in place. Otherwise adopt it with adopt: "${id}", which changes it in place too, or delete it.`
  );
}

function listed(entries: readonly ZoneEntry[]): string {
  return entries.map(({ id, type }) => `record ${id} (${type})`).join(", ");
}

function hostOf({ domain, host = "" }: FornexDnsRecordArgs): string {
  return canonicalHost(host, domain);
}

function isCname({ type }: { type: string }): boolean {
  return type.toUpperCase() === "CNAME";
}
