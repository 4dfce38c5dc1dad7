import type * as pulumi from "@pulumi/pulumi";
import type { GetFornexPlansArgs, GetFornexPlansResult } from "../../provider/functions/fornex/getFornexPlans";
import { ProgramFunction } from "../function";
import type { Inputs } from "../inputs";

const reading = new ProgramFunction("getFornexPlans", (functions) => functions.getFornexPlans);

/**
 * Gets the plans of one kind that can be ordered at Fornex. Those of VPNs exist in API version 0.1 only and are asked in it whatever
 * `vps:fornexApiVersion` says.
 *
 * @example
 * ```ts
 * import { getFornexPlans } from "pulumi-vps";
 *
 * export const plans = getFornexPlans({ kind: "vps" }).then(({ plans }) => plans);
 * ```
 */
export function getFornexPlans(args: GetFornexPlansArgs): Promise<GetFornexPlansResult> {
  return reading.call(args);
}

/**
 * {@link getFornexPlans} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { getFornexPlansOutput } from "pulumi-vps";
 *
 * export const cheapest = getFornexPlansOutput({ kind: "vps" }).plans.apply((plans) =>
 *   Math.min(...plans.map(({ price = Infinity }) => price)),
 * );
 * ```
 */
export function getFornexPlansOutput(args: Inputs<GetFornexPlansArgs>): pulumi.Output<GetFornexPlansResult> {
  return reading.callOutput(args);
}
