import type { z } from "zod";
import type { HosterName } from "../hosters";
import type { Context } from "../lifecycle/runtime/context";

/**
 * A function (Pulumi's "data source"): `A` its arguments, `R` what it answers. It only reads.
 *
 * What a hoster does not show never fails a function; an answer to some other question does. In results, missing text is
 * `""`, a missing number or boolean is left out, lists and maps are always there.
 */
export interface VpsFunction<A extends object, R extends object> {
  name: string;
  hoster: HosterName;
  /** Shape of the arguments. Messages must not hold the value. */
  schema: z.ZodObject & z.ZodType<A>;
  /** The answer may give access to something: its output is a secret and, with `only`, there is no plain form. */
  secret?: "output" | "only";
  /** Asks the hoster, by calls of the effect `read` alone. */
  get: (args: A, cx: Context) => Promise<R>;
}

/** Types a function definition; adds nothing at run time. */
export function defineFunction<A extends object, R extends object>(definition: VpsFunction<A, R>): VpsFunction<A, R> {
  return definition;
}

/** Of a function that takes none. */
export type NoArguments = Record<never, never>;
