import type * as pulumi from "@pulumi/pulumi";
import type { GetKiwiRateLimitResult } from "../../provider/functions/kiwivm/getKiwiRateLimit";
import type { KiwiMachineArgs } from "../../provider/functions/kiwivm/machine";
import { ProgramFunction } from "../function";
import type { Inputs } from "../inputs";

const reading = new ProgramFunction("getKiwiRateLimit", (functions) => functions.getKiwiRateLimit);

/**
 * How many requests KiwiVM still takes for a machine. Asking may itself cost one. While KiwiVM is at work on the machine and refuses to tell, it is waited for.
 *
 * @example
 * ```ts
 * import { getKiwiRateLimit } from "pulumi-vps";
 *
 * export const left = getKiwiRateLimit({ veid: "123456" }).then((points) => points.remainingPoints15Min);
 * ```
 */
export function getKiwiRateLimit(args: KiwiMachineArgs): Promise<GetKiwiRateLimitResult> {
  return reading.call(args);
}

/**
 * {@link getKiwiRateLimit} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { getKiwiRateLimitOutput } from "pulumi-vps";
 *
 * export const left = getKiwiRateLimitOutput({ veid: "123456" }).remainingPoints24H;
 * ```
 */
export function getKiwiRateLimitOutput(args: Inputs<KiwiMachineArgs>): pulumi.Output<GetKiwiRateLimitResult> {
  return reading.callOutput(args);
}
