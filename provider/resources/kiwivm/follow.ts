import { VpsError } from "../../errors/vpsError";
import {
  type Glance,
  glance,
  LATE_LOOKS,
  LOCK_SECONDS,
  locksMet,
  problemOf,
  whenUnlocked,
} from "../../hosters/kiwivm/locks";
import { forgetMachine } from "../../hosters/kiwivm/machines";
import type { Reconciler } from "../../lifecycle/reconcile/reconciler";
import type { Known } from "../../lifecycle/record";
import { noteOf } from "./requestNotes";
import type { LossyTask, Task } from "./taskModel";

/** What a look saw: what the machine shows, if it is not locked. */
type Seen = Glance<string>;

/** Whether the machine shows what is wanted. Where a run that was killed may have begun it just now, that may take some time. */
export async function isShown<A extends object, S extends A, O>(
  reconciler: Reconciler<A, S, O>,
  veid: string,
  task: LossyTask<S>,
): Promise<boolean> {
  const { cx } = reconciler;
  if ((await whenUnlocked(cx, veid, task.look)) === task.wanted) return true;
  const mayBeLate =
    locksMet(cx, veid).some(({ busy }) => task.isCalled(busy?.task ?? "")) ||
    // What the machine shows in the end decides, so a note that is out of reach stops nothing here.
    (task.request !== undefined &&
      (await noteOf(cx, veid, task, task.request)
        .sent()
        .catch(() => undefined)) !== undefined);
  return mayBeLate && (await watch(reconciler, veid, task, false)).isThere;
}

/** Whether the machine is locked by the task, or shows what is wanted, within a minute at the usual pace. Other work is waited for. */
export async function showsUp<A extends object, S extends A, O>(
  { cx }: Reconciler<A, S, O>,
  veid: string,
  { name, look, wanted, isCalled }: LossyTask<S>,
): Promise<boolean> {
  let looks = 0;
  const isSign = (seen: Seen) =>
    "busy" in seen ? isCalled(seen.busy?.task ?? "") : wanted !== undefined && seen.answer === wanted;
  const last = await cx.waitFor<Seen>({
    what: `a sign of the ${name}`,
    usuallyWithin: LOCK_SECONDS,
    look: () => glance(look),
    done: (seen) => {
      looks += "answer" in seen ? 1 : 0;
      return isSign(seen) || looks >= LATE_LOOKS;
    },
    words: (seen) => problemOf(veid, seen),
  });
  return isSign(last);
}

/** Waits for the end of the task, and records it. `wasLocked`: whether the machine has certainly been. */
export async function follow<A extends object, S extends A, O>(
  reconciler: Reconciler<A, S, O>,
  veid: string,
  task: Task<S>,
  wasLocked: boolean,
): Promise<void> {
  const { answer, isThere, words } = await watch(reconciler, veid, task, wasLocked);
  forgetMachine(reconciler.cx, veid);
  if (answer !== undefined) reconciler.keep(task.outputs(answer));
  if (task.wanted === undefined || isThere) return reconciler.finish();
  // What else was learnt is kept, such as a password.
  const { [task.askedBy]: _, ...learnt } = reconciler.finished;
  reconciler.keep(learnt as Known<S>);
  reconciler.abandon();
  throw new VpsError(
    "ended",
    `The ${task.name} that ${task.askedBy} requests had no effect: ${words}, not ${task.wanted}. See KiwiVM's panel for the reason. The next \`pulumi up\` requests it again.`,
  );
}

/** Waits until the machine is unlocked and shows what is wanted, or does not within a minute at the usual pace. */
async function watch<A extends object, S extends A, O>(
  { cx }: Reconciler<A, S, O>,
  veid: string,
  { name, look, wanted }: Task<S>,
  wasLocked: boolean,
): Promise<{ answer: string | undefined; isThere: boolean; words: string }> {
  let hasBeenLocked = wasLocked;
  let unlockedLooks = 0;
  const isThere = ({ answer }: Seen) =>
    answer !== undefined && (wanted === undefined ? hasBeenLocked : answer === wanted);
  const words = ({ answer }: Seen) =>
    `KiwiVM does not lock machine ${veid}${wanted === undefined ? "" : `, and shows ${answer}`}`;
  const last = await cx.waitFor<Seen>({
    what: `KiwiVM to finish the ${name}`,
    usuallyWithin: LOCK_SECONDS,
    look: () => glance(look),
    done: (seen) => {
      hasBeenLocked ||= "busy" in seen;
      unlockedLooks += "answer" in seen ? 1 : 0;
      return isThere(seen) || unlockedLooks >= LATE_LOOKS;
    },
    words: (seen) => problemOf(veid, seen) ?? (isThere(seen) ? `the ${name} is finished` : words(seen)),
  });
  return { answer: last.answer, isThere: isThere(last), words: words(last) };
}
