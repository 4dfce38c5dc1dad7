import type { Json } from "../json";
import type { Moment, Run } from "./moment";
import type { AirvpnSession } from "./state";
import { status } from "./status";
import { userinfo } from "./userinfo";

export interface Service {
  readonly run: Run;
  /** Whether anybody may ask, without a key. */
  readonly isPublic?: true;
}

/** The seed's services, by name [S0]; AirVPN has more [airvpn 2.1]. */
export const SERVICES: Readonly<Record<string, Service>> = {
  userinfo: { run: userinfo },
  notification: { run: notify },
  disconnect: { run: disconnect },
  status: { run: status, isPublic: true },
};

function notify({ state, parameters, now }: Moment): Record<string, Json> {
  const subject = parameters.require("subject");
  const body = parameters.require("body");
  const id = 1 + Math.max(0, ...Object.keys(state.notifications).map(Number));
  state.notifications[id] = { subject, body, at: new Date(now).toISOString() };
  return {};
}

/** Ends the sessions that both filters let through; without filters, all of them [S0]. Matching none is no error [airvpn 2.5]. */
function disconnect({ state, parameters }: Moment): Record<string, Json> {
  const filter = (name: string) => {
    const value = parameters.get(name);
    return value === "" && state.switches.emptyFilter === "all" ? undefined : value;
  };
  const server = filter("server");
  const device = filter("device");
  const ended = Object.entries(state.sessions).filter(([, session]) => matches(session, server, device));
  for (const [id] of ended) delete state.sessions[id];
  return { sessions_disconnected: ended.length };
}

function matches(session: AirvpnSession, server: string | undefined, device: string | undefined): boolean {
  if (server !== undefined && session.server !== server) return false;
  return device === undefined || session.device_name === device;
}
