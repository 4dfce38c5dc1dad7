import { type Json, lookup } from "../json";
import { entryAddresses } from "./addresses";
import { dates } from "./dates";
import type { Moment } from "./moment";
import type { AirvpnSession, AirvpnState } from "./state";

const DAY = 24 * 60 * 60 * 1000;

/** The member, its sessions, and the first of them once more for old clients [S0; airvpn 2.4]. */
export function userinfo({ state, now }: Moment): Record<string, Json> {
  const sessions = Object.values(state.sessions)
    .sort((one, other) => Date.parse(one.connectedSince) - Date.parse(other.connectedSince))
    .map((session) => sessionAnswer(session, state));
  const [first] = sessions;
  return { user: user(state, now), sessions, ...connection(first, state) };
}

/** `pool` and `credit` are in no document, but in replies [airvpn 2.4]; what they hold is unverified. */
function user({ user, sessions, switches }: AirvpnState, now: number): Json {
  return {
    login: user.login,
    ...dates("register", user.registered, switches),
    premium: user.premium,
    ...dates("expiration", user.expires, switches),
    expiration_days: user.expires === null ? 0 : Math.max(0, Math.floor((Date.parse(user.expires) - now) / DAY)),
    ...dates("last_attempt", user.lastAttempt, switches),
    posts: user.posts,
    credits: user.credits,
    credit: [],
    pool: 0,
    last_post: user.lastPost,
    ...dates("last_visit", user.lastVisit, switches),
    ...dates("last_activity", user.lastActivity, switches),
    connected: Object.keys(sessions).length > 0,
  };
}

function sessionAnswer(session: AirvpnSession, state: AirvpnState): Json {
  const server = lookup(state.servers, session.server);
  return {
    device_name: session.device_name,
    device_description: session.device_description,
    ...addresses("vpn", session.vpn_ipv4, session.vpn_ipv6),
    ...addresses("exit", session.exit_ipv4, session.exit_ipv6),
    ...entry(session, state),
    server_name: session.server,
    server_country: server?.country_name ?? null,
    server_country_code: server?.country_code ?? null,
    server_continent: server?.continent ?? null,
    server_location: server?.location ?? null,
    server_bw: server?.bw_max ?? null,
    bytes_read: session.bytes_read,
    bytes_write: session.bytes_write,
    ...dates("connected_since", session.connectedSince, state.switches),
    speed_read: session.speed_read,
    speed_write: session.speed_write,
  };
}

function entry({ server }: AirvpnSession, { switches }: AirvpnState): Record<string, Json> {
  if (!switches.entryFields) return {};
  const { ip_v4_in1, ip_v6_in1 } = entryAddresses(server);
  return addresses("entry", ip_v4_in1, ip_v6_in1);
}

/** `NAME_ip` repeats the IPv4 address [unverified]. */
function addresses(name: string, ipv4: string, ipv6: string): Record<string, Json> {
  return { [`${name}_ip`]: ipv4, [`${name}_ipv4`]: ipv4, [`${name}_ipv6`]: ipv6 };
}

function connection(first: Json | undefined, { switches }: AirvpnState): { connection?: Json } {
  if (first !== undefined) return { connection: first };
  if (switches.noConnection === "missing") return {};
  return { connection: JSON.parse(switches.noConnection) as Json };
}
