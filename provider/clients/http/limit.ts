import { HttpError, isHttp } from "../../errors/httpError";
import { pause, report } from "../../operation";

/** No pause is longer, whatever the hoster says. */
const A_DAY_SECONDS = 86_400;

/** What a hoster grants. */
export interface Grant {
  /** Resolves when the next request may be sent. */
  take: () => Promise<void>;
  /** Whether a hoster that stays silent may do so for its limits; always, if left out. */
  mayBeUsedUp?: () => boolean;
}

/** Keeps to what a hoster grants: every attempt waits for it, and tells it how it failed. */
export class Limit {
  readonly #grant: Grant;
  readonly #refusals: Refusals;
  #openAt = 0;

  constructor(grant: Grant, refusals: Refusals) {
    this.#grant = grant;
    this.#refusals = refusals;
  }

  /** Resolves when the next request may be sent, in no pause. Throws where the pause is longer than anybody waits. */
  async admit(): Promise<void> {
    do {
      for (let rest = this.heldBack(); rest > 0; rest = this.heldBack()) {
        if (rest > this.#refusals.longestSeconds()) throw this.#leftAlone();
        await pause(rest);
      }
      await this.#grant.take();
      // Others may have been refused meanwhile.
    } while (this.heldBack() > 0);
  }

  /** For how many seconds nothing is let through. */
  heldBack(): number {
    return Math.max(0, (this.#openAt - performance.now()) / 1000);
  }

  /** After what seems to be a refusal of one request, none is sent for minutes. */
  failed(error: unknown, attempt: number): void {
    if (!(error instanceof HttpError) || !this.#isRefusal(error, attempt) || this.heldBack() > 0) return;
    const { who, pauseSeconds, longestSeconds } = this.#refusals;
    const seconds = Math.min(error.retryAfter ?? pauseSeconds, A_DAY_SECONDS);
    this.#openAt = performance.now() + seconds * 1000;
    const what = isHttp(error, "rate-limited")
      ? rateLimitWords(error)
      : "does not answer, perhaps because its rate limit is reached";
    const next = seconds > longestSeconds() ? "no more requests are sent" : `waiting until ${clockTime(seconds)}`;
    report({ level: "info", text: `${who} ${what}; ${next}` });
  }

  /** A hoster may also drop what it refuses: once is a mishap on the way, twice in a row may be that. */
  #isRefusal(error: HttpError, attempt: number): boolean {
    if (error.kind === "rate-limited") return true;
    if (attempt === 1 || !isHttp(error, "broken", "server", "unreadable")) return false;
    return this.#grant.mayBeUsedUp?.() ?? true;
  }

  #leftAlone(): HttpError {
    const minutes = Math.ceil(this.heldBack() / 60);
    return new HttpError(
      "rate-limited",
      `${this.#refusals.who} reached its rate limit a moment ago, so nothing was sent. Run again in ${minutes} minutes. vps:timeoutSeconds limits how long a run waits.`,
    );
  }
}

/** How refusals are met. */
export interface Refusals {
  /** Who refuses, as a user knows it. */
  who: string;
  /** Where the hoster does not say how long (Retry-After). */
  pauseSeconds: number;
  /** A longer pause is not waited for. */
  longestSeconds: () => number;
}

/** What a hoster does whose rate limit is reached. Some say so in an answer with status 200. */
export function rateLimitWords({ status }: HttpError): string {
  return `${status === 429 ? "answers 429" : "refuses requests"}: rate limit reached`;
}

/**
 * Whether a hoster that answers 200 says in its error that its rate limit is reached. No code or text for that is documented
 * (unverified), and nothing but the pause before the next attempt depends on it.
 */
export function namesRateLimit(words: string): boolean {
  return /rate.?limit|too many requests/i.test(words);
}

/** So many seconds from now, such as "05:12:30 UTC". */
export function clockTime(seconds: number): string {
  return `${new Date(Date.now() + seconds * 1000).toISOString().slice(11, 19)} UTC`;
}
