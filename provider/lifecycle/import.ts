import { randomUUID } from "node:crypto";
import { CONNECTIONS } from "../hosters";
import { report } from "../operation";
import { argumentNames, inputsOf, isOptional, merged } from "./arguments";
import { argumentIssues } from "./check";
import type { Resource, StandIn } from "./contract";
import type { Declared } from "./declared";
import { named } from "./lookUp";
import type { Read } from "./read";
import type { Internal, Known, Recorded } from "./record";
import { Context } from "./runtime/context";
import { hosterOf } from "./runtime/hoster";
import { labelOf, objectKey } from "./runtime/keys";
import type { Runtime } from "./runtime/runtime";
import { rootOf } from "./validation/shape";

/** An object as a stack is to hold it from now on. */
export interface Imported<A, S extends object> extends Read<A, S> {
  /** Arguments that the program has to say: required ones that the hoster does not show, or shows as no program may write them. */
  notShown: (keyof A & string)[];
  /** Arguments that the hoster does not show, and what is recorded in their place. */
  stoodIn: { argument: string; standIn: StandIn }[];
}

/**
 * Makes an existing object, named by its id alone, the stack's own: as if the program had given every argument that the hoster
 * shows. Undefined means missing: the complete list of the account lacks the id. `passed`: arguments that are known otherwise.
 */
export async function importById<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  runtime: Runtime,
  text: string,
  passed: Partial<A> = {},
  declared: Declared = {},
): Promise<Imported<A, S> | undefined> {
  const { id, args } = named(resource, text, passed);
  const key = objectKey(resource, id);
  const cx = new Context(runtime, labelOf(declared, key));
  const hoster = hosterOf(resource, runtime, args);
  const internal: Internal = { specified: [], owner: "", account: await hoster.account() };
  const object = await resource.find(id, args as S, cx, internal);
  if (object === undefined) return undefined;
  const { inventory } = resource;
  const imports = inventory?.imports ? inventory.imports(object) : {};
  if (imports === undefined) return undefined;
  const notice = resource.notice?.(object);
  if (notice) cx.tell(notice);

  const { known = {}, pending } = resource.start?.(object, true) ?? {};
  const seen = { ...merged(resource, args as Partial<S>, resource.observe(object)), ...known, ...imports };
  const shown = withLive(resource, seen);
  const stoodIn = Object.entries<StandIn | undefined>(inventory?.standIns ?? {}).flatMap(([argument, standIn]) =>
    standIn === undefined || argument in shown ? [] : [{ argument, standIn }],
  );
  const properties = {
    ...shown,
    ...Object.fromEntries(stoodIn.map(({ argument, standIn }) => [argument, standIn.value])),
  } as Partial<S>;
  const begun =
    pending === undefined ? {} : { pending: { kind: pending, since: new Date().toISOString(), finished: {} } };
  // No claim yet: what a stack really takes in, its next operations tell.
  const record: Recorded<S> = {
    properties: properties as S,
    internal: {
      ...internal,
      ...begun,
      owner: randomUUID(),
      specified: specifiedIn(resource, runtime, properties),
      ...untoldOf(resource, properties),
    },
  };
  return { id, ...writable(resource, record), stoodIn };
}

/** What the program has to say, or may want to say otherwise. Where an argument is missing, Pulumi calls it a bug of the provider. */
export function warnOfUnshown<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  { id, notShown, stoodIn }: Imported<A, S>,
  declared: Declared,
): void {
  const { title } = CONNECTIONS[resource.hoster];
  const about = labelOf(declared, objectKey(resource, id));
  for (const { argument, standIn } of stoodIn) {
    const text = `${title} does not show ${argument}, so ${JSON.stringify(standIn.value)} stands in. ${standIn.harmless}`;
    report({ level: "info", about, text });
  }
  if (notShown.length === 0) return;
  const all = notShown.join(" and ");
  report({
    level: "warning",
    about,
    text:
      `${title} does not show ${all} in a form that a program may write, so the object is imported without. ` +
      `Declare ${all} in the program: the next \`pulumi up\` applies it. What Pulumi calls a bug of the provider here is none`,
  });
}

/** Without what the hoster shows as no program may write it: that is not managed where it may be left out, and is to be said otherwise. */
function writable<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  { properties, internal }: Recorded<S>,
): Omit<Imported<A, S>, "id" | "stoodIn"> {
  const shown = inputsOf(resource, { properties, internal });
  const faulty = faultyIn(resource, shown);
  const inputs = Object.fromEntries(Object.entries(shown).filter(([name]) => !faulty.has(name))) as Partial<A>;
  const left = faultyIn(resource, inputs);
  return {
    record: {
      properties,
      internal: { ...internal, specified: internal.specified.filter((name) => !faulty.has(name)) },
    },
    inputs,
    // Left out, an argument with a default would mean that.
    notShown: argumentNames<A>(resource).filter(
      (name) => left.has(name) || (faulty.has(name) && resource.arguments[name].hasDefault),
    ),
  };
}

/** Names of the arguments that a check would refuse like this. */
function faultyIn<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  inputs: Partial<A>,
): ReadonlySet<string> {
  return new Set(argumentIssues(resource, inputs).map(({ argument }) => rootOf(argument)));
}

/** Whatever was applied of these, a first value in the program shall not cost the object. */
function untoldOf<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  properties: Partial<S>,
): Pick<Internal, "untold"> {
  const untold = argumentNames<A>(resource).filter((name) => {
    const { role, replaces } = resource.arguments[name];
    return role === "writeOnly" && replaces && properties[name] === undefined;
  });
  return untold.length > 0 ? { untold } : {};
}

/** What stands beside an argument counts as applied. */
function withLive<A extends object, S extends A, O>(resource: Resource<A, S, O>, seen: Known<S>): Partial<S> {
  const live = argumentNames<A>(resource).map((name) => [
    name,
    seen[name] ?? resource.arguments[name].live?.(seen as S),
  ]);
  const found = [...Object.entries(seen), ...live].filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(found) as Partial<S>;
}

/** Every optional argument that the hoster shows and takes; of one with a default, {@link inputsOf} tells whether it counts. */
function specifiedIn<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  runtime: Runtime,
  properties: Partial<S>,
): string[] {
  const lacking = new Set(resource.availability?.unsupported?.(runtime.hosters).map(({ argument }) => argument));
  return argumentNames<A>(resource)
    .filter((name) => {
      const { createOnly, hasDefault } = resource.arguments[name];
      return (
        properties[name] !== undefined && isOptional(resource, name) && !createOnly && !hasDefault && !lacking.has(name)
      );
    })
    .sort();
}
