import type { Domain, Entry } from "../../clients/fornex/dns";
import { canonicalName } from "../../dnsName";
import { canonicalHost } from "../../hosters/fornex/names";
import { canonicalValue } from "./recordValue";

/** A record that every zone has at its own name: one of its name servers, or its SOA. */
export interface ApexRecord {
  /** `NS` or `SOA`. */
  type: string;
  /** Value of the record, as Fornex wrote it. */
  value: string;
}

/** The name servers and the SOA of a zone, as they are now. */
export function apexRecordsOf(zone: Domain): ApexRecord[] {
  return zone.entry_set.filter((entry) => isApexRecord(zone.name, entry)).map(({ type, value }) => ({ type, value }));
}

/** Whether a record is a name server or the SOA of the zone itself, not of a name below it. */
export function isApexRecord(zone: string, { host, type }: Entry): boolean {
  return (type === "NS" || type === "SOA") && canonicalHost(host, zone) === "";
}

/**
 * Whether a name server or SOA is one of those that are recorded. A zone has exactly one SOA and nobody can add it, so
 * where none was shown when the zone was recorded, the one that is shown now is the zone's own all the same.
 */
export function isRecorded(recorded: readonly ApexRecord[], { type, value }: Entry): boolean {
  const same = recorded.filter((one) => one.type === type);
  if (type === "SOA" && same.length === 0) return true;
  return same.some((one) => canonicalApexValue(type, one.value) === canonicalApexValue(type, value));
}

/** The serial number of a SOA changes with every record of the zone, so it does not count. */
function canonicalApexValue(type: string, value: string): string {
  if (type !== "SOA") return canonicalValue(type, value);
  const [server = "", mailbox = "", _serial, ...times] = value.trim().split(/\s+/);
  return [canonicalName(server), canonicalName(mailbox), ...times].join(" ");
}
