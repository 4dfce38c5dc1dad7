import type { FornexState } from "./state";

const FIRST_ID = 366182; // the one in the reference's examples

/** Record ids, unique in the whole account and never given twice. */
export class EntryIds {
  #last = FIRST_ID - 1;

  next(state: FornexState): string {
    const isTaken = (id: number) =>
      Object.values(state.domains).some((domain) => Object.hasOwn(domain.entries, String(id)));
    do this.#last += 1;
    while (isTaken(this.#last));
    return String(this.#last);
  }
}
