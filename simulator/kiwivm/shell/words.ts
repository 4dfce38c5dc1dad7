/** A piece of a word; the value of a variable is put in when the command runs. */
export interface Part {
  readonly kind: "text" | "variable";
  readonly value: string;
  readonly isQuoted: boolean;
}

export type Token = { readonly word: readonly Part[] } | { readonly operator: string };

/** The command is no shell command, or needs more of a shell than there is here. */
export class ShellSyntaxError extends Error {}

/** Nothing of a word stands before. */
const AT_START = String.raw`(?<![^\s;&|>])`;
const PIECE = new RegExp(
  [
    String.raw`(?<blank>[ \t\r]+|${AT_START}#[^\n]*)`,
    String.raw`(?<joined>\\\n)`,
    String.raw`(?<operator>(?:${AT_START}[12])?>>?(?:&[12])?|&&|\|\||[;\n])`,
    "'(?<single>[^']*)'",
    String.raw`"(?<double>(?:[^"\\]|\\[\s\S])*)"`,
    String.raw`\$(?:(?<name>[A-Za-z_]\w*|[?\d])|\{(?<braced>\w+)\})`,
    String.raw`\\(?<escaped>[\s\S])`,
    String.raw`(?<home>${AT_START}~(?=/|\s|$))`,
    String.raw`(?<bare>\$(?![({])|[^\s'"\\$\`&|;<>()*]+)`,
  ].join("|"),
  "y",
);

/**
 * Splits a command into words and operators, as POSIX does: quotes, backslashes, variables, comments. Pipes,
 * substitutions, globs, here-documents and background jobs are errors.
 */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let word: Part[] = [];
  function endWord(): void {
    if (word.length > 0) tokens.push({ word });
    word = [];
  }

  let at = 0;
  while (at < source.length) {
    PIECE.lastIndex = at;
    const groups = PIECE.exec(source)?.groups;
    if (!groups) throw new ShellSyntaxError(`the simulated shell does not know ${source.slice(at, at + 2).trim()}`);
    at = PIECE.lastIndex;
    const { blank, operator } = groups;
    if (blank !== undefined || operator !== undefined) endWord();
    if (operator !== undefined) tokens.push({ operator: operator === "\n" ? ";" : operator });
    word.push(...partsOf(groups));
  }
  endWord();
  return tokens;
}

function partsOf(groups: Readonly<Record<string, string | undefined>>): Part[] {
  const { single, double, name, braced, escaped, home, bare } = groups;
  if (double !== undefined) return [text("", true), ...doubleQuoted(double)];
  if (home !== undefined) return [variable("HOME", true)];
  if (bare !== undefined) return [text(bare, false)];
  const named = name ?? braced;
  if (named !== undefined) return [variable(named, false)];
  const quoted = single ?? escaped;
  return quoted === undefined ? [] : [text(quoted, true)];
}

const INNER_PIECE =
  /\\(?<escaped>[$`"\\\n])|\$(?:(?<name>[A-Za-z_]\w*|[?\d])|\{(?<braced>\w+)\})|\$\(|[^\\$`]+|[\s\S]/g;

function doubleQuoted(inner: string): Part[] {
  return [...inner.matchAll(INNER_PIECE)].map(({ 0: piece, groups }) => {
    const name = groups?.name ?? groups?.braced;
    if (name !== undefined) return variable(name, true);
    if (piece === "`" || piece === "$(") throw new ShellSyntaxError("the simulated shell does not know substitutions");
    const escaped = groups?.escaped ?? piece;
    return text(piece === "\\\n" ? "" : escaped, true);
  });
}

function text(value: string, isQuoted: boolean): Part {
  return { kind: "text", value, isQuoted };
}

function variable(value: string, isQuoted: boolean): Part {
  return { kind: "variable", value, isQuoted };
}
