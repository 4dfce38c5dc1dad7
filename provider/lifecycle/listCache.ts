/** Longer than a refresh of a large zone takes, short enough that a change made elsewhere is soon seen. */
const LONGEST_AGE_MS = 30_000;

type Change<T> = (items: readonly T[]) => readonly T[];

interface Kept<T> {
  items: Promise<readonly T[]>;
  /** What our own writes changed since the list was asked for. */
  changes: Change<T>[];
  askedAt: number;
}

/**
 * Lists by key (a zone, an account), each asked for once per 30 s however many resources need it at the same time.
 * Successful writes are learnt, so that they cost no new list; errors are never kept.
 */
export class ListCache<T> {
  readonly #kept = new Map<string, Kept<T>>();
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  async get(key: string, ask: () => Promise<readonly T[]>): Promise<readonly T[]> {
    let kept = this.#kept.get(key);
    if (!kept || this.#now() - kept.askedAt > LONGEST_AGE_MS) {
      kept = { items: ask(), changes: [], askedAt: this.#now() };
      this.#kept.set(key, kept);
    }
    const mine = kept;
    try {
      const items = await mine.items;
      return mine.changes.reduce((list, change) => change(list), items);
    } catch (error) {
      if (this.#kept.get(key) === mine) this.#kept.delete(key);
      throw error;
    }
  }

  /** Tells a kept list what a successful write changed. Changes must not mind being applied to a list that has them. */
  learn(key: string, change: Change<T>): void {
    this.#kept.get(key)?.changes.push(change);
  }

  /** After a failed or unanswered write, or where only a new list will do. */
  drop(key: string): void {
    this.#kept.delete(key);
  }
}
