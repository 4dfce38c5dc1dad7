import type { Clock } from "../clock";
import { type Answer, type HosterRequest, json } from "../http";
import { type Call, createRouter, type Route } from "../router";
import { StatefulHoster, type StateRules } from "../statefulHoster";
import type { WorldName } from "../world";
import { authenticate, requirePermission, TOKEN } from "./access";
import { account } from "./answers";
import { patchState } from "./patch";
import { Servers } from "./servers";
import type { VpsorgState } from "./state";
import { settle } from "./transitions";
import { WORLDS } from "./worlds";

export type { VpsorgAccount, VpsorgServer, VpsorgState, VpsorgToken, VpsorgTransition } from "./state";
export type { VpsorgSwitches } from "./switches";

const PREFIX = "/vpsorg/api/v1";

const RULES: StateRules<VpsorgState> = {
  worlds: WORLDS,
  patch: patchState,
  settle: ({ servers }, now) => settle(servers, now),
};

/** VPS.org: the account and the servers, ten endpoints in all [S2, S4]. */
export class Vpsorg extends StatefulHoster<VpsorgState> {
  readonly name = "vpsorg";
  readonly prefix = PREFIX;
  readonly secrets = [TOKEN];
  #servers = new Servers();
  readonly #router = createRouter({
    prefix: PREFIX,
    routes: this.#routes(),
    authenticate: (request) => {
      const { state, now } = this.present();
      authenticate(request, state.token, now);
    },
    switches: () => this.present().state.switches,
  });

  constructor(clock: Clock, world: WorldName) {
    super(clock, world, RULES);
  }

  /** [vpsorg.md 0] */
  env(url: string): Record<string, string> {
    return { VPS_API_TOKEN: TOKEN, VPS_API_URL: url + PREFIX };
  }

  handle(request: HosterRequest): Answer {
    return this.#router(request);
  }

  override reset(): void {
    super.reset();
    this.#servers = new Servers();
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
        const { state, now } = this.present();
        if (permission !== undefined) requirePermission(state.token, `servers:${permission}`);
        return run(call, state, now);
      },
    };
  }
}

function idOf(call: Call): string {
  return call.params.id ?? "";
}
