import {
  type Declaration,
  type Found,
  Joined,
  type Program,
  type ProviderDeclaration,
  Reference,
  Secret,
  type Values,
} from "./model";
import { freeOf, type Identifiers, identifier, identifiersOf, inOrder, referencesIn, without } from "./writing";

const WIDTH = 120;

/** The records of one zone as a table, or a single resource. */
interface Unit {
  members: Declaration[];
  /** The zone, of a table. */
  domain?: unknown;
}

/** A program in TypeScript. `entry`: what it imports the classes from. */
export function typescript(program: Program, entry: string): string {
  const { declarations, provider, notes } = program;
  const referred = new Set(declarations.flatMap(({ args }) => referencesIn(args).map(({ to }) => to)));
  const units = unitsOf(declarations, referred);
  const unitOf = new Map(units.flatMap((unit) => unit.members.map(({ found }) => [found, unit] as const)));
  const ordered = inOrder(units, ({ members }) =>
    members.flatMap(({ args }) => referencesIn(args).flatMap(({ to }) => unitOf.get(to) ?? [])),
  );
  const named = declarations.map(({ found }) => found).filter((one) => referred.has(one));
  const writer = new Writer(identifiersOf(program, named), provider);
  const body = ordered.map((unit) => (unit.domain === undefined ? writer.single(unit.members) : writer.table(unit)));
  const before = provider === undefined ? [] : [writer.provider(provider)];
  const after = notes.length === 0 ? [] : [notes.map(comment).join("\n")];
  return `${[writer.imports(entry).join("\n"), ...before, ...body, ...after].join("\n\n")}\n`;
}

/** Records to which nothing refers are rows of their zone's table, where there are two or more. */
function unitsOf(declarations: readonly Declaration[], referred: ReadonlySet<Found>): Unit[] {
  const units: Unit[] = [];
  const tables = new Map<string, Unit>();
  for (const one of declarations) {
    const { found } = one;
    if (found.kind !== "FornexDnsRecord" || referred.has(found) || found.remarks.length > 0) {
      units.push({ members: [one] });
      continue;
    }
    const zone = String(found.inputs.domain);
    const table = tables.get(zone) ?? { members: [], domain: one.args.domain };
    if (table.members.length === 0) units.push(table);
    table.members.push(one);
    tables.set(zone, table);
  }
  return units.map((unit) => (unit.members.length > 1 ? unit : { members: unit.members }));
}

class Writer {
  readonly #identifiers: Identifiers;
  readonly #taken: Set<string>;
  readonly #classes = new Set<string>();
  /** Identifier of the provider. */
  readonly #provider: string | undefined;
  #usesPulumi = false;
  #usesConfig = false;

  constructor(identifiers: Identifiers, provider: ProviderDeclaration | undefined) {
    this.#identifiers = identifiers;
    this.#provider = provider === undefined ? undefined : identifier(provider.name);
    this.#taken = new Set([...identifiers.values(), ...(this.#provider === undefined ? [] : [this.#provider])]);
  }

  provider({ name, args }: ProviderDeclaration): string {
    this.#classes.add("Provider");
    const start = `const ${this.#provider} = new Provider(${text(name)}, `;
    return `${start}${this.#object(args, start.length + 2)});`;
  }

  single([one]: readonly Declaration[]): string {
    if (one === undefined) return "";
    const { found, args, protect } = one;
    this.#classes.add(found.kind);
    const identifier = this.#identifiers.get(found);
    const start = `${identifier === undefined ? "" : `const ${identifier} = `}new ${found.kind}(${text(found.name)}, `;
    const end = `${this.#options(protect)});`;
    return [...found.remarks.map(comment), `${start}${this.#object(args, (start + end).length)}${end}`].join("\n");
  }

  table({ members, domain }: Unit): string {
    this.#classes.add("FornexDnsRecord").add("type FornexDnsRecordArgs");
    const records = freeOf([identifier(`${members[0]?.found.inputs.domain}-records`)], this.#taken);
    this.#taken.add(records);
    const rows = members.map(({ found, args }) => `  ${text(found.name)}: ${this.#inline(without(args, "domain"))},`);
    return [
      `const ${records}: Record<string, Omit<FornexDnsRecordArgs, "domain">> = {`,
      ...rows,
      "};",
      `for (const [name, record] of Object.entries(${records})) {`,
      `  new FornexDnsRecord(name, { domain: ${this.#value(domain)}, ...record }${this.#options(false)});`,
      "}",
    ].join("\n");
  }

  imports(entry: string): string[] {
    const classes = [...this.#classes].sort((one, other) => plainName(one).localeCompare(plainName(other)));
    const line = `import { ${classes.join(", ")} } from "${entry}";`;
    const list = line.length <= WIDTH ? line : `import {\n  ${classes.join(",\n  ")},\n} from "${entry}";`;
    return [
      ...(this.#usesPulumi ? ['import * as pulumi from "@pulumi/pulumi";'] : []),
      ...(classes.length > 0 ? [list] : []),
      ...(this.#usesConfig ? ["", "const config = new pulumi.Config();"] : []),
    ];
  }

  #options(protect: boolean): string {
    const options = [
      ...(protect ? ["protect: true"] : []),
      ...(this.#provider === undefined ? [] : [`provider: ${this.#provider}`]),
    ];
    return options.length === 0 ? "" : `, { ${options.join(", ")} }`;
  }

  #object(values: Values, used: number): string {
    const inline = this.#inline(values);
    if (used + inline.length <= WIDTH) return inline;
    const lines = Object.entries(values).map(([name, value]) => `  ${key(name)}: ${this.#value(value)},`);
    return ["{", ...lines, "}"].join("\n");
  }

  #inline(values: Values): string {
    const members = Object.entries(values).map(([name, value]) => `${key(name)}: ${this.#value(value)}`);
    return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
  }

  #value(value: unknown): string {
    if (value instanceof Reference) return this.#reference(value);
    if (value instanceof Joined) return this.#joined(value);
    if (value instanceof Secret) return this.#secret(value);
    if (Array.isArray(value)) return `[${value.map((one) => this.#value(one)).join(", ")}]`;
    if (typeof value === "object" && value !== null) return this.#inline(value as Values);
    return text(value);
  }

  #reference({ to, output, index }: Reference): string {
    return `${this.#identifiers.get(to)}.${output}${index === undefined ? "" : `[${index}]`}`;
  }

  #joined({ parts }: Joined): string {
    this.#usesPulumi = true;
    const inside = parts.map((part) => (typeof part === "string" ? inTemplate(part) : `\${${this.#reference(part)}}`));
    return `pulumi.interpolate\`${inside.join("")}\``;
  }

  #secret({ key: name, value }: Secret): string {
    this.#usesPulumi = true;
    this.#usesConfig = true;
    const read = typeof value === "string" ? "requireSecret" : "requireSecretObject<Record<string, string>>";
    return `config.${read}(${text(name)})`;
  }
}

function text(value: unknown): string {
  return JSON.stringify(value);
}

function key(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : text(name);
}

function inTemplate(part: string): string {
  return part.replace(/[`\\]|\$\{/g, "\\$&");
}

function plainName(imported: string): string {
  return imported.replace(/^type /, "");
}

function comment(line: string): string {
  return `// ${line.replace(/\s*\n\s*/g, " ")}`;
}
