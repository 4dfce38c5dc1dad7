import { z } from "zod";
import { VpsError } from "../errors/vpsError";
import type { Recorded } from "../lifecycle/record";
import { asSecret } from "./secret";

/** The one key of state beside arguments and outputs. Pulumi shows no keys that begin so. */
export const KEPT = "__vps";

const internal = z.object({
  specified: z.array(z.string()).optional(),
  owner: z.string().default(""),
  account: z.string().default(""),
  pending: z
    .object({
      kind: z.string(),
      since: z.string(),
      job: z.number().optional(),
      finished: z.record(z.string(), z.unknown()),
      unconfirmed: z.literal(true).optional(),
      before: z.array(z.string()).optional(),
    })
    .optional(),
  untold: z.array(z.string()).optional(),
  requestedAt: z.string().optional(),
  ignoreChanges: z.array(z.string()).optional(),
});

/** Names of what only the lifecycle keeps there; `ignoreChanges` is the program's, and kept as it was last applied. */
export const INTERNAL: ReadonlySet<string> = new Set(Object.keys(internal.omit({ ignoreChanges: true }).shape));

/** The lifecycle's record, of what Pulumi's state holds. */
export function recordIn<S extends object>(state: object): Recorded<S> {
  const properties = Object.entries(withoutEmpty(state)).filter(([name]) => !name.startsWith("__"));
  const kept = internal.safeParse(withoutEmpty(keptIn(state)));
  if (!kept.success) {
    const where = kept.error.issues.map(({ path }) => path.join(".")).join(", ");
    throw new VpsError(
      "damaged-state",
      `The stack's state of this resource was damaged: ${KEPT}.${where} is not what pulumi-vps wrote there. Restore the state from a backup (\`pulumi stack import\`).`,
    );
  }
  // Of what is looked up for the first time, all that is there was passed by the program.
  const { specified = properties.map(([name]) => name) } = kept.data;
  // Its names and values are those that this file wrote.
  return { properties: Object.fromEntries(properties) as S, internal: { ...kept.data, specified } };
}

/**
 * What Pulumi's state is to hold: every answer that becomes state goes through here, since one that left the pending work bare
 * would write it in plain text. `beside`: what else is kept below the one key.
 */
export function stateOf({ properties, internal }: Recorded<object>, beside: object = {}): Record<string, unknown> {
  const pending = internal.pending && asSecret(internal.pending);
  return withoutEmpty({ ...properties, [KEPT]: { ...beside, ...internal, pending } });
}

/** What lies below the one key. */
export function keptIn(properties: object): object {
  const kept: unknown = KEPT in properties ? properties[KEPT] : undefined;
  return typeof kept === "object" && kept !== null ? kept : {};
}

/**
 * Without undefined and null at any depth: null is the same as left out, and the protocol knows no undefined, so that an answer
 * with one fails after the object was made. A copy of its own, too: Pulumi adds to what it gets.
 */
export function withoutEmpty(properties: object): Record<string, unknown> {
  const full = Object.entries(properties).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(full.map(([name, value]) => [name, filled(value)]));
}

function filled(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((one) => one !== null && one !== undefined).map(filled);
  return typeof value === "object" && value !== null ? withoutEmpty(value) : value;
}
