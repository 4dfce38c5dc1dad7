import { z } from "zod";

// At every level: a union answers with the message of the one member whose type fits.
const NO_ID = "must be an id as VPS.org gives it: a whole number (or a UUID)";

/** An id as VPS.org takes it. */
export const id = z.union(
  [z.int(NO_ID).positive(NO_ID), z.string(NO_ID).regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/, NO_ID)],
  { error: NO_ID },
);
