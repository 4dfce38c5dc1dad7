import { randomUUID } from "node:crypto";
import { isoSeconds } from "../clock";
import { checkFields, detail, fieldErrors, readFields, takePage } from "../drf";
import { type Answer, empty, type HosterRequest, json, Refusal } from "../http";
import { lookup } from "../json";
import { action, created, full, listed } from "./answers";
import { LOCATIONS, PLANS, SYSTEMS } from "./catalogue";
import { type CreateInput, createSchema, replaceSchema, updateSchema } from "./input";
import type { VpsorgServer, VpsorgState } from "./state";
import type { VpsorgIgnorable } from "./switches";
import { deleting, type PowerStatus, power, provisioning, settingsShownAt } from "./transitions";

const FIRST_ID = 12345;

/** The nine server endpoints [S4]. The state they get is settled: every transition that is due has happened. */
export class Servers {
  #lastId = FIRST_ID - 1;

  list(request: HosterRequest, state: VpsorgState): Answer {
    const status = request.query.get("status");
    const location = request.query.get("location");
    const matching = Object.entries(state.servers)
      .filter(([, server]) => status === null || server.status === status)
      .filter(([, server]) => location === null || server.location === location)
      .map(([id, server]) => listed(id, server));

    // Two keys only: no next, no previous [S4].
    const { lists } = state.switches;
    if (lists === "whole") return json(200, { count: matching.length, results: matching });
    const page = takePage(matching, request.query, 20, 100);
    const count = lists === "paged" ? matching.length : page.items.length;
    return json(200, { count, results: page.items });
  }

  create(request: HosterRequest, state: VpsorgState, now: number): Answer {
    const input = withoutIgnored(checkFields(createSchema, readFields(request)), state);
    this.#refuseTakenName(state, cased(input.name, state));
    const price = PLANS.get(input.plan_id)?.priceMonthly ?? 0;
    if (state.account.credit < price) return detail(402, "Insufficient credit."); // 402 [S4], its text unverified

    const id = state.switches.uuidIds ? randomUUID() : this.#nextId(state);
    const server = newServer(id, input, state, now);
    state.servers[id] = server;
    state.account.credit -= price;
    return json(201, created(id, server));
  }

  get(id: string, state: VpsorgState): Answer {
    return json(200, full(id, find(state, id)));
  }

  replace(id: string, request: HosterRequest, state: VpsorgState, now: number): Answer {
    const server = find(state, id);
    return this.#change(id, server, checkFields(replaceSchema, readFields(request)), state, now);
  }

  update(id: string, request: HosterRequest, state: VpsorgState, now: number): Answer {
    const server = find(state, id);
    const kept = server.change ?? server;
    const {
      name = kept.name,
      hostname = kept.hostname,
      backups_enabled = kept.backups_enabled,
    } = checkFields(updateSchema, readFields(request));
    return this.#change(id, server, { name, hostname, backups_enabled }, state, now);
  }

  /** Only 204 and 404 are listed [S4], so deleting what is being deleted is a 204 again [unverified]. */
  delete(id: string, state: VpsorgState, now: number): Answer {
    const server = find(state, id);
    if (!state.switches.lingeringDelete) {
      delete state.servers[id];
      return empty(204);
    }
    if (server.transition?.to === "gone") return empty(204);
    server.status = "deleting";
    server.transition = deleting(now);
    server.stuck = false;
    server.updated_at = isoSeconds(now);
    return empty(204);
  }

  /** What a state other than "stopped" and "active" does is unverified. */
  start(id: string, state: VpsorgState, now: number): Answer {
    const server = find(state, id);
    if (state.switches.ignores.includes("start")) return json(200, action(id, server));
    const { activeRefusesStart, suspendedRefusesStart } = state.switches;
    if (server.status === "active" && activeRefusesStart) return detail(400, "Server is already running.");
    if (server.status === "suspended" && suspendedRefusesStart) return wrongState(server);
    if (!["stopped", "active", "suspended"].includes(server.status)) return wrongState(server);
    return this.#power(id, server, "starting", now);
  }

  /** Refusing it for a server that does not run is unverified: no codes are listed [S4]. */
  stop(id: string, state: VpsorgState, now: number): Answer {
    const server = find(state, id);
    if (server.status !== "active") return detail(400, "Server is not running.");
    if (state.switches.ignores.includes("stop")) return json(200, action(id, server));
    return this.#power(id, server, "stopping", now);
  }

  /** 400 when it does not run [S4]. */
  reboot(id: string, state: VpsorgState, now: number): Answer {
    const server = find(state, id);
    if (server.status !== "active") return detail(400, "Server is not running.");
    return this.#power(id, server, "rebooting", now);
  }

  #power(id: string, server: VpsorgServer, status: PowerStatus, now: number): Answer {
    server.status = status;
    server.transition = power(status, now);
    server.updated_at = isoSeconds(now);
    return json(200, action(id, server));
  }

  #change(
    id: string,
    server: VpsorgServer,
    fields: Pick<VpsorgServer, "name" | "hostname" | "backups_enabled">,
    state: VpsorgState,
    now: number,
  ): Answer {
    const name = cased(fields.name, state);
    if (name !== server.name) this.#refuseTakenName(state, name);
    const sent = { ...fields, name, hostname: fields.hostname && cased(fields.hostname, state) };
    const { ignores, settingsShown } = state.switches;
    const taken = {
      ...sent,
      ...pick(
        server,
        SETTINGS.filter((field) => ignores.includes(field)),
      ),
    };
    if (settingsShown === "later") server.change = { ...taken, at: settingsShownAt(now) };
    else Object.assign(server, taken, { updated_at: isoSeconds(now) });
    return state.switches.updateAnswer === "server" ? json(200, full(id, server)) : empty(200);
  }

  #refuseTakenName(state: VpsorgState, name: string): void {
    if (!state.switches.uniqueNames) return;
    const taken = Object.values(state.servers).some((server) => server.name === name);
    if (taken) throw fieldErrors({ name: ["A server with this name already exists."] });
  }

  /** Never one that was given before, nor one that was patched in. */
  #nextId(state: VpsorgState): string {
    do this.#lastId += 1;
    while (Object.hasOwn(state.servers, String(this.#lastId)));
    return String(this.#lastId);
  }
}

/** What PUT and PATCH change [S4]. */
const SETTINGS = ["name", "hostname", "backups_enabled"] as const;

function pick<T, K extends keyof T>(value: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, value[key]])) as Pick<T, K>;
}

/** An order as if the fields that are ignored were not in it; what must be there is the first one there is. */
function withoutIgnored({ hostname, backups_enabled, ...input }: CreateInput, { switches }: VpsorgState): CreateInput {
  const isTaken = (field: VpsorgIgnorable) => !switches.ignores.includes(field);
  const [plan_id = input.plan_id] = PLANS.keys();
  const [os_id = input.os_id] = SYSTEMS.keys();
  const [location = input.location] = LOCATIONS;
  return {
    ...input,
    ...(isTaken("plan_id") ? {} : { plan_id }),
    ...(isTaken("os_id") ? {} : { os_id }),
    ...(isTaken("location") ? {} : { location }),
    ...(isTaken("hostname") ? { hostname } : {}),
    ...(isTaken("backups_enabled") ? { backups_enabled } : {}),
  };
}

function find(state: VpsorgState, id: string): VpsorgServer {
  const server = lookup(state.servers, id);
  if (!server) throw new Refusal(detail(404, "Not found."));
  return server;
}

/** A name as it is kept. */
function cased(name: string, { switches }: VpsorgState): string {
  return switches.nameCase === "lower" ? name.toLowerCase() : name;
}

function wrongState(server: VpsorgServer): Answer {
  return detail(400, `Server cannot be started while it is ${server.status}.`);
}

/** Provisioning, without an address [S4]. */
function newServer(id: string, input: CreateInput, state: VpsorgState, now: number): VpsorgServer {
  const { earlyAddress, neverReady, omittedHostname } = state.switches;
  const hostname = input.hostname ?? (omittedHostname === "name" ? input.name : null);
  return {
    name: cased(input.name, state),
    hostname: hostname && cased(hostname, state),
    status: "provisioning",
    ip_address: null,
    ipv6_address: null,
    location: input.location,
    plan_id: input.plan_id,
    os_id: input.os_id,
    ssh_key_id: input.ssh_key_id ?? null,
    backups_enabled: input.backups_enabled ?? false,
    created_at: isoSeconds(now),
    updated_at: isoSeconds(now),
    transition: provisioning(id, now, earlyAddress),
    change: null,
    stuck: neverReady,
  };
}
