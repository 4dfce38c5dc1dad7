import { defineFunction } from "../contract";
import { askMachine, type KiwiMachineArgs, machineSchema } from "./machine";

/** What KiwiVM's obsolete `getUsageGraphs` still answers. */
export interface GetKiwiUsageGraphsResult {
  /** The whole answer as JSON. Its shape is not documented. */
  json: string;
}

/** Endpoint: getUsageGraphs (seed 001), which KiwiVM calls obsolete. */
export const getKiwiUsageGraphs = defineFunction<KiwiMachineArgs, GetKiwiUsageGraphsResult>({
  name: "getKiwiUsageGraphs",
  hoster: "kiwivm",
  schema: machineSchema,
  get: async (args, cx) => ({ json: JSON.stringify(await askMachine(args, cx, (reads) => reads.usageGraphs())) }),
});
