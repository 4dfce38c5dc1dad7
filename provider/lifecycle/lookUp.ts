import { VpsError } from "../errors/vpsError";
import { argumentsIn } from "./arguments";
import type { Definition, Named } from "./definition";
import type { Recorded } from "./record";
import { lines, rootOf, shapeIssues } from "./validation/shape";
import { writtenId } from "./writtenId";

/**
 * What is known of an object that is named by a text: its id, and the arguments that the text tells or the program passes. Throws
 * where the text is no id, or where it does not say where to look.
 */
export function named<A extends object, S extends A, O>(
  { name, importId, identity, schema }: Definition<A, S, O>,
  text: string,
  passed: Partial<A>,
): Named<A> {
  if (importId === undefined) {
    throw new VpsError("not-found", `${name} leaves no object at the hoster, so it has no id to look up.`);
  }
  const parsed = writtenId(importId, text);
  if (parsed === undefined) {
    const { form, example } = importId;
    throw new VpsError("invalid-arguments", `This is not an id of ${name}. Write it as ${form}, such as ${example}.`);
  }
  const args: Partial<A> = { ...passed, ...parsed.args };
  const missing = (identity?.within ?? []).filter((argument) => args[argument] === undefined);
  if (missing.length > 0) {
    const them = missing.length > 1 ? "them" : "it";
    throw new VpsError(
      "invalid-arguments",
      `${missing.join(" and ")}: the id does not contain ${them}. Write the id as ${importId.form}, such as ${importId.example}. Or pass ${them} as state: ${name}.get(name, id, { ${missing.join(", ")} }).`,
    );
  }
  const issues = shapeIssues({ name, schema }, { ...args }).filter(({ argument }) => rootOf(argument) in args);
  if (issues.length > 0) throw new VpsError("invalid-arguments", lines(issues));
  return { id: parsed.id, args };
}

/** The record to look up with (`get` in a program): Pulumi calls no check before such a read. */
export function lookedUp<A extends object, S extends A, O>(
  resource: Definition<A, S, O>,
  text: string,
  { properties, internal }: Recorded<S>,
): { id: string; record: Recorded<S> } {
  const { id, args } = named(resource, text, argumentsIn<A>(resource, properties));
  return { id, record: { properties: { ...properties, ...args }, internal } };
}

/** The inputs of what is only looked up: what the program passes, as the hoster shows it. */
export function passed<A extends object, S extends A, O>(
  resource: Definition<A, S, O>,
  { properties, internal }: Recorded<S>,
): Partial<A> {
  const shown = Object.entries(argumentsIn<A>(resource, properties)).filter(([name]) =>
    internal.specified.includes(name),
  );
  return Object.fromEntries(shown) as Partial<A>;
}
