import type { Context } from "../../lifecycle/context";
import type { Page } from "../../lifecycle/journal";
import type { Internal } from "../../lifecycle/record";
import type { Work } from "../../lifecycle/work";
import { auditLog, isCall } from "./auditLog";
import type { Named } from "./task";

/** What this computer notes of tasks of this name, as the resource with this state does. */
export function pageOf(cx: Context, veid: string, { owner }: { owner: string }, name: string): Page {
  return cx.journal.page([cx.hosters.kiwivm.url, veid], name, owner);
}

/**
 * When, as this computer notes, a task of this name was begun of which this state does not know. A resource that knows of
 * nothing yet minds what any one began: the run that was killed may have been its own create.
 */
export async function notedOf(
  cx: Context,
  veid: string,
  internal: Internal,
  { name }: Named,
): Promise<string | undefined> {
  const { settled } = internal;
  const page = pageOf(cx, veid, internal, name);
  const now = presently(cx, veid, internal);
  const begun = settled === undefined ? await page.untold(now) : await page.begun(now);
  return begun !== undefined && begun > (settled ?? "") ? begun : undefined;
}

/**
 * Until when a state whose pending task is over knows of all that was begun: now. Undefined where a later run began
 * another one, of which the state does not know, or where that cannot be told.
 */
export async function settledBy(
  cx: Context,
  veid: string,
  internal: Internal,
  task: Named,
): Promise<string | undefined> {
  const now = presently(cx, veid, internal);
  const another = await begunAfter(cx, veid, internal, task).catch(() => true);
  return another ? undefined : now;
}

/** Whether one was begun after the pending task of this state. The log may tell of the end of that one, but not by its call. */
async function begunAfter(cx: Context, veid: string, internal: Internal, task: Named): Promise<boolean> {
  if ((await notedOf(cx, veid, internal, task)) !== undefined) return true;
  const { settled } = internal;
  if (task.logged === undefined || settled === undefined) return false;
  const entries = (await auditLog(cx, veid)) ?? [];
  return entries.some(({ at, summary }) => at > settled && isCall(task, summary));
}

/** The resource leaves the stack: what its state knows of is no news to the next one. */
export async function letGo(cx: Context, veid: string, internal: Internal, { name }: Named): Promise<void> {
  if (internal.settled !== undefined) await pageOf(cx, veid, internal, name).close(internal.settled);
}

/**
 * Records that this state knows of all that was begun up to now. By KiwiVM's clock, since that is what its log goes by. The
 * end of a task is recorded, too: the log may tell of both, and shows an entry some 20 seconds late.
 */
export function settle<A extends object, S extends A, O>(work: Work<A, S, O>, veid: string): void {
  work.settle(presently(work.cx, veid, work.internal));
}

/** What time it is at KiwiVM: in any case later than what the state knows of, should an earlier run have heard of a clock that was ahead. */
export function presently(cx: Context, veid: string, { settled = "" }: { settled?: string | undefined }): string {
  const now = cx.hosters.kiwivm(veid).clock.now();
  return now > settled ? now : new Date(Date.parse(settled) + 1).toISOString();
}
