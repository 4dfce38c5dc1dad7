import { VpsError } from "../errors/vpsError";
import { argumentsIn } from "./arguments";
import type { Resource } from "./contract";
import type { Recorded } from "./record";
import { lines, rootOf, shapeIssues } from "./validation/shape";

/**
 * What is known of an object that is only looked up (`get` in a program): what its id tells, and what the program passes.
 * Pulumi calls no check before such a read.
 */
export function lookedUp<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  id: string,
  { properties, internal }: Recorded<S>,
): Recorded<S> {
  const { name, address } = resource;
  const given = argumentsIn<A>(resource, properties);
  const known: Partial<A> = { ...given, ...address?.ofId?.(id) };
  const missing = (address?.by ?? []).filter((argument) => known[argument] === undefined);
  if (missing.length > 0) {
    const them = missing.length > 1 ? "them" : "it";
    throw new VpsError(
      "invalid-arguments",
      `${missing.join(" and ")}: the id does not tell ${them}, so pass ${them} as state: ${name}.get(name, id, { ${missing.join(", ")} }).`,
    );
  }
  const issues = shapeIssues(resource, { ...known }).filter(({ argument }) => rootOf(argument) in known);
  if (issues.length > 0) throw new VpsError("invalid-arguments", lines(issues));
  return { properties: { ...properties, ...known }, internal };
}

/** The inputs of what is only looked up: what the program passes, as the hoster shows it. */
export function passed<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  { properties, internal }: Recorded<S>,
): Partial<A> {
  const shown = Object.entries(argumentsIn<A>(resource, properties)).filter(([name]) =>
    internal.specified.includes(name),
  );
  return Object.fromEntries(shown) as Partial<A>;
}
