import { AsyncLocalStorage } from "node:async_hooks";

const present = new AsyncLocalStorage<AbortSignal>();

/**
 * Does work whose requests are each sent once and are all given up after some seconds, since it is better not to know than to
 * wait. What others wait for as well goes on for them.
 */
export function inOneTry<T>(seconds: number, work: () => Promise<T>): Promise<T> {
  const signal = AbortSignal.timeout(1000 * seconds);
  const late = new Promise<never>((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  return present.run(signal, () => Promise.race([work(), late]));
}

/** Does work that others will share with more time than the present try has. */
export function withoutHurry<T>(work: () => Promise<T>): Promise<T> {
  return present.exit(work);
}

/** Ends the requests of the present try; undefined where nothing is in a hurry. */
export function endOfTry(): AbortSignal | undefined {
  return present.getStore();
}
