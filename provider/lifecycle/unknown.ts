class Unknown {
  // Makes it a type of its own.
  readonly #name = "(unknown)";

  toJSON(): string {
    return this.#name;
  }
}

export type { Unknown };

/** Stands in place of a value that is not known yet in a preview, also inside lists and objects. Adapters translate it. */
export const UNKNOWN = new Unknown();

/** Whether `value` is, or holds anywhere, a value not known yet. */
export function isUnknown(value: unknown): boolean {
  if (value === UNKNOWN) return true;
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some(isUnknown);
}
