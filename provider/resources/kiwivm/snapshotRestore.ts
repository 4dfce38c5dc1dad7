import { z } from "zod";
import { whenOwnWorkIsOver } from "../../hosters/kiwivm/locks";
import {
  canonicalVeid,
  machineInfo,
  machineOf,
  neverMade,
  offeredIssues,
  requireOffered,
  veidIn,
} from "../../hosters/kiwivm/machines";
import { veid } from "../../hosters/kiwivm/veid";
import { IS_ID } from "../../lifecycle/commonArguments";
import { defineResource } from "../../lifecycle/contract";
import type { Reconciler } from "../../lifecycle/reconcile/reconciler";
import type { Context } from "../../lifecycle/runtime/context";
import { resolveDoubt, warnOfDoubt } from "./doubt";
import { endNote } from "./requestNotes";
import type { Task } from "./taskModel";
import { perform, resume } from "./taskSteps";

/** Arguments of a restore: the machine is overwritten with a snapshot when the resource is created, and when `trigger` changes. */
export interface KiwiSnapshotRestoreArgs {
  /** The machine's VEID, as KiwiVM's panel shows it. It is also the resource's id, so it cannot be a secret. */
  veid: string | number;
  /** File name of the snapshot, such as the output `fileName` of a `KiwiSnapshot`. A change of it alone restores nothing. */
  snapshot: string;
  /** Any string. The machine is overwritten when the resource is created and whenever this changes. Both require `allowRestore`. */
  trigger: string;
  /**
   * The value of `trigger` whose restore was carried out, for a run that cannot tell. The machine is not overwritten for it,
   * and it is recorded as done. Needed only until then. Default: none.
   */
  confirmed?: string;
  /** Allows the loss of everything on the machine that the snapshot does not hold. Needed only during a restore. Default: false. */
  allowRestore?: boolean;
}

/** State of a restore: its arguments, and its outputs. */
export interface KiwiSnapshotRestoreState extends KiwiSnapshotRestoreArgs {
  /** File name of the snapshot that was restored last. */
  restoredSnapshot: string;
}

/** The machine that is overwritten. */
export interface Restored {
  veid: string;
}

/** Shape of the arguments; a test keeps it equal to their interface. */
export const kiwiSnapshotRestoreSchema = z.object({
  veid,
  snapshot: z.string().min(1, "must not be empty"),
  trigger: z.string(),
  confirmed: z.string().optional(),
  allowRestore: z.boolean().optional(),
});

/** In KiwiVM's audit log without the name of the snapshot: that is in entries of other work, too. */
const RESTORE = { name: "restore", logged: { words: /restor/i, call: "snapshot/restore" } };
const ASKED = { ...RESTORE, trigger: "trigger" } as const;

/**
 * Nothing that KiwiVM shows of a machine tells of a restore but the lock while it lasts. So one may be in doubt: then the
 * program says whether it was carried out. What tells one request from another is the snapshot and the trigger.
 *
 * Endpoints: snapshot/restore, snapshot/list, getServiceInfo, migrate/getLocations (seed 001), getRateLimitStatus and
 * getAuditLog.
 */
export const kiwiSnapshotRestore = defineResource<KiwiSnapshotRestoreArgs, KiwiSnapshotRestoreState, Restored>({
  name: "KiwiSnapshotRestore",
  hoster: "kiwivm",
  noun: "machine",
  machine: veidIn,
  schema: kiwiSnapshotRestoreSchema,
  arguments: {
    veid: { role: "control", reason: "is which machine is meant", replaces: true, nonSecret: IS_ID },
    snapshot: { role: "control", reason: "says what the next restore takes" },
    trigger: { role: "control", reason: "a restore leaves nothing at KiwiVM to compare with" },
    confirmed: { role: "control", reason: "says what became of a restore", createOnly: true },
    allowRestore: { role: "control", reason: "consent to a restore", createOnly: true },
  },
  outputs: { restoredSnapshot: { secret: true } },
  consent: {
    by: "allowRestore",
    to: ["trigger"],
    atCreate: true,
    loses: "A restore overwrites everything on the machine with the snapshot.",
    isHarmless: (_name, { trigger, confirmed }) => confirmed !== undefined && confirmed === trigger,
  },
  canonical: ({ veid, ...rest }) => ({ ...rest, ...canonicalVeid(veid) }),
  naturalKey: (args) => machineOf(args),
  identity: { within: ["veid"], by: [] },
  costs: "nothing",
  managementPolicy: "existing",

  idOf: ({ veid }) => veid,
  list: async (args, cx) => [await machine(cx, machineOf(args))],
  keysOf: ({ veid }) => [veid],
  create: neverMade,
  availability: {
    offered: async ({ veid, snapshot }, names, cx) => {
      if (snapshot === undefined || veid === undefined || !names.has("snapshot")) return [];
      const listed = await cx.hosters.kiwivm(machineOf({ veid })).client.snapshots();
      return offeredIssues(
        "snapshot",
        snapshot,
        listed.map(({ fileName }) => fileName),
      );
    },
  },
  find: async (id, _state, cx, internal) => {
    if (internal.pending) await whenOwnWorkIsOver(cx, id);
    warnOfDoubt(cx, internal, ASKED);
    return machine(cx, id);
  },
  observe: () => ({}),
  // Nothing has been restored yet: it acts at create.
  start: () => ({ known: { trigger: undefined } }),
  recorded: (id, { restoredSnapshot, trigger }, cx, internal) =>
    endNote(cx, id, RESTORE, internal, { target: restoredSnapshot, trigger }),
  reconcile: async (reconciler) => {
    resolveDoubt(reconciler, ASKED);
    if (reconciler.pending) await resume(reconciler, reconciler.id, taskOf(reconciler));
    if (reconciler.differs("trigger")) await restore(reconciler);
  },
  remove: async () => {},
});

type RestoreReconciler = Reconciler<KiwiSnapshotRestoreArgs, KiwiSnapshotRestoreState, Restored>;

/** Asked only so that a machine without a valid key is noticed. */
async function machine(cx: Context, veid: string): Promise<Restored> {
  await machineInfo(cx, veid);
  return { veid };
}

function taskOf({ cx, id }: RestoreReconciler): Task<KiwiSnapshotRestoreState> {
  return {
    ...RESTORE,
    askedBy: "trigger",
    look: async () => (await cx.hosters.kiwivm(id).client.locations()).current,
    wanted: undefined,
    outputs: () => ({}),
  };
}

async function restore(reconciler: RestoreReconciler): Promise<void> {
  const { args, cx, id } = reconciler;
  const { snapshot, trigger, confirmed } = args;
  const { client } = cx.hosters.kiwivm(id);
  const counts = { trigger, restoredSnapshot: snapshot };
  await perform(reconciler, id, {
    ...taskOf(reconciler),
    request: { target: snapshot, trigger },
    confirmed,
    isCalled: (words) => words === "" || /restor/i.test(words) || words.includes(snapshot),
    prepare: () =>
      requireOffered("snapshot", snapshot, async () => (await client.snapshots()).map(({ fileName }) => fileName)),
    begin: async () => {
      cx.report(`KiwiVM overwrites machine ${id} with a snapshot`);
      await client.restoreSnapshot(snapshot);
      return counts;
    },
    unheard: counts,
  });
}
