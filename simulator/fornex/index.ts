import type { Clock } from "../clock";
import type { Hoster } from "../hoster";
import { API_KEY } from "./access";
import { createDialects } from "./dialects";
import { FornexIds } from "./ids";
import { settleJobs } from "./jobs";
import type { Moment } from "./moment";
import { patchState } from "./patch";
import { type FornexState, initialState } from "./state";

export type { FornexConfiguration, FornexJob, FornexOrder, FornexVps } from "./orderState";
export type { FornexOrderSwitches } from "./orderSwitches";
export type { FornexSshKey } from "./sshKeyState";
export type { FornexAccount, FornexDomain, FornexDomainOrder, FornexEntry, FornexState } from "./state";
export type { FornexSwitches } from "./switches";

const PREFIX = "/fornex/api";

/** Fornex in its current dialect, 2.x [fornex.md 1], and in the one before, 0.1 [S3]: account, DNS, orders, servers, keys. */
export class Fornex implements Hoster {
  readonly name = "fornex";
  readonly prefix = PREFIX;
  readonly secrets = [API_KEY];
  readonly handle;
  readonly #clock: Clock;
  #state = initialState();
  #ids = new FornexIds();

  constructor(clock: Clock) {
    this.#clock = clock;
    this.handle = createDialects(PREFIX, () => this.#moment());
  }

  /** [fornex.md trap 24] */
  env(url: string): Record<string, string> {
    return { FORNEX_API_KEY: API_KEY, FORNEX_BASE_URL: url + PREFIX };
  }

  state(): FornexState {
    return structuredClone(this.#settled(this.#clock.now()));
  }

  preparePatch(patch: unknown): () => void {
    const now = this.#clock.now();
    const next = patchState(this.#settled(now), patch, now);
    return () => {
      this.#state = next;
    };
  }

  reset(): void {
    this.#state = initialState();
    this.#ids = new FornexIds();
  }

  #moment(): Moment {
    const now = this.#clock.now();
    return { state: this.#settled(now), now, ids: this.#ids };
  }

  #settled(now: number): FornexState {
    settleJobs(this.#state, now);
    return this.#state;
  }
}
