import { unlessOver } from "./operation";

/**
 * Work that many do at the same time, so that its outcome can be looked at once for all of them. It counts them, since a set that
 * many enter and leave keeps all of them in memory until a full garbage collection.
 */
export class WaitGroup {
  #underWay = 0;
  #end = Promise.withResolvers<void>();

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#underWay === 0) this.#end = Promise.withResolvers<void>();
    this.#underWay += 1;
    try {
      return await work();
    } finally {
      this.#underWay -= 1;
      if (this.#underWay === 0) this.#end.resolve();
    }
  }

  /** Resolves when nobody is at work any more, however it ended. */
  async wait(): Promise<void> {
    while (this.#underWay > 0) await unlessOver(this.#end.promise);
  }
}
