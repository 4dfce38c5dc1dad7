import { z } from "zod";

/** Where nobody has seen what AirVPN does, or clients saw different things, a switch decides. */
export interface AirvpnSwitches {
  /**
   * JSON types: integers, as seen in 2026; "texts" makes `posts`, `last_post`, `server_bw`, `bytes_*` and `speed_*` texts,
   * as seen in 2021 [airvpn 2.4]; "loose" makes every number a text and every boolean 0 or 1 [unverified].
   */
  types: "ints" | "texts" | "loose";
  /** `connection` while nothing is connected [airvpn 2.4, not found]; an empty array of PHP is `[]` in JSON. */
  noConnection: "[]" | "null" | "{}" | "missing";
  /** Dates of what never happened: null, or 0 and "0000-00-00 00:00:00", MySQL's zero [unverified]. */
  noDate: "null" | "zero";
  /** Sessions show `entry_*`, as in the seed (true), or not, as one client saw in 2026 (false) [airvpn 2.4]. */
  entryFields: boolean;
  /** A failure has `error` alone, as seen; or its text in `result`, as the seed can be read; or both [airvpn 2.2]. */
  errors: "error" | "result" | "both";
  /** `server=` or `device=` with an empty value: as if left out, so that every session ends, or matching none [unverified]. */
  emptyFilter: "all" | "none";
  /** A request of a banned address: a reset connection, silence, a 429, or an error in the body [airvpn 2.1, no shape known]. */
  banned: "reset" | "hang" | "429" | "error";
}

export const switchesSchema = z.strictObject({
  types: z.enum(["ints", "texts", "loose"]).default("ints"),
  noConnection: z.enum(["[]", "null", "{}", "missing"]).default("[]"),
  noDate: z.enum(["null", "zero"]).default("null"),
  entryFields: z.boolean().default(true),
  errors: z.enum(["error", "result", "both"]).default("error"),
  emptyFilter: z.enum(["all", "none"]).default("all"),
  banned: z.enum(["reset", "hang", "429", "error"]).default("reset"),
}) satisfies z.ZodType<AirvpnSwitches>;
