import { z } from "zod";

const MESSAGE = "must be a VEID, the machine's number as KiwiVM's panel shows it";

/** A machine's number at KiwiVM. */
export const veid = z.union([z.int(MESSAGE).min(1, MESSAGE), z.string().regex(/^[1-9]\d{0,9}$/, MESSAGE)], {
  error: MESSAGE,
});
