/** The intersection of the members of a union: what several records hold when they are put together. */
export type Merged<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer All) => void ? All : never;

/** Puts records together; a name stands in one of them only. */
export function mergedOf<U extends object>(records: readonly U[]): Merged<U> {
  return Object.assign({}, ...records) as Merged<U>;
}
