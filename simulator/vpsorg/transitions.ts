import { isoSeconds } from "../clock";
import { ipv4Of, ipv6Of, numberOf } from "./addresses";
import type { VpsorgServer, VpsorgTransition } from "./state";

/** Seconds the power actions take; no document says [vpsorg.md 14]. */
const POWER_SECONDS = { starting: 10, stopping: 15, rebooting: 20 } as const;
const DELETING_SECONDS = 30;
const SETTINGS_SECONDS = 10;

export type PowerStatus = keyof typeof POWER_SECONDS;

/** 2 to 5 minutes [S4], the same for the same id. */
export function provisioning(id: string, now: number, earlyAddress: boolean): VpsorgTransition {
  const seconds = 120 + (numberOf(id) % 181);
  return {
    to: "active",
    at: after(now, seconds),
    addressAt: earlyAddress ? after(now, Math.round(seconds / 2)) : null,
  };
}

/** The ends of starting, stopping and rebooting are inferred [vpsorg.md 3]. */
export function power(status: PowerStatus, now: number): VpsorgTransition {
  const to = status === "stopping" ? "stopped" : "active";
  return { to, at: after(now, POWER_SECONDS[status]), addressAt: null };
}

export function deleting(now: number): VpsorgTransition {
  return { to: "gone", at: after(now, DELETING_SECONDS), addressAt: null };
}

/** When settings show that do so late [vpsorg.md 3, not stated]. */
export function settingsShownAt(now: number): string {
  return after(now, SETTINGS_SECONDS);
}

function settleSettings(server: VpsorgServer, now: number): void {
  if (server.change === null || Date.parse(server.change.at) > now) return;
  const { at, ...settings } = server.change;
  Object.assign(server, settings, { updated_at: isoSeconds(Date.parse(at)), change: null });
}

/** Brings every server to where it is now. */
export function settle(servers: Record<string, VpsorgServer>, now: number): void {
  for (const [id, server] of Object.entries(servers)) {
    settleSettings(server, now);
    const change = server.transition;
    if (!change) continue;
    if (change.addressAt !== null && Date.parse(change.addressAt) <= now) assignAddresses(id, server);
    if (server.stuck || Date.parse(change.at) > now) continue;
    if (change.to === "gone") {
      delete servers[id];
      continue;
    }
    assignAddresses(id, server);
    server.status = change.to;
    server.updated_at = isoSeconds(Date.parse(change.at));
    server.transition = null;
  }
}

export function assignAddresses(id: string, server: VpsorgServer): void {
  server.ip_address ??= ipv4Of(id);
  server.ipv6_address ??= ipv6Of(id);
}

function after(now: number, seconds: number): string {
  return new Date(now + seconds * 1000).toISOString();
}
