import { z } from "zod";
import { STATS_FIELDS } from "../../clients/fornex/words";
import { defineFunction } from "../contract";
import { day, orderId } from "./arguments";

/** Arguments of `getFornexVpsStats`. */
export interface GetFornexVpsStatsArgs {
  /** Number of the order, such as `34-177054`. */
  orderId: string;
  /**
   * What is measured: `cpu`, `disk`, `io`, `memory`, `traffic` or `inodes`. The last exists in API version 0.1 only, so
   * it is asked in that API version whatever `vps:fornexApiVersion` says.
   */
  field: "cpu" | "disk" | "inodes" | "io" | "memory" | "traffic";
  /**
   * Since when: a day (`2026-01-31`) or, in API version 2, relative to now (`-1h`). Default: an hour ago in API version
   * 2, yesterday in 0.1.
   */
  start?: string;
  /** Until when, in the same forms. Default: now; today in API version 0.1. */
  end?: string;
}

/** What a VPS used over time, in one shape for both API versions. */
export interface GetFornexVpsStatsResult {
  /** Description of the period, in the language of the account. */
  subtitle: string;
  /** One entry per line of the chart, such as incoming and outgoing traffic. */
  series: FornexStatsSeries[];
}

/** One line of a chart. */
export interface FornexStatsSeries {
  /** Name, in the language of the account, such as `Incoming`. */
  name: string;
  /** Points of the line, oldest first. */
  points: FornexStatsPoint[];
}

/** A measured value and its time. */
export interface FornexStatsPoint {
  /** Time, in milliseconds since 1970. */
  time?: number | undefined;
  /** The value, in a unit that Fornex does not document; missing if nothing was measured. */
  value?: number | undefined;
}

const TIME = "must be a day, such as 2026-01-31, or relative, such as -1h or now";
const time = z
  .string(TIME)
  .refine((text) => day.safeParse(text).success || /^(now|-\d{1,6}[a-z]{1,6})$/.test(text), TIME);

/** Endpoints: GET /vps/{id}/stats/{field}/ (API version 2), GET /vps_stat/{id}/{field}/{start}--{end}.json (0.1). */
export const getFornexVpsStats = defineFunction<GetFornexVpsStatsArgs, GetFornexVpsStatsResult>({
  name: "getFornexVpsStats",
  hoster: "fornex",
  schema: z.object({
    orderId,
    field: z.enum(STATS_FIELDS),
    start: time.exactOptional(),
    end: time.exactOptional(),
  }),
  get: async ({ orderId, field, start, end }, cx) =>
    field === "inodes"
      ? cx.hosters.fornex.v01().reads.stats(orderId, field, start, end)
      : cx.hosters.fornex.client.reads.stats(orderId, field, start, end),
});
