import { VpsError } from "../../errors/vpsError";
import type { Known } from "../../lifecycle/contract";
import { finishedOf, type Work } from "../../lifecycle/work";
import { type Glance, glance, LATE_LOOKS, LOCK_SECONDS, locksMet, troubleOf, whenUnlocked } from "./locks";
import { forgetMachine } from "./machines";
import type { LossyTask, Task } from "./task";

/** What a look saw: what the machine shows, if it is not locked. */
type Seen = Glance<string>;

/** Whether the machine shows what is wanted. After a lock that may have been for it, that may take some time. */
export async function isShown<A extends object, S extends A, O>(
  work: Work<A, S, O>,
  veid: string,
  task: LossyTask<S>,
): Promise<boolean> {
  const isThere = async () => (await whenUnlocked(work.cx, veid, task.look)) === task.wanted;
  if (await isThere()) return true;
  const mayBeLate = locksMet(work.cx, veid).some(({ busy }) => task.isCalled(busy?.task ?? ""));
  return mayBeLate && (await showsUp(work, veid, task)) && isThere();
}

/** Whether the machine is locked, or shows what is wanted, within a minute at the usual pace. */
export async function showsUp<A extends object, S extends A, O>(
  { cx }: Work<A, S, O>,
  veid: string,
  { name, look, wanted }: Task<S>,
): Promise<boolean> {
  let looks = 0;
  const isSign = (seen: Seen) => "busy" in seen || (wanted !== undefined && seen.answer === wanted);
  const last = await cx.waitFor<Seen>({
    what: `a sign of the ${name}`,
    usuallyWithin: LOCK_SECONDS,
    look: () => glance(look),
    done: (seen) => {
      looks += "answer" in seen ? 1 : 0;
      return isSign(seen) || looks >= LATE_LOOKS;
    },
    words: (seen) => troubleOf(veid, seen),
  });
  return isSign(last);
}

/** Waits until the machine is unlocked and shows what is wanted. `wasLocked`: whether it has certainly been. */
export async function follow<A extends object, S extends A, O>(
  work: Work<A, S, O>,
  veid: string,
  task: Task<S>,
  wasLocked: boolean,
): Promise<void> {
  const { name, look, wanted } = task;
  let hasBeenLocked = wasLocked;
  let unlockedLooks = 0;
  const isThere = ({ answer }: Seen) =>
    answer !== undefined && (wanted === undefined ? hasBeenLocked : answer === wanted);
  const words = ({ answer }: Seen) =>
    `KiwiVM does not lock machine ${veid}${wanted === undefined ? "" : `, and shows ${answer}`}`;
  const last = await work.cx.waitFor<Seen>({
    what: `KiwiVM to finish the ${name}`,
    usuallyWithin: LOCK_SECONDS,
    look: () => glance(look),
    done: (seen) => {
      hasBeenLocked ||= "busy" in seen;
      unlockedLooks += "answer" in seen ? 1 : 0;
      return isThere(seen) || unlockedLooks >= LATE_LOOKS;
    },
    words: (seen) => troubleOf(veid, seen) ?? (isThere(seen) ? `the ${name} is finished` : words(seen)),
  });
  forgetMachine(work.cx, veid);
  if (last.answer !== undefined) work.keep(task.outputs(last.answer));
  if (wanted === undefined || isThere(last)) return work.finish();
  // What else was learnt is kept, such as a password.
  const { [task.askedBy]: _, ...learnt } = finishedOf(work.state);
  work.keep(learnt as Known<S>);
  work.abandon();
  throw new VpsError(
    "ended",
    `The ${name} has come to nothing: ${words(last)}, not ${wanted}. See KiwiVM's panel for the reason; the next \`pulumi up\` asks for it again.`,
  );
}
