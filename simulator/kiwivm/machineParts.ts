import { randomBytes } from "node:crypto";
import { z } from "zod";

/** Why calls are refused for a while. */
export interface KiwivmLock {
  /** What `additionalErrorInfo` says, like "OS Reinstall: debian-13-x86_64". */
  task: string;
  /** Simulated times, ISO 8601; the percent rises from one to the other. */
  since: string;
  until: string;
  /** The operating system on the new disk, when the task replaces it. */
  os: string | null;
  /** Where the machine is afterwards, when the task moves it. */
  move: KiwivmMove | null;
}

/** A line of what the panel calls its audit log. */
export interface KiwivmAuditEntry {
  /** Simulated time, ISO 8601. */
  at: string;
  type: number;
  summary: string;
}

export interface KiwivmMove {
  location: string;
  ip_addresses: string[];
}

export interface KiwivmSnapshot {
  description: string;
  os: string;
  /** Bytes. */
  size: number;
  /** Bytes. */
  uncompressed: number;
  md5: string;
  /** Whoever knows it can download the snapshot: part of its links, and shown nowhere else. */
  linkToken: string;
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

/** Whether the machine runs [kiwivm 1.3]. */
export type KiwivmStatus = "running" | "starting" | "stopped";

export interface KiwivmPower {
  status: KiwivmStatus;
  /** What it will be, and from when on; null when nothing is under way. */
  next: { status: KiwivmStatus; at: string } | null;
  /** How often it was started or restarted; KiwiVM shows that nowhere. */
  boots: number;
  /** The system in it hangs: stop and restart are accepted and do nothing, kill helps. */
  stuck: boolean;
}

export function newLinkToken(): string {
  return randomBytes(20).toString("hex");
}

const time = z.iso.datetime();
const status = z.enum(["running", "starting", "stopped"]);

export const lockPatch = z.strictObject({
  task: z.string().default("OS Reinstall: debian-13-x86_64"), // as in [kiwivm 1.2]
  since: time.optional(),
  until: time.optional(),
  os: z.string().nullable().default(null),
  move: z
    .strictObject({ location: z.string(), ip_addresses: z.array(z.string()).default([]) })
    .nullable()
    .default(null),
});

export const snapshotPatch = z.strictObject({
  description: z.string().default(""),
  os: z.string().default("debian-12-x86_64"),
  size: z.int().default(431_947_776),
  uncompressed: z.int().default(1_533_399_040),
  md5: z.string().default("d41d8cd98f00b204e9800998ecf8427e"),
  linkToken: z.string().default(newLinkToken),
  sticky: z.boolean().default(false),
  listedAt: z.union([time, z.literal("never")]).optional(),
  purgesAt: time.optional(),
  goneAt: time.nullable().default(null),
  exportToken: z.string().nullable().default(null),
});

export const pointsPatch = z.strictObject({
  used15min: z.int().min(0).default(0),
  since15min: time.nullable().default(null),
  used24h: z.int().min(0).default(0),
  since24h: time.nullable().default(null),
});

export const ptrChangePatch = z.strictObject({ to: z.string(), at: time });

export const powerPatch = z.strictObject({
  status: status.default("running"),
  next: z.strictObject({ status, at: time }).nullable().default(null),
  boots: z.int().min(0).default(1),
  stuck: z.boolean().default(false),
});

export const auditEntryPatch = z.strictObject({
  at: z.iso.datetime(),
  type: z.int().default(1),
  summary: z.string(),
});
