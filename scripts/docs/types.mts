/** Pulumi's types as a reader of TypeScript knows them. */
import type { ObjectSpec, PackageSpec, Properties, TypeSpec } from "../schema/pulumi.mts";

export type TypesByToken = PackageSpec["types"];

/** Markdown for a type; an object links to its own section of the page. */
export function typeName(spec: TypeSpec, types: TypesByToken): string {
  if ("$ref" in spec) {
    const type = referred(spec.$ref, types);
    if ("enum" in type) return or(type.enum.map(({ value }) => `\`"${value}"\``));
    const name = nameOf(spec.$ref);
    return `[${name}](#${name.toLowerCase()})`;
  }
  if ("oneOf" in spec) return or(spec.oneOf.map((one) => typeName(one, types)));
  if (spec.type === "array") return `list of ${several(spec.items, types)}`;
  if (spec.type === "object") return `map of ${several(spec.additionalProperties, types)}`;
  return spec.type;
}

/** The object types that these properties lead to, by name: each once, in the order they are met. */
export function objectsIn(
  properties: Properties,
  types: TypesByToken,
  found = new Map<string, ObjectSpec>(),
): Map<string, ObjectSpec> {
  for (const spec of Object.values(properties)) {
    const ref = refIn(spec);
    const type = ref && referred(ref, types);
    if (!type || "enum" in type || found.has(nameOf(ref))) continue;
    found.set(nameOf(ref), type);
    objectsIn(type.properties, types, found);
  }
  return found;
}

function several(spec: TypeSpec, types: TypesByToken): string {
  const name = typeName(spec, types);
  return name.match(/^\w+$/) ? `${name}s` : name;
}

function or(names: readonly string[]): string {
  return [names.slice(0, -1).join(", "), ...names.slice(-1)].filter(Boolean).join(" or ");
}

function refIn(spec: TypeSpec): string | undefined {
  if ("$ref" in spec) return spec.$ref;
  if ("oneOf" in spec) return undefined;
  if (spec.type === "array") return refIn(spec.items);
  if (spec.type === "object") return refIn(spec.additionalProperties);
  return undefined;
}

function referred(ref: string, types: TypesByToken) {
  const type = types[ref.replace("#/types/", "")];
  if (!type) throw new Error(`schema.json refers to ${ref}, which it lacks.`);
  return type;
}

function nameOf(ref: string): string {
  return ref.slice(ref.lastIndexOf(":") + 1);
}
