import { check } from "../check";
import { mergePatch } from "../json";
import { type AirvpnState, patchedStateSchema } from "./state";

/** The state after a merge patch, with everything filled in that the patch left out. Throws an InvalidInput. */
export function patchState(state: AirvpnState | undefined, patch: unknown, now: number): AirvpnState {
  const merged = check(patchedStateSchema, mergePatch(state, patch) ?? {}, "airvpn");
  const at = new Date(now).toISOString();
  return {
    ...merged,
    sessions: mapValues(merged.sessions, (session) => ({ ...session, connectedSince: session.connectedSince ?? at })),
    notifications: mapValues(merged.notifications, (notification) => ({ ...notification, at: notification.at ?? at })),
  };
}

function mapValues<From, To>(map: Record<string, From>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}
