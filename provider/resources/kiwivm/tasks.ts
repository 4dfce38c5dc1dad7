import { isAmbiguous, isHttp } from "../../errors/httpError";
import { messageOf, VpsError } from "../../errors/vpsError";
import type { Known } from "../../lifecycle/contract";
import { inTurn } from "../../lifecycle/turns";
import { finishedOf, type Work } from "../../lifecycle/work";
import { type Glance, glance, LATE_LOOKS, LOCK_SECONDS, troubleOf, whenUnlocked, wordsOf } from "./locks";
import { forgetMachine } from "./machines";

/** What KiwiVM locks a machine for while it is at it. */
export interface Task<S> {
  /** As in "KiwiVM to finish the migration"; also the kind of the pending work. */
  name: string;
  /** The argument that asks for it. */
  askedBy: keyof S & string;
  /** What the machine shows, by a request that KiwiVM refuses while the machine is locked. */
  look: () => Promise<string>;
  /** What it shows once the task is done; undefined where nothing but the lock tells. */
  wanted: string | undefined;
  /** The outputs that hold what it shows. */
  outputs: (shown: string) => Partial<S>;
}

/** One that loses data, and so is begun only once. */
export interface LossyTask<S> extends Task<S> {
  /** Whether the words of a lock fit the task. They are guesses (unverified), and only ever make us stop. */
  isCalled: (words: string) => boolean;
  /** Refuses what cannot be, before anything is begun. */
  prepare: () => Promise<void>;
  /** Sends the one request; answers what counts once the task is done. */
  begin: () => Promise<Partial<S>>;
  /** What counts then where the answer got lost. */
  unheard: Partial<S>;
}

/** What a look saw: what the machine shows, if it is not locked. */
type Seen = Glance<string>;

/**
 * Carries the task out, and waits for its end. After a crash what the machine shows tells whether it was done, and a lock
 * whether it was begun; where neither does, the run stops. Nothing is begun twice.
 */
export function perform<A extends object, S extends A, O>(
  work: Work<A, S, O>,
  veid: string,
  task: LossyTask<S>,
): Promise<void> {
  return inTurn(work.cx, turnOf(veid), async () => {
    do {
      const words = await untilUnlocked(work, veid, task);
      if (task.wanted === undefined && words !== undefined) return stop(work, task, words);
      if (task.wanted !== undefined && (await whenUnlocked(work.cx, veid, task.look)) === task.wanted) {
        work.cx.report(`KiwiVM shows ${task.wanted} already, so nothing is begun`);
        return work.keep({ ...task.unheard, ...task.outputs(task.wanted) });
      }
      work.requireConsent();
      await task.prepare();
    } while (!(await begin(work, veid, task)));
    await follow(work, veid, task, false);
  });
}

/** Waits for what an earlier run began. */
export function resume<A extends object, S extends A, O>(
  work: Work<A, S, O>,
  veid: string,
  task: Task<S>,
): Promise<void> {
  return inTurn(work.cx, turnOf(veid), () => follow(work, veid, task, true));
}

/** Shared with snapshots: a lock for which this program itself is the reason must not look like somebody else's. */
function turnOf(veid: string): string {
  return `kiwivm ${veid}`;
}

/** Waits until the machine is unlocked; answers the words of a lock that may have been this very task, begun by a run that was killed. */
async function untilUnlocked<A extends object, S extends A, O>(
  { cx }: Work<A, S, O>,
  veid: string,
  { isCalled }: LossyTask<S>,
): Promise<string | undefined> {
  let words: string | undefined;
  const { client } = cx.hosters.kiwivm(veid);
  await whenUnlocked(cx, veid, async () => {
    try {
      await client.locations();
    } catch (error) {
      if (isHttp(error, "locked") && isCalled(error.busy?.task ?? "")) words = wordsOf(veid, error.busy);
      throw error;
    }
  });
  return words;
}

/** Nothing but the lock tells of this task, and its words leave open whether it was this one. */
function stop<A extends object, S extends A, O>(work: Work<A, S, O>, task: LossyTask<S>, words: string): never {
  work.keep(task.unheard);
  throw new VpsError(
    "ambiguous-action",
    `${words}. That may have been this ${task.name}, begun by a run that was killed; it is over now. It counts as done, and nothing was begun: ` +
      `look at the machine, and change ${task.askedBy} to ask for it once more.`,
  );
}

/** False where a lock was quicker: then everything is looked at again. */
async function begin<A extends object, S extends A, O>(
  work: Work<A, S, O>,
  veid: string,
  task: LossyTask<S>,
): Promise<boolean> {
  try {
    const finished = await task.begin();
    // Recorded before the waiting: a password is told this once.
    work.begin(task.name, finished);
  } catch (error) {
    if (isHttp(error, "locked")) return false;
    if (!isAmbiguous(error)) throw error;
    work.begin(task.name, task.unheard);
    work.cx.report("no clear answer; looking whether KiwiVM is at it all the same");
    if (!(await showsUp(work, veid, task))) throw noSign(work, task, error);
  }
  return true;
}

/** Whether the machine is locked, or shows what is wanted, within a minute at the usual pace. */
async function showsUp<A extends object, S extends A, O>(
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

/** What the machine shows proves that the task was not begun; where only a lock would tell, it counts as done. */
function noSign<A extends object, S extends A, O>(work: Work<A, S, O>, task: Task<S>, error: unknown): VpsError {
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

/** Waits until the machine is unlocked and shows what is wanted. `wasLocked`: whether it has certainly been. */
async function follow<A extends object, S extends A, O>(
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
