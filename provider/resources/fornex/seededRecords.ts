import type { Domain, Entry } from "../../clients/fornex/dns";
import { VpsError } from "../../errors/vpsError";
import { canonicalHost } from "../../hosters/fornex/names";
import type { Reconciler } from "../../lifecycle/reconcile/reconciler";
import { isApexRecord } from "./apexRecords";
import type { FornexDnsDomainArgs, FornexDnsDomainState, SeededRecord } from "./dnsDomainModel";
import { canonicalValue, shownValue } from "./recordValue";
import { zonesOf } from "./zones";

type ZoneReconciler = Reconciler<FornexDnsDomainArgs, FornexDnsDomainState, Domain>;

/** Records of a zone just made; its name servers and its SOA are the zone itself. */
export function seedsOf(zone: Domain): SeededRecord[] {
  return zone.entry_set
    .filter((entry) => !isApexRecord(zone.name, entry))
    .map(({ id, host, type, value, prio }) => ({
      recordId: id,
      host: canonicalHost(host, zone.name),
      type,
      value,
      ...(prio === undefined ? {} : { prio }),
    }));
}

/**
 * The address at the zone's own name. Fornex keeps no other trace of the one that a zone was made with, and nothing comes
 * of it afterwards.
 */
export function addressOf(zone: Domain): string | undefined {
  const isApex = ({ type, host }: Entry) =>
    type === "A" && canonicalHost(host, zone.name) === canonicalHost("", zone.name);
  return zone.entry_set.find(isApex)?.value;
}

/** Whether the record that has the seed's number, if there is one, still says what was seeded. */
export function stillAsSeeded(zone: string, entry: Entry | undefined, seed: SeededRecord): boolean {
  return (
    entry !== undefined &&
    entry.type === seed.type &&
    canonicalHost(entry.host, zone) === seed.host &&
    meaningOf(entry) === meaningOf(seed) &&
    hasSamePriority(entry, seed)
  );
}

/** Both values are as Fornex shows them, which is not how a person writes them. */
function meaningOf({ type, value }: Pick<SeededRecord, "type" | "value">): string {
  return canonicalValue(type, shownValue(type, value));
}

/** One that is not shown, then or now, tells of no change. */
function hasSamePriority(entry: Entry, seed: SeededRecord): boolean {
  return entry.prio === undefined || seed.prio === undefined || entry.prio === seed.prio;
}

/**
 * Deletes what was seeded and still is as seeded, forgetting each record as it goes, so that a failure leaves what is left.
 * A record that a FornexDnsRecord of this run holds is no longer the zone's to delete.
 */
export async function removeSeeded(reconciler: ZoneReconciler): Promise<void> {
  if (reconciler.state.seeded.length === 0) return;
  reconciler.begin("removeSeeded", { seededRecords: "remove" });
  const zones = zonesOf(reconciler.cx);
  const entries = await zones.entries(reconciler.id, true);
  for (const seed of [...reconciler.state.seeded]) {
    const adopted = reconciler.cx.isHeld(`FornexDnsRecord ${seed.recordId}`);
    const entry = entries?.byId(String(seed.recordId));
    if (!adopted && stillAsSeeded(reconciler.id, entry, seed)) await removeSeed(reconciler, seed);
    reconciler.keep({ seeded: reconciler.state.seeded.filter(({ recordId }) => recordId !== seed.recordId) });
  }
}

async function removeSeed(reconciler: ZoneReconciler, seed: SeededRecord) {
  try {
    await zonesOf(reconciler.cx).removeEntry(reconciler.id, seed.recordId);
  } catch (error) {
    if (!(error instanceof VpsError)) throw error;
    const left = reconciler.state.seeded.length;
    throw new VpsError(
      error.code,
      `The zone exists, but ${left} of its seeded records could not be removed yet: ${error.message}`,
      { cause: error },
    );
  }
}
