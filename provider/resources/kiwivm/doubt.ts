import { VpsError } from "../../errors/vpsError";
import { locksMet, whenUnlocked, wordsOf } from "../../hosters/kiwivm/locks";
import type { Reconciler } from "../../lifecycle/reconcile/reconciler";
import { type Internal, isUnconfirmed, type Known } from "../../lifecycle/record";
import type { Context } from "../../lifecycle/runtime/context";
import { UNREADABLE } from "../../lifecycle/runtime/notes";
import { explainsLock, noteOf } from "./requestNotes";
import type { LossyTask, Named } from "./taskModel";

/** How a program asks for a task that nothing the machine shows would prove. */
export interface Asked extends Named {
  /** The argument whose change asks for it. */
  trigger: string;
}

/**
 * Waits until the machine is unlocked. Then, for a task that nothing the machine shows would prove: what tells that this very
 * request was sent before, as a sentence. `metBefore`: how many locks this run had met before it was the turn of this task.
 */
export async function doubtOf<A extends object, S extends A, O>(
  { cx }: Reconciler<A, S, O>,
  veid: string,
  task: LossyTask<S>,
  metBefore: number,
): Promise<string | undefined> {
  await whenUnlocked(cx, veid, () => cx.hosters.kiwivm(veid).client.locations());
  const { name, wanted, request } = task;
  if (wanted !== undefined || request === undefined) return undefined;
  const note = noteOf(cx, veid, task, request);
  const sent = await note.sent();
  if (sent !== undefined) return sentBefore(name, sent);
  const lock = locksMet(cx, veid).find(({ busy, isExplained }, index) => {
    // One without words that others met may have been a task or a snapshot of this very run.
    const words = busy?.task ?? "";
    return !isExplained && (words !== "" || index >= metBefore) && task.isCalled(words);
  });
  if (lock === undefined || (await explainsLock(note))) return undefined;
  return `${wordsOf(veid, lock.busy)}. That may have been this ${name}, begun elsewhere by a run that was killed, or in the panel. It is over now.`;
}

/** The note of a request, as a sentence. */
export function sentBefore(name: string, sent: string): string {
  const when = sent === UNREADABLE ? "" : ` at ${sent.slice(0, 19)}Z`;
  return `A run on this computer already requested this ${name}${when}, and the stack does not know of it. That run was killed, or belonged to another stack.`;
}

/** Why a run stops: with the two ways on. */
export function unconfirmed(what: string, { name, trigger }: Asked, cause?: unknown): VpsError {
  return new VpsError(
    "ambiguous-action",
    `${what} Whether the ${name} was carried out is unknown, so it is not repeated, and every run reports this. Look at the machine. ` +
      `If it was carried out, set confirmed to the value of ${trigger}, which records it as done without a call. ` +
      `If it was not, change ${trigger} to request it again, or restore the value applied before to withdraw it.`,
    cause === undefined ? {} : { cause },
  );
}

/**
 * What the program says of a request of which nobody can tell whether it was carried out: that it was (`confirmed`), or, by
 * another trigger, that it is over and done with. Throws where it says neither.
 */
export function resolveDoubt<A extends { confirmed?: string }, S extends A, O>(
  reconciler: Reconciler<A, S, O>,
  asked: Asked & { trigger: keyof A & string },
): void {
  const { internal, args, cx } = reconciler;
  if (!isUnconfirmed(internal)) return;
  const doubtful = reconciler.finished[asked.trigger];
  if (args.confirmed !== undefined && args.confirmed === doubtful) {
    cx.report(`the ${asked.name} is confirmed, so it is recorded as done without a call`);
    reconciler.finish();
    return;
  }
  if (args[asked.trigger] === doubtful) throw unconfirmed(sinceWhen(asked, internal), asked);
  cx.report(`the ${asked.name} that was in doubt is no longer requested`);
  reconciler.abandon();
}

/** For a refresh, which neither resolves it nor fails. */
export function warnOfDoubt(cx: Context, internal: Internal, asked: Asked): void {
  if (isUnconfirmed(internal)) cx.warn(unconfirmed(sinceWhen(asked, internal), asked).message);
}

function sinceWhen({ name }: Asked, { pending }: Internal): string {
  return `An earlier run could not confirm this ${name} at ${pending?.since.slice(0, 19)}Z.`;
}

/** Records as done what the program says was carried out. */
export function confirm<A extends object, S extends A, O>(
  reconciler: Reconciler<A, S, O>,
  { name, unheard }: LossyTask<S>,
): void {
  reconciler.cx.report(`the ${name} is confirmed, so it is recorded as done without a call`);
  reconciler.requested();
  reconciler.keep(unheard as Known<S>);
}
