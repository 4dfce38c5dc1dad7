import { setTimeout as sleep } from "node:timers/promises";
import { VpsError } from "./errors/vpsError";

/** A wait for the hoster to finish something: bounded, and visible in the hoster's own words. */
export interface Wait<T> {
  /** What is awaited, as in "VPS.org to make the server active". */
  what: string;
  look: () => Promise<T>;
  /** True ends the wait; an error ends it too. */
  done: (seen: T) => boolean;
  /** The hoster's words for what was seen: status, percent, note. Printed when they change; undefined is not worth a line. */
  words: (seen: T) => string | undefined;
  /** Longest wait in seconds when the user sets none (`vps:timeoutSeconds`). */
  usuallyWithin: number;
  /** Pause between two looks where they cost something; the run's own if left out. */
  pauseSeconds?: number;
}

/** How a run waits. */
export interface Pace {
  pollSeconds: number;
  timeoutSeconds: number | undefined;
  report: (line: string) => void;
}

/** Polls until `done`; running out of time is a `timeout` error that says what was last seen. */
export async function waitFor<T>(wait: Wait<T>, pace: Pace): Promise<T> {
  const limit = pace.timeoutSeconds ?? wait.usuallyWithin;
  const start = performance.now();
  let last: string | undefined;
  let isFirst = true;
  for (;;) {
    const seen = await wait.look();
    const words = wait.words(seen);
    const isDone = wait.done(seen);
    // What needs no waiting needs no line.
    if (words !== undefined && words !== last && !(isDone && isFirst)) pace.report(words);
    if (isDone) return seen;
    last = words ?? last;
    isFirst = false;
    if ((performance.now() - start) / 1000 >= limit) {
      throw new VpsError(
        "timeout",
        `Waited ${limit} s for ${wait.what}; last seen: ${last ?? "nothing of it"}. Run \`pulumi up\` again to go on waiting (it starts nothing twice), or raise vps:timeoutSeconds.`,
      );
    }
    await sleep(1000 * (wait.pauseSeconds ?? pace.pollSeconds));
  }
}
