import { applied, argumentNames, argumentsIn, knownIn } from "./arguments";
import type { Resource } from "./contract";
import type { Declared } from "./declared";
import { Comparison } from "./reconcile/comparison";
import { ignoredIn, withIgnored } from "./reconcile/ignored";
import type { Recorded } from "./record";
import { UNKNOWN, type Unknown } from "./unknown";

/** The properties that a resource will have, as far as that is certain. What has no place in it will be absent. */
export type Planned<S extends object> = { [K in keyof S]?: S[K] | Unknown };

/**
 * What a create (without a record) or an update in place will leave as properties, for a preview. Calls nothing. What it tells is
 * certain, so it is unknown whatever the hoster has a say in.
 */
export function plan<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  record: Recorded<S> | undefined,
  inputs: object,
  declared: Declared = {},
): Planned<S> {
  const given = argumentsIn<A>(resource, inputs);
  const ignored = ignoredIn<A>(resource, declared.ignoreChanges);
  const args = record ? withIgnored<A, S>(given as A, record.properties, ignored) : given;
  const after = record && applied(resource, record, args as A);
  if (record && after && !maySend(resource, record, args, declared)) return after.properties;
  const left: Partial<S> = record?.internal.pending === undefined ? (after?.properties ?? {}) : {};
  const names: (keyof S & string)[] = [
    ...argumentNames<A>(resource).filter((name) => isShown(resource, name)),
    ...(Object.keys(resource.outputs) as (Exclude<keyof S, keyof A> & string)[]),
  ];
  const unknown = Object.fromEntries(names.map((name) => [name, UNKNOWN])) as Planned<S>;
  // What is ignored becomes whatever the hoster shows: of a create, too, since that may adopt.
  const followed = [...ignored].filter((name) => args[name] !== undefined && isFollowed(resource, name));
  const open = Object.fromEntries(followed.map((name) => [name, UNKNOWN])) as Planned<S>;
  return { ...unknown, ...untouched(resource, left), ...(args as Partial<S>), ...open };
}

/** Whether an update may send a request: where only what is managed has changed, it does not. */
function maySend<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  record: Recorded<S>,
  args: Partial<A>,
  { ignoreChanges }: Declared,
): boolean {
  const { changed, unknown, drifted } = new Comparison(resource, record, args, ignoreChanges);
  return (
    changed.length + unknown.length + drifted.length > 0 ||
    record.internal.pending !== undefined ||
    // No request, but an output that says so from then on.
    resource.setting?.knowsOwn(record.properties, knownIn(args)) === false
  );
}

/** Whether the hoster's view of an argument that the program leaves out becomes a property. */
function isShown<A extends object, S extends A, O>(resource: Resource<A, S, O>, name: keyof A & string): boolean {
  const { role, replaces } = resource.arguments[name];
  return role === "drift" && !replaces;
}

/** Whether the property is what the hoster shows, rather than what was applied with that beside it. */
function isFollowed<A extends object, S extends A, O>(resource: Resource<A, S, O>, name: keyof A & string): boolean {
  const { role, live } = resource.arguments[name];
  return role === "drift" && live === undefined;
}

/** Of the properties, those that no update changes: steady outputs, and what the hoster was told and never shows. */
function untouched<A extends object, S extends A, O>(resource: Resource<A, S, O>, properties: Partial<S>): Partial<S> {
  const steady = Object.entries<{ steady?: true }>(resource.outputs).filter(([, { steady }]) => steady);
  const told = argumentNames<A>(resource).filter((name) => resource.arguments[name].role === "writeOnly");
  const names = new Set<string>([...steady.map(([name]) => name), ...told]);
  return Object.fromEntries(Object.entries(properties).filter(([name]) => names.has(name))) as Partial<S>;
}
