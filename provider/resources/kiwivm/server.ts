import { z } from "zod";
import { canonicalName, isName } from "../../dnsName";
import {
  canonicalVeid,
  liveMachine,
  machineImportId,
  machineOf,
  neverMade,
  ofMachines,
  veidIn,
} from "../../hosters/kiwivm/machines";
import { veid } from "../../hosters/kiwivm/veid";
import { IS_ID } from "../../lifecycle/commonArguments";
import { defineResource } from "../../lifecycle/contract";
import { PASSWORD, RESTART } from "../../lifecycle/reconcile/triggers";
import type { Context } from "../../lifecycle/runtime/context";
import type { KiwiServerArgs, KiwiServerState, Machine } from "./serverModel";
import { finishRestart, matchHostname, matchPassword, matchPower, matchRestart, powerOf } from "./serverSteps";

/** Shape of the arguments; a test keeps it equal to their interface. */
export const kiwiServerSchema = z.object({
  veid,
  hostname: z
    .string()
    .refine((name) => isName(name, "host"), "must be a host name, such as web.example.com")
    .optional(),
  powerState: z.enum(["on", "off"], { error: 'must be "on" or "off"' }).optional(),
  forceStop: z.boolean().optional(),
  restartTrigger: z.string().optional(),
  rootPasswordVersion: z.string().optional(),
});

/** Endpoints: getLiveServiceInfo, setHostname, start, stop, restart, kill and resetRootPassword (seed 001). */
export const kiwiServer = defineResource<KiwiServerArgs, KiwiServerState, Machine>({
  name: "KiwiServer",
  hoster: "kiwivm",
  noun: "machine",
  machine: veidIn,
  schema: kiwiServerSchema,
  arguments: {
    veid: { role: "control", reason: "is which machine is meant", replaces: true, nonSecret: IS_ID },
    hostname: { role: "drift" },
    powerState: { role: "drift" },
    forceStop: { role: "control", reason: "says what becomes of a machine that does not stop" },
    restartTrigger: {
      role: "control",
      reason: "a restart leaves nothing at KiwiVM to compare with",
      foretells: RESTART,
    },
    rootPasswordVersion: {
      role: "control",
      reason: "KiwiVM does not show when or to what a password was set",
      foretells: PASSWORD,
    },
  },
  outputs: {
    status: {},
    suspended: {},
    ipAddresses: {},
    sshPort: {},
    os: {},
    plan: { steady: true },
    location: {},
    rootPassword: { secret: true },
    rootPasswordStatus: {},
  },
  canonical: ({ veid, hostname, ...rest }) => ({
    ...rest,
    ...canonicalVeid(veid),
    ...(hostname === undefined ? {} : { hostname: canonicalName(hostname) }),
  }),
  naturalKey: (args) => machineOf(args),
  identity: { within: ["veid"], by: [] },
  costs: "nothing",
  managementPolicy: "existing",

  idOf: ({ veid }) => veid,
  importId: machineImportId,
  inventory: { all: (cx) => ofMachines(cx, async (veid) => [await machine(cx, veid)]) },
  list: async (args, cx, fresh) => [await machine(cx, machineOf(args), fresh)],
  keysOf: ({ veid }) => [veid],
  create: neverMade,
  find: (id, _state, cx) => machine(cx, id),
  observe: (seen) => {
    const power = powerOf(seen);
    return {
      hostname: seen.hostname,
      ...(power === undefined ? {} : { powerState: power }),
      status: seen.status,
      suspended: seen.suspended ?? false,
      ipAddresses: seen.ip_addresses,
      sshPort: seen.sshPort ?? null,
      os: seen.os,
      plan: seen.plan,
      location: seen.node_location,
    };
  },
  notice: ({ suspended }) =>
    suspended ? { level: "info", text: "BandwagonHost has suspended the machine; ask its support why" } : undefined,
  // Nothing of it has been applied yet: it acts at create.
  start: (seen) => ({
    known: {
      rootPasswordVersion: undefined,
      ...(powerOf(seen) === undefined ? { powerState: undefined } : {}),
    },
  }),
  isDone: (seen) => powerOf(seen) !== undefined,
  reconcile: async (reconciler) => {
    await finishRestart(reconciler);
    await matchHostname(reconciler);
    const isStarted = reconciler.args.powerState === "on" && (await matchPower(reconciler, "on"));
    await matchPassword(reconciler);
    if (reconciler.args.powerState === "off") await matchPower(reconciler, "off");
    await matchRestart(reconciler, isStarted);
  },
  remove: async () => {},
});

async function machine(cx: Context, veid: string, fresh = false): Promise<Machine> {
  return { veid, ...(await liveMachine(cx, veid, fresh)) };
}
