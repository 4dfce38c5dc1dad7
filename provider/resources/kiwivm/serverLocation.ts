import { isIPv4 } from "node:net";
import { z } from "zod";
import {
  canonicalVeid,
  machineImportId,
  machineInfo,
  machineLocation,
  machineOf,
  neverMade,
  offeredIssues,
  ofMachines,
  requireOffered,
  veidIn,
} from "../../hosters/kiwivm/machines";
import { veid } from "../../hosters/kiwivm/veid";
import { IS_ID } from "../../lifecycle/commonArguments";
import { defineResource } from "../../lifecycle/contract";
import type { Reconciler } from "../../lifecycle/reconcile/reconciler";
import { finishedOf } from "../../lifecycle/record";
import type { Context } from "../../lifecycle/runtime/context";
import type { Task } from "./taskModel";
import { perform, resume } from "./taskSteps";

/** Arguments of the location of a KiwiVM machine. */
export interface KiwiServerLocationArgs {
  /** The machine's VEID, as KiwiVM's panel shows it. It is also the resource's id, so it cannot be a secret. */
  veid: string | number;
  /**
   * Id of the location, such as `USCA_2`. Changing it migrates the machine, which requires `allowMigration`: **all its IPv4
   * addresses are replaced with new ones, and all its IPv6 addresses are lost**. It cannot be a secret: KiwiVM shows it back.
   */
  location: string;
  /**
   * Allow a migration when `location` changes, or when the machine is in another location at creation. All IPv4 addresses are
   * replaced and all IPv6 addresses are lost. Default: false.
   */
  allowMigration?: boolean;
}

/** State of a machine's location: its arguments as they were applied, and its outputs. */
export interface KiwiServerLocationState extends KiwiServerLocationArgs {
  /** Id of the location where the machine is now. */
  currentLocation: string;
  /** All addresses that the machine has now, as KiwiVM lists them. */
  ipAddresses: string[];
  /** IPv4 addresses that the machine got by the last migration of this program; empty if there was none. */
  newIps: string[];
}

/** Where one machine is, and its addresses there. */
export interface MachineLocation {
  veid: string;
  location: string;
  ipAddresses: string[];
  /** Whether a migration that was under way has ended there. */
  hasMigrated?: boolean;
}

/** Shape of the arguments; a test keeps it equal to their interface. */
export const kiwiServerLocationSchema = z.object({
  veid,
  location: z.string().regex(/^[\w-]{1,64}$/, "must be the id of a location, such as USCA_2"),
  allowMigration: z.boolean().optional(),
});

/** Endpoints: migrate/getLocations, migrate/start, getServiceInfo (seed 001) and getRateLimitStatus. */
export const kiwiServerLocation = defineResource<KiwiServerLocationArgs, KiwiServerLocationState, MachineLocation>({
  name: "KiwiServerLocation",
  hoster: "kiwivm",
  noun: "machine",
  machine: veidIn,
  schema: kiwiServerLocationSchema,
  arguments: {
    veid: { role: "control", reason: "is which machine is meant", replaces: true, nonSecret: IS_ID },
    location: {
      role: "drift",
      nonSecret: "KiwiVM shows it back, as the output currentLocation",
      live: ({ currentLocation }) => currentLocation,
    },
    allowMigration: { role: "control", reason: "consent to a migration", createOnly: true },
  },
  outputs: { currentLocation: {}, ipAddresses: {}, newIps: {} },
  consent: {
    by: "allowMigration",
    to: ["location"],
    loses:
      "A migration replaces all IPv4 addresses of the machine with new ones. All its IPv6 addresses are lost, and the machine is down meanwhile.",
  },
  canonical: ({ veid, ...rest }) => ({ ...rest, ...canonicalVeid(veid) }),
  naturalKey: (args) => machineOf(args),
  identity: { within: ["veid"], by: [] },
  costs: "nothing",
  managementPolicy: "existing",

  idOf: ({ veid }) => veid,
  importId: machineImportId,
  inventory: { all: (cx) => ofMachines(cx, async (veid) => [await whereabouts(cx, veid, false)]) },
  list: async (args, cx, fresh) => [await whereabouts(cx, machineOf(args), fresh)],
  keysOf: ({ veid }) => [veid],
  create: neverMade,
  availability: {
    offered: async ({ veid, location }, names, cx) => {
      if (location === undefined || veid === undefined || !names.has("location")) return [];
      const { current, others } = await cx.hosters.kiwivm(machineOf({ veid })).client.locations();
      return offeredIssues("location", location, [current, ...others]);
    },
  },
  find: async (id, _state, cx, internal) => {
    const machine = await whereabouts(cx, id, internal.pending !== undefined);
    const { location } = finishedOf<KiwiServerLocationState>(internal);
    return { ...machine, hasMigrated: location === machine.location };
  },
  observe: ({ location, ipAddresses, hasMigrated }) => ({
    currentLocation: location,
    ipAddresses,
    ...(hasMigrated ? { newIps: ipAddresses.filter(isIPv4) } : {}),
  }),
  // Nothing of it has been applied yet.
  start: ({ location }) => ({ known: { location, newIps: [] } }),
  isDone: ({ hasMigrated }) => hasMigrated === true,
  reconcile: async (reconciler) => {
    const { location } = reconciler.finished;
    if (location !== undefined) await resume(reconciler, reconciler.id, taskOf(reconciler, location));
    if (reconciler.differs("location")) await migrate(reconciler);
  },
  remove: async () => {},
});

type LocationReconciler = Reconciler<KiwiServerLocationArgs, KiwiServerLocationState, MachineLocation>;

async function whereabouts(cx: Context, veid: string, fresh: boolean): Promise<MachineLocation> {
  const location = await machineLocation(cx, veid, fresh);
  return { veid, location, ipAddresses: (await machineInfo(cx, veid, fresh)).ip_addresses };
}

/** The migration that ends in the location `wanted`. */
function taskOf({ cx, id }: LocationReconciler, wanted: string): Task<KiwiServerLocationState> {
  let ipAddresses: string[] = [];
  return {
    name: "migration",
    askedBy: "location",
    look: async () => {
      const { current } = await cx.hosters.kiwivm(id).client.locations();
      ipAddresses = (await machineInfo(cx, id, true)).ip_addresses;
      return current;
    },
    wanted,
    outputs: (currentLocation) => ({
      currentLocation,
      ipAddresses,
      ...(currentLocation === wanted ? { newIps: ipAddresses.filter(isIPv4) } : {}),
    }),
  };
}

async function migrate(reconciler: LocationReconciler): Promise<void> {
  const { args, cx, id } = reconciler;
  const { location } = args;
  const { client } = cx.hosters.kiwivm(id);
  await perform(reconciler, id, {
    ...taskOf(reconciler, location),
    isCalled: (words) => words === "" || /migrat/i.test(words),
    prepare: () => requireOffered("location", location, async () => (await client.locations()).others),
    begin: async () => {
      cx.report(
        `KiwiVM migrates machine ${id} to ${location}; all its IPv4 addresses change, and its IPv6 ones are lost`,
      );
      await client.migrate(location);
      return { location };
    },
    unheard: { location },
  });
}
