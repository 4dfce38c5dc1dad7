import { isDeepStrictEqual } from "node:util";
import { argumentNames, argumentsIn, differences, isOptional, knownIn, specifiedIn } from "./arguments";
import { Context } from "./context";
import type { Resource } from "./contract";
import type { Declared } from "./declared";
import { claimKey, labelOf, objectKey } from "./keys";
import { isOurs, type Recorded } from "./record";
import type { Run } from "./run";
import { isUnknown } from "./unknown";

/** What a change of the program means for an object that exists. */
export interface Difference {
  changes: boolean;
  /** Arguments that need a new object. */
  replaces: string[];
  deleteBeforeReplace: boolean;
}

/** Compares what the program asks for with state, by meaning. Never throws: a refresh calls it too. */
export function diff<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  run: Run,
  id: string,
  record: Recorded<S>,
  news: object,
  declared: Declared = {},
): Difference {
  const { properties: state, internal } = record;
  const key = claimKey<S>(resource, id, state);
  run.program.diffed(resource.name, declared);
  if (isOurs(internal)) run.claims.see(key, internal.owner);
  resource.recorded?.(id, state, new Context(run, labelOf(declared, key)), internal);
  run.claims.recall(key);
  const wanted = argumentsIn<A>(resource, news);
  const unknown = argumentNames<A>(resource).filter((name) => isUnknown(wanted[name]));
  const known = knownIn(wanted);

  const changed = differences(resource, state, known).filter((name) => !unknown.includes(name));
  const remade = resource.remade?.(state, known);
  const replaces = [
    ...(mayReplace(resource, known) ? changed.filter((name) => needsNewObject(resource, name, state, known)) : []),
    ...(remade === undefined ? [] : [remade]),
    ...deathsWithParent(resource, run, state, news, unknown, declared),
  ];
  if (replaces.length > 0) run.claims.announceReplacement(key);

  const otherSpecified = !isDeepStrictEqual(
    mattering(resource, specifiedIn(resource, wanted)),
    mattering(resource, internal.specified),
  );
  const changes =
    changed.length > 0 ||
    remade !== undefined ||
    unknown.length > 0 ||
    otherSpecified ||
    internal.pending !== undefined ||
    resource.knowsOwn?.(state, known) === false ||
    hasDrifted(resource, record).length > 0;
  return { changes, replaces, deleteBeforeReplace: resource.deleteBeforeReplace?.(state, known) ?? false };
}

/**
 * Before Pulumi deletes a parent that goes first, it asks what depends on it, by a diff of the old inputs in which all that
 * came from the parent is unknown, and makes anew what says that it is replaced. Only what its parent's delete takes along
 * says so, and only then: an ordinary change of the parent makes its outputs unknown as well.
 */
function deathsWithParent<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  run: Run,
  state: S,
  news: object,
  unknown: readonly string[],
  declared: Declared,
): string[] {
  const { diesWith } = resource;
  if (diesWith === undefined || !unknown.includes(diesWith.argument)) return [];
  // An older version, or a crash, may have left a state with less in it.
  if (state[diesWith.argument] === undefined) return [];
  // What a check let pass is the program's own wish.
  if (run.program.hasPassed<A>(resource, news, declared)) return [];
  const isGoing = diesWith.ids(state).some((one) => run.claims.mayGo(objectKey({ name: diesWith.parent }, one)));
  return isGoing ? [diesWith.argument] : [];
}

/** What means the same left out and given as its default is managed either way, so that it is given matters to nobody. */
function mattering<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  specified: readonly string[],
): string[] {
  return specified.filter((name) => !resource.arguments[name as keyof A & string]?.always).sort();
}

function mayReplace<A extends object, S extends A, O>(resource: Resource<A, S, O>, args: Partial<A>): boolean {
  return !("allowReplace" in resource.arguments) || ("allowReplace" in args && args.allowReplace === true);
}

/** Whether the change asks for something the hoster's object neither is nor can become. */
function needsNewObject<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  name: keyof A & string,
  state: S,
  args: Partial<A>,
): boolean {
  const { replaces, shown } = resource.arguments[name];
  if (!replaces) return false;
  return shown === undefined || !sameAsShown(resource, name, state, args[name]);
}

/** Arguments whose change destroys something, in which the hoster shows something else than was applied. Never a reason to do so. */
export function hasDrifted<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  { properties: state, internal }: Recorded<S>,
): (keyof A & string)[] {
  return argumentNames<A>(resource).filter((name) => {
    const { shown } = resource.arguments[name];
    // What the program leaves out is not managed.
    if (isOptional(resource, name) && !internal.specified.includes(name)) return false;
    return shown !== undefined && shown(state) !== undefined && !sameAsShown(resource, name, state, state[name]);
  });
}

/** Whether `value` means what the hoster shows for this argument. */
export function sameAsShown<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  name: keyof A & string,
  state: S,
  value: unknown,
): boolean {
  const values = argumentsIn<A>(resource, state);
  const canonical = (one: unknown) => resource.canonical({ ...values, [name]: one } as Partial<A>)[name];
  return isDeepStrictEqual(canonical(value), canonical(resource.arguments[name].shown?.(state)));
}
