import { defineFunction } from "../contract";
import { askMachine, type KiwiMachineArgs, machineSchema } from "./machine";

/** Operating systems for a machine (`getAvailableOS`). */
export interface GetKiwiOsTemplatesResult {
  /** Operating system that is installed. */
  installed: string;
  /** Operating systems that can be installed, such as `debian-12-x86_64`. */
  templates: string[];
}

/** Endpoint: getAvailableOS (seed 001). */
export const getKiwiOsTemplates = defineFunction<KiwiMachineArgs, GetKiwiOsTemplatesResult>({
  name: "getKiwiOsTemplates",
  hoster: "kiwivm",
  schema: machineSchema,
  get: (args, cx) => askMachine(args, cx, (reads) => reads.templates()),
});
