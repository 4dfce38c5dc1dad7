import { HttpError, isHttp } from "../../errors/httpError";
import type { Context } from "../../lifecycle/context";
import type { Note } from "../../lifecycle/journal";
import type { Work } from "../../lifecycle/work";
import { whenUnlocked, wordsOf } from "./locks";
import type { LossyTask } from "./task";

/** Where a state does not say what it knows of, since there was none, what is older was not begun by a run that was killed. */
const RECENT_SECONDS = 3600;

/**
 * Waits until the machine is unlocked. Then, for a task that nothing the machine shows would prove: what tells that it was
 * begun by a run of which this stack knows nothing, as a sentence. All of this only ever makes us stop.
 */
export async function signOf<A extends object, S extends A, O>(
  work: Work<A, S, O>,
  veid: string,
  task: LossyTask<S>,
): Promise<string | undefined> {
  const words = await untilUnlocked(work.cx, veid, task);
  if (task.wanted !== undefined) return undefined;
  if (words !== undefined) {
    return `${words}. That may have been this ${task.name}, begun by a run that was killed; it is over now.`;
  }
  return (await signInJournal(work, veid, task)) ?? (await signInLog(work, veid, task));
}

/** What this computer notes of the task. */
export function noteOf<S>(cx: Context, veid: string, { name }: LossyTask<S>): Note {
  return cx.journal.note([cx.hosters.kiwivm(veid).url, veid], name);
}

/** Opens the note; where it cannot be written, the work goes on all the same. */
export async function openNote<S>(cx: Context, veid: string, { name }: LossyTask<S>, note: Note): Promise<void> {
  const trouble = await note.open(cx.hosters.kiwivm(veid).clock.now());
  if (trouble) cx.report(`warning: ${trouble}, so this computer will not know of the ${name} if this run is killed`);
}

/**
 * Records that this state knows of all that was begun up to now. By KiwiVM's clock, since that is what its log goes by. The
 * end of a task is recorded, too: the log may tell of both, and shows an entry some 20 seconds late.
 */
export function settle<A extends object, S extends A, O>(work: Work<A, S, O>, veid: string): void {
  work.settle(work.cx.hosters.kiwivm(veid).clock.now());
}

/** Answers the words of a lock that may have been this very task. */
async function untilUnlocked<S>(cx: Context, veid: string, { isCalled }: LossyTask<S>): Promise<string | undefined> {
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

async function signInJournal<A extends object, S extends A, O>(
  { cx, state }: Work<A, S, O>,
  veid: string,
  task: LossyTask<S>,
): Promise<string | undefined> {
  const noted = await noteOf(cx, veid, task).read();
  if (noted === undefined) return undefined;
  // One that was closed had an outcome, which may be gone from the stack again.
  const since = state.settled ?? (noted.ended === undefined ? "" : recently(cx, veid));
  if (noted.begun <= since) return undefined;
  return `A run on this computer began this ${task.name} at ${shown(noted.begun)}, and the stack does not know of it: that run was killed, or is another stack's.`;
}

/** Also of what somebody else did. Where the log cannot be read there is none, and a lock in between is met by the request itself. */
async function signInLog<A extends object, S extends A, O>(
  work: Work<A, S, O>,
  veid: string,
  task: LossyTask<S>,
): Promise<string | undefined> {
  const { cx, state } = work;
  const entries = await cx.hosters.kiwivm(veid).client.auditLog().catch(none);
  const since = state.settled ?? recently(cx, veid);
  const times = entries.filter(({ at, summary }) => at > since && task.isLogged?.(summary)).map(({ at }) => at);
  const last = times.sort().at(-1);
  if (last === undefined) return undefined;
  // Also where the log is ahead of KiwiVM's clock, so that the next trigger goes through.
  work.settle(last);
  return `KiwiVM's audit log tells of a ${task.name} at ${shown(last)}, and the stack does not know of it: a run that was killed began it, or somebody else.`;
}

function none(error: unknown): never[] {
  if (error instanceof HttpError) return [];
  throw error;
}

function recently(cx: Context, veid: string): string {
  return cx.hosters.kiwivm(veid).clock.before(RECENT_SECONDS);
}

/** To the second. */
function shown(time: string): string {
  return `${time.slice(0, 19)}Z`;
}
