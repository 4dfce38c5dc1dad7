import { z } from "zod";
import { canonicalNumber } from "../../number";

// At every level: a union answers with the message of the one member whose type fits.
const NO_ID = "must be an id as VPS.org gives it: a whole number (or a UUID)";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The one spelling of an id: a number without zeros in front, or a UUID in lower case; what is neither stays. */
export function canonicalId(id: number | string): string {
  const text = String(id);
  return UUID.test(text) ? text.toLowerCase() : canonicalNumber(text);
}

/** An id as VPS.org takes it. */
export const id = z.union(
  [z.int(NO_ID).positive(NO_ID), z.string(NO_ID).regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/, NO_ID)],
  { error: NO_ID },
);
