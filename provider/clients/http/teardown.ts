import type { HttpError } from "../../errors/httpError";
import { operation, throwIfOver, unlessOver } from "../../operation";
import type { Effect } from "./call";

/** What comes after it must end within two seconds of the signal, too. */
const LAST_ANSWER_SECONDS = 1.8;

type Send<T> = (signal: AbortSignal) => Promise<T>;

/**
 * Sends a request that ends with its operation. What may be sent again is torn down at once. What may not is left a moment for
 * its answer, since tearing it down would lose the id of something paid; after that it is `unanswered`.
 */
export async function untilOver<T>(effect: Effect, send: Send<T>, unanswered: () => HttpError): Promise<T> {
  throwIfOver();
  return effect === "once" ? answeredSoon(send, unanswered) : tornDown(send);
}

async function tornDown<T>(send: Send<T>): Promise<T> {
  try {
    // Its own signal does not end a request that still waits for its connection.
    return await unlessOver(send(operation().signal));
  } catch (error) {
    throwIfOver();
    throw error;
  }
}

async function answeredSoon<T>(send: Send<T>, unanswered: () => HttpError): Promise<T> {
  const { signal } = operation();
  const end = new AbortController();
  const { promise: ended, reject } = Promise.withResolvers<never>();
  let timer: NodeJS.Timeout | undefined;
  const giveUp = () => {
    reject(unanswered());
    end.abort();
  };
  const hurry = () => {
    timer = setTimeout(giveUp, 1000 * LAST_ANSWER_SECONDS);
  };
  signal.addEventListener("abort", hurry, { once: true });
  try {
    return await Promise.race([ended, send(end.signal)]);
  } finally {
    signal.removeEventListener("abort", hurry);
    clearTimeout(timer);
  }
}
