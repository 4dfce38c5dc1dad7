import { HttpError } from "../../errors/httpError";
import { VpsError } from "../../errors/vpsError";
import { type Once, once } from "../../once";
import { withRetries } from "../../operation";
import type { Wait } from "../../wait";
import { clockTime, type Grant } from "../http/limit";
import type { PointsLeft } from "./schemas";

/** Never spent, so that the next process can still ask how much is left, and a panel or a script still gets through. */
const RESERVE = 10;
/** Where KiwiVM does not tell what is left (old systems lack the call), so many requests are sent before it is asked again. */
const UNTOLD = 50;
/** A quarter of an hour, after which there are new points, and time to see it. */
const LONGEST_WAIT_SECONDS = 1200;

/** How a budget asks and waits. */
export interface BudgetWays {
  ask: () => Promise<PointsLeft>;
  waitFor: <T>(wait: Wait<T>) => Promise<T>;
  /** Between two questions, each of which may cost a point. */
  pauseSeconds: number;
  /** The longest wait, if the user sets one. */
  timeoutSeconds: () => number | undefined;
}

/**
 * The requests that KiwiVM still takes for one machine, counted across processes: it counts them itself, so it is asked,
 * before the first request and whenever half of what it told is spent. What a call costs is not documented; one point is
 * assumed (unverified), and asking early bears calls that cost more, and others who spend from the same budget.
 */
export class PointBudget implements Grant {
  readonly #veid: string;
  readonly #ways: BudgetWays;
  #allowed = 0;
  #isTold = false;
  #asking: Once<void> | undefined;

  constructor(veid: string, ways: BudgetWays) {
    this.#veid = veid;
    this.#ways = ways;
  }

  /** Takes the points for one request, or waits until there are some. Throws where that would take a day. */
  async take(): Promise<void> {
    while (this.#allowed < 1) {
      this.#asking ??= once(() => withRetries(() => this.#ask()));
      const asking = this.#asking;
      await asking();
      if (this.#asking === asking) this.#asking = undefined;
    }
    this.#allowed -= 1;
  }

  /** Not where KiwiVM has just told that there are points left, which it is asked for anew. */
  mayBeUsedUp(): boolean {
    this.#allowed = 0;
    return !this.#isTold;
  }

  async #ask(): Promise<void> {
    const { ask, waitFor, pauseSeconds, timeoutSeconds } = this.#ways;
    const end = clockTime(timeoutSeconds() ?? LONGEST_WAIT_SECONDS);
    this.#allowed = await waitFor({
      what: `KiwiVM to give machine ${this.#veid} new points`,
      usuallyWithin: LONGEST_WAIT_SECONDS,
      pauseSeconds,
      look: async () => {
        const left = await ask().catch(untold);
        this.#isTold = left !== undefined;
        return left === undefined ? UNTOLD : this.#allowance(left);
      },
      done: (allowed) => allowed > 0,
      words: (allowed) =>
        allowed > 0
          ? undefined
          : `KiwiVM machine ${this.#veid}: its points for 15 minutes are used up; waiting for new ones, until ${end} at the latest`,
    });
  }

  /** How many requests are sent before KiwiVM is asked again: 0 while there are too few points for any. */
  #allowance({ quarterHour, day }: PointsLeft): number {
    if (day > RESERVE) return Math.ceil(Math.max(0, Math.min(quarterHour, day) - RESERVE) / 2);
    throw new VpsError(
      "refused",
      `KiwiVM machine ${this.#veid}: its points for 24 hours are used up (${day} left), so no more requests are sent. Run again tomorrow.`,
    );
  }
}

/** What fails for another reason fails again, and says so, when the request itself is sent. */
function untold(error: unknown): undefined {
  if (!(error instanceof HttpError)) throw error;
}
