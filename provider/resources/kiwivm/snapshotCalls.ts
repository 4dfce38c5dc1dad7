import type { Snapshot as Shown } from "../../clients/kiwivm/schemas";
import { BegunWithoutId } from "../../errors/begunWithoutId";
import { isAmbiguous, isHttp } from "../../errors/httpError";
import { VpsError } from "../../errors/vpsError";
import { isDescribedAs, newOnes } from "../../hosters/kiwivm/description";
import {
  type Glance,
  glance,
  LATE_LOOKS,
  lockedForLooks,
  locksMet,
  problemOf,
  whenUnlocked,
  wordsOf,
} from "../../hosters/kiwivm/locks";
import { AnswerCache } from "../../lifecycle/runtime/answerCache";
import type { Context } from "../../lifecycle/runtime/context";
import { withMutex } from "../../lifecycle/runtime/withMutex";
import { isOver, operation } from "../../operation";

/** No duration is documented; it grows with the disk (unverified). */
const SNAPSHOT_SECONDS = 3600;
const DELETE_SECONDS = 600;
/** How often a snapshot is tried for while others come first. */
const TRIES = 10;

/** A snapshot as KiwiVM shows it, and the machine it is of. */
export interface Snapshot extends Shown {
  veid: string;
}

type Listed = Glance<readonly Snapshot[]>;

/** The machine's complete list of snapshots, asked for once a run unless `fresh`. */
export function listSnapshots(cx: Context, veid: string, fresh = false): Promise<readonly Snapshot[]> {
  const lists = snapshotLists(cx);
  if (fresh) lists.drop(veid);
  return lists.get(veid, () => whenUnlocked(cx, veid, () => askForSnapshots(cx, veid)));
}

async function askForSnapshots(cx: Context, veid: string): Promise<readonly Snapshot[]> {
  const shown = await cx.hosters.kiwivm(veid).client.snapshots();
  return shown.map((snapshot) => ({ ...snapshot, veid }));
}

function snapshotLists(cx: Context): AnswerCache<readonly Snapshot[]> {
  return cx.shared("kiwivm snapshots", () => new AnswerCache<readonly Snapshot[]>());
}

/**
 * The list in which the described snapshot would be. A locked machine may be busy with just that one, begun by a run that
 * was killed or by another stack, and the list shows it only some time after: so after each lock it is looked for longer.
 */
export async function lookForSnapshot(
  cx: Context,
  veid: string,
  description: string,
  { fresh = false, wasLocked = false },
): Promise<readonly Snapshot[]> {
  // Who has time makes up for a look that had none.
  const isInHurry = operation().isOneTry === true;
  const isOwed = !isInHurry && lockedForLooks(cx).delete(veid);
  const isLate = wasLocked || isOwed;
  const locks = locksMet(cx, veid);
  let seen = locks.length;
  const listed = await listSnapshots(cx, veid, fresh || isLate);
  if (isInHurry || (!isLate && locks.length === seen)) return listed;
  let looks = 0;
  return cx.waitFor({
    what: "KiwiVM to list the snapshot that it may have taken",
    usuallyWithin: SNAPSHOT_SECONDS,
    look: () => listSnapshots(cx, veid, true),
    done: (now) => {
      looks = locks.length === seen ? looks + 1 : 1;
      seen = locks.length;
      return looks >= LATE_LOOKS || now.some((one) => isDescribedAs(one.description, description));
    },
    words: () => `KiwiVM has unlocked machine ${veid}; checking whether a snapshot appears`,
  });
}

/** Takes a snapshot and waits until the list shows it: the answer tells neither its name nor when it is done. */
export function takeSnapshot(cx: Context, veid: string, description: string, isReplaced: boolean): Promise<Snapshot> {
  return withMutex(cx, `kiwivm ${veid}`, async () => {
    const { before, unclear } = await beginSnapshot(cx, veid, description, isReplaced);
    try {
      return await awaitSnapshot(cx, veid, description, before, unclear);
    } catch (error) {
      // Nobody looks any more, so it stays unclear.
      if (unclear !== undefined && isOver()) throw unclear;
      // What is certainly begun is recorded, except where only the user can tell which one it became.
      const isTold = unclear !== undefined || (error instanceof VpsError && error.code === "contradiction");
      throw isTold ? error : new BegunWithoutId(before, error);
    }
  });
}

/** The snapshot that an earlier run began, if it is listed by now. */
export async function findBegun(
  cx: Context,
  veid: string,
  description: string,
  before: readonly string[],
): Promise<Snapshot | undefined> {
  const listed = await lookForSnapshot(cx, veid, description, { wasLocked: true });
  return onlyOne(newOnes(listed, before, description));
}

/** Sends the one request; refused because of a lock, it looks again before it is sent again. */
async function beginSnapshot(
  cx: Context,
  veid: string,
  description: string,
  isReplaced: boolean,
): Promise<{ before: string[]; unclear?: unknown }> {
  let refusal: unknown;
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const listed = await lookForSnapshot(cx, veid, description, { fresh: true, wasLocked: attempt > 1 });
    refuseSecond(listed, description, isReplaced);
    const before = listed.map(({ fileName }) => fileName);
    try {
      cx.report(`KiwiVM takes a snapshot of machine ${veid}, which may reboot for that`);
      await cx.hosters.kiwivm(veid).client.createSnapshot(description);
      return { before };
    } catch (error) {
      if (isAmbiguous(error)) return { before, unclear: error };
      if (!isHttp(error, "locked")) throw error;
      cx.report(wordsOf(veid, error.busy));
      refusal = error;
    }
  }
  throw refusal;
}

/** The look before the create saw none but the one that is replaced, so what is there beside was taken meanwhile. */
function refuseSecond(listed: readonly Snapshot[], description: string, isReplaced: boolean): void {
  const fitting = listed.filter((one) => isDescribedAs(one.description, description));
  const made = fitting[isReplaced ? 1 : 0];
  if (made === undefined) return;
  throw new VpsError(
    "already-exists",
    `KiwiSnapshot exists already: somebody else took one with this description meanwhile, id ${made.fileName}. Nothing was created. ` +
      `Set adopt: true (or adopt: "${made.fileName}") to adopt it, or describe another one.`,
  );
}

/** Waits until the list shows the snapshot. `unclear`: why it is not certain that it was begun. */
export async function awaitSnapshot(
  cx: Context,
  veid: string,
  description: string,
  before: readonly string[],
  unclear?: unknown,
): Promise<Snapshot> {
  const found = ({ answer: listed = [] }: Listed) => newOnes(listed, before, description);
  let unlockedLooks = 0;
  const seen = await cx.waitFor<Listed>({
    what: "KiwiVM to finish the snapshot",
    usuallyWithin: SNAPSHOT_SECONDS,
    look: () => glance(() => askForSnapshots(cx, veid)),
    // Where it is not sure that it was begun, an unlocked machine that shows nothing new for long enough says that it was not.
    done: (now) => {
      unlockedLooks = now.answer ? unlockedLooks + 1 : 0;
      return found(now).length > 0 || (unclear !== undefined && unlockedLooks >= LATE_LOOKS);
    },
    words: (now) => wordsFor(veid, now, found(now).length > 0),
  });
  snapshotLists(cx).drop(veid);
  const one = onlyOne(found(seen));
  if (one === undefined) throw unclear;
  return one;
}

function onlyOne(found: readonly Snapshot[]): Snapshot | undefined {
  const [one, ...more] = found;
  if (one === undefined || more.length === 0) return one;
  throw new VpsError(
    "contradiction",
    `KiwiVM lists several new snapshots with this description (ids ${[one, ...more].map(({ fileName }) => fileName).join(", ")}), so which one this run took is unknown. ` +
      `Adopt one with adopt: "${one.fileName}", and delete the others in KiwiVM's panel.`,
  );
}

function wordsFor(veid: string, seen: Listed, isFound: boolean): string {
  if (isFound) return "KiwiVM lists the snapshot";
  return problemOf(veid, seen) ?? "KiwiVM does not list the snapshot yet";
}

/** Deletes the snapshot and waits until the list lacks it. */
export async function deleteSnapshot(cx: Context, veid: string, fileName: string): Promise<void> {
  const isListed = (listed: readonly Snapshot[]) => listed.some((one) => one.fileName === fileName);
  try {
    await whenUnlocked(cx, veid, () => cx.hosters.kiwivm(veid).client.removeSnapshot(fileName));
  } catch (error) {
    if (!isHttp(error, "refused") || isListed(await listSnapshots(cx, veid, true))) throw error;
  }
  await cx.waitFor({
    what: "KiwiVM to remove the snapshot from its list",
    usuallyWithin: DELETE_SECONDS,
    look: async () => isListed(await listSnapshots(cx, veid, true)),
    done: (listed) => !listed,
    words: (listed) => (listed ? "KiwiVM still lists the snapshot" : "deleted"),
  });
}

/** Makes the snapshot sticky or not; one that is proved gone meanwhile is said to be. */
export async function setSticky(cx: Context, veid: string, fileName: string, sticky: boolean): Promise<void> {
  try {
    await whenUnlocked(cx, veid, () => cx.hosters.kiwivm(veid).client.setSticky(fileName, sticky));
  } catch (error) {
    if (!isHttp(error, "refused")) throw error;
    const listed = await listSnapshots(cx, veid, true);
    if (listed.some((one) => one.fileName === fileName)) throw error;
    throw new VpsError(
      "refused",
      `KiwiSnapshot ${fileName} is missing: KiwiVM's list of snapshots does not contain it, perhaps because KiwiVM purged it. Set recreate: true to take it again, or remove it from the program.`,
    );
  } finally {
    snapshotLists(cx).drop(veid);
  }
}
