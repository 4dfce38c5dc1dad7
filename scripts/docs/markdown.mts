/** Pieces that pages of all kinds are made of. */
import { LANGUAGES } from "../examples/languages.mts";
import type { Properties } from "../schema/pulumi.mts";
import type { Example } from "./description.mts";
import { objectsIn, type TypesByToken, typeName } from "./types.mts";

export const MADE = "<!-- Made by `npm run schema`: edit the sources, not this file. -->";

/** A page: its parts with an empty line between them; what is missing is left out. */
export function page(...parts: (string | undefined)[]): string {
  return `${[MADE, ...parts].filter(Boolean).join("\n\n")}\n`;
}

/** A section, if it has anything to say. */
export function section(title: string, ...parts: string[]): string | undefined {
  const told = parts.filter(Boolean);
  return told.length === 0 ? undefined : [`## ${title}`, ...told].join("\n\n");
}

export function list(...items: string[]): string {
  return items.map((item) => `- ${item.replaceAll("\n", "\n  ")}`).join("\n");
}

/** All of a language together, and what its examples have in common once: whoever reads it reads one language. */
export function examples(all: readonly Example[]): string | undefined {
  if (all.length === 0) return undefined;
  const byLanguage = LANGUAGES.flatMap(({ name, title }) => {
    const codes = new Set(all.flatMap((example) => example[name] ?? []));
    return [`### ${title}`, ...[...codes].map((code) => `\`\`\`${name}\n${code}\n\`\`\``)];
  });
  return section(all.length > 1 ? "Examples" : "Example", ...byLanguage);
}

/** A list, since descriptions are too long for the cells of a table. `remarks` says more of a property than its type. */
export function properties(
  all: Properties,
  types: TypesByToken,
  remarks: (name: string) => readonly (string | false | undefined)[],
): string {
  const items = Object.entries(all).map(([name, spec]) => {
    const facts = [typeName(spec, types), spec.secret && "secret", ...remarks(name)].filter(Boolean);
    return `**\`${name}\`** (${facts.join(", ")}): ${spec.description}`;
  });
  return list(...items);
}

/** The objects that these properties hold, described once for all of them. */
export function types(all: Properties, byToken: TypesByToken): string | undefined {
  const objects = [...objectsIn(all, byToken)].map(([name, { description, properties: inside, required }]) => {
    const remarks = (property: string) => [!required.includes(property) && "may be missing"];
    return [`### ${name}`, description, properties(inside, byToken, remarks)].join("\n\n");
  });
  return section("Types", ...objects);
}

/** What nobody could try: whole sentences, and where else the page says it. */
export function unverified(sentences: readonly string[], all: Properties, byToken: TypesByToken): string | undefined {
  const described: [string, string][] = [
    ...Object.entries(all).map(([name, { description }]): [string, string] => [name, description]),
    ...[...objectsIn(all, byToken)].map(([name, type]): [string, string] => [name, JSON.stringify(type)]),
  ];
  const marked = described.filter(([, text]) => text.includes("unverified")).map(([name]) => `\`${name}\``);
  const elsewhere = marked.length > 0 ? [`Marked where it is described: ${marked.join(", ")}.`] : [];
  return section("Unverified", ...sentences, ...elsewhere);
}

export const BACK = "[All resources and functions, and the terms used here](../README.md)";
