import { z } from "zod";
import { PLANS, SYSTEMS } from "./catalogue";
import { switchesSchema, type VpsorgSwitches } from "./switches";

/** A status change under way. */
export interface VpsorgTransition {
  /** The status it ends in; "gone" removes the server. */
  to: string;
  /** Simulated time of its end, ISO 8601. */
  at: string;
  /** Simulated time from which the server shows its addresses; at the end if null. */
  addressAt: string | null;
}

/** Settings that were sent and do not show yet. */
export interface VpsorgSettingsChange {
  name: string;
  hostname: string | null;
  backups_enabled: boolean;
  /** Simulated time from which they show, ISO 8601. */
  at: string;
}

/** A server as the simulator keeps it. */
export interface VpsorgServer {
  name: string;
  hostname: string | null;
  /** Any text; one that is patched in stays until an action changes it. */
  status: string;
  ip_address: string | null;
  ipv6_address: string | null;
  location: string;
  plan_id: number;
  os_id: number;
  ssh_key_id: number | null;
  backups_enabled: boolean;
  created_at: string;
  updated_at: string;
  transition: VpsorgTransition | null;
  change: VpsorgSettingsChange | null;
  /** While true, the transition does not end: the server never gets ready. */
  stuck: boolean;
}

export interface VpsorgAccount {
  email: string;
  first_name: string | null;
  last_name: string | null;
  company_name: string | null;
  created_at: string;
  /** A server costs its plan's monthly price at once; with less than that left, creating one is a 402. */
  credit: number;
}

export interface VpsorgToken {
  name: string;
  permissions: string[];
  created_at: string;
  last_used_at: string | null;
  /** Once this is past, every request is a 401. */
  expires_at: string | null;
}

export interface VpsorgState {
  account: VpsorgAccount;
  token: VpsorgToken;
  /** By id. */
  servers: Record<string, VpsorgServer>;
  switches: VpsorgSwitches;
}

const time = z.iso.datetime();

const transition = z.strictObject({ to: z.string().min(1), at: time, addressAt: time.nullable().default(null) });

const settingsChange = z.strictObject({
  name: z.string().min(1),
  hostname: z.string().nullable(),
  backups_enabled: z.boolean(),
  at: time,
});

/** Everything optional: a server that is patched in may say as little as its name. */
const serverPatch = z.strictObject({
  name: z.string().min(1).optional(),
  hostname: z.string().nullable().default(null),
  status: z.string().min(1).default("active"),
  ip_address: z.string().nullable().optional(),
  ipv6_address: z.string().nullable().optional(),
  location: z.string().min(1).default("us-west"),
  plan_id: z
    .int()
    .refine((id) => PLANS.has(id), "no such plan")
    .default(1),
  os_id: z
    .int()
    .refine((id) => SYSTEMS.has(id), "no such operating system")
    .default(5),
  ssh_key_id: z.int().nullable().default(null),
  backups_enabled: z.boolean().default(false),
  created_at: time.optional(),
  updated_at: time.optional(),
  transition: transition.nullable().default(null),
  change: settingsChange.nullable().default(null),
  stuck: z.boolean().default(false),
});

export const patchedStateSchema = z.strictObject({
  account: z
    .strictObject({
      email: z.string().default("john@example.com"),
      first_name: z.string().nullable().default(null),
      last_name: z.string().nullable().default(null),
      company_name: z.string().nullable().default(null),
      created_at: z.iso.date().default("2024-06-15"),
      credit: z.number().default(0),
    })
    .prefault({}),
  token: z
    .strictObject({
      name: z.string().default("Simulated token"),
      permissions: z.array(z.string()).default(["*:*"]),
      created_at: time.default("2025-01-10T14:30:00Z"),
      last_used_at: time.nullable().default(null),
      expires_at: time.nullable().default(null),
    })
    .prefault({}),
  servers: z.record(z.string(), serverPatch).default({}),
  switches: switchesSchema.prefault({}),
});
