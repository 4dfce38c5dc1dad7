import { LOCK_SECONDS } from "../../hosters/kiwivm/locks";
import type { Reconciler } from "../../lifecycle/reconcile/reconciler";
import type { Named } from "./taskModel";

/** Calls that the audit log may name, beside texts that people choose: the name of a host or of a snapshot, a command. */
const CALLS =
  /\b(?:setHostname|setPTR|resetRootPassword|reinstallOS|(?:basicShell|shellScript|snapshot|ipv6|migrate)\/\w+)/i;

/**
 * Says when KiwiVM's audit log tells of the task last, where that is later than this state's own can have been: of somebody
 * else's, or a run's that was killed on another computer. It is only a hint: its words are guesses, it is late, and some have none.
 */
export async function warnOfLog<A extends object, S extends A, O>(
  { cx, internal }: Reconciler<A, S, O>,
  veid: string,
  task: Named,
): Promise<void> {
  const entries = await cx.hosters
    .kiwivm(veid)
    .client.auditLog()
    .catch(() => []);
  const last = entries
    .filter(({ summary }) => isLogged(task, summary))
    .map(({ at }) => at)
    .sort()
    .at(-1);
  if (last === undefined || last <= ownUntil(internal.requestedAt)) return;
  cx.warn(`KiwiVM's audit log shows a ${task.name} at ${last.slice(0, 19)}Z that the stack does not know of`);
}

/** The last moment at which the log may tell of the state's own, be it of the end; of a state that has none yet, an hour ago. */
function ownUntil(requestedAt: string | undefined): string {
  const begun = requestedAt === undefined ? Date.now() - 2000 * LOCK_SECONDS : Date.parse(requestedAt);
  return new Date(begun + 1000 * LOCK_SECONDS).toISOString();
}

/** Whether an entry tells of the task, be it of its end. */
function isLogged({ logged }: Named, summary: string): boolean {
  if (!logged?.words.test(summary)) return false;
  const call = callIn(summary);
  return call === undefined || call === callIn(logged.call);
}

/** The call that an entry names first. */
function callIn(summary: string): string | undefined {
  return CALLS.exec(summary)?.[0].toLowerCase();
}
