import { argumentsIn, isOptional, knownIn } from "./arguments";
import type { Resource } from "./contract";
import type { Declared } from "./declared";
import { Comparison } from "./reconcile/comparison";
import { isOurs, type Recorded } from "./record";
import { Context } from "./runtime/context";
import { claimKey, labelOf, objectKey } from "./runtime/keys";
import type { Runtime } from "./runtime/runtime";

/**
 * Why something is to be changed.
 *
 * - `program`: it asks for something else than is recorded, which may also be what a refresh has found
 * - `drift`: the hoster shows something else beside what was applied
 * - `unknown`: what the program asks for is not known yet
 * - `now managed`, `no longer managed`: the program gives an optional argument that it left out, or the other way round
 * - `missing`: the object is no more, and the argument asks for it to be made anew
 * - `parent`: the object goes with its parent, which is deleted first
 * - `pending`: what has begun is not finished
 * - `not recorded`: the value may be the resource's own already, or the program ignores changes of others than before, and the record
 *   does not say so
 */
export type Reason =
  | "program"
  | "drift"
  | "unknown"
  | "now managed"
  | "no longer managed"
  | "missing"
  | "parent"
  | "pending"
  | "not recorded";

/** One thing to be changed, of an argument or, without one, of the resource as a whole. */
export interface Change<Name extends string = string> {
  argument?: Name;
  /** What the program does: gives the argument, gives it otherwise, or leaves it out. */
  kind: "add" | "update" | "delete";
  /** It takes a new object. */
  replaces: boolean;
  why: Reason;
}

/** What a change of the program means for an object that exists. */
export interface Difference<Name extends string = string> {
  /** Each argument at most once; nothing where an update is not needed. */
  changes: Change<Name>[];
  /** In a replacement, the old object goes before the new one is made. */
  deleteBeforeReplace: boolean;
}

/** Compares what the program asks for with state, by meaning. Never throws: a refresh calls it too. */
export function diff<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  runtime: Runtime,
  id: string,
  record: Recorded<S>,
  news: object,
  declared: Declared = {},
): Difference<keyof A & string> {
  const { properties: state, internal } = record;
  const key = claimKey<S>(resource, id, state);
  runtime.program.diffed(resource.name, declared);
  if (isOurs(internal)) runtime.claims.see(key, internal.owner);
  resource.recorded?.(id, state, new Context(runtime, labelOf(declared, key)), internal);
  runtime.claims.recall(key);
  const wanted = argumentsIn<A>(resource, news);
  const known = knownIn(wanted);
  const compared = new Comparison(resource, record, wanted, declared.ignoreChanges);

  const missing = resource.purgedByHoster?.recreate(state, known);
  const dying = deathsWithParent(resource, runtime, state, news, compared.unknown, declared);
  const replaced = [
    ...(mayReplace(resource, known) ? compared.impossible : []),
    ...(missing === undefined ? [] : [missing]),
    ...dying,
  ];
  if (replaced.length > 0) runtime.claims.announceReplacement(key);

  const reasons = reasonsOf(compared, missing, dying);
  const ofArguments = [...reasons].map(([argument, why]) => {
    const kind = kindOf(resource, record, wanted, argument);
    return { argument, kind, replaces: replaced.includes(argument), why };
  });
  const ofAll: Reason[] = [
    ...(internal.pending === undefined ? [] : ["pending" as const]),
    ...(resource.setting?.knowsOwn(state, known) === false || compared.ignoresOthers ? ["not recorded" as const] : []),
  ];
  return {
    changes: [...ofArguments, ...ofAll.map((why) => ({ kind: "update" as const, replaces: false, why }))],
    deleteBeforeReplace: resource.replacement?.deleteBeforeReplace?.(state, known) ?? false,
  };
}

/** Why each argument is to be changed; where there are several reasons, the one that says most. */
function reasonsOf<A extends object, S extends A, O>(
  compared: Comparison<A, S, O>,
  missing: (keyof A & string) | undefined,
  dying: readonly (keyof A & string)[],
): Map<keyof A & string, Reason> {
  const byReason: [Reason, readonly (keyof A & string)[]][] = [
    ["no longer managed", compared.noLongerManaged],
    ["now managed", compared.nowManaged],
    ["drift", compared.drifted],
    ["program", compared.changed],
    ["unknown", compared.unknown],
    ["parent", dying],
    ["missing", missing === undefined ? [] : [missing]],
  ];
  return new Map(byReason.flatMap(([why, names]) => names.map((name) => [name, why] as const)));
}

function kindOf<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  { internal }: Recorded<S>,
  wanted: Partial<A>,
  name: keyof A & string,
): Change["kind"] {
  const wasGiven = !isOptional(resource, name) || internal.specified.includes(name);
  const isGiven = wanted[name] !== undefined;
  if (wasGiven === isGiven) return "update";
  return isGiven ? "add" : "delete";
}

/**
 * Before Pulumi deletes a parent that goes first, it asks what depends on it, by a diff of the old inputs in which all that
 * came from the parent is unknown, and makes anew what says that it is replaced. Only what its parent's delete takes along
 * says so, and only then: an ordinary change of the parent makes its outputs unknown as well.
 */
function deathsWithParent<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  runtime: Runtime,
  state: S,
  news: object,
  unknown: readonly string[],
  declared: Declared,
): (keyof A & string)[] {
  const { diesWith } = resource;
  if (diesWith === undefined || !unknown.includes(diesWith.argument)) return [];
  // An older version, or a crash, may have left a state with less in it.
  if (state[diesWith.argument] === undefined) return [];
  // What a check let pass is the program's own wish.
  if (runtime.program.hasPassed<A>(resource, news, declared)) return [];
  const isGoing = diesWith.ids(state).some((one) => runtime.claims.mayGo(objectKey({ name: diesWith.kind }, one)));
  return isGoing ? [diesWith.argument] : [];
}

function mayReplace<A extends object, S extends A, O>(resource: Resource<A, S, O>, args: Partial<A>): boolean {
  return !("allowReplace" in resource.arguments) || ("allowReplace" in args && args.allowReplace === true);
}
