/** Lays code out as Python's formatters do: on one line, or where that is too long one item per line. */

export type Doc = string | Group | { remark: string };

export interface Group {
  open: string;
  items: Doc[];
  close: string;
}

const WIDTH = 88;
const INDENT = "    ";

export function group(open: string, items: Doc[], close: string): Group {
  return { open, items, close };
}

export function prefixed(prefix: string, doc: Doc): Doc {
  if (typeof doc === "string") return prefix + doc;
  return "remark" in doc ? doc : { ...doc, open: prefix + doc.open };
}

export function lines(doc: Doc, indent = ""): string[] {
  const whole = flat(doc);
  if (typeof doc === "string" || "remark" in doc) return [indent + whole];
  // The comma after an item counts.
  if (whole !== undefined && indent.length + whole.length < WIDTH) return [indent + whole];
  const items = doc.items.flatMap((item) => {
    const written = lines(item, indent + INDENT);
    return isRemark(item) ? written : [...written.slice(0, -1), `${written.at(-1)},`];
  });
  return [indent + doc.open, ...items, indent + doc.close];
}

/** Nothing if it needs lines of its own. */
function flat(doc: Doc): string | undefined {
  if (typeof doc === "string") return doc;
  if (isRemark(doc)) return doc.remark;
  if (doc.items.some(isRemark)) return undefined;
  const items = doc.items.map(flat);
  if (items.includes(undefined)) return undefined;
  return `${doc.open}${items.join(", ")}${doc.close}`;
}

function isRemark(doc: Doc): doc is { remark: string } {
  return typeof doc !== "string" && "remark" in doc;
}
