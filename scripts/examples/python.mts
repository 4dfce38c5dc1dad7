/** Writes a program in Python. */
import { type Doc, group, lines, prefixed } from "./layout.mts";
import type { Access, Call, Entry, Program, Statement, Value } from "./model.mts";
import { isProperty } from "./model.mts";
import { pyName } from "./pyName.mts";
import { valuesIn } from "./values.mts";

/** Names that the modules have, which no variable may take. */
const MODULES = ["pulumi", "vps", "Path"];

export function pythonOf(program: Program): string {
  const kinds = new Set(valuesIn(program).map(({ kind }) => kind));
  const usesConfig = kinds.has("configuration");
  const taken = [...MODULES, ...(usesConfig ? ["config"] : [])];
  for (const statement of program.statements) {
    const name = variableOf(statement);
    if (name !== undefined && taken.includes(name)) throw new Error(`in Python the name ${name} is taken`);
    if (name !== undefined) taken.push(name);
  }
  const usesPulumi =
    usesConfig ||
    program.statements.some((one) => one.kind === "export" || (one.kind === "resource" && one.options.length > 0));
  const imports = [
    ...(kinds.has("file") ? ["from pathlib import Path", ""] : []),
    ...(usesPulumi ? ["import pulumi"] : []),
    "import pulumi_vps as vps",
  ];
  return [
    ...imports,
    "",
    ...(usesConfig ? ["config = pulumi.Config()"] : []),
    ...program.statements.flatMap((statement) => {
      const written = lines(docOf(statement));
      return statement.comment === undefined
        ? written
        : [...written.slice(0, -1), `${written.at(-1)}  # ${statement.comment}`];
    }),
  ].join("\n");
}

function variableOf(statement: Statement): string | undefined {
  if (statement.kind === "constant") return pyName(statement.name);
  return statement.kind === "resource" && statement.variable !== undefined ? pyName(statement.variable) : undefined;
}

function docOf(statement: Statement): Doc {
  if (statement.kind === "export")
    return group("pulumi.export(", [quoted(statement.name), valueDoc(statement.value)], ")");
  const variable = variableOf(statement);
  const assigned = (doc: Doc) => (variable === undefined ? doc : prefixed(`${variable} = `, doc));
  if (statement.kind === "constant") return assigned(valueDoc(statement.value));
  const { type, name, args, options } = statement;
  const opts = options.length === 0 ? [] : [group("opts=pulumi.ResourceOptions(", keywords(options), ")")];
  return assigned(group(`vps.${type}(`, [quoted(name), ...keywords(args), ...opts], ")"));
}

function valueDoc(value: Value): Doc {
  switch (value.kind) {
    case "literal":
      return literal(value.value);
    case "list":
      return group("[", value.items.map(valueDoc), "]");
    case "dictionary":
      return group(
        "{",
        entries(value.entries, (name) => `${quoted(name)}: `),
        "}",
      );
    case "text":
      return `f"${value.parts.map(partOf).join("")}"`;
    case "file":
      return `Path(${quoted(value.path)}).read_text()`;
    case "configuration":
      return `config.${value.secret ? "require_secret" : "require"}(${quoted(value.name)})`;
    case "access":
      return accessDoc(value);
    case "call":
      return callDoc(value, "");
  }
}

function accessDoc({ of, path }: Access): Doc {
  const suffix = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${pyName(part)}`)).join("");
  return typeof of === "string" ? `${pyName(of)}${suffix}` : callDoc(of, suffix);
}

function callDoc({ function: name, output, args }: Call, suffix: string): Doc {
  return group(`vps.${pyName(name)}${output ? "_output" : ""}(`, keywords(args), `)${suffix}`);
}

function keywords(args: readonly Entry[]): Doc[] {
  return entries(args, (name) => `${pyName(name)}=`);
}

function entries(all: readonly Entry[], key: (name: string) => string): Doc[] {
  return all.map((entry): Doc => {
    if (isProperty(entry)) return prefixed(key(entry.name), valueDoc(entry.value));
    const { property, text } = entry;
    const inside =
      property === undefined ? "" : lines(prefixed(key(property.name), valueDoc(property.value))).join(" ");
    return { remark: `# ${inside}${text}` };
  });
}

function partOf(part: string | Access): string {
  if (typeof part !== "string") return `{${lines(accessDoc(part)).join("")}}`;
  return quoted(part).slice(1, -1).replace(/[{}]/g, "$&$&");
}

function literal(value: string | number | boolean): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  return typeof value === "number" ? String(value) : quoted(value);
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
