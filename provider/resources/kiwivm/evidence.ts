import type { AuditEntry } from "../../clients/kiwivm/auditLog";
import { isHttp } from "../../errors/httpError";
import { messageOf, VpsError } from "../../errors/vpsError";
import type { Context } from "../../lifecycle/context";
import type { StateOf } from "../../lifecycle/contract";
import type { Page } from "../../lifecycle/journal";
import type { Work } from "../../lifecycle/work";
import { locksMet, whenUnlocked, wordsOf } from "./locks";
import type { LossyTask, Named } from "./task";

/** Where a state does not say what it knows of, since there was none, what is older was not begun by a run that was killed. */
const RECENT_SECONDS = 3600;

/** Calls that the audit log may name, beside texts that people choose: the name of a host or of a snapshot, a command. */
const CALLS =
  /\b(?:setHostname|setPTR|resetRootPassword|reinstallOS|(?:basicShell|shellScript|snapshot|ipv6|migrate)\/\w+)/i;

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

/** What this computer notes of tasks of this name, as the resource with this state does. */
export function pageOf(cx: Context, veid: string, { owner }: { owner: string }, name: string): Page {
  return cx.journal.page([cx.hosters.kiwivmUrl, veid], name, owner);
}

/**
 * When, as this computer notes, a task of this name was begun of which this state does not know. A resource that knows of
 * nothing yet minds what any one began: the run that was killed may have been its own create.
 */
export async function notedOf<S extends object>(
  cx: Context,
  veid: string,
  state: StateOf<S>,
  { name }: Named,
): Promise<string | undefined> {
  const { settled } = state;
  const page = pageOf(cx, veid, state, name);
  const now = presently(cx, veid, state);
  const begun = settled === undefined ? await page.untold(now) : await page.begun(now);
  return begun !== undefined && begun > (settled ?? "") ? begun : undefined;
}

/**
 * Until when a state whose pending task is over knows of all that was begun: now. Undefined where a later run began
 * another one, of which the state does not know, or where that cannot be told.
 */
export async function settledBy<S extends object>(
  cx: Context,
  veid: string,
  state: StateOf<S>,
  task: Named,
): Promise<string | undefined> {
  const now = presently(cx, veid, state);
  const another = await begunAfter(cx, veid, state, task).catch(() => true);
  return another ? undefined : now;
}

/** Whether one was begun after the pending task of this state. The log may tell of the end of that one, but not by its call. */
async function begunAfter<S extends object>(
  cx: Context,
  veid: string,
  state: StateOf<S>,
  task: Named,
): Promise<boolean> {
  const { settled } = state;
  const { logged } = task;
  if ((await notedOf(cx, veid, state, task)) !== undefined) return true;
  if (logged === undefined || settled === undefined) return false;
  return (await auditLog(cx, veid)).some(({ at, summary }) => at > settled && callIn(summary) === callIn(logged.call));
}

/** The resource leaves the stack: what its state knows of is no news to the next one. */
export async function letGo<S extends object>(
  cx: Context,
  veid: string,
  state: StateOf<S>,
  { name }: Named,
): Promise<void> {
  if (state.settled !== undefined) await pageOf(cx, veid, state, name).close(state.settled);
}

/**
 * Records that this state knows of all that was begun up to now. By KiwiVM's clock, since that is what its log goes by. The
 * end of a task is recorded, too: the log may tell of both, and shows an entry some 20 seconds late.
 */
export function settle<A extends object, S extends A, O>(work: Work<A, S, O>, veid: string): void {
  work.settle(presently(work.cx, veid, work.state));
}

/** What time it is at KiwiVM: in any case later than what the state knows of, should an earlier run have heard of a clock that was ahead. */
export function presently(cx: Context, veid: string, { settled = "" }: { settled?: string }): string {
  const now = cx.hosters.kiwivm(veid).clock.now();
  return now > settled ? now : new Date(Date.parse(settled) + 1).toISOString();
}

/** The words of a lock that may have been this very task, whoever of this run waited for its end. */
function signInLocks<A extends object, S extends A, O>(
  { cx, state }: Work<A, S, O>,
  veid: string,
  task: LossyTask<S>,
  metBefore: number,
): string | undefined {
  const known = state.settled ?? "";
  const lock = locksMet(cx, veid).find(({ at, busy }, index) => {
    // One without words that others met may have been a task or a snapshot of this very run.
    const words = busy?.task ?? "";
    return at >= known && (words !== "" || index >= metBefore) && task.isCalled(words);
  });
  if (lock === undefined) return undefined;
  return `${wordsOf(veid, lock.busy)}. That may have been this ${task.name}, begun by a run that was killed; it is over now.`;
}

async function signInJournal<A extends object, S extends A, O>(
  { cx, state }: Work<A, S, O>,
  veid: string,
  task: LossyTask<S>,
): Promise<string | undefined> {
  const begun = await notedOf(cx, veid, state, task);
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
  const since = work.state.settled ?? (await unknownSince(work, veid, task));
  const times = entries.filter(({ at, summary }) => at > since && isLogged(task, summary)).map(({ at }) => at);
  const last = times.sort().at(-1);
  if (last === undefined) return undefined;
  // Also where the log is ahead of KiwiVM's clock, so that the next trigger goes through.
  work.settle(last);
  return `KiwiVM's audit log tells of a ${task.name} at ${shown(last)}, and the stack does not know of it: a run that was killed began it, or somebody else.`;
}

/** Empty where there is none: the seed's edition of the API has no such call. */
async function auditLog(cx: Context, veid: string): Promise<AuditEntry[]> {
  try {
    return await whenUnlocked(cx, veid, () => cx.hosters.kiwivm(veid).client.auditLog());
  } catch (error) {
    if (isHttp(error, "refused", "not-found", "rejected", "unexpected")) return [];
    throw error;
  }
}

function isLogged({ logged }: Named, summary: string): boolean {
  if (!logged?.words.test(summary)) return false;
  const call = callIn(summary);
  return call === undefined || call === callIn(logged.call);
}

/** The call that an entry names first. */
function callIn(summary: string): string | undefined {
  return CALLS.exec(summary)?.[0].toLowerCase();
}

/** For a resource that knows of nothing yet: those that left the stack may have known. */
async function unknownSince<A extends object, S extends A, O>(
  { cx, state }: Work<A, S, O>,
  veid: string,
  { name }: LossyTask<S>,
): Promise<string> {
  const recently = cx.hosters.kiwivm(veid).clock.before(RECENT_SECONDS);
  const left = (await pageOf(cx, veid, state, name).left()) ?? "";
  return left > recently ? left : recently;
}

/** To the second. */
function shown(time: string): string {
  return `${time.slice(0, 19)}Z`;
}
