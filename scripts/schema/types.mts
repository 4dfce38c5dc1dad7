/** From the JSON schemas of interfaces to Pulumi's types. */
import type { DefinitionOrBoolean } from "typescript-json-schema";
import { text } from "./doc.mts";
import type { Interface } from "./interfaces.mts";
import { type EnumSpec, type ObjectSpec, type Properties, type TypeSpec, token } from "./pulumi.mts";

type Definitions = Record<string, DefinitionOrBoolean>;

/** Translates interfaces, and gathers the types that need a token of their own: nested objects, and sets of words. */
export class Types {
  readonly #made = new Map<string, ObjectSpec | EnumSpec>();

  /** All that was gathered, by token. */
  get specs(): Record<string, ObjectSpec | EnumSpec> {
    return sorted(Object.fromEntries(this.#made));
  }

  /** Properties of an interface, and which of them are required. `owner` stands before the names of types that have none. */
  object(owner: string, shape: Interface, definitions: Definitions = shape.definitions ?? {}) {
    const properties: Properties = {};
    for (const [name, property] of Object.entries(shape.properties ?? {})) {
      const where = `${owner}.${name}`;
      if (typeof property === "boolean") throw new Error(`${where}: any value at all cannot be described.`);
      const description = text(property.description ?? "");
      const type = this.#type(owner + capitalised(name), property, definitions, description);
      properties[name] = { ...type, description };
    }
    return { properties, required: [...(shape.required ?? [])].sort() };
  }

  #type(name: string, shape: Interface, definitions: Definitions, description: string): TypeSpec {
    if (shape.$ref !== undefined) return this.#named(name, shape.$ref, definitions, description);
    if (shape.enum) return this.#enum(name, shape.enum, description);
    if (Array.isArray(shape.type)) return { oneOf: union(name, shape.type) };
    switch (shape.type) {
      case "string":
      case "number":
      case "integer":
      case "boolean":
        return { type: shape.type };
      case "array":
        return { type: "array", items: this.#type(name, only(name, shape.items), definitions, description) };
      case "object": {
        const values = only(name, shape.additionalProperties);
        return { type: "object", additionalProperties: this.#type(name, values, definitions, description) };
      }
      default:
        throw new Error(`${name}: ${JSON.stringify(shape)} has no counterpart among Pulumi's types yet.`);
    }
  }

  /** An interface keeps its name. */
  #named(name: string, ref: string, definitions: Definitions, description: string): TypeSpec {
    const target = decodeURIComponent(ref.replace("#/definitions/", ""));
    const shape = only(name, definitions[target]);
    if (!shape.properties) return this.#type(name, shape, definitions, description);
    const { properties, required } = this.object(target, shape, definitions);
    return this.#make(target, { description: text(shape.description ?? ""), type: "object", properties, required });
  }

  /** Words become a type of their own, so that every language knows them; numbers are named in the description. */
  #enum(name: string, values: readonly unknown[], description: string): TypeSpec {
    if (values.every(Number.isInteger)) return { type: "integer" };
    const words = values.filter((value) => typeof value === "string").sort();
    if (words.length !== values.length) throw new Error(`${name}: words and other values cannot be mixed.`);
    return this.#make(name, { description, type: "string", enum: words.map((value) => ({ value })) });
  }

  #make(name: string, spec: ObjectSpec | EnumSpec): TypeSpec {
    const known = this.#made.get(token(name));
    if (known && JSON.stringify(known) !== JSON.stringify(spec)) throw new Error(`There are two types ${name}.`);
    this.#made.set(token(name), spec);
    return { $ref: `#/types/${token(name)}` };
  }
}

/** A number beside text is an id, and ids are whole. */
function union(name: string, types: readonly string[]): TypeSpec[] {
  return [...types].sort().map((type) => {
    if (type === "number") return { type: "integer" };
    if (type === "string" || type === "boolean") return { type };
    throw new Error(`${name}: a union with ${type} has no counterpart among Pulumi's types yet.`);
  });
}

function only(name: string, shape: DefinitionOrBoolean | DefinitionOrBoolean[] | undefined): Interface {
  if (typeof shape === "object" && !Array.isArray(shape)) return shape;
  throw new Error(`${name}: needs one type for its members, declared as an interface if they are objects.`);
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** By code points, which are the same on every machine. */
export function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
