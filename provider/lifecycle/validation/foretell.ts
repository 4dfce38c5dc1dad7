import { argumentNames, argumentsIn } from "../arguments";
import type { Resource } from "../contract";
import type { Context } from "../runtime/context";
import { changed, isAgreed, takesConsent } from "./consent";

/** Says what a change of a resource that exists restarts, resets, overwrites or loses. */
export function foretellChange<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  olds: object,
  news: object,
  cx: Context,
): void {
  const before = argumentsIn<A>(resource, olds);
  const after = argumentsIn<A>(resource, news);
  const { arguments: traits, consent, replacement } = resource;
  for (const name of changed(resource, before, after)) {
    const { foretells, replaces } = traits[name];
    const isFirst = before[name] === undefined;
    if (replaces && replacement?.loses) cx.report(`${name}: replaces the ${resource.noun}. ${replacement.loses}`);
    else if (isFirst && foretells?.firstGiven) cx.report(`${name}: ${foretells.firstGiven}`);
    else if (consent && takesConsent(resource, name, after) && isAgreed(resource, after))
      cx.report(`${name}: ${consent.loses}`);
    else if (!isFirst && foretells?.changed) cx.report(`${name}: ${foretells.changed}`);
  }
}

/** Says what the arguments of a new resource do at once beside making it. */
export function foretellCreate<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  args: Partial<A>,
  cx: Context,
): void {
  const { arguments: traits, consent } = resource;
  if (consent?.atCreate && isAgreed(resource, args)) cx.report(consent.loses);
  for (const name of argumentNames<A>(resource)) {
    const created = traits[name].foretells?.created;
    if (created !== undefined && args[name] !== undefined) cx.report(`${name}: ${created}`);
  }
}

/** Says what its arguments do not do to an object that is adopted. */
export function foretellAdoption<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  args: Partial<A>,
  cx: Context,
): void {
  for (const name of argumentNames<A>(resource)) {
    const said = resource.arguments[name].foretells?.adopted?.(args[name]);
    if (said !== undefined) cx.report(`${name}: ${said}`);
  }
}
