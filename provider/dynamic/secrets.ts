import { isDeepStrictEqual } from "node:util";
import { argumentNames, inputsOf } from "../lifecycle/arguments";
import type { Resource } from "../lifecycle/contract";
import type { Recorded } from "../lifecycle/record";
import { asSecretProperty } from "../pulumi/secret";

/**
 * The properties that an update which failed leaves, with each argument that is not what `news` says as a secret. By itself Pulumi
 * encrypts what the new program passes as one under the same name; it may call what was applied before a secret no more, or
 * not mention it at all. What cannot be a secret stays as it is: other resources may take it where they take none.
 */
export function formerAsSecret<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  record: Recorded<S>,
  news: object,
): object {
  const said = new Map<string, unknown>(Object.entries(news));
  const before = inputsOf(resource, record);
  const former = argumentNames<A>(resource)
    .filter((name) => name in before && resource.arguments[name].nonSecret === undefined)
    .filter((name) => !isDeepStrictEqual(before[name], said.get(name)));
  return { ...record.properties, ...Object.fromEntries(former.map((name) => [name, asSecretProperty(before[name])])) };
}
