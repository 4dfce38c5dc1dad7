import { parse } from "yaml";
import type { Properties, TypeSpec } from "../../../../scripts/schema/pulumi.mts" with { "resolution-mode": "import" };
import { PACKAGE } from "../../schema/support";
import { ID, referred, type Shape, shapeAt, takes } from "./shapes";

type Values = Record<string, unknown>;

/** A `Pulumi.yaml` without its head. */
interface Document {
  config?: Record<string, { type: "string"; secret?: true }>;
  variables?: Values;
  resources?: Record<string, { type: string; name?: string; properties?: Values; options?: Values }>;
  outputs?: Values;
}

const SECTIONS = ["config", "variables", "resources", "outputs"];
const RESOURCE_KEYS = ["type", "name", "properties", "options"];
const OPTIONS = ["protect"];
const TEXT: TypeSpec = { type: "string" };
const REFERENCE = /(?<!\$)\$\{([^}]*)\}/g;
const same = (name: string) => name;

/** What the schema says against a program in YAML; nothing if it is right. */
export function yamlProblems(text: string): string[] {
  return new Check(parse(text) as Document).problems();
}

class Check {
  readonly #document: Document;
  readonly #problems: string[] = [];

  constructor(document: Document) {
    this.#document = document;
  }

  problems(): string[] {
    this.#known("The program", this.#document, SECTIONS);
    for (const [name, setting] of Object.entries(this.#document.config ?? {})) {
      this.#known(name, setting, ["type", "secret"]);
      if (setting.type !== "string") this.#say(`${name} is ${setting.type}`);
    }
    for (const [name, resource] of Object.entries(this.#document.resources ?? {})) {
      this.#known(name, resource, RESOURCE_KEYS);
      this.#known(name, resource.options ?? {}, OPTIONS);
      const spec = PACKAGE.resources[whole(resource.type)];
      if (!spec) this.#say(`${resource.type} is no resource`);
      else this.#inputs(name, resource.properties ?? {}, spec.inputProperties, spec.requiredInputs);
    }
    for (const [name, value] of Object.entries(this.#document.variables ?? {})) this.#variable(name, value);
    for (const [name, value] of Object.entries(this.#document.outputs ?? {})) {
      if (this.#referred(value) === undefined) this.#say(`${name} is no reference`);
    }
    return this.#problems;
  }

  #variable(name: string, value: unknown): void {
    const call = callIn(value);
    if (!call) {
      this.#constant(name, value);
      return;
    }
    this.#known(name, call, ["function", "arguments", "return"]);
    const spec = PACKAGE.functions[whole(call.function)];
    if (!spec) this.#say(`${call.function} is no function`);
    else this.#inputs(name, call.arguments ?? {}, spec.inputs?.properties ?? {}, spec.inputs?.required ?? []);
    this.#shapeOf(name);
  }

  #constant(name: string, value: unknown): void {
    if (shapeOfLiteral(value) === undefined) this.#say(`${name} is neither a call nor a constant`);
  }

  #inputs(where: string, values: Values, specs: Properties, required: readonly string[]): void {
    this.#known(where, values, Object.keys(specs));
    for (const name of required) if (!(name in values)) this.#say(`${where} lacks ${name}`);
    for (const [name, value] of Object.entries(values)) {
      const spec = specs[name];
      if (spec && !this.#fits(value, spec)) this.#say(`${where}: ${name} cannot be ${JSON.stringify(value)}`);
    }
  }

  #fits(value: unknown, spec: TypeSpec): boolean {
    if (typeof value === "string" && /(?<!\$)\$\{/.test(value)) {
      const shape = this.#referred(value);
      return shape !== undefined && takes(spec, shape);
    }
    if ("oneOf" in spec) return spec.oneOf.some((one) => this.#fits(value, one));
    if ("$ref" in spec) return this.#fitsType(value, spec.$ref);
    if (spec.type === "array") return Array.isArray(value) && value.every((item) => this.#fits(item, spec.items));
    if (isRecord(value) && "fn::readFile" in value) return spec.type === "string";
    if (spec.type === "object")
      return isRecord(value) && Object.values(value).every((one) => this.#fits(one, spec.additionalProperties));
    if (spec.type === "integer") return Number.isInteger(value);
    return typeof value === spec.type;
  }

  #fitsType(value: unknown, ref: string): boolean {
    const type = referred(ref);
    if ("enum" in type) return type.enum.some((one) => one.value === value);
    if (!isRecord(value)) return false;
    this.#inputs(ref, value, type.properties, type.required);
    return true;
  }

  /** The type of a value with references in it: one alone has its own. */
  #referred(value: unknown): Shape | undefined {
    const references = typeof value === "string" ? [...value.matchAll(REFERENCE)] : [];
    const shapes = references.map(([, path = ""]) => this.#at(path));
    if (shapes.length === 0 || shapes.includes(undefined)) return undefined;
    return references[0]?.[0] === value ? shapes[0] : TEXT;
  }

  #at(reference: string): Shape | undefined {
    const [name = "", ...path] = [...reference.matchAll(/[^.[\]]+/g)].map(([part]) => part);
    const start = this.#shapeOf(name);
    if (!start) return undefined;
    const steps = path.map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    return this.#found(shapeAt(start, steps, same), reference);
  }

  #shapeOf(name: string): Shape | undefined {
    const { config, resources, variables } = this.#document;
    if (config?.[name]) return TEXT;
    const type = resources?.[name]?.type;
    const resource = type === undefined ? undefined : PACKAGE.resources[whole(type)];
    if (type !== undefined) return resource && { properties: { ...ID, ...resource.properties } };
    const variable = variables?.[name];
    const call = callIn(variable);
    if (!call) return this.#found(shapeOfLiteral(variable) ?? `${name} is not there`, name);
    const outputs = PACKAGE.functions[whole(call.function)]?.outputs;
    return outputs && this.#found(shapeAt(outputs, call.return === undefined ? [] : [call.return], same), name);
  }

  #found(shape: Shape | string, where: string): Shape | undefined {
    if (typeof shape !== "string") return shape;
    this.#say(`${where}: ${shape}`);
    return undefined;
  }

  #known(where: string, record: object, names: readonly string[]): void {
    for (const name of Object.keys(record)) if (!names.includes(name)) this.#say(`${where}: ${name} is unknown`);
  }

  #say(problem: string): void {
    this.#problems.push(problem);
  }
}

/** A token as the schema has it: in YAML `index` is left out. */
function whole(token: string): string {
  return token.replace(/^(\w+):(\w+)$/, "$1:index:$2");
}

function callIn(value: unknown): { function: string; arguments?: Values; return?: string } | undefined {
  return isRecord(value) && "fn::invoke" in value
    ? (value["fn::invoke"] as { function: string; arguments?: Values; return?: string })
    : undefined;
}

function shapeOfLiteral(value: unknown): TypeSpec | undefined {
  if (typeof value === "string" || typeof value === "boolean") return { type: typeof value as "string" | "boolean" };
  if (typeof value === "number") return { type: Number.isInteger(value) ? "integer" : "number" };
  const items = Array.isArray(value) ? shapeOfLiteral(value[0]) : undefined;
  return items && { type: "array", items };
}

function isRecord(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
