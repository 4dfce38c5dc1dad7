/**
 * Shapes of answers that are only shown to a program: whatever a hoster leaves out, empties or spells otherwise is read as
 * far as it goes and never fails. What decides over an object (its id, its status) is parsed strictly elsewhere.
 */
import { z } from "zod";

/** Also missing: zod runs what follows only where a field may be missing. */
export const anything = z.unknown().optional();

/** Text; a number is its digits, and what is missing is `""`. */
export const shownText = anything.transform((value) => {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" ? value : "";
});

/** A number, also written as text; undefined where there is none. */
export const shownNumber = anything.transform((value) => {
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

/** A truth value in any of its spellings; undefined where there is none. */
export const shownBoolean = anything.transform((value) =>
  TRUTH.get(typeof value === "string" ? value.toLowerCase() : value),
);

/** The number that is an object's id; 0 where there is none. */
export const shownIndex = shownNumber.transform((value) => value ?? 0);

/** An id that may be a number or text, whatever the hoster uses; 0 where there is none. */
export const shownId = shownText.transform((value): number | string => (/^\d*$/.test(value) ? Number(value) : value));

/** A map with these fields; `[]` (how PHP writes an empty map), null and missing are one without any. */
export function shownMap<Shape extends z.ZodRawShape>(shape: Shape) {
  return anything.transform((value) => (isMap(value) ? value : {})).pipe(z.object(shape));
}

/** A list; null and missing are an empty one, a map (how PHP writes a list with gaps) is its values, null entries are none. */
export function shownList<Item extends z.ZodType>(item: Item) {
  return anything
    .transform((value) => {
      const entries = Array.isArray(value) || isMap(value) ? Object.values(value) : [];
      return entries.filter((entry) => entry !== null);
    })
    .pipe(z.array(item));
}

function isMap(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
