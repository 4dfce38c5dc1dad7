import type * as pulumi from "@pulumi/pulumi";
import type { GetKiwiServerLiveResult } from "../../provider/functions/kiwivm/getKiwiServerLive";
import type { KiwiMachineArgs } from "../../provider/functions/kiwivm/machine";
import { ProgramFunction } from "../function";
import type { Inputs } from "../inputs";

const reading = new ProgramFunction("getKiwiServerLive", (functions) => functions.getKiwiServerLive);

/**
 * Gets KiwiVM's record of a machine and its present state: whether it runs, its disk, memory and load. KiwiVM takes up to 15 s
 * for that. If KiwiVM is working on the machine and refuses to answer, the call waits.
 *
 * @example
 * ```ts
 * import { getKiwiServerLive } from "pulumi-vps";
 *
 * export const status = getKiwiServerLive({ veid: "123456" }).then(({ status }) => status);
 * ```
 */
export function getKiwiServerLive(args: KiwiMachineArgs): Promise<GetKiwiServerLiveResult> {
  return reading.call(args);
}

/**
 * {@link getKiwiServerLive} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { getKiwiServerLiveOutput } from "pulumi-vps";
 *
 * export const load = getKiwiServerLiveOutput({ veid: "123456" }).loadAverage;
 * ```
 */
export function getKiwiServerLiveOutput(args: Inputs<KiwiMachineArgs>): pulumi.Output<GetKiwiServerLiveResult> {
  return reading.callOutput(args);
}
