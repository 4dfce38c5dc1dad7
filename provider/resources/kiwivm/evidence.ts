import { messageOf, VpsError } from "../../errors/vpsError";
import { locksMet, whenUnlocked, wordsOf } from "../../hosters/kiwivm/locks";
import type { Work } from "../../lifecycle/work";
import { auditLog, isLogged } from "./auditLog";
import { notedOf, pageOf } from "./settled";
import type { LossyTask } from "./task";

/** Where a state does not say what it knows of, since there was none, what is older was not begun by a run that was killed. */
const RECENT_SECONDS = 3600;

/**
 * Waits until the machine is unlocked. Then, for a task that nothing the machine shows would prove: what tells that it was
 * begun by a run of which this stack knows nothing, as a sentence. All of this only ever makes us stop. `metBefore`: how many
 * locks this run had met before it was the turn of this task.
 */
export async function signOf<A extends object, S extends A, O>(
  work: Work<A, S, O>,
  veid: string,
  task: LossyTask<S>,
  metBefore: number,
): Promise<string | undefined> {
  const { cx } = work;
  await whenUnlocked(cx, veid, () => cx.hosters.kiwivm(veid).client.locations());
  if (task.wanted !== undefined) return undefined;
  const inLocks = () => signInLocks(work, veid, task, metBefore);
  // Where the log is refused because of another lock, that one may tell more than the log.
  return inLocks() ?? (await signInJournal(work, veid, task)) ?? (await signInLog(work, veid, task)) ?? inLocks();
}

/** The words of a lock that may have been this very task, whoever of this run waited for its end. */
function signInLocks<A extends object, S extends A, O>(
  { cx, internal }: Work<A, S, O>,
  veid: string,
  task: LossyTask<S>,
  metBefore: number,
): string | undefined {
  const known = internal.settled ?? "";
  const lock = locksMet(cx, veid).find(({ at, busy }, index) => {
    // One without words that others met may have been a task or a snapshot of this very run.
    const words = busy?.task ?? "";
    return at >= known && (words !== "" || index >= metBefore) && task.isCalled(words);
  });
  if (lock === undefined) return undefined;
  return `${wordsOf(veid, lock.busy)}. That may have been this ${task.name}, begun by a run that was killed; it is over now.`;
}

async function signInJournal<A extends object, S extends A, O>(
  { cx, internal }: Work<A, S, O>,
  veid: string,
  task: LossyTask<S>,
): Promise<string | undefined> {
  const begun = await notedOf(cx, veid, internal, task);
  if (begun === undefined) return undefined;
  return `A run on this computer began this ${task.name} at ${shown(begun)}, and the stack does not know of it: that run was killed, or is another resource's or stack's.`;
}

/** Also of what somebody else did. */
async function signInLog<A extends object, S extends A, O>(
  work: Work<A, S, O>,
  veid: string,
  task: LossyTask<S>,
): Promise<string | undefined> {
  const entries = await auditLog(work.cx, veid).catch((error) => {
    throw new VpsError(
      "refused",
      `${messageOf(error)} Only KiwiVM's audit log could tell whether a run that was killed began this ${task.name}, so nothing was begun. Run \`pulumi up\` again.`,
      { cause: error },
    );
  });
  if (entries === undefined) {
    work.cx.warn(
      `KiwiVM tells of no audit log, so another computer will not know of the ${task.name} if this run is killed`,
    );
    return undefined;
  }
  const since = work.internal.settled ?? (await unknownSince(work, veid, task));
  const times = entries.filter(({ at, summary }) => at > since && isLogged(task, summary)).map(({ at }) => at);
  const last = times.sort().at(-1);
  if (last === undefined) return undefined;
  // Also where the log is ahead of KiwiVM's clock, so that the next trigger goes through.
  work.settle(last);
  return `KiwiVM's audit log tells of a ${task.name} at ${shown(last)}, and the stack does not know of it: a run that was killed began it, or somebody else.`;
}

/** For a resource that knows of nothing yet: those that left the stack may have known. */
async function unknownSince<A extends object, S extends A, O>(
  { cx, internal }: Work<A, S, O>,
  veid: string,
  { name }: LossyTask<S>,
): Promise<string> {
  const recently = cx.hosters.kiwivm(veid).clock.before(RECENT_SECONDS);
  const left = (await pageOf(cx, veid, internal, name).left()) ?? "";
  return left > recently ? left : recently;
}

/** To the second. */
function shown(time: string): string {
  return `${time.slice(0, 19)}Z`;
}
