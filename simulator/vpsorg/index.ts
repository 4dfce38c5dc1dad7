import type { Clock } from "../clock";
import type { Hoster } from "../hoster";
import { type Answer, json } from "../http";
import { type Call, createRouter, type Route } from "../router";
import { authenticate, requirePermission, TOKEN } from "./access";
import { account } from "./answers";
import { patchState } from "./patch";
import { Servers } from "./servers";
import { initialState, type VpsorgState } from "./state";
import { settle } from "./transitions";

export type { VpsorgAccount, VpsorgServer, VpsorgState, VpsorgToken, VpsorgTransition } from "./state";
export type { VpsorgSwitches } from "./switches";

const PREFIX = "/vpsorg/api/v1";

/** VPS.org: the account and the servers, ten endpoints in all [S2, S4]. */
export class Vpsorg implements Hoster {
  readonly name = "vpsorg";
  readonly prefix = PREFIX;
  readonly secrets = [TOKEN];
  readonly handle;
  readonly #clock: Clock;
  #state = initialState();
  #servers = new Servers();

  constructor(clock: Clock) {
    this.#clock = clock;
    this.handle = createRouter({
      prefix: PREFIX,
      routes: this.#routes(),
      authenticate: (request) => authenticate(request, this.#state.token, clock.now()),
    });
  }

  /** [vpsorg.md 0] */
  env(url: string): Record<string, string> {
    return { VPS_API_TOKEN: TOKEN, VPS_API_URL: url + PREFIX };
  }

  state(): VpsorgState {
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
    this.#servers = new Servers();
  }

  #settled(now: number): VpsorgState {
    settle(this.#state.servers, now);
    return this.#state;
  }

  #routes(): Route[] {
    const one = "/servers/:id/";
    return [
      this.#route("GET", "/account/me/", undefined, (_, state, now) => json(200, account(state, now))),
      this.#route("GET", "/servers/", "list", (call, state) => this.#servers.list(call.request, state)),
      this.#route("POST", "/servers/", "create", (call, state, now) => this.#servers.create(call.request, state, now)),
      this.#route("GET", one, "list", (call, state) => this.#servers.get(idOf(call), state)),
      this.#route("PUT", one, "update", (call, state, now) =>
        this.#servers.replace(idOf(call), call.request, state, now),
      ),
      this.#route("PATCH", one, "update", (call, state, now) =>
        this.#servers.update(idOf(call), call.request, state, now),
      ),
      this.#route("DELETE", one, "delete", (call, state, now) => this.#servers.delete(idOf(call), state, now)),
      this.#route("POST", `${one}start/`, "power", (call, state, now) => this.#servers.start(idOf(call), state, now)),
      this.#route("POST", `${one}stop/`, "power", (call, state, now) => this.#servers.stop(idOf(call), state, now)),
      this.#route("POST", `${one}reboot/`, "power", (call, state, now) => this.#servers.reboot(idOf(call), state, now)),
    ];
  }

  /** `permission` is the action on servers that the token must have; the account needs none [S2]. */
  #route(
    method: string,
    path: string,
    permission: string | undefined,
    run: (call: Call, state: VpsorgState, now: number) => Answer,
  ): Route {
    return {
      method,
      path,
      run: (call) => {
        const now = this.#clock.now();
        const state = this.#settled(now);
        if (permission !== undefined) requirePermission(state.token, `servers:${permission}`);
        return run(call, state, now);
      },
    };
  }
}

function idOf(call: Call): string {
  return call.params.id ?? "";
}
