import { defineFunction } from "../contract";
import { askMachine, type KiwiMachineArgs, machineSchema } from "./machine";

/** The location of a machine, and its possible locations (`migrate/getLocations`). */
export interface GetKiwiLocationsResult {
  /** Id of the present location, such as `USCA_2`. */
  currentLocation: string;
  /** Locations to which the machine can migrate. */
  locations: KiwiLocationInfo[];
}

/** A location. */
export interface KiwiLocationInfo {
  /** Id of the location, such as `USCA_2`. */
  id: string;
  /** Human-readable name of the location. */
  description: string;
  /** Factor by which the location multiplies traffic; missing on old nodes. */
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
