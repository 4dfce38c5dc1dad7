import { type Once, once } from "../../once";
import { isOver, operation } from "../../operation";

/** Longer than a refresh of a large zone takes, short enough that a change made elsewhere is soon seen. */
const LONGEST_AGE_MS = 30_000;

interface Kept<T> {
  answer: Once<T>;
  askedAt: number;
  /** Asked in one try: it may fail where somebody with more time would get an answer. */
  isHasty: boolean;
}

/**
 * Answers by key (a zone, an account, the arguments of a function), each asked for once per 30 s however many need it at
 * the same time. Errors are never kept.
 */
export class AnswerCache<T> {
  readonly #kept = new Map<string, Kept<T>>();
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** `since`: an answer asked for before this moment (`performance.now()`) will not do. */
  async get(key: string, ask: () => Promise<T>, since = 0): Promise<T> {
    let kept = this.#kept.get(key);
    if (!kept || kept.askedAt < Math.max(since, this.#now() - LONGEST_AGE_MS)) {
      kept = { answer: once(ask), askedAt: this.#now(), isHasty: operation().isOneTry === true };
      this.#kept.set(key, kept);
    }
    const mine = kept;
    try {
      return await mine.answer();
    } catch (error) {
      // Who only leaves does not take the answer away from those who stay.
      if (isOver()) throw error;
      if (this.#kept.get(key) === mine) this.#kept.delete(key);
      if (mine.isHasty && !operation().isOneTry) return this.get(key, ask, since);
      throw error;
    }
  }

  /** After a failed or unanswered write, or where only a new answer will do. */
  drop(key: string): void {
    this.#kept.delete(key);
  }
}
