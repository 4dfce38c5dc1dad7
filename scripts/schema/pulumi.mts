/** The parts of Pulumi's package schema that this package uses (its metaschema: pulumi/pulumi, pkg/codegen/schema/pulumi.json). */

export type TypeSpec =
  | { type: "string" | "number" | "integer" | "boolean" }
  | { type: "array"; items: TypeSpec }
  | { type: "object"; additionalProperties: TypeSpec }
  | { oneOf: TypeSpec[] }
  | { $ref: string };

export type PropertySpec = TypeSpec & {
  description: string;
  secret?: true;
  defaultInfo?: { environment: string[] };
  /** For the documentation alone: the provider decides about replacements. */
  willReplaceOnChanges?: true;
};

export type Properties = Record<string, PropertySpec>;

export interface ObjectSpec {
  description: string;
  type: "object";
  properties: Properties;
  required: string[];
}

export interface EnumSpec {
  description: string;
  type: "string";
  enum: { value: string }[];
}

export interface ResourceSpec {
  description: string;
  inputProperties: Properties;
  requiredInputs: string[];
  properties: Properties;
  required: string[];
  listInputs?: { type: "object"; properties: Properties };
  aliases: { type: string }[];
}

export interface FunctionSpec {
  description: string;
  deprecationMessage?: string;
  inputs?: ObjectSpec;
  outputs: ObjectSpec;
}

export interface PackageSpec {
  name: string;
  displayName: string;
  version: string;
  description: string;
  keywords: string[];
  homepage: string;
  repository: string;
  license: string;
  publisher: string;
  language: Record<"nodejs" | "python" | "go", object>;
  config: { variables: Properties };
  provider: { description: string; inputProperties: Properties };
  types: Record<string, ObjectSpec | EnumSpec>;
  resources: Record<string, ResourceSpec>;
  functions: Record<string, FunctionSpec>;
}

export const PACKAGE = "vps";

export function token(name: string): string {
  return `${PACKAGE}:index:${name}`;
}
