import type * as pulumi from "@pulumi/pulumi";
import type { GetKiwiLocationsResult } from "../../provider/functions/kiwivm/getKiwiLocations";
import type { KiwiMachineArgs } from "../../provider/functions/kiwivm/machine";
import { ProgramFunction } from "../function";
import type { Inputs } from "../inputs";

const reading = new ProgramFunction("getKiwiLocations", (functions) => functions.getKiwiLocations);

/**
 * Gets the location of a KiwiVM machine, and the locations to which it can migrate. If KiwiVM is working on the machine and
 * refuses to answer, the call waits.
 *
 * @example
 * ```ts
 * import { getKiwiLocations } from "pulumi-vps";
 *
 * export const locations = getKiwiLocations({ veid: "123456" }).then(({ locations }) => locations);
 * ```
 */
export function getKiwiLocations(args: KiwiMachineArgs): Promise<GetKiwiLocationsResult> {
  return reading.call(args);
}

/**
 * {@link getKiwiLocations} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { getKiwiLocationsOutput } from "pulumi-vps";
 *
 * export const location = getKiwiLocationsOutput({ veid: "123456" }).currentLocation;
 * ```
 */
export function getKiwiLocationsOutput(args: Inputs<KiwiMachineArgs>): pulumi.Output<GetKiwiLocationsResult> {
  return reading.callOutput(args);
}
