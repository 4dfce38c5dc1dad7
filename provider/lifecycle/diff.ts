import { argumentsIn, knownIn } from "./arguments";
import { Comparison } from "./comparison";
import { Context } from "./context";
import type { Resource } from "./contract";
import type { Declared } from "./declared";
import { claimKey, labelOf, objectKey } from "./keys";
import { isOurs, type Recorded } from "./record";
import type { Run } from "./run";

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
  const known = knownIn(wanted);
  const compared = new Comparison(resource, record, wanted);

  const remade = resource.remade?.(state, known);
  const replaces = [
    ...(mayReplace(resource, known) ? compared.impossible : []),
    ...(remade === undefined ? [] : [remade]),
    ...deathsWithParent(resource, run, state, news, compared.unknown, declared),
  ];
  if (replaces.length > 0) run.claims.announceReplacement(key);

  const changes =
    compared.changed.length > 0 ||
    remade !== undefined ||
    compared.unknown.length > 0 ||
    compared.nowManaged.length > 0 ||
    compared.noLongerManaged.length > 0 ||
    internal.pending !== undefined ||
    resource.knowsOwn?.(state, known) === false ||
    compared.drifted.length > 0;
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

function mayReplace<A extends object, S extends A, O>(resource: Resource<A, S, O>, args: Partial<A>): boolean {
  return !("allowReplace" in resource.arguments) || ("allowReplace" in args && args.allowReplace === true);
}
