import { z } from "zod";
import { meaningsOf, shownDescription } from "../../hosters/kiwivm/description";
import { canonicalVeid, machineOf, ofMachines, veidIn } from "../../hosters/kiwivm/machines";
import { veid } from "../../hosters/kiwivm/veid";
import type { integer } from "../../integer";
import { ADOPT, ALLOW_REPLACE, IS_PART_OF_ID } from "../../lifecycle/commonArguments";
import { defineResource } from "../../lifecycle/contract";
import type { Named } from "../../lifecycle/definition";
import type { Reconciler } from "../../lifecycle/reconcile/reconciler";
import { ignored, showsSoon } from "../../lifecycle/reconcile/taken";
import { objectKey } from "../../lifecycle/runtime/keys";
import {
  awaitSnapshot,
  deleteSnapshot,
  findBegun,
  listSnapshots,
  lookForSnapshot,
  type Snapshot,
  setSticky,
  takeSnapshot,
} from "./snapshotCalls";

/** Arguments of a snapshot of a KiwiVM machine. */
export interface KiwiSnapshotArgs {
  /** The machine's VEID, as KiwiVM's panel shows it. It is part of the resource's id, so it cannot be a secret. */
  veid: string | integer;
  /**
   * Description that KiwiVM shows beside the snapshot: 1 to 64 printable ASCII characters. The provider finds the snapshot
   * again by it, so give each snapshot of a machine its own. It cannot be changed in place: changing it replaces the snapshot,
   * which requires `allowReplace`.
   */
  description: string;
  /**
   * Whether KiwiVM keeps the snapshot for good; it purges the others after some time. If omitted, it is set at creation and
   * then not managed. An adopted snapshot stays as it is then, so set `true` if it must be kept.
   */
  sticky?: boolean;
  /**
   * Allow a new snapshot in place of this one when `description` or `veid` changes. The old snapshot, with the state of the
   * machine that it holds, is deleted after the new one is finished. Default: false.
   */
  allowReplace?: boolean;
  /**
   * Take the snapshot again if KiwiVM has purged it or somebody has deleted it. Default: false, which only shows it as
   * `missing`.
   */
  recreate?: boolean;
  /**
   * Adopt an existing snapshot: `true` adopts the only one with this description, and a string adopts the snapshot with this
   * file name. The resource owns it from then on: destroying the resource deletes the snapshot. It becomes the resource's id,
   * so it cannot be a secret.
   */
  adopt?: boolean | string;
}

/** State of a snapshot: its arguments as KiwiVM shows them, and its outputs. */
export interface KiwiSnapshotState extends KiwiSnapshotArgs {
  /** Name that KiwiVM gave the snapshot's file. It is also the resource's id. */
  fileName: string;
  /** The description as KiwiVM lists it: as it is, or in base64. */
  listedAs: string;
  /** Operating system of the machine when the snapshot was taken. */
  os: string;
  /** Size of the file in bytes. */
  size: number;
  /** MD5 sum of the file. */
  md5: string;
  /**
   * Link to download the file, over plain HTTP: the certificate of KiwiVM's HTTPS link does not verify. Whoever knows the link
   * has the machine's data, so it is a secret.
   */
  downloadLink: string;
  /** Whether KiwiVM no longer lists the snapshot, because it was purged or deleted. */
  missing: boolean;
}

/** A listed snapshot; `isNew` for one just taken. */
export interface Taken extends Snapshot {
  isNew?: true;
}

const flag = z.boolean().optional();

/** Shape of the arguments; a test keeps it equal to their interface. */
export const kiwiSnapshotSchema = z.object({
  veid,
  description: z
    .string()
    .regex(
      /^[\x21-\x7e]([\x20-\x7e]{0,62}[\x21-\x7e])?$/,
      "must be 1 to 64 printable ASCII characters, without a space at either end",
    ),
  sticky: flag,
  allowReplace: flag,
  recreate: flag,
  adopt: z
    .union([z.boolean(), z.string().min(1, "must not be empty")], { error: "must be true, false or a file name" })
    .optional(),
});

const NEW_SNAPSHOT = { replaces: true } as const;

/**
 * Taking a snapshot is said to reboot the machine (unverified), and locks it until it is finished.
 *
 * Endpoints: snapshot/create, list, delete and toggleSticky (seed 001), and getRateLimitStatus.
 */
export const kiwiSnapshot = defineResource<KiwiSnapshotArgs, KiwiSnapshotState, Taken>({
  name: "KiwiSnapshot",
  hoster: "kiwivm",
  noun: "snapshot",
  machine: veidIn,
  schema: kiwiSnapshotSchema,
  arguments: {
    veid: { role: "control", reason: "addresses the machine", nonSecret: IS_PART_OF_ID, ...NEW_SNAPSHOT },
    description: {
      role: "control",
      reason: "KiwiVM cannot change it, and by it the snapshot is found again",
      ...NEW_SNAPSHOT,
      // Absent until the snapshot is listed for the first time.
      live: ({ listedAs, description }: Partial<KiwiSnapshotState>) =>
        listedAs === undefined || description === undefined ? undefined : shownDescription(listedAs, description),
    },
    sticky: { role: "drift" },
    allowReplace: ALLOW_REPLACE,
    recreate: { role: "control", reason: "decides what becomes of a missing snapshot" },
    adopt: ADOPT,
  },
  outputs: {
    fileName: { steady: true },
    listedAs: { secret: true, steady: true },
    os: { steady: true },
    size: { steady: true },
    md5: { steady: true },
    downloadLink: { secret: true },
    missing: {},
  },
  canonical: ({ veid, ...rest }) => ({ ...rest, ...canonicalVeid(veid) }),
  naturalKey: (args) => keyOf(machineOf(args), args.description),
  identity: { within: ["veid"], by: ["description"] },
  // Not money, but downtime and a place among the few that KiwiVM keeps: never taken twice on a doubt.
  costs: "money",
  replacement: {
    loses:
      "The old snapshot is deleted with the state of the machine that it holds, once the new one is finished; taking one may reboot the machine.",
  },

  idOf: ({ fileName }) => fileName,
  idComesLater: { hosterId: ({ fileName }) => fileName },
  importId: {
    form: "veid/fileName",
    example: "123456/snapshot-123456-1700000000-2023-11-14-0123456789abcdef.tar.gz",
    parse: partsOf,
  },
  inventory: {
    all: (cx) => ofMachines(cx, (veid) => listSnapshots(cx, veid)),
    named: ({ veid, fileName }) => `${veid}/${fileName}`,
    imports: ({ description }) => ({ description: meaningsOf(description)[0] }),
  },
  list: (args, cx, fresh) => lookForSnapshot(cx, machineOf(args), args.description, { fresh }),
  keysOf: ({ veid, description }) => meaningsOf(description).map((meaning) => keyOf(veid, meaning)),
  create: async (args, cx) => {
    const isReplaced = cx.isReplacedByOption(objectKey(kiwiSnapshot, kiwiSnapshot.naturalKey(args)));
    return { ...(await takeSnapshot(cx, machineOf(args), args.description, isReplaced)), isNew: true };
  },
  find: async (id, state, cx, { pending }) => {
    const machine = machineOf(state);
    const before = state.fileName ? undefined : pending?.before;
    if (before) return findBegun(cx, machine, state.description, before);
    const name = state.fileName || id;
    return (await listSnapshots(cx, machine)).find(({ fileName }) => fileName === name);
  },
  observe: ({ fileName, description, os, size, md5, sticky, downloadLink }) => ({
    fileName,
    listedAs: description,
    os,
    size,
    md5,
    sticky,
    downloadLink,
    missing: false,
  }),
  start: ({ isNew }) => (isNew ? { pending: "create" } : {}),
  isDone: (snapshot, _state, { specified }) => snapshot.sticky || specified.includes("sticky"),
  purgedByHoster: {
    missing: ({ fileName }) => (fileName ? { missing: true } : {}),
    recreate: (state, args) => (state.missing && args.recreate === true ? "recreate" : undefined),
  },
  reconcile: async (reconciler) => {
    await finishBegun(reconciler);
    await matchSticky(reconciler);
  },
  remove: (_id, state, { fileName }, cx) => deleteSnapshot(cx, machineOf(state), fileName),
});

/** The machine may be left out where it is known otherwise: the id in the stack is the file's name alone. */
function partsOf(text: string): Named<KiwiSnapshotArgs> | undefined {
  const [, machine, id] = /^(?:(\d+)\/)?([^/:\s]+)$/.exec(text) ?? [];
  if (id === undefined) return undefined;
  const veid = veidIn({ veid: machine });
  return { id, args: veid === undefined ? {} : { veid } };
}

function keyOf(veid: string, description: string): string {
  return JSON.stringify([veid, description]);
}

type SnapshotReconciler = Reconciler<KiwiSnapshotArgs, KiwiSnapshotState, Taken>;

/** Waits for what an earlier run began and could not see finished; it is never begun again. */
async function finishBegun(reconciler: SnapshotReconciler): Promise<void> {
  const before = reconciler.pending?.before;
  if (before === undefined || reconciler.state.fileName) return;
  reconciler.observe(
    await awaitSnapshot(reconciler.cx, machineOf(reconciler.state), reconciler.state.description, before),
  );
}

/** KiwiVM answers nothing but success, so what it lists afterwards counts: one that is not sticky would be purged. */
async function requireSticky(reconciler: SnapshotReconciler, wanted: boolean): Promise<void> {
  const { cx, args, id, state } = reconciler;
  await showsSoon(cx, "sticky", async () => {
    const listed = await listSnapshots(cx, machineOf(args), true);
    const shown = listed.find(({ fileName }) => fileName === state.fileName);
    if (shown !== undefined) reconciler.observe(shown);
    return shown?.sticky === wanted;
  });
  if (reconciler.state.sticky === wanted) return;
  throw ignored(
    objectKey(kiwiSnapshot, id),
    `sticky (sent as ${wanted}, shown as ${!wanted})`,
    "Run `pulumi up` to send it again. If that changes nothing, write what KiwiVM shows.",
  );
}

/** KiwiVM purges what is not sticky, so a new snapshot becomes sticky unless the program says otherwise. */
async function matchSticky(reconciler: SnapshotReconciler): Promise<void> {
  const isNew = reconciler.pending?.kind === "create";
  const wanted = reconciler.args.sticky ?? (isNew ? true : undefined);
  if (wanted !== undefined && wanted !== reconciler.state.sticky) {
    await setSticky(reconciler.cx, machineOf(reconciler.args), reconciler.state.fileName, wanted);
    await requireSticky(reconciler, wanted);
  }
  reconciler.finish();
}
