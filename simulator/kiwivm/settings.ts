import { z } from "zod";

/** Numbers that no document tells [kiwivm 1.4, 1.6, 1.7]: picked, and open to patches. */
export interface KiwivmSettings {
  /** Points a machine has in 15 minutes; the caps fit the only real values seen [kiwivm 1.4, inferred]. */
  points15min: number;
  points24h: number;
  /** Points a call costs, by name like "getLiveServiceInfo"; 1 for all others, since nobody knows [kiwivm 1.4]. */
  costs: Record<string, number>;
  /** How long making a snapshot locks the machine. */
  snapshotSeconds: number;
  /** How much later than the unlocking the list shows the new snapshot. */
  listLagSeconds: number;
  restoreSeconds: number;
  /** How long a deleted snapshot stays listed. */
  deleteSeconds: number;
  /** How long an import takes; it locks nothing. */
  importSeconds: number;
  startSeconds: number;
  stopSeconds: number;
  /** It takes 5 to 15 minutes [kiwivm 1.6]. */
  reinstallSeconds: number;
  migrateSeconds: number;
  /** How long `migrate/start` keeps its client waiting; it may hold the request for minutes [kiwivm 1.6, inferred]. */
  migrateAnswerSeconds: number;
  /** How long `getLiveServiceInfo` keeps its client waiting: up to 15 [S1]. */
  liveSeconds: number;
  /** How late the audit log shows an entry: the panel says 10 to 20. */
  auditLagSeconds: number;
  /** How many samples `getRawUsageStats` shows. */
  usageSamples: number;
  /** How late a PTR shows up, with the switch `ptrShown` on "later". */
  ptrSeconds: number;
  /** After how many days a snapshot is purged that is not sticky. */
  purgeDays: number;
  maxSnapshots: number;
  maxSticky: number;
}

export const settingsSchema = z.strictObject({
  points15min: z.int().min(0).default(1000),
  points24h: z.int().min(0).default(20_000),
  costs: z.record(z.string(), z.int().min(0)).default({}),
  snapshotSeconds: z.number().min(0).default(180),
  listLagSeconds: z.number().min(0).default(20),
  restoreSeconds: z.number().min(0).default(300),
  deleteSeconds: z.number().min(0).default(60),
  importSeconds: z.number().min(0).default(60),
  startSeconds: z.number().min(0).default(20),
  stopSeconds: z.number().min(0).default(20),
  reinstallSeconds: z.number().min(0).default(600),
  migrateSeconds: z.number().min(0).default(900),
  migrateAnswerSeconds: z.number().min(0).default(20),
  liveSeconds: z.number().min(0).default(1),
  auditLagSeconds: z.number().min(0).default(20),
  usageSamples: z.int().min(0).default(288),
  ptrSeconds: z.number().min(0).default(60),
  purgeDays: z.number().min(0).default(30),
  maxSnapshots: z.int().min(0).default(10),
  maxSticky: z.int().min(0).default(3),
}) satisfies z.ZodType<KiwivmSettings>;
