import { isAmbiguous } from "../../errors/httpError";
import { messageOf, VpsError } from "../../errors/vpsError";
import type { Foretold } from "../definition";
import type { Known } from "../record";
import type { Reconciler } from "./reconciler";

/**
 * Whether an optional trigger has changed, so that it acts. One that is given for the first time is only recorded, unless
 * `firstActs`: where an error names the trigger as the cure.
 */
export function isPulled<A extends object, S extends A, O>(
  reconciler: Reconciler<A, S, O>,
  name: keyof A & string,
  firstActs = false,
): boolean {
  if (reconciler.args[name] === undefined || !reconciler.differs(name)) return false;
  if (firstActs || reconciler.internal.specified.includes(name)) return true;
  reconciler.keep({ [name]: reconciler.args[name] } as Known<S>);
  return false;
}

/** What counts, and what is said, where nobody can tell whether a request was carried out. */
export interface Unclear<S> {
  counts: Known<S>;
  says: string;
}

/** Sends a request that no run may repeat: where its answer got lost, what counts then is recorded, and the error says so. */
export async function actOnce<A extends object, S extends A, O, T>(
  reconciler: Reconciler<A, S, O>,
  request: () => Promise<T>,
  unclear: Unclear<S>,
): Promise<T> {
  try {
    return await request();
  } catch (error) {
    if (!isAmbiguous(error)) throw error;
    reconciler.keep(unclear.counts);
    throw new VpsError("ambiguous-action", `${messageOf(error)} ${unclear.says}`, { cause: error });
  }
}

/** Of a restart. */
export const RESTART_UNCLEAR =
  "Whether the restart began is unknown. It counts as done and is not requested again. If it did not begin, change restartTrigger once more.";

/** Of a new root password. */
export const PASSWORD_UNCLEAR =
  "Whether a new root password was set is unknown, and it will not be shown again. The provider does not set one again by itself. To set another one, change rootPasswordVersion.";

/** What previews say of a trigger that restarts a machine. */
export const RESTART: Foretold = {
  changed: "restarts the machine if it is running, which interrupts everything on it",
  firstGiven: "is only recorded; nothing is restarted until it changes again",
};

/** The same of one that sets a root password. */
export const PASSWORD: Foretold = {
  created: "sets a new root password; the current one stops working",
  changed: "sets a new root password; the current one stops working",
  firstGiven: "is only recorded; no password is set until it changes again",
};
