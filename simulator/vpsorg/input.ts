import { z } from "zod";
import { LOCATIONS, PLANS, SYSTEMS } from "./catalogue";

// Forms send numbers and booleans as text; the framework takes both [unverified for VPS.org].
const integer = z.union([z.int(), z.string().regex(/^\d+$/).transform(Number)], "A valid integer is required.");
const boolean = z.union(
  [z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")],
  "Must be a valid boolean.",
);

/** Letters, digits, hyphens [S4]; a length limit is not stated. */
const name = z.string("Not a valid string.").regex(/^[A-Za-z0-9-]+$/, "Only letters, digits and hyphens are allowed.");

/** A fully qualified name [S4]; how strictly that is checked is unverified. */
const hostname = z
  .string("Not a valid string.")
  .regex(/^(?=.{1,253}$)[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})*\.?$/, "Enter a valid hostname.");

/** [S4] */
export const createSchema = z.object({
  name,
  plan_id: integer.refine((id) => PLANS.has(id), "Unknown plan."),
  os_id: integer.refine((id) => SYSTEMS.has(id), "Unknown operating system."),
  location: z.string("Not a valid string.").refine((code) => LOCATIONS.has(code), "Unknown location."),
  hostname: hostname.nullish(),
  ssh_key_id: integer.nullish(),
  backups_enabled: boolean.optional(),
});

/** All three are required [S4]. */
export const replaceSchema = z.object({ name, hostname, backups_enabled: boolean });

/** Any of them [S4]. */
export const updateSchema = replaceSchema.partial();

export type CreateInput = z.infer<typeof createSchema>;
