/** TSDoc as Pulumi's documentation shows it. */
import ts from "typescript";
import { inAllLanguages, LANGUAGES } from "../examples/languages.mts";

/** A description on one line per paragraph: where the source breaks its lines is no business of the reader's. */
export function text(tsdoc: string): string {
  return tsdoc
    .replace(/\{@link (\w+)\}/g, "`$1`")
    .replace(/(?<!\n)\n(?!\n|- )/g, " ")
    .trim();
}

/**
 * The TSDoc of a class or function, with its examples between the marks that Pulumi's documentation looks for. Of several
 * forms of the same function, the first tells the description and each has its examples.
 */
export function documentation(...nodes: ts.Node[]): string {
  const docs = nodes.flatMap((node) => ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc));
  const description = text(ts.getTextOfJSDocComment(docs[0]?.comment) ?? "");
  const tags = docs.flatMap((doc) => [...(doc.tags ?? [])]);
  const examples = tags.filter(({ tagName }) => tagName.text === "example").map(example);
  if (examples.length === 0) return description;
  return [description, "{{% examples %}}", "## Example Usage", ...examples, "{{% /examples %}}"].join("\n\n");
}

/** Why it should not be used any more, if that is so. */
export function deprecation(node: ts.Node | undefined): string | undefined {
  const tag = node && ts.getJSDocDeprecatedTag(node);
  return tag && text(ts.getTextOfJSDocComment(tag.comment) ?? "");
}

/** In all languages, each of which Pulumi's generators and documentation find by its fence. */
function example({ comment, parent }: ts.JSDocTag): string {
  const written = (ts.getTextOfJSDocComment(comment) ?? "").trim();
  const [, code] = /^```ts\n(.*)\n```$/s.exec(written) ?? [];
  const name = ownerOf(parent);
  if (code === undefined) throw new Error(`An example of ${name} is not a block of ts.`);
  const all = inAllLanguages(name, code);
  const fences = LANGUAGES.map((language) => `\`\`\`${language.name}\n${all[language.name]}\n\`\`\``);
  return ["{{% example %}}", ...fences, "{{% /example %}}"].join("\n\n");
}

/** The class or function that a description stands before. */
function ownerOf(doc: ts.Node): string {
  const name = ts.isJSDoc(doc) ? ts.getNameOfDeclaration(doc.parent as ts.Declaration) : undefined;
  return name?.getText() ?? "?";
}
