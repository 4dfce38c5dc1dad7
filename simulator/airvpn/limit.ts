import { z } from "zod";

/** How much one address may ask. */
export interface AirvpnLimit {
  /** Requests in one window; one more bans the address [S0]. */
  requests: number;
  /** How long a window is; that it begins with a request is unverified. */
  windowSeconds: number;
  /** How long a ban lasts; no document says. */
  banSeconds: number;
  /** Requests in the current window. */
  used: number;
  /** When the current window began, simulated, ISO 8601; null before the first request. */
  since: string | null;
  /** When the ban ends; null without one. */
  bannedUntil: string | null;
}

const time = z.iso.datetime();

/** 600 requests every 10 minutes [S0]. */
export const limitPatch = z.strictObject({
  requests: z.int().min(1).default(600),
  windowSeconds: z.number().min(0).default(600),
  banSeconds: z.number().min(0).default(600),
  used: z.int().min(0).default(0),
  since: time.nullable().default(null),
  bannedUntil: time.nullable().default(null),
});

/** Counts a request, whatever it asks for and whoever asks; false when the address is banned. */
export function admit(limit: AirvpnLimit, now: number): boolean {
  if (limit.bannedUntil !== null && now < Date.parse(limit.bannedUntil)) return false;
  limit.bannedUntil = null;
  if (limit.since === null || now >= Date.parse(limit.since) + limit.windowSeconds * 1000) {
    limit.since = new Date(now).toISOString();
    limit.used = 0;
  }
  limit.used += 1;
  if (limit.used <= limit.requests) return true;
  limit.bannedUntil = new Date(now + limit.banSeconds * 1000).toISOString();
  limit.since = null;
  return false;
}
