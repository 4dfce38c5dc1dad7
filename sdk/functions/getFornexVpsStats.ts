import type * as pulumi from "@pulumi/pulumi";
import type { GetFornexVpsStatsArgs, GetFornexVpsStatsResult } from "../../provider/functions/fornex/getFornexVpsStats";
import { ProgramFunction } from "../function";
import type { Inputs } from "../inputs";

const reading = new ProgramFunction("getFornexVpsStats", (functions) => functions.getFornexVpsStats);

/**
 * Gets the usage of a VPS at Fornex over time, in one shape for both API versions. `inodes` exists in API version 0.1 only and is asked in it
 * whatever `vps:fornexApiVersion` says.
 *
 * @example
 * ```ts
 * import { getFornexVpsStats } from "pulumi-vps";
 *
 * export const january = getFornexVpsStats({
 *   orderId: "34-177054",
 *   field: "traffic",
 *   start: "2026-01-01",
 *   end: "2026-01-31",
 * }).then(({ series }) => series);
 * ```
 */
export function getFornexVpsStats(args: GetFornexVpsStatsArgs): Promise<GetFornexVpsStatsResult> {
  return reading.call(args);
}

/**
 * {@link getFornexVpsStats} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { FornexVps, getFornexVpsStatsOutput } from "pulumi-vps";
 *
 * const web = new FornexVps("web", { orderId: "34-177054" });
 * export const load = getFornexVpsStatsOutput({ orderId: web.orderId, field: "cpu" }).series;
 * ```
 */
export function getFornexVpsStatsOutput(args: Inputs<GetFornexVpsStatsArgs>): pulumi.Output<GetFornexVpsStatsResult> {
  return reading.callOutput(args);
}
