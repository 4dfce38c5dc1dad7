import type { HttpError, HttpFailure } from "../../errors/httpError";
import { report } from "../../operation";
import { clockTime, rateLimitWords } from "./limit";

/** What is over sooner is not worth a line. */
const WORTH_TELLING_SECONDS = 10;
/** Many calls may meet the same outage: one line of them will do for so long. */
const QUIET_SECONDS = 60;

/** What a hoster does in place of answering, for the failures that are tried again. */
const WORDS: Partial<Record<HttpFailure, string>> = {
  unsent: "cannot be reached",
  server: "answers with a server error",
  unreadable: "sends unreadable answers",
};

/** Tells that a hoster keeps a run waiting: by silence, or by asking for a pause. */
export class OutageNotice {
  readonly #hoster: string;
  #quietUntil = 0;

  constructor(hoster: string) {
    this.#hoster = hoster;
  }

  /** A call that failed is made again after `pause` seconds; it has taken `spent` already. */
  keepsWaiting(error: HttpError, pause: number, spent: number): void {
    const now = performance.now() / 1000;
    if (pause + spent < WORTH_TELLING_SECONDS || now < this.#quietUntil) return;
    this.#quietUntil = now + QUIET_SECONDS;
    const { kind, proxy } = error;
    const what = kind === "rate-limited" ? rateLimitWords(error) : (WORDS[kind] ?? "does not answer");
    const through = proxy === undefined ? "" : ` through the proxy ${proxy}`;
    const text = `${this.#hoster} ${what}${through}; retrying at ${clockTime(pause)}`;
    report({ level: "info", text });
  }
}
