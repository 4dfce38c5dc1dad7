import type { HosterName } from "./registry";

/** One request a hoster got. */
export interface RequestRecord {
  hoster: HosterName;
  method: string;
  /** The path below the hoster's prefix, without the query: keys travel there. */
  path: string;
  /** The status answered; 0 when the connection was reset without an answer. */
  status: number;
  /**
   * Whether the hoster did what was asked. False for every refusal and fault, also one with status 200, as KiwiVM, AirVPN and
   * Fornex 0.1 refuse; true for a command that fails on the machine, and where only the answer got lost.
   */
  carriedOut: boolean;
  userAgent: string;
  /** Simulated time, ISO 8601. */
  at: string;
}

/** What the hosters were asked, oldest first. It never holds a credential. */
export class RequestLog {
  readonly #records: RequestRecord[] = [];

  /** `secrets` is asked for every record: keys can change. */
  constructor(readonly secrets: () => readonly string[]) {}

  add(record: RequestRecord): void {
    this.#records.push({
      ...record,
      path: this.#redact(record.path),
      userAgent: this.#redact(record.userAgent),
    });
  }

  list(): RequestRecord[] {
    return this.#records.map((record) => ({ ...record }));
  }

  clear(): void {
    this.#records.length = 0;
  }

  #redact(text: string): string {
    return this.secrets().reduce((redacted, secret) => redacted.replaceAll(secret, "***"), text);
  }
}
