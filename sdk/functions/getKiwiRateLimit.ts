import type * as pulumi from "@pulumi/pulumi";
import type { GetKiwiRateLimitResult } from "../../provider/functions/kiwivm/getKiwiRateLimit";
import type { KiwiMachineArgs } from "../../provider/functions/kiwivm/machine";
import { ProgramFunction } from "../function";
import type { Inputs } from "../inputs";

const reading = new ProgramFunction("getKiwiRateLimit", (functions) => functions.getKiwiRateLimit);

/**
 * Gets the rate limit of a KiwiVM machine: how many requests KiwiVM still accepts for it. The call itself may cost one. If
 * KiwiVM is working on the machine and refuses to answer, the call waits.
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
