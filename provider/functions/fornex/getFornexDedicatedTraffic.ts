import { z } from "zod";
import { PERIODS } from "../../clients/fornex/words";
import type { integer } from "../../integer";
import { defineFunction } from "../contract";
import { orderId } from "./arguments";

/** Arguments of `getFornexDedicatedTraffic`. */
export interface GetFornexDedicatedTrafficArgs {
  /** Number of the order, such as `34-177054`. */
  orderId: string;
  /** Period: the last `month` or `year`. Default: `month`. */
  period?: "month" | "year";
  /** Port of the server, counted from 0. Default: 0. */
  port?: integer;
}

/** Daily traffic of a dedicated server (`GET /orders/ds/{order_id}/traffic/`). */
export interface GetFornexDedicatedTrafficResult {
  /** Description of the order: number, tariff and host name. */
  order: string;
  /** The period that is shown: `month` or `year`. */
  period: string;
  /** One entry per day, oldest first. */
  days: FornexTrafficDay[];
}

/** The traffic of one day, in bytes. */
export interface FornexTrafficDay {
  /** The day: `YYYY-MM-DD`. */
  date: string;
  /** Bytes received. */
  input?: number | undefined;
  /** Bytes sent. */
  output?: number | undefined;
}

/** Endpoints: GET /orders/ds/{id}/traffic/ (API version 2), GET /ds/{id}/traffic.json (0.1). */
export const getFornexDedicatedTraffic = defineFunction<GetFornexDedicatedTrafficArgs, GetFornexDedicatedTrafficResult>(
  {
    name: "getFornexDedicatedTraffic",
    hoster: "fornex",
    schema: z.object({
      orderId,
      period: z.enum(PERIODS).exactOptional(),
      port: z.int().min(0, "must be 0 or more").exactOptional(),
    }),
    get: async ({ orderId, ...filter }, cx) => {
      const { order, period, data } = await cx.hosters.fornex.client.reads.traffic(orderId, filter);
      return { order, period, days: data };
    },
  },
);
