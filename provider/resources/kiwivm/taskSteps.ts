import { type HttpError, isAmbiguous } from "../../errors/httpError";
import { messageOf, VpsError } from "../../errors/vpsError";
import { explainLocks, locksMet, whenUnlocked } from "../../hosters/kiwivm/locks";
import type { Reconciler } from "../../lifecycle/reconcile/reconciler";
import { withMutex } from "../../lifecycle/runtime/withMutex";
import { warnOfLog } from "./auditLog";
import { confirm, doubtOf, sentBefore, unconfirmed } from "./doubt";
import { follow, isShown, showsUp } from "./follow";
import { noteOf } from "./requestNotes";
import type { LossyTask, Task } from "./taskModel";

/**
 * Carries the task out, and waits for its end. After a crash what the machine shows tells whether it was done; where it does
 * not, this computer's note of the very request, or a lock that nothing explains, makes the run stop.
 */
export function perform<A extends object, S extends A, O>(
  reconciler: Reconciler<A, S, O>,
  veid: string,
  task: LossyTask<S>,
): Promise<void> {
  return withMutex(reconciler.cx, mutexOf(veid), async () => {
    if (isConfirmed(task)) return confirm(reconciler, task);
    const metBefore = locksMet(reconciler.cx, veid).length;
    // Where a lock is quicker, all of it is done again, since the lock may have been this very task.
    const isBegun = await whenUnlocked(reconciler.cx, veid, async () => {
      const doubt = await doubtOf(reconciler, veid, task, metBefore);
      if (doubt !== undefined) return stop(reconciler, veid, task, doubt);
      if (task.wanted !== undefined && (await isShown(reconciler, veid, task))) {
        reconciler.cx.report(`KiwiVM shows ${task.wanted} already, so nothing is started`);
        reconciler.requested();
        reconciler.keep({ ...task.unheard, ...task.outputs(task.wanted) });
        return false;
      }
      reconciler.requireConsent();
      await task.prepare();
      await begin(reconciler, veid, task);
      return true;
    });
    if (isBegun) await followOwn(reconciler, veid, task, false);
  });
}

/** Waits for what an earlier run began. */
export function resume<A extends object, S extends A, O>(
  reconciler: Reconciler<A, S, O>,
  veid: string,
  task: Task<S>,
): Promise<void> {
  return withMutex(reconciler.cx, mutexOf(veid), () => followOwn(reconciler, veid, task, true));
}

/** Shared with snapshots: a lock for which this program itself is the reason must not look like somebody else's. */
function mutexOf(veid: string): string {
  return `kiwivm ${veid}`;
}

async function followOwn<A extends object, S extends A, O>(
  reconciler: Reconciler<A, S, O>,
  veid: string,
  task: Task<S>,
  wasLocked: boolean,
): Promise<void> {
  await follow(reconciler, veid, task, wasLocked);
  explainLocks(reconciler.cx, veid);
}

function isConfirmed<S>({ wanted, request, confirmed }: LossyTask<S>): boolean {
  return wanted === undefined && confirmed !== undefined && confirmed === request?.trigger;
}

/** In doubt whether this very request was carried out. State says so from now on. */
async function stop<A extends object, S extends A, O>(
  reconciler: Reconciler<A, S, O>,
  veid: string,
  task: LossyTask<S>,
  doubt: string,
): Promise<never> {
  await warnOfLog(reconciler, veid, task);
  reconciler.doubt(task.name, task.unheard);
  reconciler.requested();
  throw unconfirmed(doubt, askedOf(task));
}

async function begin<A extends object, S extends A, O>(
  reconciler: Reconciler<A, S, O>,
  veid: string,
  task: LossyTask<S>,
): Promise<void> {
  if (task.wanted === undefined) await warnOfLog(reconciler, veid, task);
  await note(reconciler, veid, task);
  try {
    const finished = await task.begin();
    // Recorded before the waiting: a password is told this once.
    reconciler.begin(task.name, finished);
    reconciler.requested();
  } catch (error) {
    if (!isAmbiguous(error)) {
      await unnote(reconciler, veid, task);
      throw error;
    }
    // Also where the look for a sign of it takes too long.
    if (task.wanted === undefined) reconciler.doubt(task.name, task.unheard);
    else reconciler.begin(task.name, task.unheard);
    reconciler.requested();
    reconciler.cx.report("no clear answer; checking whether KiwiVM began it");
    const isSeen = await showsUp(reconciler, veid, task).catch((end: unknown) => {
      throw isCancelled(end) ? unseen(task, error, end) : end;
    });
    if (!isSeen) throw await noSign(reconciler, veid, task, error);
    reconciler.begin(task.name, task.unheard);
  }
}

/** Also where the machine shows the end: a refresh may have recorded that before the next run looks. What cannot be noted is begun all the same. */
async function note<A extends object, S extends A, O>(
  reconciler: Reconciler<A, S, O>,
  veid: string,
  task: LossyTask<S>,
): Promise<void> {
  if (task.request === undefined) return;
  // The machine shows that an earlier one was not carried out.
  if (task.wanted !== undefined) await unnote(reconciler, veid, task);
  const { cx } = reconciler;
  const written = await noteOf(cx, veid, task, task.request).write();
  if (written === "written") return;
  if (written === "found") return stop(reconciler, veid, task, sentBefore(task.name, new Date().toISOString()));
  cx.warn(`${written.problem}, so this computer will not know of the ${task.name} if this run is killed`);
}

async function unnote<A extends object, S extends A, O>(
  { cx }: Reconciler<A, S, O>,
  veid: string,
  task: LossyTask<S>,
): Promise<void> {
  if (task.request !== undefined) await noteOf(cx, veid, task, task.request).remove();
}

/** What the machine shows proves that the task was not begun; where only a lock would tell, it stays in doubt. */
async function noSign<A extends object, S extends A, O>(
  reconciler: Reconciler<A, S, O>,
  veid: string,
  task: LossyTask<S>,
  error: unknown,
): Promise<VpsError> {
  const what = `${messageOf(error)} KiwiVM shows no sign of the ${task.name}`;
  if (task.wanted === undefined) return unconfirmed(`${what}, but only a lock would show it.`, askedOf(task), error);
  await unnote(reconciler, veid, task);
  reconciler.abandon();
  return new VpsError("ambiguous-action", `${what}, so it was not begun. Run \`pulumi up\` again.`, { cause: error });
}

/** Nobody looks any more; what the machine shows will tell the next run, where it can. */
function unseen<S>(task: LossyTask<S>, error: HttpError, end: VpsError): VpsError {
  if (task.wanted !== undefined) return end;
  const what = `${messageOf(error)} The operation was cancelled before KiwiVM showed a sign of the ${task.name}.`;
  return unconfirmed(what, askedOf(task), error);
}

function isCancelled(error: unknown): error is VpsError {
  return error instanceof VpsError && error.code === "cancelled";
}

function askedOf<S>({ name, askedBy }: LossyTask<S>): { name: string; trigger: string } {
  return { name, trigger: askedBy };
}
