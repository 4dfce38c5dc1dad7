import type * as pulumi from "@pulumi/pulumi";
import type { GetKiwiServerResult } from "../../provider/functions/kiwivm/getKiwiServer";
import type { KiwiMachineArgs } from "../../provider/functions/kiwivm/machine";
import { ProgramFunction } from "../function";
import type { Inputs } from "../inputs";

const reading = new ProgramFunction("getKiwiServer", (functions) => functions.getKiwiServer);

/**
 * A KiwiVM machine as it is on record: plan, addresses, PTRs, traffic. What older and newer nodes leave out of it is unverified. While KiwiVM is at work on the machine and refuses to tell, it is waited for.
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
