import { type Http, httpClient } from "../clients/http/client";
import { type Grant, Limit } from "../clients/http/limit";
import { DEFAULT_RETRY_POLICY, type RetryPolicy } from "../clients/http/retry";
import type { Endpoint } from "../clients/http/send";
import { type SettingReader, type SettingTable, whereabouts } from "../config/setting";
import type { WAIT_SETTINGS } from "../config/waits";
import { isThisMachine } from "../loopback";
import { USER_AGENT } from "../version";
import { type Pace, paceOf } from "../wait";

/** KiwiVM's shorter window, and some more. */
const LONGEST_REFUSAL_SECONDS = 1200;

/** What clients are made with: the settings of their hoster, `T`, and a pipeline that waits as those of the run say. */
export class ClientFactory<T extends SettingTable> {
  readonly settings: SettingReader<T>;
  readonly #table: T;
  readonly #waits: SettingReader<typeof WAIT_SETTINGS>;

  constructor(table: T, settings: SettingReader<T> & SettingReader<typeof WAIT_SETTINGS>) {
    this.#table = table;
    this.settings = settings;
    this.#waits = settings;
  }

  get waits(): Pace {
    return paceOf(this.#waits);
  }

  /** How a user sets something, for messages. */
  whereabouts(setting: keyof T & string): string {
    return whereabouts(this.#table, setting);
  }

  /** How long to leave a hoster alone whose rate limit is reached. Only an API on this machine, a simulator, whose time may run faster, is asked sooner. */
  pauseSeconds(baseUrl: string): number {
    return isThisMachine(new URL(baseUrl)) ? Math.min(180, 36 * this.waits.pollSeconds) : 180;
  }

  http(endpoint: Omit<Endpoint, "headers"> & Partial<Endpoint>, policy: Partial<RetryPolicy> = {}): Http {
    const proxy = this.settings.proxyFor(endpoint.baseUrl);
    const headers = { "user-agent": USER_AGENT, ...endpoint.headers };
    const secrets = [...endpoint.secrets, ...(proxy?.secrets ?? [])];
    return httpClient(
      { ...endpoint, headers, proxy, secrets },
      // At the default of 5 s between polls, half a second before the first retry.
      { ...DEFAULT_RETRY_POLICY, firstPauseSeconds: this.waits.pollSeconds / 10, ...policy },
    );
  }

  /** `who` is asked, for the lines that tell of a pause. */
  limit(grant: Grant, who: string, baseUrl: string): Limit {
    return new Limit(grant, { who, pauseSeconds: this.pauseSeconds(baseUrl), longestSeconds: this.#longestSeconds });
  }

  /**
   * With a hoster that may refuse for minutes, and pauses of its limit in between: some 18 minutes where its rate limit is reached,
   * be it that it says so or drops requests; 6 where it answers that it is down.
   */
  get longRetryPolicy(): Partial<RetryPolicy> {
    return {
      retries: 7,
      retriesWhenDown: 3,
      longestPauseSeconds: 60,
      longestRetryAfterSeconds: LONGEST_REFUSAL_SECONDS,
      longestInAllSeconds: this.#longestSeconds,
    };
  }

  readonly #longestSeconds = (): number => this.waits.timeoutSeconds ?? LONGEST_REFUSAL_SECONDS;
}
