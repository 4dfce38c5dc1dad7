import type { ObjectSpec, Properties, TypeSpec } from "../../../../scripts/schema/pulumi.mts" with {
  "resolution-mode": "import",
};
import { PACKAGE } from "../../schema/support";

/** A type of the schema, or the shape of a whole resource or answer. */
export type Shape = TypeSpec | { properties: Properties };

/** What every resource has. */
export const ID: Properties = { id: { type: "string", description: "" } };

/** What a path leads to from a shape, or what is wrong with it. `spelled` is how the language writes the names. */
export function shapeAt(
  shape: Shape,
  path: readonly (string | number)[],
  spelled: (name: string) => string,
): Shape | string {
  const [first, ...rest] = path;
  if (first === undefined) return shape;
  if (typeof first === "number") {
    if (!("type" in shape) || shape.type !== "array") return `[${first}] is of no list`;
    return shapeAt(shape.items, rest, spelled);
  }
  const properties = propertiesOf(shape);
  const [, found] = Object.entries(properties).find(([name]) => spelled(name) === first) ?? [];
  return found ? shapeAt(found, rest, spelled) : `${first} is no property`;
}

function propertiesOf(shape: Shape): Properties {
  if ("properties" in shape) return shape.properties;
  if (!("$ref" in shape)) return {};
  const type = referred(shape.$ref);
  return "properties" in type ? type.properties : {};
}

/** Whether a property of this type takes what has that one. */
export function takes(to: TypeSpec, from: Shape): boolean {
  if ("properties" in from) return false;
  if ("oneOf" in to) return to.oneOf.some((one) => takes(one, from));
  if ("oneOf" in from) return from.oneOf.every((one) => takes(to, one));
  if ("$ref" in to) return "$ref" in from && from.$ref === to.$ref;
  if ("$ref" in from) return to.type === "string" && "enum" in referred(from.$ref);
  if (to.type === "array") return from.type === "array" && takes(to.items, from.items);
  if (to.type === "object") return from.type === "object" && takes(to.additionalProperties, from.additionalProperties);
  return to.type === from.type || (to.type === "number" && from.type === "integer");
}

export function referred(ref: string): ObjectSpec | { enum: { value: string }[] } {
  const type = PACKAGE.types[ref.replace("#/types/", "")];
  if (!type) throw new Error(`schema.json refers to ${ref}, which it lacks.`);
  return type;
}
