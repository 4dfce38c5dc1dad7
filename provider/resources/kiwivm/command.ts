import { posix } from "node:path";
import { z } from "zod";
import type { Exit } from "../../clients/kiwivm/shell";
import { ActionFailed } from "../../errors/actionFailed";
import { isHttp } from "../../errors/httpError";
import { VpsError } from "../../errors/vpsError";
import { whenUnlocked } from "../../hosters/kiwivm/locks";
import { canonicalVeid, machineOf, veidIn } from "../../hosters/kiwivm/machines";
import { veid } from "../../hosters/kiwivm/veid";
import type { integer } from "../../integer";
import { type ActionArgs, type ActionState, defineAction } from "../../lifecycle/reconcile/action";
import type { Context } from "../../lifecycle/runtime/context";
import { commandLine } from "./commandLine";

/** How long KiwiVM lets a command run is not documented (unverified). */
const COMMAND_SECONDS = 600;

/** Arguments of a command on a KiwiVM machine. All of them, and the command's output, pass through BandwagonHost's API. */
export interface KiwiCommandArgs extends ActionArgs {
  /**
   * The machine's VEID, as KiwiVM's panel shows it. Changing it replaces the resource: `create` runs on the new machine, then
   * `delete` on the old one. Messages contain the VEID, so it cannot be a secret.
   */
  veid: string | integer;
  /**
   * Command that runs when the resource is created, as `root` in a shell. Write it so that running it twice does no harm: a run
   * that is killed leaves no trace, and the next one runs it again.
   */
  create: string;
  /**
   * Command that runs instead of `create` when `create`, `environment`, `workingDirectory` or a trigger changes. Default:
   * `create`.
   */
  update?: string;
  /** Command that runs when the resource is destroyed, also after a failed `create`. Default: none. */
  delete?: string;
  /**
   * Any strings. When one of them changes, the command runs again. Triggers that are added to an existing resource are only
   * recorded, unless `outcome` is `unknown`.
   */
  triggers?: string[];
  /**
   * Absolute path of the directory in which the commands run. It must exist. Default: the directory in which KiwiVM's shell
   * starts, which is said to be `/root` (unverified).
   */
  workingDirectory?: string;
  /**
   * Environment variables of the commands. Pass secret values as secrets, so that Pulumi encrypts them in state. Default: none.
   */
  environment?: { [name: string]: string };
}

/** State of a command: its arguments, and its outputs. */
export interface KiwiCommandState extends KiwiCommandArgs, ActionState {
  /**
   * Output of the last command that ended: standard output and standard error, in the order in which they came. It may hold a
   * secret, so it is a secret itself; `pulumi.unsecret()` reveals it.
   */
  stdout?: string;
  /** Exit status of the last command that ended. */
  exitStatus?: integer;
}

const withoutNul = (text: string) => !text.includes("\0");
const command = z.string().min(1, "must not be empty").refine(withoutNul, "must not hold a NUL character");

/** Shape of the arguments; a test keeps it equal to their interface. */
export const kiwiCommandSchema = z.object({
  veid,
  create: command,
  update: command.optional(),
  delete: command.optional(),
  triggers: z.array(z.string()).optional(),
  workingDirectory: z
    .string()
    .startsWith("/", "must be an absolute path")
    .refine(withoutNul, "must not hold a NUL character")
    .optional(),
  environment: z
    .record(z.string(), z.string().refine(withoutNul, "must not hold a NUL character"))
    .refine(
      (variables) => Object.keys(variables).every((name) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name)),
      "must have names of letters, digits and underscores, which do not begin with a digit",
    )
    .optional(),
});

const PART = { role: "control", reason: "a command leaves nothing at KiwiVM to compare with" } as const;

/** Endpoints: basicShell/exec and basicShell/cd (seed 001). */
export const kiwiCommand = defineAction<KiwiCommandArgs, KiwiCommandState>({
  name: "KiwiCommand",
  hoster: "kiwivm",
  noun: "command",
  machine: veidIn,
  schema: kiwiCommandSchema,
  arguments: {
    veid: {
      role: "control",
      reason: "addresses the machine",
      replaces: true,
      nonSecret: "messages about the machine show it",
    },
    create: PART,
    update: PART,
    delete: PART,
    triggers: PART,
    workingDirectory: { ...PART, hasDefault: true },
    environment: { ...PART, hasDefault: true },
  },
  outputs: { outcome: {}, stdout: { secret: true }, exitStatus: {} },
  canonical: ({ veid, workingDirectory = "", environment = {}, ...rest }) => ({
    ...rest,
    workingDirectory,
    environment,
    ...canonicalVeid(veid),
  }),
  again: ["create", "workingDirectory", "environment"],
  act: async (args, cx, occasion) => {
    const command = occasion === "create" ? args.create : (args.update ?? args.create);
    const { status, output } = await run(command, args, cx);
    const outputs = { stdout: output, exitStatus: status };
    if (status === 0) return outputs;
    throw new ActionFailed(
      `${failure(status)} To read it, run \`pulumi stack export --show-secrets\` and look at the output stdout.`,
      outputs,
    );
  },
  undo: async (state, cx) => {
    if (state.delete === undefined) return;
    const { status } = await run(state.delete, state, cx);
    if (status === 0) return;
    throw new VpsError("ended", `${failure(status)} To see it, run the delete command by hand.`);
  },
});

function failure(status: number): string {
  return `The command ended with exit status ${status}. Its output may hold a secret, so it is not shown here.`;
}

/** Runs a command to its end. */
async function run(command: string, args: KiwiCommandArgs, cx: Context): Promise<Exit> {
  const machine = machineOf(args);
  const line = commandLine(command, await directoryOf(args, machine, cx), args.environment ?? {});
  const { shell } = cx.hosters.kiwivm(machine).client;
  return whenUnlocked(cx, machine, () => shell.exec(line, cx.timeoutSeconds ?? COMMAND_SECONDS));
}

/** The directory as the machine knows it. Going to one that is missing leads nowhere, and that is not always an error. */
async function directoryOf(
  { workingDirectory }: KiwiCommandArgs,
  machine: string,
  cx: Context,
): Promise<string | undefined> {
  if (workingDirectory === undefined) return undefined;
  const { shell } = cx.hosters.kiwivm(machine).client;
  const pwd = await whenUnlocked(cx, machine, () => shell.directory(workingDirectory)).catch((error: unknown) => {
    if (!isHttp(error, "refused")) throw error;
    const question = `Check that machine ${machine} is running, and that it has the directory in workingDirectory.`;
    throw new VpsError("refused", `${error.message} ${question}`, { cause: error });
  });
  if (pwd !== "/" || posix.resolve(workingDirectory) === "/") return pwd;
  throw new VpsError(
    "refused",
    `workingDirectory: machine ${machine} has no such directory. Create it first, or name another one.`,
  );
}
