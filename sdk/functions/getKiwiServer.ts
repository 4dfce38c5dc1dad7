import type * as pulumi from "@pulumi/pulumi";
import type { GetKiwiServerResult } from "../../provider/functions/kiwivm/getKiwiServer";
import type { KiwiMachineArgs } from "../../provider/functions/kiwivm/machine";
import { ProgramFunction } from "../function";
import type { Inputs } from "../inputs";

const reading = new ProgramFunction("getKiwiServer", (functions) => functions.getKiwiServer);

/**
 * Gets KiwiVM's record of a machine: plan, addresses, PTRs, traffic. Which fields older and newer nodes omit is unverified. If
 * KiwiVM is working on the machine and refuses to answer, the call waits.
 *
 * @example
 * ```ts
 * import { getKiwiServer } from "pulumi-vps";
 *
 * export const ipAddresses = getKiwiServer({ veid: "123456" }).then(({ ipAddresses }) => ipAddresses);
 * ```
 */
export function getKiwiServer(args: KiwiMachineArgs): Promise<GetKiwiServerResult> {
  return reading.call(args);
}

/**
 * {@link getKiwiServer} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { getKiwiServerOutput } from "pulumi-vps";
 *
 * export const os = getKiwiServerOutput({ veid: "123456" }).os;
 * ```
 */
export function getKiwiServerOutput(args: Inputs<KiwiMachineArgs>): pulumi.Output<GetKiwiServerResult> {
  return reading.callOutput(args);
}
