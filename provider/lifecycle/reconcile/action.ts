import { randomBytes, randomUUID } from "node:crypto";
import { ActionFailed } from "../../errors/actionFailed";
import { isAmbiguous } from "../../errors/httpError";
import { VpsError } from "../../errors/vpsError";
import { applied } from "../arguments";
import type { Resource } from "../contract";
import type { Known } from "../record";
import type { Context } from "../runtime/context";
import type { Reconciler } from "./reconciler";
import { isPulled } from "./triggers";

/** What every action can be asked for. */
export interface ActionArgs {
  /**
   * Any strings. When one of them changes, the action runs again. Triggers that are added to an existing resource are only
   * recorded, unless `outcome` is `unknown`.
   */
  triggers?: string[];
}

/** What every action shows. */
export interface ActionState extends ActionArgs {
  /**
   * Result of the last attempt. `done`: it succeeded. `failed`: the next `pulumi up` tries again. `unknown`: the answer was
   * lost, so it may or may not have been done. It is not repeated by itself then: other `triggers` repeat it, also triggers
   * that are set for the first time. Missing if nothing was ever sent.
   */
  outcome?: "done" | "failed" | "unknown";
}

/** Why it is done: for the first time (or once more since that failed), or again. */
export type Occasion = "create" | "update";

/** An action is known by its own id only. */
export interface Deed {
  id: string;
}

/**
 * Something done at the hoster that leaves nothing there to look for: at create, and again when what it consists of changes.
 * A read keeps it as it is, so it never drifts.
 */
export interface Action<A extends ActionArgs, S extends A & ActionState>
  extends Pick<
    Resource<A, S, Deed>,
    "name" | "hoster" | "noun" | "machine" | "schema" | "arguments" | "outputs" | "rules" | "canonical"
  > {
  /** The arguments, beside `triggers`, whose change does it again. */
  again: readonly (keyof A & string)[];
  /** Does it, and answers its outputs. Throws {@link ActionFailed} where it was carried out and ended badly. */
  act: (args: A, cx: Context, occasion: Occasion) => Promise<Known<S>>;
  /** Undoes it when the resource leaves the stack; not called where it was never sent. */
  undo?: (state: S, cx: Context) => Promise<void>;
}

/** The resource that does an action. */
export function defineAction<A extends ActionArgs, S extends A & ActionState>(
  action: Action<A, S>,
): Resource<A, S, Deed> {
  const { again, act, undo, ...described } = action;
  const resource: Resource<A, S, Deed> = {
    ...described,
    // Doing the same twice is two actions.
    naturalKey: () => randomUUID(),
    costs: "nothing",
    idOf: ({ id }) => id,
    list: async () => [],
    keysOf: () => [],
    // Nothing is sent here: `reconcile` does that once there is a state that can say what became of it.
    create: async (args) => ({ id: newId(action.machine?.(args)) }),
    start: () => ({ pending: "create" satisfies Occasion }),
    find: async (id) => ({ id }),
    observe: () => ({}),
    isDone: () => false,
    reconcile: async (reconciler) => {
      const occasion = occasionOf(reconciler, again);
      if (occasion !== undefined) await perform(resource, act, reconciler, occasion);
    },
    remove: async (_id, state, _deed, cx) => {
      if (state.outcome !== undefined) await undo?.(state, cx).catch(sayWhatIsLeft);
    },
  };
  return resource;
}

/** Short enough to be read in every line about it, long enough to tell apart what one run holds. Nothing looks into it. */
function newId(machine: string | undefined): string {
  const digits = randomBytes(4).toString("hex");
  return machine === undefined ? digits : `${machine}/${digits}`;
}

/** What was not undone stays in the stack, which has no place to note that it was perhaps: what becomes of it is the user's to say. */
function sayWhatIsLeft(error: unknown): never {
  if (!(error instanceof VpsError)) throw error;
  const stays =
    "The resource stays in the stack, and the next `pulumi up` or `pulumi destroy` runs the delete command again. " +
    "To skip it, run `pulumi state delete`.";
  if (!isAmbiguous(error)) throw new VpsError(error.code, `${error.message} ${stays}`, { cause: error });
  throw new VpsError("ambiguous-action", `${error.message} Whether the delete command ran is unknown. ${stays}`, {
    cause: error,
  });
}

/** Pending is what was never sent, or failed. */
function occasionOf<A extends ActionArgs, S extends A & ActionState>(
  reconciler: Reconciler<A, S, Deed>,
  again: readonly (keyof A & string)[],
): Occasion | undefined {
  const { pending } = reconciler;
  if (pending !== undefined) return pending.kind === "create" ? "create" : "update";
  return isPulled(reconciler, "triggers", reconciler.state.outcome === "unknown") || reconciler.differs(...again)
    ? "update"
    : undefined;
}

async function perform<A extends ActionArgs, S extends A & ActionState>(
  resource: Resource<A, S, Deed>,
  act: Action<A, S>["act"],
  reconciler: Reconciler<A, S, Deed>,
  occasion: Occasion,
): Promise<void> {
  const ended = (outcome: ActionState["outcome"], outputs: object) =>
    reconciler.keep({ ...outputs, outcome } as Known<S>);
  try {
    ended("done", await act(reconciler.args, reconciler.cx, occasion));
  } catch (error) {
    if (error instanceof ActionFailed) {
      ended("failed", error.outputs);
      reconciler.begin(occasion);
    }
    if (!isAmbiguous(error)) throw error;
    // Nobody can tell, so it counts as done: what the program asks for is applied.
    reconciler.record = applied(resource, reconciler.record, reconciler.args);
    ended("unknown", {});
    reconciler.finish();
    throw new VpsError(
      "ambiguous-action",
      `${error.message} Whether it was carried out is unknown, so it is not repeated. Check the result. To run it again, set or change triggers.`,
      { cause: error },
    );
  }
  reconciler.finish();
}
