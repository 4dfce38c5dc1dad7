import type { Clock } from "../clock";
import type { Hoster } from "../hoster";
import type { Answer } from "../http";
import { type Call, createRouter, type Route } from "../router";
import { API_KEY, authenticate } from "./access";
import * as account from "./account";
import * as domains from "./domains";
import * as entries from "./entries";
import { EntryIds } from "./entryIds";
import { patchState } from "./patch";
import { type FornexState, initialState } from "./state";

export type { FornexAccount, FornexDomain, FornexDomainOrder, FornexEntry, FornexState } from "./state";
export type { FornexSwitches } from "./switches";

const PREFIX = "/fornex/api";

/** Fornex in its current dialect, 2.x: DNS and the account [fornex.md 1]. */
export class Fornex implements Hoster {
  readonly name = "fornex";
  readonly prefix = PREFIX;
  readonly secrets = [API_KEY];
  readonly handle;
  readonly #clock: Clock;
  #state = initialState();
  #ids = new EntryIds();

  constructor(clock: Clock) {
    this.#clock = clock;
    this.handle = createRouter({ prefix: PREFIX, routes: this.#routes(), authenticate });
  }

  /** [fornex.md trap 24] */
  env(url: string): Record<string, string> {
    return { FORNEX_API_KEY: API_KEY, FORNEX_BASE_URL: url + PREFIX };
  }

  state(): FornexState {
    return structuredClone(this.#state);
  }

  preparePatch(patch: unknown): () => void {
    const next = patchState(this.#state, patch, this.#clock.now());
    return () => {
      this.#state = next;
    };
  }

  reset(): void {
    this.#state = initialState();
    this.#ids = new EntryIds();
  }

  #routes(): Route[] {
    const zone = "/dns/domain/:name/";
    const entry = `${zone}entry_set/:id/`;
    const now = () => this.#clock.now();
    return [
      this.#route("GET", "/account/balance", (_, state) => account.balance(state.account)),
      this.#route("GET", "/account/info", (_, state) => account.info(state.account)),
      this.#route("GET", "/account/invoices", (_, state) => account.invoices(state.account)),
      this.#route("GET", "/dns/domain/", ({ request }, state) => domains.listDomains(request, state)),
      this.#route("POST", "/dns/domain/", ({ request }, state) =>
        domains.createDomain(request, state, this.#ids, now()),
      ),
      this.#route("DELETE", zone, (call, state) => domains.deleteDomain(param(call, "name"), state)),
      this.#route("GET", `${zone}zone_file/`, (call, state) => domains.showZoneFile(param(call, "name"), state)),
      this.#route("PUT", `${zone}tags/`, (call, state) =>
        domains.putTags(param(call, "name"), call.request, state, now()),
      ),
      this.#route("GET", `${zone}entry_set/`, (call, state) =>
        entries.listEntries(param(call, "name"), call.request, state),
      ),
      this.#route("POST", `${zone}entry_set/`, (call, state) =>
        entries.createEntry(param(call, "name"), call.request, state, this.#ids, now()),
      ),
      this.#route("PUT", entry, (call, state) =>
        entries.replaceEntry(param(call, "name"), param(call, "id"), call.request, state, now()),
      ),
      this.#route("DELETE", entry, (call, state) =>
        entries.deleteEntry(param(call, "name"), param(call, "id"), state, now()),
      ),
      this.#route("POST", "/dns/order/:id/change_ns/", (call, state) =>
        domains.changeNameServers(param(call, "id"), call.request, state),
      ),
    ];
  }

  #route(method: string, path: string, run: (call: Call, state: FornexState) => Answer): Route {
    return { method, path, run: (call) => run(call, this.#state) };
  }
}

function param(call: Call, name: string): string {
  return call.params[name] ?? "";
}
