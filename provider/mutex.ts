import { unlessOver } from "./operation";

/** One piece of work at a time, in the order they came. Who is cancelled leaves the queue at once; a failure lets the next one go on. */
export class Mutex {
  #last: Promise<unknown> = Promise.resolve();

  async run<T>(work: () => Promise<T>): Promise<T> {
    const before = this.#last;
    const { promise: done, resolve } = Promise.withResolvers<void>();
    this.#last = before.then(() => done);
    try {
      await unlessOver(before);
      return await work();
    } finally {
      resolve();
    }
  }
}
