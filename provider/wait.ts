import type { SettingReader } from "./config/setting";
import type { WAIT_SETTINGS } from "./config/waits";
import { VpsError } from "./errors/vpsError";
import { operation, pause } from "./operation";

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

/** How often to look, and how long at most; undefined: each wait's own limit. */
export interface Pace {
  pollSeconds: number;
  timeoutSeconds: number | undefined;
}

/** As the settings say; a limit of the operation's own wins. */
export function paceOf(settings: SettingReader<typeof WAIT_SETTINGS>): Pace {
  const timeoutSeconds = settings.optional("timeoutSeconds");
  return {
    pollSeconds: settings.required("pollSeconds"),
    timeoutSeconds: operation().timeoutSeconds ?? timeoutSeconds,
  };
}

/** Polls until `done`; running out of time is a `timeout` error that says what was last seen. `tell` hears what is worth a line. */
export async function waitFor<T>(wait: Wait<T>, pace: Pace, tell: (text: string) => void): Promise<T> {
  const limit = pace.timeoutSeconds ?? wait.usuallyWithin;
  const start = performance.now();
  let last: string | undefined;
  let isFirst = true;
  for (;;) {
    const seen = await wait.look();
    const words = wait.words(seen);
    const isDone = wait.done(seen);
    // What needs no waiting needs no line.
    if (words !== undefined && words !== last && !(isDone && isFirst)) tell(words);
    if (isDone) return seen;
    last = words ?? last;
    isFirst = false;
    if ((performance.now() - start) / 1000 >= limit) {
      throw new VpsError(
        "timeout",
        `Waited ${limit} s for ${wait.what}; last seen: ${last ?? "nothing of it"}. Run \`pulumi up\` again to continue waiting (nothing is started twice), or raise vps:timeoutSeconds.`,
      );
    }
    await pause(wait.pauseSeconds ?? pace.pollSeconds);
  }
}
