/** The intersection of the members of a union: what several records hold when they are put together. */
export type Merged<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer All) => void ? All : never;

/** Puts records together; a name stands in one of them only. */
export function mergedOf<U extends object>(records: readonly U[]): Merged<U> {
  const entries = records.flatMap((record) => Object.entries(record));
  const merged = Object.fromEntries(entries);
  if (Object.keys(merged).length < entries.length) throw new TypeError("One name stands for two things.");
  return merged as Merged<U>;
}
