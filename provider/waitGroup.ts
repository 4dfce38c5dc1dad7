import { unlessOver } from "./operation";

/** Work that many do at the same time, so that its outcome can be looked at once for all of them. */
export class WaitGroup {
  readonly #underWay = new Set<Promise<unknown>>();

  async run<T>(work: () => Promise<T>): Promise<T> {
    const mine = work();
    this.#underWay.add(mine);
    try {
      return await mine;
    } finally {
      this.#underWay.delete(mine);
    }
  }

  /** Resolves when nobody is at work any more, however it ended. */
  async wait(): Promise<void> {
    while (this.#underWay.size > 0) await unlessOver(Promise.allSettled(this.#underWay));
  }
}
