import { type Busy, isAmbiguous, isHttp } from "../../errors/httpError";
import { AnswerCache } from "../../lifecycle/runtime/answerCache";
import type { Context } from "../../lifecycle/runtime/context";
import { operation } from "../../operation";

/** The longest work of which anybody told a duration is a migration: 15 minutes. Snapshots grow with the disk. */
export const LOCK_SECONDS = 3600;
/** How often to look for what may show up only some time after a request, or after a lock: a minute at 5 s between looks. */
export const LATE_LOOKS = 12;

/** One look at a machine that may be locked, or not answer for a while: what it is at work on goes on all the same. */
export interface Glance<T> {
  answer?: T;
  busy?: Busy | undefined;
  /** Why there is neither. */
  problem?: string;
}

export async function glance<T>(request: () => Promise<T>): Promise<Glance<T>> {
  try {
    return { answer: await request() };
  } catch (error) {
    if (isHttp(error, "locked")) return { busy: error.busy };
    if (!isAmbiguous(error) && !isHttp(error, "unsent", "rate-limited")) throw error;
    return { problem: "KiwiVM does not answer" };
  }
}

/** A refusal because of a lock. */
export interface LockMet {
  busy: Busy | undefined;
  /** Whether it was work that a state knew of. */
  isExplained?: true;
}

/** Those that this run met while it waited for the machine, in their order. */
export function locksMet(cx: Context, veid: string): LockMet[] {
  return cx.shared(`kiwivm locks of ${veid}`, () => []);
}

/** The work that a state knew of is over: it was what had locked the machine so far. */
export function explainLocks(cx: Context, veid: string): void {
  for (const lock of locksMet(cx, veid)) lock.isExplained = true;
}

/** Waits until the machine is unlocked, for a state with pending work: that is over then. */
export async function whenOwnWorkIsOver(cx: Context, veid: string): Promise<void> {
  await whenUnlocked(cx, veid, () => cx.hosters.kiwivm(veid).client.locations());
  explainLocks(cx, veid);
}

/** Machines that were locked when a look for a preview did not wait for that. */
export function lockedForLooks(cx: Context): Set<string> {
  return cx.shared("kiwivm locked for looks", () => new Set<string>());
}

/** Adds one to them. */
function meetLock(cx: Context, veid: string, busy: Busy | undefined): void {
  locksMet(cx, veid).push({ busy });
}

/**
 * Makes a request as soon as KiwiVM takes it: while it is at work on the machine it refuses, and says how far it is. All
 * that wait for a machine look at its lock together, so that a long one does not use up the machine's points. Each says
 * once what it waits for; only the first of them also how far that is.
 */
export async function whenUnlocked<T>(cx: Context, veid: string, request: () => Promise<T>): Promise<T> {
  let wasRefused = false;
  const waiting = cx.shared(`kiwivm waiting for ${veid}`, () => new Set<unknown>());
  const wait = cx.waitFor<{ answer?: T; busy?: Busy | undefined }>({
    what: "KiwiVM to finish its work on the machine",
    usuallyWithin: LOCK_SECONDS,
    look: async () => {
      if (wasRefused) {
        const lock = await lookAtLock(cx, veid);
        if ("busy" in lock) {
          meetLock(cx, veid, lock.busy);
          return lock;
        }
      }
      // It may wait itself, and then tells how far that is.
      waiting.delete(request);
      try {
        return { answer: await request() };
      } catch (error) {
        if (!isHttp(error, "locked")) throw error;
        if (operation().isOneTry) {
          lockedForLooks(cx).add(veid);
          throw error;
        }
        wasRefused = true;
        waiting.add(request);
        meetLock(cx, veid, error.busy);
        return { busy: error.busy };
      }
    },
    done: (seen) => "answer" in seen,
    words: (seen) => {
      if ("answer" in seen) return undefined;
      const [first] = waiting;
      return wordsOf(veid, first === request ? seen.busy : withoutProgress(seen.busy));
    },
  });
  const { answer } = await wait.finally(() => waiting.delete(request));
  return answer as T;
}

/** Whether the machine is locked, by the one call that is refused for certain then; what another one saw within a pause will do. */
function lookAtLock(cx: Context, veid: string): Promise<{ busy?: Busy | undefined }> {
  const looks = cx.shared("kiwivm looks at locks", () => new AnswerCache<{ busy?: Busy | undefined }>());
  const look = async () => {
    try {
      await cx.hosters.kiwivm(veid).client.locations();
    } catch (error) {
      if (isHttp(error, "locked")) return { busy: error.busy };
      // Whatever else is wrong, the request itself will meet it.
    }
    return {};
  };
  return looks.get(veid, look, performance.now() - 1000 * cx.pollSeconds);
}

/** Why a look saw nothing. */
export function problemOf(veid: string, seen: Glance<unknown>): string | undefined {
  return seen.problem ?? ("answer" in seen ? undefined : wordsOf(veid, seen.busy));
}

function withoutProgress(busy: Busy | undefined): Busy | undefined {
  return busy && { ...busy, percent: undefined, note: "" };
}

/** KiwiVM's own words for what it is doing; the percent in tens, since each change is worth a line. */
export function wordsOf(veid: string, busy: Busy | undefined): string {
  const percent = busy?.percent === undefined ? [] : [`${10 * Math.floor(busy.percent / 10)} %`];
  const words = [busy?.task, ...percent, busy?.note].filter((part) => part);
  return `KiwiVM has locked machine ${veid}${words.length > 0 ? `: ${words.join(", ")}` : ""}`;
}
