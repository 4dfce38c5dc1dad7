import { Document, isMap, isScalar } from "yaml";
import { type Declaration, Joined, type Program, type ProviderDeclaration, Reference, Secret } from "./model";
import { type Identifiers, identifier, identifiersOf, inOrder, referencesIn, secretsOf } from "./writing";

/** A project file with a program in YAML. `document`: what the file says beside. */
export function yaml(program: Program, document: object): string {
  const { declarations, provider, notes } = program;
  const identifiers = identifiersOf(
    program,
    declarations.map(({ found }) => found),
  );
  const byFound = new Map(declarations.map((one) => [one.found, one]));
  const ordered = inOrder(declarations, ({ args }) => referencesIn(args).flatMap(({ to }) => byFound.get(to) ?? []));
  const secrets = secretsOf(program).map(({ key, value }) => [key, { type: typeOf(value), secret: true }]);
  const file = new Document({
    ...document,
    ...(secrets.length > 0 ? { config: { ...configIn(document), ...Object.fromEntries(secrets) } } : {}),
    resources: Object.fromEntries([
      ...(provider === undefined ? [] : [[identifier(provider.name), providerResource(provider, identifiers)]]),
      ...ordered.map((one) => [identifiers.get(one.found), resource(one, identifiers, provider)]),
    ]),
  });
  const remarks = new Map(declarations.map((one) => [identifiers.get(one.found), one.found.remarks]));
  const list = file.get("resources");
  for (const { key } of isMap(list) ? list.items : []) {
    if (!isScalar(key)) continue;
    const lines = remarks.get(String(key.value)) ?? [];
    if (lines.length > 0) key.commentBefore = comment(lines);
  }
  if (notes.length > 0) file.comment = comment(notes);
  return file.toString({ lineWidth: 0 });
}

function configIn(document: object): object {
  return "config" in document && typeof document.config === "object" ? { ...document.config } : {};
}

function typeOf(value: unknown): string {
  return typeof value === "string" ? "string" : "object";
}

function providerResource({ name, args }: ProviderDeclaration, identifiers: Identifiers): object {
  return {
    type: "pulumi:providers:vps",
    ...(identifier(name) === name ? {} : { name }),
    properties: valueIn(args, identifiers),
  };
}

function resource(
  { found, args, protect }: Declaration,
  identifiers: Identifiers,
  provider: ProviderDeclaration | undefined,
): object {
  const options = {
    ...(protect ? { protect: true } : {}),
    ...(provider === undefined ? {} : { provider: `\${${identifier(provider.name)}}` }),
  };
  return {
    type: `vps:${found.kind}`,
    ...(identifiers.get(found) === found.name ? {} : { name: found.name }),
    properties: valueIn(args, identifiers),
    ...(Object.keys(options).length > 0 ? { options } : {}),
  };
}

function valueIn(value: unknown, identifiers: Identifiers): unknown {
  if (value instanceof Reference) return reference(value, identifiers);
  if (value instanceof Joined) {
    return value.parts.map((part) => (typeof part === "string" ? plain(part) : reference(part, identifiers))).join("");
  }
  if (value instanceof Secret) return `\${${value.key}}`;
  if (typeof value === "string") return plain(value);
  if (Array.isArray(value)) return value.map((one) => valueIn(one, identifiers));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, valueIn(one, identifiers)]));
}

function reference({ to, output, index }: Reference, identifiers: Identifiers): string {
  return `\${${identifiers.get(to)}.${output}${index === undefined ? "" : `[${index}]`}}`;
}

/** Pulumi would read `${` as the beginning of a reference. */
function plain(text: string): string {
  return text.replaceAll("${", "$$${");
}

function comment(lines: readonly string[]): string {
  return lines.map((line) => ` ${line.replace(/\s*\n\s*/g, " ")}`).join("\n");
}
