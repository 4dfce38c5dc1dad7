import { z } from "zod";
import { looseNumber, text } from "./schemas";

/** What a date can hold, in seconds. */
const LAST_TIME = 8.64e12;

/** Old answers hold the time as text. */
const entry = z
  .object({ timestamp: looseNumber.pipe(z.number().min(0).max(LAST_TIME)), summary: text })
  .transform(({ timestamp, summary }) => ({ at: new Date(1000 * timestamp).toISOString(), summary }));

/** Something that was done to a machine: when (ISO 8601, by KiwiVM's clock), and KiwiVM's words for it. */
export type AuditEntry = z.output<typeof entry>;

/**
 * `getAuditLog`. The help page names neither the list nor the words; clients read `log_entries`, but whatever list there is
 * will do, and what is no entry is left out: this call only ever makes us more careful (unverified).
 */
export const auditLog = z
  .record(z.string(), z.unknown())
  .transform((answer) => Object.values(answer).flatMap(itemsIn).flatMap(entriesIn));

/** PHP writes a list with gaps as a map. */
function itemsIn(value: unknown): unknown[] {
  return typeof value === "object" && value !== null ? Object.values(value) : [];
}

function entriesIn(item: unknown): AuditEntry[] {
  const { data } = entry.safeParse(item);
  return data ? [data] : [];
}
