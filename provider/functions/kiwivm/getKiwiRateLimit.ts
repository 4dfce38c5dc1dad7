import type { integer } from "../../integer";
import { defineFunction } from "../contract";
import { askMachine, type KiwiMachineArgs, machineSchema } from "./machine";

/** The rate limit of a machine (`getRateLimitStatus`). Each request costs one point or more (unverified). */
export interface GetKiwiRateLimitResult {
  /** Points left in this period of 15 minutes. */
  remainingPoints15Min?: integer | undefined;
  /** Points left in this period of 24 hours. */
  remainingPoints24H?: integer | undefined;
}

/** Endpoint: getRateLimitStatus, which newer editions of KiwiVM's help page describe. */
export const getKiwiRateLimit = defineFunction<KiwiMachineArgs, GetKiwiRateLimitResult>({
  name: "getKiwiRateLimit",
  hoster: "kiwivm",
  schema: machineSchema,
  get: async (args, cx) => {
    const points = await askMachine(args, cx, (reads) => reads.points());
    return { remainingPoints15Min: points.remaining_points_15min, remainingPoints24H: points.remaining_points_24h };
  },
});
