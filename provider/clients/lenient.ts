/**
 * Shapes of answers that are only shown to a program. Inside, whatever a hoster leaves out, empties or spells otherwise is
 * read as far as it goes and never fails; but the whole answer must be one to this question (`lenientThing`,
 * `lenientThings`, `lenientPage`), since anything may answer with status 200 and some JSON. What decides over an object (its
 * id, its status) is parsed strictly elsewhere.
 */
import { z } from "zod";

/** Also missing: zod runs what follows only where a field may be missing. */
export const anything = z.unknown().optional();

/** Text; a number is its digits, and what is missing is `""`. */
export const lenientText = anything.transform((value) => {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" ? value : "";
});

/** A number, also written as text; undefined where there is none. */
export const lenientNumber = anything.transform((value) => {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
});

const TRUTH = new Map<unknown, boolean>([
  [true, true],
  [1, true],
  ["1", true],
  ["true", true],
  [false, false],
  [0, false],
  ["0", false],
  ["false", false],
]);

/** A boolean in any of its spellings; undefined where there is none. */
export const lenientBoolean = anything.transform((value) =>
  TRUTH.get(typeof value === "string" ? value.toLowerCase() : value),
);

/** The number that is an object's id; 0 where there is none. */
export const lenientIndex = lenientNumber.transform((value) => value ?? 0);

/** An id that may be a number or text, whatever the hoster uses; 0 where there is none. */
export const lenientId = lenientText.transform((value): number | string =>
  /^\d*$/.test(value) ? Number(value) : value,
);

/** A map with these fields; `[]` (how PHP writes an empty map), null and missing are one without any. */
export function lenientMap<Shape extends z.ZodRawShape>(shape: Shape) {
  return anything.transform((value) => (isMap(value) ? value : {})).pipe(z.object(shape));
}

/** A list; null and missing are an empty one, a map (how PHP writes a list with gaps) is its values, null entries are none. */
export function lenientList<Item extends z.ZodType>(item: Item) {
  return anything
    .transform((value) => {
      const entries = Array.isArray(value) || isMap(value) ? Object.values(value) : [];
      return entries.filter((entry) => entry !== null);
    })
    .pipe(z.array(item));
}

/** A list of text without the entries that hold none. */
export const lenientTexts = lenientList(lenientText).transform((texts) => texts.filter((text) => text !== ""));

/** A whole answer about one thing, or an entry of a whole list: a map with at least one of these fields. */
export function lenientThing<Shape extends z.ZodRawShape>(shape: Shape) {
  return lenientThingBy(Object.keys(shape), shape);
}

/** The same, known by some of the fields alone: its id, if it has one of its own. */
export function lenientThingBy<Shape extends z.ZodRawShape>(known: string[], shape: Shape) {
  return z
    .custom<Record<string, unknown>>(isMap, "must be an object")
    .refine((map) => known.some((field) => field in map), `must hold ${known.slice(0, 3).join(" or ")}`)
    .pipe(z.object(shape));
}

/** A whole answer that is a list of things; null and an empty map are an empty one. */
export function lenientThings<Item extends z.ZodType>(item: Item) {
  return anything.refine(isList, "must be a list").pipe(lenientList(item));
}

/** A page of such a list with the number of things on all pages, or the bare list. */
export function lenientPage<Item extends z.ZodType>(item: Item) {
  return anything
    .transform((value) => (isList(value) ? { results: value } : value))
    .pipe(z.custom((value) => isMap(value) && "results" in value, "must be a page of a list"))
    .pipe(z.object({ count: lenientNumber, results: lenientThings(item) }));
}

/** Also a map whose keys are numbers, which is how PHP writes a list with gaps. */
function isList(value: unknown): boolean {
  if (value === undefined || value === null || Array.isArray(value)) return true;
  return isMap(value) && Object.keys(value).every((key) => /^\d+$/.test(key));
}

function isMap(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
