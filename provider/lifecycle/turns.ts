import type { Context } from "./context";

/** Does one piece of work at a time per `key` within a run, in the order they came; a failure lets the next one go on. */
export function inTurn<T>(cx: Context, key: string, work: () => Promise<T>): Promise<T> {
  const turn = cx.shared(`turn ${key}`, () => ({ last: Promise.resolve() as Promise<unknown> }));
  const mine = turn.last.then(work);
  turn.last = mine.catch(() => undefined);
  return mine;
}
