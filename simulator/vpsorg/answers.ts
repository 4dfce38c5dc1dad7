import type { Json } from "../json";
import { numberOf } from "./addresses";
import { PLANS, SYSTEMS } from "./catalogue";
import type { VpsorgServer, VpsorgState } from "./state";

type Fields = { [key: string]: Json };

/** The form in lists: fewer fields than a single server has [S4]. */
export function listed(id: string, server: VpsorgServer): Fields {
  return {
    ...head(id, server),
    plan: plan(server),
    os: system(server),
    created_at: server.created_at,
    updated_at: server.updated_at,
  };
}

/** The form in the answer to a creation: no bandwidth, no IPv6, but a message [S4]. */
export function created(id: string, server: VpsorgServer): Fields {
  return {
    ...head(id, server),
    plan: plan(server),
    os: system(server),
    backups_enabled: server.backups_enabled,
    created_at: server.created_at,
    updated_at: server.updated_at,
    message: "Server is being provisioned. This may take 2-5 minutes.",
  };
}

/** The form of a single server [S4]. */
export function full(id: string, server: VpsorgServer): Fields {
  const { location, ...start } = head(id, server);
  return {
    ...start,
    ipv6_address: server.ipv6_address,
    location: location ?? null,
    plan: { ...plan(server), bandwidth: PLANS.get(server.plan_id)?.bandwidth ?? 0 },
    os: system(server),
    backups_enabled: server.backups_enabled,
    resource_usage: usage(id, server),
    created_at: server.created_at,
    updated_at: server.updated_at,
  };
}

/** The outer `status` is the outcome of the call, the inner one the server's [S4]. */
export function action(id: string, server: VpsorgServer): Fields {
  return {
    status: "success",
    message: `Server is ${server.status}`,
    server: { id: shownId(id), name: server.name, status: server.status },
  };
}

/** [S2] */
export function account(state: VpsorgState, now: number): Fields {
  const { credit: _, ...profile } = state.account;
  const expiresAt = state.token.expires_at;
  return {
    account: profile,
    token: { ...state.token, is_expired: expiresAt !== null && Date.parse(expiresAt) <= now },
  };
}

function head(id: string, server: VpsorgServer): Fields {
  return {
    id: shownId(id),
    name: server.name,
    hostname: server.hostname,
    status: server.status,
    ip_address: server.ip_address,
    location: server.location,
  };
}

/** Integers in the documents, UUID texts in the vendor's client [vpsorg.md 10]. */
function shownId(id: string): number | string {
  return /^\d+$/.test(id) ? Number(id) : id;
}

function plan(server: VpsorgServer): Fields {
  const known = PLANS.get(server.plan_id);
  return {
    id: server.plan_id,
    name: known?.name ?? "",
    vcpus: known?.vcpus ?? 0,
    memory: known?.memory ?? 0,
    storage: known?.storage ?? 0,
  };
}

function system(server: VpsorgServer): Fields {
  return { id: server.os_id, name: SYSTEMS.get(server.os_id) ?? "" };
}

/** Zero unless the machine runs [unverified]. */
function usage(id: string, server: VpsorgServer): Fields {
  if (server.status !== "active") return { cpu_percent: 0, memory_used: 0, disk_used: 0, bandwidth_used: 0 };
  return { cpu_percent: 8.5 + (numberOf(id) % 90), memory_used: 2048, disk_used: 35, bandwidth_used: 450 };
}
