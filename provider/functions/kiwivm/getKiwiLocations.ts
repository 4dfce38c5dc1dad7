import { defineFunction } from "../contract";
import { askMachine, type KiwiMachineArgs, machineSchema } from "./machine";

/** Where a machine is, and where it can go (`migrate/getLocations`). */
export interface GetKiwiLocationsResult {
  /** Id of the location where it is, such as `USCA_2`. */
  currentLocation: string;
  /** Locations to which it can be migrated. */
  locations: KiwiLocationInfo[];
}

/** A location. */
export interface KiwiLocationInfo {
  /** Id of the location, such as `USCA_2`. */
  id: string;
  /** Its name for people. */
  description: string;
  /** By how much it multiplies traffic; missing at old nodes. */
  dataTransferMultiplier?: number | undefined;
}

/** Endpoint: migrate/getLocations (seed 001). */
export const getKiwiLocations = defineFunction<KiwiMachineArgs, GetKiwiLocationsResult>({
  name: "getKiwiLocations",
  hoster: "kiwivm",
  schema: machineSchema,
  get: async (args, cx) => {
    const shown = await askMachine(args, cx, (reads) => reads.locations());
    const descriptions = new Map(shown.descriptions);
    const multipliers = new Map(shown.dataTransferMultipliers);
    return {
      currentLocation: shown.currentLocation,
      locations: shown.locations.map((id) => {
        const multiplier = Number.parseFloat(multipliers.get(id) ?? "");
        return {
          id,
          description: descriptions.get(id) ?? "",
          ...(Number.isNaN(multiplier) ? {} : { dataTransferMultiplier: multiplier }),
        };
      }),
    };
  },
});
