import { setTimeout as sleep } from "node:timers/promises";
import { HttpError, isHttp } from "../../errors/httpError";

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

  /** Resolves when the next request may be sent, in no pause. */
  async admit(): Promise<void> {
    for (let rest = this.#rest(); rest > 0; rest = this.#rest()) await sleep(rest);
    await this.#grant.take();
  }

  /** After what seems to be a refusal of one request, none is sent for minutes. */
  failed(error: unknown, attempt: number): void {
    if (!(error instanceof HttpError) || !this.#isRefusal(error, attempt) || this.#rest() > 0) return;
    const { who, pauseSeconds, report } = this.#refusals;
    const seconds = error.retryAfter ?? pauseSeconds;
    this.#openAt = performance.now() + seconds * 1000;
    const what = isHttp(error, "rate-limited") ? "refuses requests" : "does not answer";
    report(`${who} ${what}, perhaps since it was asked too often; waiting until ${clockTime(seconds)}`);
  }

  /** A hoster may also drop what it refuses: once is a mishap on the way, twice in a row may be that. */
  #isRefusal(error: HttpError, attempt: number): boolean {
    if (error.kind === "rate-limited") return true;
    if (attempt === 1 || !isHttp(error, "broken", "server", "unreadable")) return false;
    return this.#grant.mayBeUsedUp?.() ?? true;
  }

  #rest(): number {
    return this.#openAt - performance.now();
  }
}

/** How refusals are met. */
export interface Refusals {
  /** Who refuses, as a user knows it. */
  who: string;
  /** Where the hoster does not say how long (Retry-After). */
  pauseSeconds: number;
  report: (line: string) => void;
}

/**
 * Whether a hoster that answers 200 says in its error that it was asked too often. No code or text for that is documented
 * (unverified), and nothing but the pause before the next attempt depends on it.
 */
export function saysTooOften(words: string): boolean {
  return /rate.?limit|too many requests/i.test(words);
}

/** So many seconds from now, such as "05:12:30 UTC". */
export function clockTime(seconds: number): string {
  return `${new Date(Date.now() + seconds * 1000).toISOString().slice(11, 19)} UTC`;
}
