import { z } from "zod";
import { VpsError } from "../../errors/vpsError";
import { whenOwnWorkIsOver } from "../../hosters/kiwivm/locks";
import {
  canonicalVeid,
  machineImportId,
  machineInfo,
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
import { isPulled } from "../../lifecycle/reconcile/triggers";
import { finishedOf, isUnconfirmed } from "../../lifecycle/record";
import type { Context } from "../../lifecycle/runtime/context";
import { resolveDoubt, warnOfDoubt } from "./doubt";
import { endNote } from "./requestNotes";
import type { LossyTask, Task } from "./taskModel";
import { perform, resume } from "./taskSteps";

/** Arguments of the operating system of a KiwiVM machine. */
export interface KiwiServerOsArgs {
  /** The machine's VEID, as KiwiVM's panel shows it. It is also the resource's id, so it cannot be a secret. */
  veid: string | number;
  /**
   * Name of the system's template, such as `debian-12-x86_64`. Another one is installed on an empty disk, which requires
   * `allowReinstall`. It cannot be a secret: KiwiVM shows it back.
   */
  os: string;
  /** Any string. When it changes, the system is installed again on an empty disk, which requires `allowReinstall`. Set for the first time, it is only recorded, unless the machine shows another system than the one applied. */
  reinstallTrigger?: string;
  /**
   * The value of `reinstallTrigger` whose reinstallation was carried out, for a run that cannot tell. Nothing is installed for
   * it, and it is recorded as done. Needed only until then. Default: none.
   */
  confirmed?: string;
  /** Allows the loss of everything on the disk when `os` or `reinstallTrigger` changes, or when the machine has another system at creation. Default: false. */
  allowReinstall?: boolean;
}

/** State of a machine's operating system: its arguments as they were applied, and its outputs. */
export interface KiwiServerOsState extends KiwiServerOsArgs {
  /** The system the machine has now. */
  currentOs: string;
  /** Root password that KiwiVM showed at the last reinstallation (secret). */
  rootPassword?: string;
  /** `set`, or `unknown` if KiwiVM did not show the new root password or its answer was lost. Then `rootPassword` no longer works. */
  rootPasswordStatus?: "set" | "unknown";
  /** SSH port after the last reinstallation, if KiwiVM showed it. */
  sshPort?: number;
}

/** The system of one machine. */
export interface MachineOs {
  veid: string;
  os: string;
}

/** Shape of the arguments; a test keeps it equal to their interface. */
export const kiwiServerOsSchema = z.object({
  veid,
  os: z.string().regex(/^[\w.+-]{1,128}$/, "must be the name of a template, such as debian-12-x86_64"),
  reinstallTrigger: z.string().optional(),
  confirmed: z.string().optional(),
  allowReinstall: z.boolean().optional(),
});

const REINSTALLATION = { name: "reinstallation", logged: { words: /re-?install/i, call: "reinstallOS" } };
const ASKED = { ...REINSTALLATION, trigger: "reinstallTrigger" } as const;

/**
 * Endpoints: getServiceInfo, getAvailableOS, reinstallOS (seed 001), getRateLimitStatus, getAuditLog; and
 * migrate/getLocations, the only call that is known to be refused while a machine is locked.
 */
export const kiwiServerOs = defineResource<KiwiServerOsArgs, KiwiServerOsState, MachineOs>({
  name: "KiwiServerOs",
  hoster: "kiwivm",
  noun: "machine",
  machine: veidIn,
  schema: kiwiServerOsSchema,
  arguments: {
    veid: { role: "control", reason: "is which machine is meant", replaces: true, nonSecret: IS_ID },
    os: {
      role: "drift",
      nonSecret: "KiwiVM shows it back, as the output currentOs",
      live: ({ currentOs }) => currentOs || undefined,
    },
    reinstallTrigger: {
      role: "control",
      reason: "a reinstallation of the same system leaves nothing to compare with",
      foretells: { firstGiven: "is only recorded, unless the machine shows another system than the one applied" },
    },
    confirmed: { role: "control", reason: "says what became of a reinstallation", createOnly: true },
    allowReinstall: { role: "control", reason: "consent to a reinstallation", createOnly: true },
  },
  outputs: { currentOs: {}, rootPassword: { secret: true }, rootPasswordStatus: {}, sshPort: {} },
  consent: {
    by: "allowReinstall",
    to: ["os", "reinstallTrigger"],
    loses: "A reinstallation deletes everything on the machine's disk, and sets a new root password.",
    isHarmless: (name, { reinstallTrigger, confirmed }) =>
      name === "reinstallTrigger" && confirmed !== undefined && confirmed === reinstallTrigger,
  },
  canonical: ({ veid, ...rest }) => ({ ...rest, ...canonicalVeid(veid) }),
  naturalKey: (args) => machineOf(args),
  identity: { within: ["veid"], by: [] },
  costs: "nothing",
  managementPolicy: "existing",

  idOf: ({ veid }) => veid,
  importId: machineImportId,
  inventory: { all: (cx) => ofMachines(cx, async (veid) => [await machineOs(cx, veid, false)]) },
  list: async (args, cx, fresh) => [await machineOs(cx, machineOf(args), fresh)],
  keysOf: ({ veid }) => [veid],
  create: neverMade,
  availability: {
    offered: async ({ veid, os }, names, cx) => {
      if (os === undefined || veid === undefined || !names.has("os")) return [];
      const machine = machineOf({ veid });
      const present = await machineOs(cx, machine, false);
      // What is there already need not be on offer any more.
      return offeredIssues("os", os, [present.os, ...(await cx.hosters.kiwivm(machine).client.osTemplates())]);
    },
  },
  find: async (id, _state, cx, internal) => {
    const hasPending = internal.pending !== undefined;
    if (hasPending) await whenOwnWorkIsOver(cx, id);
    warnOfDoubt(cx, internal, ASKED);
    return machineOs(cx, id, hasPending);
  },
  observe: ({ os }) => ({ currentOs: os }),
  // Nothing of it has been applied yet.
  start: ({ os }) => ({ known: { os } }),
  isDone: ({ os }, _state, internal) => finishedOf<KiwiServerOsState>(internal).os === os,
  recorded: (id, { os, reinstallTrigger }, cx, internal) =>
    endNote(cx, id, REINSTALLATION, internal, { target: os, trigger: reinstallTrigger }),
  reconcile: async (reconciler) => {
    await finishBegun(reconciler);
    await matchOs(reconciler);
  },
  remove: async () => {},
});

type OsReconciler = Reconciler<KiwiServerOsArgs, KiwiServerOsState, MachineOs>;

async function machineOs(cx: Context, veid: string, fresh: boolean): Promise<MachineOs> {
  const { os } = await machineInfo(cx, veid, fresh);
  if (os !== "") return { veid, os };
  // Not knowing the system must not look like another one: that would be replaced.
  throw new VpsError("contradiction", `KiwiVM does not show which operating system machine ${veid} has. Run again.`);
}

/** A reinstallation; where it ends in the system `wanted`, that tells when. */
function taskOf({ cx, id, state }: OsReconciler, wanted: string | undefined): Task<KiwiServerOsState> {
  return {
    ...REINSTALLATION,
    // The system applied may be wanted again, where the machine shows another one: that asks for nothing by itself.
    askedBy: wanted === undefined || wanted === state.os ? "reinstallTrigger" : "os",
    look: async () => {
      const { current } = await cx.hosters.kiwivm(id).client.locations();
      return wanted === undefined ? current : (await machineOs(cx, id, true)).os;
    },
    wanted,
    outputs: (currentOs) => (wanted === undefined ? {} : { currentOs }),
  };
}

async function finishBegun(reconciler: OsReconciler): Promise<void> {
  // Of another system the machine tells: no doubt about the present one counts then.
  if (isUnconfirmed(reconciler.internal) && isOther(reconciler)) reconciler.abandon();
  else resolveDoubt(reconciler, ASKED);
  if (reconciler.pending === undefined) return;
  await resume(reconciler, reconciler.id, taskOf(reconciler, reconciler.finished.os));
  warnOfUntold(reconciler);
}

/** Installs the system where it is another one, or where the trigger says so. */
async function matchOs(reconciler: OsReconciler): Promise<void> {
  const { args, cx, id } = reconciler;
  const { client } = cx.hosters.kiwivm(id);
  const hasDrifted = reconciler.state.currentOs !== reconciler.state.os && !reconciler.compared.ignored.has("os");
  if (!isPulled(reconciler, "reinstallTrigger", hasDrifted) && !reconciler.differs("os")) {
    // Also where the machine shows what a run that was killed has done.
    if (reconciler.internal.requestedAt === undefined) reconciler.requested();
    return;
  }
  const { os, reinstallTrigger, confirmed } = args;
  // A trigger stays unmanaged where the program does not give it.
  const counts = { os, ...(reinstallTrigger === undefined ? {} : { reinstallTrigger }) };
  const task: LossyTask<KiwiServerOsState> = {
    ...taskOf(reconciler, isOther(reconciler) ? os : undefined),
    request: { target: os, trigger: reinstallTrigger ?? "" },
    confirmed,
    // Such words were seen: "OS Reinstall: debian-13-x86_64".
    isCalled: (words) => words === "" || (/install/i.test(words) && words.includes(os)),
    prepare: () => requireOffered("os", os, () => client.osTemplates()),
    begin: async () => {
      cx.report(`KiwiVM installs ${os} on machine ${id}; everything on its disk is lost`);
      const { rootPassword, sshPort } = await client.reinstallOs(os);
      return {
        ...counts,
        ...(rootPassword === "" ? {} : { rootPassword }),
        rootPasswordStatus: rootPassword === "" ? "unknown" : "set",
        ...(sshPort === undefined ? {} : { sshPort }),
      };
    },
    unheard: { ...counts, rootPasswordStatus: "unknown" },
  };
  await perform(reconciler, id, task);
  warnOfUntold(reconciler);
}

/** Whether the machine, as far as is known, has another system than the program asks for. */
function isOther(reconciler: OsReconciler): boolean {
  return reconciler.differs("os") || reconciler.state.currentOs !== reconciler.args.os;
}

function warnOfUntold({ state, cx }: OsReconciler): void {
  if (state.rootPasswordStatus !== "unknown") return;
  cx.warn("KiwiVM did not show the new root password; to set another one, use rootPasswordVersion of KiwiServer");
}
