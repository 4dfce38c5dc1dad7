/** Any JSON value. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

declare global {
  interface JSON {
    /** A value that `JSON.stringify` writes as this text; TypeScript does not know it yet. */
    rawJSON(text: string): Record<string, never>;
  }
}

/** A number that is written as a float also where it is a whole one, `91.0`: Python and PHP tell that from `91`. */
export function float(value: number): Json {
  return Number.isInteger(value) ? JSON.rawJSON(value.toFixed(1)) : value;
}

/** What a JSON merge patch (RFC 7396) of a document may look like: any part of it, `null` deletes. */
export type MergePatch<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [K in keyof T]?: MergePatch<T[K]> | null }
    : T;

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `map[key]` without the prototype: a domain may be asked for by the name "constructor". */
export function lookup<T>(map: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

/** RFC 7396. Neither argument is changed. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isMap(patch)) return patch;
  // A Map, because assigning to a key named "__proto__" would change the object's prototype instead.
  const merged = new Map(isMap(target) ? Object.entries(target) : []);
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key);
    else merged.set(key, mergePatch(merged.get(key), value));
  }
  return Object.fromEntries(merged);
}
