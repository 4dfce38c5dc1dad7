import { isIP } from "node:net";
import { z } from "zod";
import { type KiwivmLocation, LOCATIONS, locationSchema, TEMPLATES } from "./catalogue";
import { guestPatch, type KiwivmGuest } from "./guestState";
import {
  auditEntryPatch,
  type KiwivmAuditEntry,
  type KiwivmLock,
  type KiwivmPoints,
  type KiwivmPower,
  type KiwivmPtrChange,
  type KiwivmSnapshot,
  lockPatch,
  pointsPatch,
  powerPatch,
  ptrChangePatch,
  snapshotPatch,
} from "./machineParts";
import { type KiwivmSettings, settingsSchema } from "./settings";
import { type KiwivmSwitches, switchesSchema } from "./switches";

export interface KiwivmMachine {
  /** Each machine has its own; made from the VEID if left out. */
  apiKey: string;
  vm_type: "kvm" | "ovz";
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
  /** Unix seconds; the beginning of next month if null. */
  data_next_reset: number | null;
  is_cpu_throttled: boolean;
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
  power: KiwivmPower;
  guest: KiwivmGuest;
  /** Oldest first. */
  auditLog: KiwivmAuditEntry[];
}

export interface KiwivmState {
  /** By VEID. */
  machines: Record<string, KiwivmMachine>;
  /** Operating systems that can be installed. */
  templates: string[];
  /** By id, like "USCA_2". */
  locations: Record<string, KiwivmLocation>;
  /** How many new addresses were given out; each is given once. */
  addressesGiven: number;
  settings: KiwivmSettings;
  switches: KiwivmSwitches;
}

const address = z.string().refine((text) => isIP(text) !== 0, "no IP address");

/** Values of the seed's example [S1]. */
const machinePatch = z.strictObject({
  apiKey: z.string().min(1).optional(),
  vm_type: z.enum(["kvm", "ovz"]).default("kvm"),
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
  data_next_reset: z.int().nullable().default(null),
  is_cpu_throttled: z.boolean().default(false),
  suspended: z.boolean().default(false),
  rdns_api_available: z.boolean().default(true),
  ip_addresses: z.array(address).default([]),
  ptr: z.record(address, z.string()).default({}),
  ptrChanges: z.record(address, ptrChangePatch).default({}),
  lock: lockPatch.nullable().default(null),
  snapshots: z.record(z.string().min(1), snapshotPatch).default({}),
  points: pointsPatch.prefault({}),
  power: powerPatch.prefault({}),
  guest: guestPatch.prefault({}),
  auditLog: z.array(auditEntryPatch).default([]),
});

const machines = z.record(z.string().regex(/^\d{1,10}$/, "VEIDs are integers"), machinePatch);

export const patchedStateSchema = z.strictObject({
  machines: machines.default({}),
  templates: z.array(z.string()).default(TEMPLATES),
  locations: z.record(z.string().min(1), locationSchema).default(LOCATIONS),
  addressesGiven: z.int().min(0).default(0),
  settings: settingsSchema.prefault({}),
  switches: switchesSchema.prefault({}),
});

export type PatchedMachine = z.infer<typeof machinePatch>;

/** The machine that `env` names: the seed's [S1]. Every world holds it. */
export const FIRST_VEID = "111141";
