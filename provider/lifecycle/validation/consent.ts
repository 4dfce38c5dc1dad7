import { isDeepStrictEqual } from "node:util";
import { argumentNames, argumentsIn, knownIn } from "../arguments";
import type { Definition, Issue } from "../definition";
import { isUnknown } from "../unknown";

/** Changes that would destroy something without the program's consent, as far as the arguments tell. */
export function refusals<A extends object, S extends A, O>(
  resource: Definition<A, S, O>,
  olds: object,
  news: object,
): Issue[] {
  const before = argumentsIn<A>(resource, olds);
  const after = argumentsIn<A>(resource, news);
  return [...refusedReplacements(resource, before, after), ...refusedActs(resource, before, after)];
}

/** Whether the program agrees to changes in place that lose something. */
export function isAgreed<A extends object, S extends A, O>(resource: Definition<A, S, O>, args: Partial<A>): boolean {
  return resource.consent !== undefined && args[resource.consent.by] === true;
}

/** Whether a change of this argument in place loses something. */
export function takesConsent<A extends object, S extends A, O>(
  { consent }: Definition<A, S, O>,
  name: keyof A & string,
  args: Partial<A>,
): boolean {
  return consent?.to.includes(name) === true && !consent.isHarmless?.(name, args);
}

/** Changes that only a new object can carry out, where the program has not agreed to one. */
function refusedReplacements<A extends object, S extends A, O>(
  resource: Definition<A, S, O>,
  before: Partial<A>,
  after: Partial<A>,
): Issue[] {
  if (!("allowReplace" in resource.arguments)) return [];
  if (Object.keys(before).length === 0 || ("allowReplace" in after && after.allowReplace === true)) return [];
  return changed(resource, before, after)
    .filter((name) => resource.arguments[name].replaces)
    .map((name) => ({
      argument: name,
      problem: `cannot be changed${fromTo(resource, name, before, after)} without replacing the ${resource.noun}. ${resource.replacement?.loses ?? ""} To allow it, set allowReplace: true. To keep the ${resource.noun}, ${before[name] === undefined ? "omit it" : "restore the old value"}.`,
    }));
}

/** Changes in place that lose something, where the program has not agreed to them. A trigger given for the first time is only recorded. */
function refusedActs<A extends object, S extends A, O>(
  resource: Definition<A, S, O>,
  before: Partial<A>,
  after: Partial<A>,
): Issue[] {
  const { consent } = resource;
  if (consent === undefined || isAgreed(resource, after) || isUnknown(after[consent.by])) return [];
  const { by, to, atCreate, loses } = consent;
  const differing = changed(resource, before, after);
  const isNew = Object.keys(before).length === 0 || differing.some((name) => resource.arguments[name].replaces);
  if (isNew)
    return atCreate && to.some((name) => takesConsent(resource, name, after))
      ? [{ argument: by, problem: `must be true. ${loses}` }]
      : [];
  return differing
    .filter((name) => takesConsent(resource, name, after) && before[name] !== undefined)
    .map((name) => ({
      argument: name,
      problem: `cannot be changed${fromTo(resource, name, before, after)} without consent. ${loses} To allow it, set ${by}: true. To keep what is there, restore the old value.`,
    }));
}

/** Names of the arguments that are given, known, and not what they were. */
export function changed<A extends object, S extends A, O>(
  resource: Definition<A, S, O>,
  before: Partial<A>,
  after: Partial<A>,
): (keyof A & string)[] {
  const known = knownIn(after);
  const [was, is] = [resource.canonical(before), resource.canonical(known)];
  return argumentNames<A>(resource).filter(
    (name) => known[name] !== undefined && !isDeepStrictEqual(was[name], is[name]),
  );
}

/** Both values, where they may be shown: numbers, and text that stands in plain in state anyway. */
function fromTo<A extends object, S extends A, O>(
  resource: Definition<A, S, O>,
  name: keyof A & string,
  before: Partial<A>,
  after: Partial<A>,
): string {
  const values = [before[name], after[name]];
  const isShowable =
    resource.arguments[name].nonSecret !== undefined || values.every((value) => typeof value === "number");
  return isShowable ? ` from ${before[name]} to ${after[name]}` : "";
}
