import type { Json } from "../json";
import { entryAddresses, entryNames } from "./addresses";
import type { Moment } from "./moment";
import type { AirvpnServer } from "./state";

type Named = [name: string, server: AirvpnServer];

/** Every server and the sums of them, with the keys and the order of a real reply [airvpn 2.3]. */
export function status({ state }: Moment): Record<string, Json> {
  const servers = byName(state.servers);
  return {
    deprecated_warning: "ip_entry and ip_entry_alt are deprecated", // its wording is unverified
    servers: servers.map(serverAnswer),
    routing: byName(state.routing).map(routingAnswer),
    countries: groups(servers, ({ country_code }) => country_code).map(([code, members]) => ({
      country_name: members[0]?.[1].country_name ?? code,
      country_code: code,
      ...sums(code, members),
    })),
    continents: groups(servers, ({ continent }) => continent).map(([name, members]) => ({
      public_name: name,
      ...sums(name.toLowerCase(), members),
    })),
    planets: groups(servers, () => "Earth").map(([name, members]) => ({
      public_name: name,
      ...sums(name.toLowerCase(), members),
    })),
  };
}

function byName(servers: Readonly<Record<string, AirvpnServer>>): Named[] {
  return Object.entries(servers).sort(([one], [other]) => one.localeCompare(other, "en"));
}

function serverAnswer([name, server]: Named): Json {
  return {
    ...place(name, server),
    bw: server.bw,
    bw_max: server.bw_max,
    users: server.users,
    currentload: load(server.bw, server.bw_max),
    ...entryAddresses(name),
    ...health(server),
  };
}

/** Without users and addresses. */
function routingAnswer([name, server]: Named): Json {
  const { bw, bw_max } = server;
  return { ...place(name, server), bw, bw_max, currentload: load(bw, bw_max), ...health(server) };
}

function place(name: string, { country_name, country_code, location, continent }: AirvpnServer) {
  return { public_name: name, country_name, country_code, location, continent };
}

/** `warning` is there only if the health is not ok [S0]. */
function health({ health, warning }: AirvpnServer): Record<string, Json> {
  return health === "ok" ? { health } : { health, warning };
}

function groups(servers: Named[], groupOf: (server: AirvpnServer) => string): [string, Named[]][] {
  const groups = new Map<string, Named[]>();
  for (const named of servers) {
    const group = groupOf(named[1]);
    groups.set(group, [...(groups.get(group) ?? []), named]);
  }
  return [...groups].sort(([one], [other]) => one.localeCompare(other, "en"));
}

/** Exact sums, servers in trouble included; the health of every group seen was "ok" [airvpn 2.3]. */
function sums(names: string, members: Named[]): Record<string, Json> {
  const sum = (value: (server: AirvpnServer) => number) => members.reduce((all, [, server]) => all + value(server), 0);
  const bw = sum((server) => server.bw);
  const bw_max = sum((server) => server.bw_max);
  return {
    server_best: best(members),
    bw,
    bw_max,
    users: sum((server) => server.users),
    servers: members.length,
    currentload: load(bw, bw_max),
    ...entryNames(names),
    health: "ok",
  };
}

/**
 * Not the one with the least load, and there in each of the 28 groups of a real reply [airvpn 2.3]; how it is chosen is
 * unverified: the first healthy one here, or the first of all.
 */
function best(members: Named[]): string {
  const healthy = members.filter(([, { health }]) => health === "ok");
  return [...healthy, ...members].map(([name]) => name)[0] ?? "";
}

/** Rounded down, and above 100 at times [airvpn 2.3]. */
function load(bw: number, bwMax: number): number {
  return bwMax === 0 ? 0 : Math.floor((100 * bw) / bwMax);
}
