import type * as pulumi from "@pulumi/pulumi";
import type { GetKiwiUsageResult } from "../../provider/functions/kiwivm/getKiwiUsage";
import type { KiwiMachineArgs } from "../../provider/functions/kiwivm/machine";
import { ProgramFunction } from "../function";
import type { Inputs } from "../inputs";

const reading = new ProgramFunction("getKiwiUsage", (functions) => functions.getKiwiUsage);

/**
 * Gets the usage of a KiwiVM machine over time: processors, network, disk. If KiwiVM is working on the machine and refuses to
 * answer, the call waits.
 *
 * @example
 * ```ts
 * import { getKiwiUsage } from "pulumi-vps";
 *
 * export const samples = getKiwiUsage({ veid: "123456" }).then(({ samples }) => samples);
 * ```
 */
export function getKiwiUsage(args: KiwiMachineArgs): Promise<GetKiwiUsageResult> {
  return reading.call(args);
}

/**
 * {@link getKiwiUsage} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { getKiwiUsageOutput } from "pulumi-vps";
 *
 * export const last = getKiwiUsageOutput({ veid: "123456" }).samples.apply((samples) => samples.at(-1));
 * ```
 */
export function getKiwiUsageOutput(args: Inputs<KiwiMachineArgs>): pulumi.Output<GetKiwiUsageResult> {
  return reading.callOutput(args);
}
