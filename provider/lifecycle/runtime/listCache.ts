import { AnswerCache } from "./answerCache";
import { type Listed, Listing } from "./listing";

type Change<O> = (list: Listing<O>) => void;

/** A list that was asked for last under its key. */
interface Latest<O> {
  /** Undefined until it is there. */
  list?: Listing<O>;
  /** What was learnt until then. */
  changes: Change<O>[];
}

/** Complete lists by key, kept as {@link AnswerCache} does. Our own writes are learnt, so that they cost no new question. */
export class ListCache<O> {
  readonly #answers: AnswerCache<Listing<O>>;
  readonly #latest = new Map<string, Latest<O>>();
  readonly #idOf: (object: O) => string;

  constructor(idOf: (object: O) => string, now?: () => number) {
    this.#answers = new AnswerCache(now);
    this.#idOf = idOf;
  }

  /** `since`: a list asked for before this moment (`performance.now()`) will not do. */
  get(key: string, ask: () => Promise<readonly O[]>, since = 0): Promise<Listed<O>> {
    const listing = async () => {
      const latest: Latest<O> = { changes: [] };
      this.#latest.set(key, latest);
      const list = new Listing(await ask(), this.#idOf);
      for (const change of latest.changes) change(list);
      latest.list = list;
      return list;
    };
    return this.#answers.get(key, listing, since);
  }

  /** Tells a kept list what a successful write changed. Changes must not mind being applied to one that has them. */
  learn(key: string, change: Change<O>): void {
    const latest = this.#latest.get(key);
    if (latest?.list) change(latest.list);
    else latest?.changes.push(change);
  }

  /** After a failed or unanswered write, or where only a new list will do. */
  drop(key: string): void {
    this.#answers.drop(key);
    this.#latest.delete(key);
  }
}
