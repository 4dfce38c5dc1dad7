const STRINGS = String.raw`(?:"(?:[^"\\]|\\[\s\S])*"\s*)+`;
const QUOTED = new RegExp(`^\\s*${STRINGS}$`);
/** As BIND prints a long text: its strings over several lines. */
const IN_PARENTHESES = new RegExp(`^\\s*\\(\\s*(${STRINGS})\\)\\s*$`);
/** octoDNS escapes every semicolon, and nothing else. */
const OCTODNS = /^(?=[\s\S]*;)(?:[^\\;"]|\\;)*$/;

/** The text of a TXT value as a hoster shows it: as it is, or, when it consists of quoted strings only, those joined and unescaped. */
export function shownText(value: string): string {
  if (!QUOTED.test(value)) return value;
  try {
    // Strings are cut by bytes, so one letter may stand in two of them.
    const bytes = Buffer.concat(stringsIn(value).map((string) => unescaped(string.slice(1, -1))));
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return value;
  }
}

/**
 * The text that a person means. Beside the two forms above: quoted strings in BIND's parentheses, octoDNS's `\;`, and the
 * line break at the end of a file.
 */
export function writtenText(value: string): string {
  const strings = IN_PARENTHESES.exec(value)?.[1] ?? value;
  if (QUOTED.test(strings)) return shownText(strings);
  // What stands in front keeps a text of many lines from being gone through once for each.
  const line = value.replace(/(?<![\r\n])[\r\n]+$/, "");
  return OCTODNS.test(line) ? line.replaceAll("\\;", ";") : line;
}

/** What is wrong with how a text is written, by the name of the notation that it seems to be in; undefined when nothing is. */
export function notationProblem(value: string): string | undefined {
  const notation = foreignNotation(value);
  if (notation === undefined) return undefined;
  return `must be the plain text, or all of it in quotes (inside them, \\" for a quote and \\\\ for a backslash); it has ${notation}`;
}

function foreignNotation(value: string): string | undefined {
  if (QUOTED.test(value) || IN_PARENTHESES.test(value)) return undefined;
  const text = value.trim();
  if (/^\(\s*"/.test(text) || /^\([^()]*\)$/.test(text))
    return "BIND's parentheses around something other than quoted strings";
  const wrapped = `"${text}"`;
  if (QUOTED.test(wrapped) && stringsIn(wrapped).length > 1) return 'Route 53\'s "" between the pieces of a long text';
  if (text.startsWith('"')) return "a quote at its start that does not close at its end";
  if (/\\(?:"|\d{3})/.test(text)) return "a zone file's escape (\\\" or \\065) outside of quotes";
  if (text.includes("\\;") && !OCTODNS.test(text))
    return "octoDNS's \\; beside a bare ; or other backslashes and quotes";
  if ((text.split('"').length - 1) % 2 === 1) return "an unmatched quote";
  return undefined;
}

/** Quoted once more, so that a canonical form read as a value gives itself again. */
export function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, "\\$&")}"`;
}

function stringsIn(value: string): string[] {
  return value.match(/"(?:[^"\\]|\\[\s\S])*"/g) ?? [];
}

/** Bytes of a quoted string: `\DDD` is the byte of that decimal number, a backslash before anything else that thing itself. */
function unescaped(text: string): Buffer {
  const parts = text.match(/\\\d{3}|\\[\s\S]|[^\\]+/gu) ?? [];
  return Buffer.concat(
    parts.map((part) => {
      const byte = /^\\\d{3}$/.test(part) ? Number(part.slice(1)) : 256;
      return byte < 256 ? Buffer.of(byte) : Buffer.from(part.startsWith("\\") ? part.slice(1) : part);
    }),
  );
}
