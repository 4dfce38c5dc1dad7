import { cancelled, type Operation, operation, throwIfOver, unlessOver, withOperation } from "./operation";

/** A question that is asked once. */
export interface Once<T> {
  /** Callers at the same time share one answer, later ones get it again; a failure is not kept. */
  (): Promise<T>;
  /** The answer, if there is one already. */
  known: () => T | undefined;
}

/** A caller whose operation is over leaves at once; the asking itself ends when the last one has left. */
export function once<T>(ask: () => Promise<T>): Once<T> {
  let asking: Asking<T> | undefined;
  const question = async () => {
    throwIfOver();
    if (asking === undefined || asking.isLost) asking = new Asking(ask);
    return asking.join();
  };
  return Object.assign(question, { known: () => asking?.answer });
}

/** Somebody who waits; an operation may wait for several answers, or several times for one. */
interface Waiter {
  operation: Operation;
}

/** One asking, under an operation of its own. */
class Asking<T> {
  answer: T | undefined;
  /** It failed, or nobody waited for it any more. */
  isLost = false;
  readonly #ask: () => Promise<T>;
  readonly #waiters = new Set<Waiter>();
  readonly #left = new AbortController();
  #asked: Promise<T> | undefined;
  #isSettled = false;

  constructor(ask: () => Promise<T>) {
    this.#ask = ask;
  }

  async join(): Promise<T> {
    if (this.#asked && this.#isSettled) return this.#asked;
    const waiter = { operation: operation() };
    this.#waiters.add(waiter);
    this.#asked ??= withOperation(this.#operation(), () => this.#settled());
    try {
      return await unlessOver(this.#asked);
    } finally {
      this.#waiters.delete(waiter);
      if (this.#waiters.size === 0 && !this.#isSettled) this.#abandon();
    }
  }

  async #settled(): Promise<T> {
    try {
      this.answer = await this.#ask();
      return this.answer;
    } catch (error) {
      this.isLost = true;
      throw error;
    } finally {
      this.#isSettled = true;
    }
  }

  #abandon(): void {
    this.isLost = true;
    this.#left.abort(cancelled());
  }

  /** It goes by those who wait: as patient as the most patient of them, and it tells the one who has waited longest. */
  #operation(): Operation {
    const waiting = () => [...this.#waiters].map((waiter) => waiter.operation);
    return {
      signal: this.#left.signal,
      report: (line) => waiting()[0]?.report(line),
      get timeoutSeconds() {
        const limits = waiting().map(({ timeoutSeconds = 0 }) => timeoutSeconds);
        return Math.max(0, ...limits) || undefined;
      },
      get isOneTry() {
        return waiting().every(({ isOneTry }) => isOneTry);
      },
    };
  }
}
