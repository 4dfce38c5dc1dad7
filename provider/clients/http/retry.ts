import pRetry from "p-retry";
import { HttpError, isHttp } from "../../errors/httpError";
import { operation, pause } from "../../operation";
import type { Effect } from "./call";

/** When a client makes a request again. */
export interface RetryPolicy {
  /** First pause between two attempts, in seconds; each further one is twice as long. */
  firstPauseSeconds: number;
  /** Attempts after the first. */
  retries: number;
  /** The same where no rate limit can be behind it: the hoster is down, or cannot be reached. As many, if left out. */
  retriesWhenDown?: number;
  /** No pause of our own is longer; 10 if left out. */
  longestPauseSeconds?: number;
  /** A hoster that wants us gone for longer gets its wish: the run ends and says so; 120 if left out. */
  longestRetryAfterSeconds?: number;
  /** An attempt that could only begin after so long is not made; 300 if left out. */
  longestInAllSeconds?: () => number;
}

export const DEFAULT_RETRY_POLICY: RetryPolicy = { firstPauseSeconds: 0.5, retries: 4 };

const LONGEST_PAUSE_SECONDS = 10;
const LONGEST_RETRY_AFTER_SECONDS = 120;
const LONGEST_IN_ALL_SECONDS = 300;

/** As the library has them, but for good: those it makes for each call stay in memory until a full garbage collection. */
const DEFAULTS = { onFailedAttempt: () => {}, shouldConsumeRetry: () => true };

/**
 * Runs `attempt`, which is told its number from 1 on, again after failures that may pass, if its effect allows that: reads and repeatable calls after any
 * transient failure, `once` calls only when the first try was certainly not carried out. A pause the hoster asks for
 * is kept to the second; our own pauses grow and vary. `heldBack`: for how many seconds a limit lets nothing through.
 * `again` hears why there is another attempt, after how long a pause, and how many seconds the call has taken already.
 */
export function retrying<T>(
  effect: Effect,
  policy: RetryPolicy,
  attempt: (number: number) => Promise<T>,
  heldBack: () => number = () => 0,
  again: (error: HttpError, pause: number, spent: number) => void = () => {},
): Promise<T> {
  const { retries, retriesWhenDown = retries } = policy;
  const begin = performance.now();
  let foundDown = 0;
  return pRetry(attempt, {
    retries,
    // The pauses are ours (below): the library's cannot give way to Retry-After.
    minTimeout: 0,
    maxTimeout: 0,
    ...DEFAULTS,
    shouldRetry: async ({ error, attemptNumber }) => {
      if (operation().isOneTry || !mayRetry(effect, error) || wantsUsGone(error, policy)) return false;
      if (isDown(error)) foundDown += 1;
      if (attemptNumber > retries || foundDown > retriesWhenDown) return false;
      const seconds = error.retryAfter ?? ownPause(policy, attemptNumber);
      const spent = (performance.now() - begin) / 1000;
      if (spent + Math.max(seconds, heldBack()) > (policy.longestInAllSeconds?.() ?? LONGEST_IN_ALL_SECONDS))
        return false;
      again(error, seconds, spent);
      await pause(seconds);
      return true;
    },
  });
}

function mayRetry(effect: Effect, error: Error): error is HttpError {
  if (!(error instanceof HttpError)) return false;
  return effect === "once" ? error.neverCarriedOut : error.transient;
}

function wantsUsGone({ retryAfter = 0 }: HttpError, { longestRetryAfterSeconds }: RetryPolicy): boolean {
  return retryAfter > (longestRetryAfterSeconds ?? LONGEST_RETRY_AFTER_SECONDS);
}

/** A request that gets no answer may have been dropped since there were too many. */
function isDown(error: HttpError): boolean {
  return !isHttp(error, "rate-limited", "broken");
}

function ownPause(policy: RetryPolicy, attemptNumber: number): number {
  const longest = policy.longestPauseSeconds ?? LONGEST_PAUSE_SECONDS;
  const growing = Math.min(policy.firstPauseSeconds * 2 ** (attemptNumber - 1), longest);
  return growing * (0.5 + Math.random() / 2);
}
