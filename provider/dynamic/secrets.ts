import { isDeepStrictEqual } from "node:util";
import { argumentNames, inputsOf } from "../lifecycle/arguments";
import type { Resource, StateOf } from "../lifecycle/contract";

/** How a secret is written in Pulumi's protocol. The engine takes it from every provider, and hands a dynamic one the bare value. */
const SECRET = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };

/**
 * The state that an update which failed leaves, with each argument that is not what `news` says as a secret. By itself Pulumi
 * encrypts what the new program passes as one under the same name; it may call what was applied before a secret no more, or
 * not mention it at all. What cannot be a secret stays as it is: other resources may take it where they take none.
 */
export function formerAsSecret<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  state: StateOf<S>,
  news: object,
): object {
  const said = new Map<string, unknown>(Object.entries(news));
  const before = inputsOf(resource, state);
  const former = argumentNames<A>(resource)
    .filter((name) => name in before && !resource.arguments[name].plain)
    .filter((name) => !isDeepStrictEqual(before[name], said.get(name)));
  return { ...state, ...Object.fromEntries(former.map((name) => [name, { ...SECRET, value: before[name] }])) };
}
