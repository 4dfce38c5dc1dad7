import { z } from "zod";
import { type AirvpnLimit, limitPatch } from "./limit";
import { type AirvpnSwitches, switchesSchema } from "./switches";

/** The member whose key it is. Times are simulated, ISO 8601; null for what never happened. */
export interface AirvpnUser {
  login: string;
  premium: boolean;
  registered: string | null;
  expires: string | null;
  lastAttempt: string | null;
  lastVisit: string | null;
  lastActivity: string | null;
  lastPost: number;
  posts: number;
  credits: number;
}

/** A connection of one device. */
export interface AirvpnSession {
  device_name: string;
  device_description: string | null;
  /** Name of the server; its place is shown with the session. */
  server: string;
  vpn_ipv4: string;
  vpn_ipv6: string;
  exit_ipv4: string;
  exit_ipv6: string;
  /** Simulated time, ISO 8601. */
  connectedSince: string;
  bytes_read: number;
  bytes_write: number;
  speed_read: number;
  speed_write: number;
}

/** A VPN server, or a routing server. */
export interface AirvpnServer {
  country_name: string;
  country_code: string;
  location: string;
  continent: string;
  /** Mbit/s in use, and available. */
  bw: number;
  bw_max: number;
  users: number;
  health: "ok" | "warning" | "error";
  /** Why the health is not "ok". */
  warning: string | null;
}

/** A message the member has sent to itself. */
export interface AirvpnNotification {
  subject: string;
  body: string;
  /** Simulated time, ISO 8601. */
  at: string;
}

export interface AirvpnState {
  user: AirvpnUser;
  /** By any key; listed by the time they began. */
  sessions: Record<string, AirvpnSession>;
  /** By name. */
  servers: Record<string, AirvpnServer>;
  /** By name. */
  routing: Record<string, AirvpnServer>;
  /** By number. */
  notifications: Record<string, AirvpnNotification>;
  limit: AirvpnLimit;
  switches: AirvpnSwitches;
}

const time = z.iso.datetime();
const count = z.int().min(0);

const userPatch = z.strictObject({
  login: z.string().default("member"),
  premium: z.boolean().default(true),
  registered: time.nullable().default(null),
  expires: time.nullable().default(null),
  lastAttempt: time.nullable().default(null),
  lastVisit: time.nullable().default(null),
  lastActivity: time.nullable().default(null),
  lastPost: count.default(0),
  posts: count.default(0),
  credits: z.number().default(0),
});

const sessionPatch = z.strictObject({
  device_name: z.string().default("Default"),
  device_description: z.string().nullable().default(null),
  server: z.string().default("Alderamin"),
  vpn_ipv4: z.string().default("10.128.0.2"),
  vpn_ipv6: z.string().default("fd7d:76ee:e68f:a993::2"),
  exit_ipv4: z.string().default("203.0.113.200"),
  exit_ipv6: z.string().default("2001:db8:ffff::200"),
  connectedSince: time.optional(),
  bytes_read: count.default(1_048_576),
  bytes_write: count.default(8_388_608),
  speed_read: count.default(1024),
  speed_write: count.default(65_536),
});

const serverPatch = z.strictObject({
  country_name: z.string().default("Netherlands"),
  country_code: z.string().default("nl"),
  location: z.string().default("Alblasserdam"),
  continent: z.string().default("Europe"),
  bw: count.default(500),
  bw_max: count.default(2000),
  users: count.default(40),
  health: z.enum(["ok", "warning", "error"]).default("ok"),
  warning: z.string().nullable().default(null),
});

const notificationPatch = z.strictObject({
  subject: z.string().default(""),
  body: z.string().default(""),
  at: time.optional(),
});

export const patchedStateSchema = z.strictObject({
  user: userPatch.prefault({}),
  sessions: z.record(z.string().min(1), sessionPatch).default({}),
  servers: z.record(z.string().min(1), serverPatch).default({}),
  routing: z.record(z.string().min(1), serverPatch).default({}),
  notifications: z.record(z.string().regex(/^\d{1,15}$/, "numbers"), notificationPatch).default({}),
  limit: limitPatch.prefault({}),
  switches: switchesSchema.prefault({}),
});
