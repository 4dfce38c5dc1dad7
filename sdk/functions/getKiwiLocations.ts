import type * as pulumi from "@pulumi/pulumi";
import type { GetKiwiLocationsResult } from "../../provider/functions/kiwivm/getKiwiLocations";
import type { KiwiMachineArgs } from "../../provider/functions/kiwivm/machine";
import { ProgramFunction } from "../function";
import type { Inputs } from "../inputs";

const reading = new ProgramFunction("getKiwiLocations", (functions) => functions.getKiwiLocations);

/**
 * Where a KiwiVM machine is, and where it can be migrated to. While KiwiVM is at work on the machine and refuses to tell, it is waited for.
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
