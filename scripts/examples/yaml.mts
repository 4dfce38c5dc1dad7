/** Writes a program as the part of a `Pulumi.yaml` that comes after its name and runtime. */
import type { Access, Call, Configuration, Entry, Program, Resource, Statement, Value } from "./model.mts";
import { isProperty } from "./model.mts";
import { valuesIn } from "./values.mts";

/** What stands in one place: a scalar on the line of its key, or lines below it. */
type Node = string | string[];

type Section = "config" | "variables" | "resources" | "outputs";

type Add = (section: Section, name: string, node: Node, comment?: string) => void;

export function yamlOf(program: Program): string {
  const sections = new Map<Section, Map<string, string[]>>();
  const add: Add = (section, name, node, comment) => {
    const own = sections.get(section) ?? new Map<string, string[]>();
    const others =
      section === "outputs" ? [own] : [...sections].filter(([one]) => one !== "outputs").map(([, all]) => all);
    if (others.some((names) => names.has(name))) throw new Error(`in YAML the name ${name} is taken`);
    sections.set(section, own.set(name, keyed(name, node, comment)));
  };

  const settings = valuesIn(program).filter((value): value is Configuration => value.kind === "configuration");
  for (const { name, secret } of settings) {
    const marks = secret ? ["secret: true"] : [];
    add("config", name, ["type: string", ...marks]);
  }
  for (const statement of program.statements) write(statement, add);
  return [...sections].flatMap(([section, names]) => keyed(section, [...names.values()].flat())).join("\n");
}

function write(statement: Statement, add: Add): void {
  const { comment } = statement;
  if (statement.kind === "constant") {
    add("variables", statement.name, nodeOf(statement.value), comment);
  } else if (statement.kind === "resource") {
    add("resources", statement.variable ?? statement.name, resourceNode(statement), comment);
  } else {
    const { of, path } = statement.value;
    if (typeof of === "string") {
      add("outputs", statement.name, reference(of, path), comment);
      return;
    }
    const [property, ...rest] = path;
    if (typeof property !== "string") throw new Error(`it exports all that ${of.function} answers`);
    add("variables", property, invocation(of, property));
    add("outputs", statement.name, reference(property, rest), comment);
  }
}

function resourceNode({ type, variable, name, args, options }: Resource): string[] {
  return [
    `type: vps:${type}`,
    // Without it, its key is its name.
    ...(variable !== undefined && variable !== name ? [`name: ${scalar(name)}`] : []),
    ...keyed("properties", entriesNode(args)),
    ...(options.length > 0 ? keyed("options", entriesNode(options)) : []),
  ];
}

function invocation({ function: name, args }: Call, property?: string): string[] {
  return keyed("fn::invoke", [
    `function: vps:${name}`,
    ...(args.length > 0 ? keyed("arguments", entriesNode(args)) : []),
    ...(property === undefined ? [] : [`return: ${property}`]),
  ]);
}

function nodeOf(value: Value): Node {
  switch (value.kind) {
    case "literal":
      return typeof value.value === "string" ? scalar(plain(value.value)) : String(value.value);
    case "list":
      return value.items.flatMap(itemLines);
    case "dictionary":
      return entriesNode(value.entries);
    case "text":
      return scalar(value.parts.map((part) => (typeof part === "string" ? plain(part) : accessed(part))).join(""));
    case "file":
      return [`fn::readFile: ${scalar(`./${value.path}`)}`];
    case "configuration":
      return reference(value.name, []);
    case "access":
      return accessed(value);
    case "call":
      return invocation(value);
  }
}

function itemLines(item: Value): string[] {
  const node = nodeOf(item);
  if (typeof node === "string") return [`- ${node}`];
  return node.map((line, index) => `${index === 0 ? "-" : " "} ${line}`);
}

function entriesNode(entries: readonly Entry[]): string[] {
  return entries.flatMap((entry) => {
    if (isProperty(entry)) return keyed(entry.name, nodeOf(entry.value));
    const { property, text } = entry;
    const inside = property === undefined ? "" : keyed(property.name, nodeOf(property.value)).join(" ");
    return [`# ${inside}${text}`];
  });
}

function accessed({ of, path }: Access): string {
  if (typeof of !== "string") throw new Error(`${of.function} is called in a value; it needs a name`);
  return reference(of, path);
}

function reference(name: string, path: Access["path"]): string {
  return `\${${name}${path.map((part) => (typeof part === "number" ? `[${part}]` : `.${part}`)).join("")}}`;
}

function keyed(key: string, node: Node, comment?: string): string[] {
  const remark = comment === undefined ? "" : ` # ${comment}`;
  if (typeof node === "string") return [`${scalar(key)}: ${node}${remark}`];
  return [`${scalar(key)}:${remark}`, ...node.map((line) => `  ${line}`)];
}

/** As it stands where that is certain to be this text for every parser, in quotes otherwise. */
function scalar(text: string): string {
  const isWord =
    /^(\d+\.\d+\.\d+\.\d+|\$\{[\w.[\]-]+\}|[A-Za-z./][\w ./:$@{}-]*[\w/}]|[A-Za-z])$/.test(text) && !/: |:$/.test(text);
  return isWord && !/^(y|n|yes|no|on|off|true|false|null)$/i.test(text) ? text : JSON.stringify(text);
}

/** A text in which nothing is to be replaced. */
function plain(text: string): string {
  return text.replaceAll("${", "$${");
}
