import { z } from "zod";
import { VpsError } from "../errors/vpsError";
import type { Recorded } from "../lifecycle/record";
import { received, sent } from "./unknown";

const PROVIDER = "__provider";
/**
 * The one key of state beside arguments and outputs: what a class of the SDK hands on, and what the lifecycle keeps. Pulumi shows
 * no keys that begin so.
 */
const KEPT = "__vps";

/** How a secret is written in Pulumi's protocol. The engine takes it from every provider, and hands a dynamic one the bare value. */
const SECRET = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };

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

/** What only the lifecycle keeps there; `ignoreChanges` is handed on by a class, and kept as it was last applied. */
const INTERNAL = new Set(Object.keys(internal.omit({ ignoreChanges: true }).shape));

/** The lifecycle's record, of what Pulumi's state holds. */
export function recordIn<S extends object>(state: object): Recorded<S> {
  const properties = Object.entries(withoutEmpty(state)).filter(([name]) => name !== PROVIDER && name !== KEPT);
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
 * would write it in plain text. `source` is what Pulumi passed in the same call.
 */
export function stateOf({ properties, internal }: Recorded<object>, source: object): Record<string, unknown> {
  const pending = internal.pending && asSecret(internal.pending);
  return withoutEmpty({ ...properties, ...providerIn(source), [KEPT]: { ...handedOn(source), ...internal, pending } });
}

/** What the program gives, of the inputs that Pulumi passes: its own names begin with two underscores, and no argument's does. */
export function argumentsIn(inputs: object): object {
  return received(Object.fromEntries(Object.entries(inputs).filter(([name]) => !name.startsWith("__"))));
}

/** The same as a check answers them: Pulumi hands on to later calls what it gets there. */
export function checkedInputs(inputs: object, source: object): Record<string, unknown> {
  return inputsOf({ ...inputs, ...providerIn(source) }, source);
}

/** Inputs as the engine is to keep them, with what the class handed on. */
export function inputsOf(inputs: object, source: object): Record<string, unknown> {
  const declared = handedOn(source);
  return withoutEmpty({ ...sent(inputs), ...(Object.keys(declared).length > 0 ? { [KEPT]: declared } : {}) });
}

/** What a class of the SDK handed on, for those methods, too, that get state only. */
export function handedOn(properties: object): object {
  return Object.fromEntries(Object.entries(keptIn(properties)).filter(([name]) => !INTERNAL.has(name)));
}

/** Pulumi adds the provider to results but not to partial failures; without it refresh and destroy cannot run. */
function providerIn(source: object): object {
  return PROVIDER in source ? { [PROVIDER]: source[PROVIDER] } : {};
}

export function asSecret(value: unknown): object {
  return { ...SECRET, value };
}

function keptIn(properties: object): object {
  const kept: unknown = KEPT in properties ? properties[KEPT] : undefined;
  return typeof kept === "object" && kept !== null ? kept : {};
}

/**
 * Without undefined and null at any depth: null is the same as left out, and the protocol knows no undefined, so that an answer
 * with one fails after the object was made. A copy of its own, too: Pulumi adds to what it gets.
 */
function withoutEmpty(properties: object): Record<string, unknown> {
  const full = Object.entries(properties).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(full.map(([name, value]) => [name, filled(value)]));
}

function filled(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((one) => one !== null && one !== undefined).map(filled);
  return typeof value === "object" && value !== null ? withoutEmpty(value) : value;
}
