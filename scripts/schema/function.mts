/** One function: its TSDoc tells the description, its interfaces arguments and answer, the provider whether that is secret. */
import { deprecation, documentation } from "./doc.mts";
import type { Interface } from "./interfaces.mts";
import type { FunctionSpec, ObjectSpec, Properties } from "./pulumi.mts";
import type { FunctionPair } from "./sdk.mts";
import type { Types } from "./types.mts";

/** What the schema needs of the provider's definition of a function. */
export interface FunctionDefinition {
  name: string;
  secret?: "output" | "only";
}

export function functionSpec(
  { name, nodes, args, result }: FunctionPair,
  { secret }: FunctionDefinition,
  interfaceOf: (name: string) => Interface,
  types: Types,
): FunctionSpec {
  const owner = name.charAt(0).toUpperCase() + name.slice(1);
  const object = (of: string): ObjectSpec => {
    const shape = interfaceOf(of);
    return { description: shape.description ?? "", type: "object", ...types.object(owner, shape) };
  };
  const outputs = object(result);
  const deprecated = deprecation(nodes[0]);
  return {
    description: documentation(...nodes),
    ...(deprecated === undefined ? {} : { deprecationMessage: deprecated }),
    ...(args === undefined ? {} : { inputs: object(args) }),
    outputs: secret ? { ...outputs, properties: secrets(outputs.properties) } : outputs,
  };
}

function secrets(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).map(([name, spec]) => [name, { ...spec, secret: true }]));
}
