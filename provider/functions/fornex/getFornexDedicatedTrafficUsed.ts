import { z } from "zod";
import { defineFunction } from "../contract";
import { orderId } from "./arguments";

/** Arguments of `getFornexDedicatedTrafficUsed`. */
export interface GetFornexDedicatedTrafficUsedArgs {
  /** Number of the order, such as `34-177054`. */
  orderId: string;
}

/** How much of its traffic a dedicated server has used (`GET /orders/ds/{order_id}/traffic_used/`). */
export interface GetFornexDedicatedTrafficUsedResult {
  /** Description of the order: number, tariff and host name. */
  order: string;
  /** Included traffic, in bytes (unverified). */
  limit?: number | undefined;
  /** Traffic used, in bytes (unverified). */
  used?: number | undefined;
  /** Fraction used; 1 means all. */
  usedRate?: number | undefined;
  /** First day of the count: `YYYY-MM-DD`. */
  rangeStart: string;
  /** Last day of the count: `YYYY-MM-DD`. */
  rangeEnd: string;
}

/** Endpoints: GET /orders/ds/{id}/traffic_used/ (API version 2), GET /ds/{id}/traffic_used.json (0.1). */
export const getFornexDedicatedTrafficUsed = defineFunction<
  GetFornexDedicatedTrafficUsedArgs,
  GetFornexDedicatedTrafficUsedResult
>({
  name: "getFornexDedicatedTrafficUsed",
  hoster: "fornex",
  schema: z.object({ orderId }),
  get: async (args, cx) => {
    const used = await cx.hosters.fornex.client.reads.trafficUsed(args.orderId);
    return {
      order: used.order,
      limit: used.limit,
      used: used.used,
      usedRate: used.used_rate,
      rangeStart: used.range_start,
      rangeEnd: used.range_end,
    };
  },
});
