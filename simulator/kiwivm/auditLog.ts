import type { Fields } from "./answers";
import type { Moment } from "./moment";
import { isPast, later } from "./time";

/** 127.0.0.1: who asked, as a 32-bit number [kiwivm 1.3]. */
const REQUESTOR = 2_130_706_433;

/**
 * Not in the seed; a newer edition of the help page has it. Clients of the real service read the list `log_entries` and
 * these four fields [kiwivm 1.3: getAuditLog]. The order, oldest first, is unverified. New entries show some 20 seconds late,
 * as a note on the panel's page of it says.
 */
export function getAuditLog({ machine, state, now }: Moment): Fields {
  const { auditLagSeconds } = state.settings;
  const number = (value: number) => (state.switches.auditLog === "texts" ? String(value) : value);
  const shown = machine.auditLog.filter(({ at }) => isPast(later(Date.parse(at), auditLagSeconds), now));
  return {
    log_entries: shown.map(({ at, type, summary }) => ({
      timestamp: number(Math.floor(Date.parse(at) / 1000)),
      requestor_ipv4: number(REQUESTOR),
      type: number(type),
      summary,
    })),
  };
}

/**
 * Writes down a call that changes something. Words and types are unverified, and that what is refused is written down, too.
 * `named`: the parameters that stand in the summary.
 */
export function audit({ machine, parameters, now }: Moment, name: string, named: readonly string[]): void {
  const values = named.flatMap((parameter) => parameters.get(parameter) ?? []);
  machine.auditLog.push({ at: later(now, 0), type: 1, summary: ["API call:", name, ...values].join(" ") });
}
