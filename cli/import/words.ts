import { relative } from "node:path";
import type { Server } from "../stack";
import type { Language } from "./choices";
import type { Survey } from "./model";

/** How many ids of a kind are listed before the rest is only counted. */
const SHOWN_IDS = 5;

/** Objects of a kind that stay unmanaged for the same reason. */
export interface LeftOut {
  kind: string;
  /** Their ids as text; empty where it is said of all objects of the kind. */
  ids: string;
  why: string;
}

/** What stays unmanaged: one entry for each kind and reason. */
export function leftOut({ unmanaged }: Survey): LeftOut[] {
  const groups = Map.groupBy(unmanaged, ({ kind, why }) => `${kind} ${why}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const ids = group.flatMap(({ id }) => (id === undefined ? [] : [id]));
    const more = ids.length > SHOWN_IDS ? ` and ${ids.length - SHOWN_IDS} more` : "";
    return [{ kind: first.kind, ids: ids.slice(0, SHOWN_IDS).join(", ") + more, why: first.why }];
  });
}

/** What the program leaves out, and why: one line for each reason. */
export function notesOn(survey: Survey): string[] {
  const { held } = survey;
  const here = held.length > 0 ? [`Left out: ${counted(held.length)} that the stack holds already.`] : [];
  const left = leftOut(survey).map(({ kind, ids, why }) => `Left out: ${kind}${ids && ` ${ids}`}. ${why}`);
  return [...here, ...left];
}

/** What is said where nothing is new. */
export function nothingToImport({ held }: Survey): string {
  return held.length > 0
    ? "There is nothing to import: all of it is in the stack already."
    : "There is nothing to import.";
}

/** What was done. */
export interface Done {
  stack: string;
  count: number;
  servedBy: Server;
  language: Language;
  /** Where the program is; undefined where it was printed. */
  out: string | undefined;
}

/** What is said at the end: what is true now, and what comes next. */
export function closing({ stack, count, servedBy, language, out }: Done): string {
  const program = out === undefined ? "the program above" : `the program in ${out}`;
  const lines =
    servedBy === "plugin"
      ? [
          `Stack ${stack} holds ${counted(count)} more now, each of them protected. Nothing was written at a hoster.`,
          `The first \`pulumi up\` takes that protection away from what ${program} does not protect. It protects servers, orders, zones and snapshots.`,
        ]
      : [
          `Without the plugin Pulumi cannot import, so ${program} says \`adopt\`. The next \`pulumi preview\` lists what will be adopted.`,
        ];
  if (out === undefined) return lines.join("\n");
  const steps = [
    `cd ${quoted(relative(process.cwd(), out) || ".")}`,
    ...(language === "typescript" ? ["npm install"] : []),
    `pulumi stack select ${stack}`,
    "pulumi preview",
  ];
  return [...lines, "Next:", ...steps.map((step) => `    ${step}`)].join("\n");
}

/** What is said where an import was interrupted. */
export function interrupted({
  stack,
  count,
  held,
  out,
}: Omit<Done, "servedBy" | "language"> & { held: number }): string {
  const program = out === undefined ? "The program above" : `The program in ${out}`;
  return `Stack ${stack} holds ${held} of these ${counted(count)} now. ${program} declares all of them. Run \`pulumi-vps import\` again, without --out: it takes the rest over under the same names.`;
}

/** As a shell takes it. */
function quoted(path: string): string {
  return /^[\w./@-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

export function counted(count: number): string {
  return count === 1 ? "1 object" : `${count} objects`;
}
