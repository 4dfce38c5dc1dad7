import { z } from "zod";
import { whenUnlocked } from "../../hosters/kiwivm/locks";
import { canonicalVeid, machineOf, veidIn } from "../../hosters/kiwivm/machines";
import { veid } from "../../hosters/kiwivm/veid";
import type { integer } from "../../integer";
import { type ActionArgs, type ActionState, defineAction } from "../../lifecycle/reconcile/action";

/** Arguments of a script on a KiwiVM machine. All of them pass through BandwagonHost's API. */
export interface KiwiScriptArgs extends ActionArgs {
  /**
   * The machine's VEID, as KiwiVM's panel shows it. Changing it replaces the resource: the script also runs on the new machine.
   * Messages contain the VEID, so it cannot be a secret.
   */
  veid: string | integer;
  /**
   * The shell script. It runs as `root`, and a changed script runs again. Write it so that running it twice does no harm: a run
   * that is killed leaves no trace, and the next one starts it again.
   */
  script: string;
  /**
   * Any strings. When one of them changes, the script runs again. Triggers that are added to an existing resource are only
   * recorded, unless `outcome` is `unknown`.
   */
  triggers?: string[];
}

/** State of a script: its arguments, and its outputs. */
export interface KiwiScriptState extends KiwiScriptArgs, ActionState {
  /** Name of the file on the machine that holds the script's output. The file's directory is not documented. */
  log?: string;
}

/** Shape of the arguments; a test keeps it equal to their interface. */
export const kiwiScriptSchema = z.object({
  veid,
  script: z
    .string()
    .min(1, "must not be empty")
    .refine((text) => !text.includes("\0"), "must not hold a NUL character"),
  triggers: z.array(z.string()).optional(),
});

const PART = { role: "control", reason: "KiwiVM does not show what becomes of a script" } as const;

/**
 * KiwiVM only begins the script: `done` means that it took it, not that it has ended.
 *
 * Endpoint: shellScript/exec (seed 001).
 */
export const kiwiScript = defineAction<KiwiScriptArgs, KiwiScriptState>({
  name: "KiwiScript",
  hoster: "kiwivm",
  noun: "script",
  machine: veidIn,
  schema: kiwiScriptSchema,
  arguments: {
    veid: {
      role: "control",
      reason: "addresses the machine",
      replaces: true,
      nonSecret: "messages about the machine show it",
    },
    script: PART,
    triggers: PART,
  },
  outputs: { outcome: {}, log: {} },
  canonical: ({ veid, ...rest }) => ({ ...rest, ...canonicalVeid(veid) }),
  again: ["script"],
  act: async (args, cx) => {
    const machine = machineOf(args);
    const { shell } = cx.hosters.kiwivm(machine).client;
    return { log: await whenUnlocked(cx, machine, () => shell.runScript(args.script)) };
  },
});
