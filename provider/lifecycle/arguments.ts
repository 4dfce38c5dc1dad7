import { isDeepStrictEqual } from "node:util";
import { perObject } from "../perObject";
import type { Definition, Observed } from "./definition";
import type { Internal, Recorded } from "./record";
import { isUnknown } from "./unknown";

/** Any resource, for code that only needs to know its arguments. */
type Described<A extends object> = Pick<Definition<A, A, unknown>, "arguments" | "canonical"> & {
  schema: Definition<A, A, unknown>["schema"];
};

/** Names of all arguments, typed. */
export function argumentNames<A extends object>(resource: {
  arguments: { [K in keyof A]-?: unknown };
}): (keyof A & string)[] {
  return Object.keys(resource.arguments) as (keyof A & string)[];
}

/** Whether the program may leave the argument out. */
export function isOptional<A extends object>(resource: { schema: Described<A>["schema"] }, name: string): boolean {
  const field = resource.schema.shape[name];
  return field !== undefined && "safeParse" in field && takesNothing(field as Field);
}

interface Field {
  safeParse: (value: unknown) => { success: boolean };
}

/** Once, since it is asked for each argument many times. */
const takesNothing = perObject((field: Field) => field.safeParse(undefined).success);

/** Whether the arguments of these names say what they are to be: each known, and given where it must be. */
export function areKnown<A extends object>(
  resource: { schema: Described<A>["schema"] },
  args: Partial<A>,
  names: readonly (keyof A & string)[],
): boolean {
  return names.every((name) => (args[name] === undefined ? isOptional(resource, name) : !isUnknown(args[name])));
}

/** Those arguments that are known: what is not known yet has no canonical form. */
export function knownIn<A extends object>(args: Partial<A>): Partial<A> {
  return Object.fromEntries(Object.entries(args).filter(([, value]) => !isUnknown(value))) as Partial<A>;
}

/** The program's values under argument names only; null counts as left out. */
export function argumentsIn<A extends object>(
  resource: { arguments: { [K in keyof A]-?: unknown } },
  properties: object,
): Partial<A> {
  const names = new Set<string>(argumentNames<A>(resource));
  const known = Object.entries(properties).filter(
    ([name, value]) => names.has(name) && value !== null && value !== undefined,
  );
  return Object.fromEntries(known) as Partial<A>;
}

/** Names of the optional arguments that were given and are more than an instruction for create or check. */
export function specifiedIn<A extends object, S extends A, O>(
  resource: Definition<A, S, O>,
  args: Partial<A>,
): string[] {
  return argumentNames<A>(resource)
    .filter((name) => args[name] !== undefined && isOptional(resource, name) && !resource.arguments[name].createOnly)
    .sort();
}

/** Whether this argument is ours to keep equal: required, given, or meaningful even when left out. */
export function isManaged<A extends object, S extends A, O>(
  resource: Definition<A, S, O>,
  name: keyof A & string,
  args: Partial<A>,
): boolean {
  const argument = resource.arguments[name];
  if (argument.createOnly) return false;
  return argument.hasDefault === true || args[name] !== undefined || !isOptional(resource, name);
}

/**
 * `known` (arguments, or an earlier state) brought up to date with what the hoster shows. Where both mean the same, the
 * user's spelling stays.
 */
export function merged<A extends object, S extends A, O>(
  resource: Definition<A, S, O>,
  known: Partial<S>,
  observed: Observed<S>,
): Partial<S> {
  const shown = Object.fromEntries(Object.entries(observed).filter(([, value]) => value !== undefined)) as Partial<S>;
  const both: Partial<S> = { ...known, ...shown };
  const before = resource.canonical(argumentsIn<A>(resource, known));
  const after = resource.canonical(argumentsIn<A>(resource, both));
  for (const name of argumentNames<A>(resource)) {
    if (known[name] !== undefined && isDeepStrictEqual(before[name], after[name])) both[name] = known[name];
  }
  return both;
}

/** The record after everything was applied: the program's spelling of all it gave, the hoster's view of what it left out. */
export function applied<A extends object, S extends A, O>(
  resource: Definition<A, S, O>,
  { properties, internal }: Recorded<S>,
  args: A,
): Recorded<S> {
  const kept: Partial<S> = { ...properties };
  for (const name of argumentNames<A>(resource)) {
    const { role, replaces } = resource.arguments[name];
    // Where only a new object changes it, the hoster's view stands beside it. What the hoster was told and never shows
    // stays true of the object, also where the program no longer says so.
    const forgotten = role === "control" || (role === "drift" && replaces);
    if (args[name] === undefined && forgotten) delete kept[name];
  }
  return {
    properties: { ...kept, ...argumentsIn<A>(resource, args) } as S,
    internal: { ...internal, ...stillUntold(internal, args), specified: specifiedIn(resource, args) },
  };
}

function stillUntold({ untold }: Internal, args: object): Pick<Internal, "untold"> {
  const left = untold?.filter((name) => !(name in args));
  return { untold: left?.length ? left : undefined };
}

/** What `read` returns as inputs: the required arguments, the given ones, and a default the hoster no longer shows. */
export function inputsOf<A extends object, S extends A, O>(
  resource: Definition<A, S, O>,
  { properties, internal }: Recorded<S>,
): Partial<A> {
  const values = argumentsIn<A>(resource, properties);
  const defaults = resource.canonical(withoutDefaults(resource, values));
  const canonical = resource.canonical(values);
  const isInput = (name: keyof A & string) => {
    const { createOnly, hasDefault } = resource.arguments[name];
    // What exists is adopted no more.
    if (name === "adopt") return false;
    if (createOnly || !isOptional(resource, name) || internal.specified.includes(name)) return true;
    return hasDefault === true && !isDeepStrictEqual(canonical[name], defaults[name]);
  };
  return Object.fromEntries(Object.entries(values).filter(([name]) => isInput(name as keyof A & string))) as Partial<A>;
}

function withoutDefaults<A extends object, S extends A, O>(
  resource: Definition<A, S, O>,
  values: Partial<A>,
): Partial<A> {
  const rest = { ...values };
  for (const name of argumentNames<A>(resource)) if (resource.arguments[name].hasDefault) delete rest[name];
  return rest;
}
