import { Mutex } from "../../mutex";
import type { Context } from "./context";

/** Does one piece of work at a time per `key` within a run, in the order they came; a failure lets the next one go on. */
export function withMutex<T>(cx: Context, key: string, work: () => Promise<T>): Promise<T> {
  return cx.shared(`mutex ${key}`, () => new Mutex()).run(work);
}
