import { VpsError } from "../errors/vpsError";
import { AnswerCache } from "../lifecycle/runtime/answerCache";
import { Context } from "../lifecycle/runtime/context";
import type { Runtime } from "../lifecycle/runtime/runtime";
import { lines, shapeIssues } from "../lifecycle/validation/shape";
import type { VpsFunction } from "./contract";

/** The answer of a function, asked for once per 30 s with the same arguments. Mistakes in them are found before any request. */
export async function callFunction<A extends object, R extends object>(
  definition: VpsFunction<A, R>,
  runtime: Runtime,
  values: object,
): Promise<R> {
  const args = parsed(definition, values);
  const answers = runtime.shared(`function ${definition.name}`, () => new AnswerCache<R>());
  const ask = () => definition.get(args, new Context(runtime, definition.name));
  // A copy: what a program does to its answer is not the next caller's.
  return structuredClone(await answers.get(JSON.stringify(args), ask));
}

/** Null is the same as left out. */
function parsed<A extends object, R extends object>(definition: VpsFunction<A, R>, values: object): A {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));
  const issues = shapeIssues(definition, given);
  if (issues.length > 0) throw new VpsError("invalid-arguments", lines(issues));
  return definition.schema.parse(given);
}
