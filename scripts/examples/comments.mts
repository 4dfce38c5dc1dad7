/** Comments of an example, which explain it in all languages. */
import ts from "typescript";
import type { Literal, Remark } from "./model.mts";

/** All that a program has, without their slashes. */
export function commentsOf(source: ts.SourceFile): string[] {
  const { text } = source;
  const found = new Map<number, ts.CommentRange>();
  const look = (node: ts.Node) => {
    const around = [ts.getLeadingCommentRanges(text, node.pos), ts.getTrailingCommentRanges(text, node.end)];
    for (const range of around.flatMap((ranges) => ranges ?? [])) found.set(range.pos, range);
    node.getChildren(source).forEach(look);
  };
  look(source);
  return [...found.values()].map((range) => bare(text, range));
}

/** Those before a property or the end of an object, each on a line of its own. */
export function commentsAt(text: string, position: number): string[] {
  if (ts.getTrailingCommentRanges(text, position)) throw new Error("a comment in an object must have its own line");
  return (ts.getLeadingCommentRanges(text, position) ?? []).map((range) => bare(text, range));
}

/** The one on the line where a statement ends. */
export function trailing(text: string, end: number): string | undefined {
  const [range] = ts.getTrailingCommentRanges(text, end) ?? [];
  return range && bare(text, range);
}

/** One that may begin with a property that is left out, such as `allowMigration: true, while it is to be moved`. */
export function remark(comment: string, literal: (text: string) => Literal | undefined): Remark {
  const [, name, written = "", rest = ""] = /^(\w+): ("[^"]*"|[^\s,]+)(.*)$/.exec(comment) ?? [];
  const value = name === undefined ? undefined : literal(written);
  if (name === undefined || value === undefined) return { kind: "remark", property: undefined, text: comment };
  return { kind: "remark", property: { kind: "property", name, value }, text: rest };
}

function bare(text: string, { pos, end, kind }: ts.CommentRange): string {
  if (kind === ts.SyntaxKind.MultiLineCommentTrivia) throw new Error("its comments must begin with //");
  return text
    .slice(pos, end)
    .replace(/^\/\/\s*/, "")
    .trimEnd();
}
