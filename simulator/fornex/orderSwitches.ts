import { z } from "zod";

/** What the Fornex documents leave open about everything but DNS; the defaults are harder on a client. */
export interface FornexOrderSwitches {
  /** PATCH of an order takes "" as "clear the name" (true), as the prose says, or refuses it (false), as the schema says [fornex.md 1, trap 19]. */
  emptyNameClears: boolean;
  /** `min_cpu_freq` is a number, as in the example, or decimal text, as in the schema [fornex.md 2, trap 18]. */
  minCpuFreq: "number" | "text";
  /** How the jobs started from now on end: well, in error, or never. For tests; a single job's `outcome` can be patched. */
  jobs: "done" | "error" | "stuck";
  /** What tells that a job is over: `job_state`, `completed`, or both [fornex.md 2, inferred]. An error always has its `job_state`. */
  jobEnd: "both" | "state" | "completed";
  /** A job asked for while another runs is refused with 400, or runs after it [unverified]. */
  jobWhileBusy: "refused" | "queued";
  /** `start` of what runs and `stop` of what is off: a job that ends in error, one that is done, or a 400 [fornex.md trap 16]. */
  redundantPower: "error" | "done" | "refused";
  /** Setting the root password of a server that is off ends in error (true) or works (false) [unverified]. */
  passwdResetNeedsPower: boolean;
  /** Whatever is asked of the machine behind an order that is unpaid, expired, blocked or the like: a 404, or the usual answer [unverified]. */
  idleMachines: "missing" | "shown";
  /** What the status shows while a job runs: what it was before, or "unknown" [fornex.md 1, unverified]. */
  statusWhileBusy: "old" | "unknown";
  /** A key the account has already is accepted again (true) or refused with 400 (false) [unverified]. */
  acceptEqualKeys: boolean;
  /** Keys lose the space around them, as texts do in Django REST framework, or are kept as sent [unverified]. */
  keySpelling: "trimmed" | "as-sent";
  /** Keys show `user`, as in the schema (true), or not, as in the examples (false) [fornex.md 2]. */
  sshKeyUser: boolean;
  /** Deleting a key that is linked to a server unlinks it, as presumed, or is refused with 400 [fornex.md trap 15]. */
  linkedKeyDelete: "unlinks" | "refused";
  /** `webhook_info` without a webhook: no `url`, as the schema allows, or an empty one, or null [fornex.md 1, unverified]. */
  noWebhook: "missing" | "empty" | "null";
  /** Prices of plans are numbers, or decimal text, like those of services [fornex.md trap 18]. */
  planPrices: "number" | "text";
  /** A server's statistics: a value at every point; every third one null, as in a chart with gaps; or no series [unverified]. */
  statistics: "full" | "gaps" | "empty";
  /** In API version 0.1 a new key's title is the key's comment, as in the seed's example, or what was sent. */
  legacyKeyTitle: "comment" | "sent";
  /**
   * How much of API version 0.1 is still there: all of it, all but DNS, or nothing. DNS was switched off in 2024
   * [fornex.md 0].
   */
  legacy: "all" | "no-dns" | "none";
}

export const orderSwitchesSchema = z.strictObject({
  emptyNameClears: z.boolean().default(false),
  minCpuFreq: z.enum(["number", "text"]).default("number"),
  jobs: z.enum(["done", "error", "stuck"]).default("done"),
  jobEnd: z.enum(["both", "state", "completed"]).default("both"),
  jobWhileBusy: z.enum(["refused", "queued"]).default("refused"),
  redundantPower: z.enum(["error", "done", "refused"]).default("error"),
  passwdResetNeedsPower: z.boolean().default(true),
  idleMachines: z.enum(["missing", "shown"]).default("missing"),
  statusWhileBusy: z.enum(["old", "unknown"]).default("old"),
  acceptEqualKeys: z.boolean().default(true),
  keySpelling: z.enum(["trimmed", "as-sent"]).default("trimmed"),
  sshKeyUser: z.boolean().default(false),
  linkedKeyDelete: z.enum(["unlinks", "refused"]).default("unlinks"),
  noWebhook: z.enum(["missing", "empty", "null"]).default("missing"),
  planPrices: z.enum(["number", "text"]).default("number"),
  statistics: z.enum(["full", "gaps", "empty"]).default("full"),
  legacyKeyTitle: z.enum(["comment", "sent"]).default("comment"),
  legacy: z.enum(["all", "no-dns", "none"]).default("all"),
}) satisfies z.ZodType<FornexOrderSwitches>;
