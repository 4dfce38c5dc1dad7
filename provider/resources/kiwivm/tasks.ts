import { isAmbiguous } from "../../errors/httpError";
import { messageOf, VpsError } from "../../errors/vpsError";
import { locksMet, whenUnlocked } from "../../hosters/kiwivm/locks";
import type { Page } from "../../lifecycle/journal";
import { inTurn } from "../../lifecycle/turns";
import type { Work } from "../../lifecycle/work";
import { signOf } from "./evidence";
import { follow, isShown, showsUp } from "./follow";
import { pageOf, presently, settle, settledBy } from "./settled";
import type { LossyTask, Task } from "./task";

/**
 * Carries the task out, and waits for its end. After a crash what the machine shows tells whether it was done; where it does
 * not, a lock, a note on this computer or KiwiVM's audit log whether it was begun, and the run stops. Nothing is begun twice.
 */
export function perform<A extends object, S extends A, O>(
  work: Work<A, S, O>,
  veid: string,
  task: LossyTask<S>,
): Promise<void> {
  return inTurn(work.cx, turnOf(veid), async () => {
    const isNew = work.internal.settled === undefined;
    const metBefore = locksMet(work.cx, veid).length;
    // Where a lock is quicker, all of it is done again, since the lock may have been this very task.
    const isBegun = await whenUnlocked(work.cx, veid, async () => {
      const sign = await signOf(work, veid, task, metBefore);
      if (sign !== undefined) return stop(work, veid, task, sign, isNew);
      if (task.wanted !== undefined && (await isShown(work, veid, task))) {
        work.cx.report(`KiwiVM shows ${task.wanted} already, so nothing is begun`);
        settle(work, veid);
        work.keep({ ...task.unheard, ...task.outputs(task.wanted) });
        return false;
      }
      work.requireConsent();
      await task.prepare();
      await begin(work, veid, task);
      return true;
    });
    if (!isBegun) return;
    await follow(work, veid, task, false);
    settle(work, veid);
  });
}

/** Waits for what an earlier run began. */
export function resume<A extends object, S extends A, O>(
  work: Work<A, S, O>,
  veid: string,
  task: Task<S>,
): Promise<void> {
  return inTurn(work.cx, turnOf(veid), async () => {
    await follow(work, veid, task, true);
    const until = await settledBy(work.cx, veid, work.internal, task);
    if (until !== undefined) work.settle(until);
  });
}

/** Shared with snapshots: a lock for which this program itself is the reason must not look like somebody else's. */
function turnOf(veid: string): string {
  return `kiwivm ${veid}`;
}

/** Nothing but signs like this one tells of the task, and they leave open whether it was done. `isNew`: whether the resource is. */
async function stop<A extends object, S extends A, O>(
  work: Work<A, S, O>,
  veid: string,
  task: LossyTask<S>,
  sign: string,
  isNew: boolean,
): Promise<never> {
  const { cx, internal } = work;
  if (isNew) await pageOf(cx, veid, internal, task.name).takeOver(presently(cx, veid, internal));
  work.keep(task.unheard);
  settle(work, veid);
  throw new VpsError(
    "ambiguous-action",
    `${sign} It counts as done, and nothing was begun: look at the machine, and change ${task.askedBy} to ask for it once more.`,
  );
}

async function begin<A extends object, S extends A, O>(
  work: Work<A, S, O>,
  veid: string,
  task: LossyTask<S>,
): Promise<void> {
  const page = pageOf(work.cx, veid, work.internal, task.name);
  await note(work, veid, task, page);
  try {
    const finished = await task.begin();
    // Recorded before the waiting: a password is told this once.
    work.begin(task.name, finished);
  } catch (error) {
    if (!isAmbiguous(error)) {
      await page.takeBack();
      // KiwiVM may log what it refused, too.
      settle(work, veid);
      throw error;
    }
    work.begin(task.name, task.unheard);
    // Also where the look for a sign of it takes too long.
    settle(work, veid);
    work.cx.report("no clear answer; looking whether KiwiVM is at it all the same");
    if (!(await showsUp(work, veid, task))) throw noSign(work, veid, task, error);
  }
  settle(work, veid);
}

/** Also where the machine shows the end: a refresh may have recorded that before the next run looks. What cannot be noted is begun all the same. */
async function note<A extends object, S extends A, O>(
  { cx, internal }: Work<A, S, O>,
  veid: string,
  { logged, name }: LossyTask<S>,
  page: Page,
): Promise<void> {
  if (logged === undefined) return;
  const trouble = await page.open(presently(cx, veid, internal));
  if (trouble) cx.warn(`${trouble}, so this computer will not know of the ${name} if this run is killed`);
}

/** What the machine shows proves that the task was not begun; where only a lock would tell, it counts as done. */
function noSign<A extends object, S extends A, O>(
  work: Work<A, S, O>,
  veid: string,
  task: Task<S>,
  error: unknown,
): VpsError {
  settle(work, veid);
  if (task.wanted === undefined) work.finish();
  else work.abandon();
  const next =
    task.wanted === undefined
      ? `but only a lock would tell. It counts as done and is not asked for again: look at the machine, and change ${task.askedBy} to ask for it once more.`
      : "so it was not begun. Run `pulumi up` again.";
  return new VpsError("ambiguous-action", `${messageOf(error)} KiwiVM shows no sign of the ${task.name}, ${next}`, {
    cause: error,
  });
}
