import { isIP } from "node:net";
import { z } from "zod";
import { type KiwivmSettings, settingsSchema } from "./settings";
import { type KiwivmSwitches, switchesSchema } from "./switches";

/** Why every call is refused for a while. */
export interface KiwivmLock {
  /** What `additionalErrorInfo` says, like "OS Reinstall: debian-13-x86_64". */
  task: string;
  /** Simulated times, ISO 8601; the percent rises from one to the other. */
  since: string;
  until: string;
  /** The operating system the machine has afterwards, when a snapshot is restored. */
  restoresOs: string | null;
}

export interface KiwivmSnapshot {
  description: string;
  os: string;
  /** Bytes. */
  size: number;
  /** Bytes. */
  uncompressed: number;
  md5: string;
  sticky: boolean;
  /** From when on the list shows it, or "never". */
  listedAt: string;
  /** When it is purged unless it is sticky. */
  purgesAt: string;
  /** When a delete removes it; null without one. */
  goneAt: string | null;
  /** What `snapshot/export` gave out. */
  exportToken: string | null;
}

/** Points used in the two windows; a window begins with the first request after the one before. */
export interface KiwivmPoints {
  used15min: number;
  since15min: string | null;
  used24h: number;
  since24h: string | null;
}

/** A PTR that is not shown yet. */
export interface KiwivmPtrChange {
  to: string;
  at: string;
}

export interface KiwivmMachine {
  /** Each machine has its own; made from the VEID if left out. */
  apiKey: string;
  hostname: string;
  email: string;
  plan: string;
  os: string;
  node_alias: string;
  node_location: string;
  node_location_id: string;
  location_ipv6_ready: boolean;
  plan_monthly_data: number;
  plan_disk: number;
  plan_ram: number;
  plan_swap: number;
  plan_max_ipv6s: number;
  data_counter: number;
  suspended: boolean;
  rdns_api_available: boolean;
  /** IPv4 addresses, then IPv6 prefixes like "2001:db8:1:2::". */
  ip_addresses: string[];
  /** The PTRs that are set, by address; IPv6 in its shortest spelling. */
  ptr: Record<string, string>;
  /** By address. */
  ptrChanges: Record<string, KiwivmPtrChange>;
  lock: KiwivmLock | null;
  /** By file name. */
  snapshots: Record<string, KiwivmSnapshot>;
  points: KiwivmPoints;
}

export interface KiwivmState {
  /** By VEID. */
  machines: Record<string, KiwivmMachine>;
  settings: KiwivmSettings;
  switches: KiwivmSwitches;
}

const time = z.iso.datetime();
const address = z.string().refine((text) => isIP(text) !== 0, "no IP address");

const snapshotPatch = z.strictObject({
  description: z.string().default(""),
  os: z.string().default("debian-12-x86_64"),
  size: z.int().default(431_947_776),
  uncompressed: z.int().default(1_533_399_040),
  md5: z.string().default("d41d8cd98f00b204e9800998ecf8427e"),
  sticky: z.boolean().default(false),
  listedAt: z.union([time, z.literal("never")]).optional(),
  purgesAt: time.optional(),
  goneAt: time.nullable().default(null),
  exportToken: z.string().nullable().default(null),
});

const lockPatch = z.strictObject({
  task: z.string().default("OS Reinstall: debian-13-x86_64"), // as in [kiwivm 1.2]
  since: time.optional(),
  until: time.optional(),
  restoresOs: z.string().nullable().default(null),
});

const pointsPatch = z.strictObject({
  used15min: z.int().min(0).default(0),
  since15min: time.nullable().default(null),
  used24h: z.int().min(0).default(0),
  since24h: time.nullable().default(null),
});

/** Values of the seed's example [S1]. */
const machinePatch = z.strictObject({
  apiKey: z.string().min(1).optional(),
  hostname: z.string().default("my.server.com"),
  email: z.string().default("customer@example.com"),
  plan: z.string().default("micro128"),
  os: z.string().default("debian-12-x86_64"),
  node_alias: z.string().default("IT7_Node32"),
  node_location: z.string().default("US, Florida"),
  node_location_id: z.string().default("USFL_1"),
  location_ipv6_ready: z.boolean().default(true),
  plan_monthly_data: z.int().default(322_122_547_200),
  plan_disk: z.int().default(4_294_967_296),
  plan_ram: z.int().default(155_189_248),
  plan_swap: z.int().default(37_748_736),
  plan_max_ipv6s: z.int().default(1),
  data_counter: z.int().default(569_810_827),
  suspended: z.boolean().default(false),
  rdns_api_available: z.boolean().default(true),
  ip_addresses: z.array(address).default([]),
  ptr: z.record(address, z.string()).default({}),
  ptrChanges: z.record(address, z.strictObject({ to: z.string(), at: time })).default({}),
  lock: lockPatch.nullable().default(null),
  snapshots: z.record(z.string().min(1), snapshotPatch).default({}),
  points: pointsPatch.prefault({}),
});

const machines = z.record(z.string().regex(/^\d{1,10}$/, "VEIDs are integers"), machinePatch);

export const patchedStateSchema = z.strictObject({
  machines: machines.default({}),
  settings: settingsSchema.prefault({}),
  switches: switchesSchema.prefault({}),
});

export type PatchedMachine = z.infer<typeof machinePatch>;

/** The machine that `env` names: the seed's [S1]. Every world holds it. */
export const FIRST_VEID = "111141";
