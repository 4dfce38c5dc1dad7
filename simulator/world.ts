import type { MergePatch } from "./json";

/** What a simulator may begin with. */
export const WORLDS = ["default", "seeds"] as const;

/**
 * What a simulator begins with.
 * - `default`: a little of everything, to try things out
 * - `seeds`: the objects, ids and orders of which the examples in the hosters' documents speak
 */
export type WorldName = (typeof WORLDS)[number];

/** One hoster's part of each world, as a patch of nothing. */
export type Worlds<State> = Readonly<Record<WorldName, MergePatch<State>>>;
