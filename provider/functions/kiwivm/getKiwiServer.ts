import { defineFunction } from "../contract";
import { askMachine, type KiwiMachineArgs, machineSchema } from "./machine";
import { type KiwiServerInfo, serverInfo } from "./server";

/** KiwiVM's record of a machine (`getServiceInfo`). */
export interface GetKiwiServerResult extends KiwiServerInfo {}

/** Endpoint: getServiceInfo (seed 001). */
export const getKiwiServer = defineFunction<KiwiMachineArgs, GetKiwiServerResult>({
  name: "getKiwiServer",
  hoster: "kiwivm",
  schema: machineSchema,
  get: async (args, cx) => serverInfo(await askMachine(args, cx, (reads) => reads.server())),
});
