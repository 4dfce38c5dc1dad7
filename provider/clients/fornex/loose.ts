import { z } from "zod";

/** Numbers come as numbers in 2.x and were text in older forms; both are read. */
export const integer = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]);
export const optionalInteger = integer.nullish().transform((value) => value ?? undefined);

/** Text that may be null or missing. */
export const optionalText = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined);

/** All that API version 0.1 says of most changes: true, or the text "True". */
export const ok = z.object({ ok: z.union([z.literal(true), z.string().regex(/^true$/i)]) });

/** The same where nothing else is wanted of it. */
export const done = ok.transform(() => undefined);
