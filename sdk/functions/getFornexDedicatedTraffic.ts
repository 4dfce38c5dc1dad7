import type * as pulumi from "@pulumi/pulumi";
import type {
  GetFornexDedicatedTrafficArgs,
  GetFornexDedicatedTrafficResult,
} from "../../provider/functions/fornex/getFornexDedicatedTraffic";
import { ProgramFunction } from "../function";
import type { Inputs } from "../inputs";

const reading = new ProgramFunction("getFornexDedicatedTraffic", (functions) => functions.getFornexDedicatedTraffic);

/**
 * Gets the daily traffic of a dedicated server at Fornex.
 *
 * @example
 * ```ts
 * import { getFornexDedicatedTraffic } from "pulumi-vps";
 *
 * export const days = getFornexDedicatedTraffic({ orderId: "34-5678", period: "year" }).then(({ days }) => days);
 * ```
 */
export function getFornexDedicatedTraffic(
  args: GetFornexDedicatedTrafficArgs,
): Promise<GetFornexDedicatedTrafficResult> {
  return reading.call(args);
}

/**
 * {@link getFornexDedicatedTraffic} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { getFornexDedicatedTrafficOutput } from "pulumi-vps";
 *
 * export const days = getFornexDedicatedTrafficOutput({ orderId: "34-5678" }).days;
 * ```
 */
export function getFornexDedicatedTrafficOutput(
  args: Inputs<GetFornexDedicatedTrafficArgs>,
): pulumi.Output<GetFornexDedicatedTrafficResult> {
  return reading.callOutput(args);
}
