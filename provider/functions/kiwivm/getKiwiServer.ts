import { defineFunction } from "../contract";
import { askMachine, type KiwiMachineArgs, machineSchema } from "./machine";
import { type KiwiServerInfo, serverInfo } from "./server";

/** A machine as KiwiVM has it on record (`getServiceInfo`). */
export interface GetKiwiServerResult extends KiwiServerInfo {}

/** Endpoint: getServiceInfo (seed 001). */
export const getKiwiServer = defineFunction<KiwiMachineArgs, GetKiwiServerResult>({
  name: "getKiwiServer",
  hoster: "kiwivm",
  schema: machineSchema,
  get: async (args, cx) => serverInfo(await askMachine(args, cx, (reads) => reads.server())),
});
