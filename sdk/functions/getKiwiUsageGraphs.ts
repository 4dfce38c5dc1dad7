import type * as pulumi from "@pulumi/pulumi";
import type { GetKiwiUsageGraphsResult } from "../../provider/functions/kiwivm/getKiwiUsageGraphs";
import type { KiwiMachineArgs } from "../../provider/functions/kiwivm/machine";
import { ProgramFunction } from "../function";
import type { Inputs } from "../inputs";

const reading = new ProgramFunction("getKiwiUsageGraphs", (functions) => functions.getKiwiUsageGraphs);

/**
 * Gets the answer of KiwiVM's obsolete call for usage graphs. While KiwiVM is at work on the machine and refuses to tell, it is waited for.
 *
 * @deprecated KiwiVM calls it obsolete: use getKiwiUsage.
 *
 * @example
 * ```ts
 * import { getKiwiUsageGraphs } from "pulumi-vps";
 *
 * export const json = getKiwiUsageGraphs({ veid: "123456" }).then(({ json }) => json);
 * ```
 */
export function getKiwiUsageGraphs(args: KiwiMachineArgs): Promise<GetKiwiUsageGraphsResult> {
  return reading.call(args);
}

/**
 * {@link getKiwiUsageGraphs} as an output, with inputs: for arguments that come from resources.
 *
 * @deprecated KiwiVM calls it obsolete: use getKiwiUsage.
 *
 * @example
 * ```ts
 * import { getKiwiUsageGraphsOutput } from "pulumi-vps";
 *
 * export const json = getKiwiUsageGraphsOutput({ veid: "123456" }).json;
 * ```
 */
export function getKiwiUsageGraphsOutput(args: Inputs<KiwiMachineArgs>): pulumi.Output<GetKiwiUsageGraphsResult> {
  return reading.callOutput(args);
}
