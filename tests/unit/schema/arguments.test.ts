import { z } from "zod";
import { FUNCTIONS as DEFINED, RESOURCES as DEFINED_RESOURCES } from "../../../provider/registry";
import type { TypeSpec } from "../../../scripts/schema/pulumi.mts";
import { FUNCTIONS, PACKAGE, RESOURCES } from "./support";

/** What a program may pass must be the same for zod, which checks it, and for schema.json, by which other languages are made. */
describe.each([
  ...RESOURCES.map(([name, spec]) => [name, spec.inputProperties, spec.requiredInputs] as const),
  ...FUNCTIONS.flatMap(([name, { inputs }]) => (inputs ? [[name, inputs.properties, inputs.required] as const] : [])),
])("the arguments of %s", (name, inputProperties, requiredInputs) => {
  const kinds = [...DEFINED_RESOURCES, ...DEFINED];
  const definition: { schema: z.ZodObject } | undefined = kinds.find((one) => one.name === name);
  const { properties = {}, required = [] } = definition ? z.toJSONSchema(definition.schema, { io: "input" }) : {};
  const checked = properties as Record<string, Checked | undefined>;

  test("have the same names", () => {
    expect(Object.keys(inputProperties).sort()).toEqual(Object.keys(properties).sort());
  });

  test("are required in both or in neither", () => {
    expect(requiredInputs).toEqual([...required].sort());
  });

  test.each(Object.entries(inputProperties))("%s has the same type", (argument, property) => {
    expect(typeInSchema(property)).toBe(typeInZod(checked[argument]));
  });

  test.each(Object.entries(inputProperties))("%s: its description names the values of a set", (argument, property) => {
    for (const value of checked[argument]?.enum ?? [])
      expect(property.description).toMatch(new RegExp(`\\b${value}\\b`));
  });
});

test.each(FUNCTIONS)("%s has arguments here if it has any", (name, { inputs }) => {
  const definition = DEFINED.find((one) => one.name === name);
  expect(Object.keys(definition?.schema.shape ?? {}).length > 0).toBe(inputs !== undefined);
});

type Checked = z.core.JSONSchema.BaseSchema;

/** A type as TypeScript would write it. A set of numbers is only a number in schema.json. */
function typeInZod(checked: Checked | undefined): string {
  if (checked?.anyOf) return either(checked.anyOf.map((one) => typeInZod(one as Checked)));
  if (checked?.enum?.every(Number.isInteger)) return "integer";
  if (checked?.enum) return either(checked.enum.map((value) => JSON.stringify(value)));
  return checked?.type === "array" ? `${typeInZod(checked.items as Checked)}[]` : String(checked?.type);
}

function typeInSchema(spec: TypeSpec): string {
  if ("oneOf" in spec) return either(spec.oneOf.map(typeInSchema));
  if ("$ref" in spec) {
    const target = PACKAGE.types[spec.$ref.replace("#/types/", "")];
    return target && "enum" in target ? either(target.enum.map(({ value }) => JSON.stringify(value))) : spec.$ref;
  }
  return spec.type === "array" ? `${typeInSchema(spec.items)}[]` : spec.type;
}

function either(types: string[]): string {
  return types.sort().join(" | ");
}
