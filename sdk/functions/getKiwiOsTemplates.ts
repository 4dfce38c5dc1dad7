import type * as pulumi from "@pulumi/pulumi";
import type { GetKiwiOsTemplatesResult } from "../../provider/functions/kiwivm/getKiwiOsTemplates";
import type { KiwiMachineArgs } from "../../provider/functions/kiwivm/machine";
import { ProgramFunction } from "../function";
import type { Inputs } from "../inputs";

const reading = new ProgramFunction("getKiwiOsTemplates", (functions) => functions.getKiwiOsTemplates);

/**
 * Gets the operating systems that can be installed on a KiwiVM machine. If KiwiVM is working on the machine and refuses to
 * answer, the call waits.
 *
 * @example
 * ```ts
 * import { getKiwiOsTemplates } from "pulumi-vps";
 *
 * export const templates = getKiwiOsTemplates({ veid: "123456" }).then(({ templates }) => templates);
 * ```
 */
export function getKiwiOsTemplates(args: KiwiMachineArgs): Promise<GetKiwiOsTemplatesResult> {
  return reading.call(args);
}

/**
 * {@link getKiwiOsTemplates} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { getKiwiOsTemplatesOutput } from "pulumi-vps";
 *
 * export const installed = getKiwiOsTemplatesOutput({ veid: "123456" }).installed;
 * ```
 */
export function getKiwiOsTemplatesOutput(args: Inputs<KiwiMachineArgs>): pulumi.Output<GetKiwiOsTemplatesResult> {
  return reading.callOutput(args);
}
