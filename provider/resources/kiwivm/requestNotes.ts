import { LOCK_SECONDS } from "../../hosters/kiwivm/locks";
import type { Internal } from "../../lifecycle/record";
import type { Context } from "../../lifecycle/runtime/context";
import type { Note } from "../../lifecycle/runtime/notes";
import type { Named, Request } from "./taskModel";

/** What this computer notes of a request: by KiwiVM's address, the machine, the task, the target and the trigger. */
export function noteOf(cx: Context, veid: string, { name }: Named, { target, trigger }: Request): Note {
  return cx.notes.of([cx.hosters.kiwivm.url, veid, name], [target, trigger]);
}

/** Ends the note of a request that a recorded state holds as done. What was sent after that state learnt of any is not its own. */
export function endNote(
  cx: Context,
  veid: string,
  task: Named,
  { pending, requestedAt }: Internal,
  { target, trigger = "" }: { target?: string | undefined; trigger?: string | undefined },
): void {
  if (pending !== undefined || requestedAt === undefined || target === undefined) return;
  noteOf(cx, veid, task, { target, trigger }).end(requestedAt);
}

/** Whether a request for the task that this computer notes may be what locks the machine. */
export async function explainsLock(note: Note): Promise<boolean> {
  const earliest = new Date(Date.now() - 1000 * LOCK_SECONDS).toISOString();
  return (await note.allSent()).some((time) => time >= earliest);
}
