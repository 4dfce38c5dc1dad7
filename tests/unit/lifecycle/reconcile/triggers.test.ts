import { z } from "zod";
import { HttpError, type HttpFailure } from "../../../../provider/errors/httpError";
import { VpsError } from "../../../../provider/errors/vpsError";
import type { Resource } from "../../../../provider/lifecycle/contract";
import { Reconciler } from "../../../../provider/lifecycle/reconcile/reconciler";
import { actOnce, isPulled } from "../../../../provider/lifecycle/reconcile/triggers";
import { Context } from "../../../../provider/lifecycle/runtime/context";
import { failureOf } from "../../support/errors";
import { recorded } from "../../support/record";
import { offlineRun } from "../../support/run";

interface BellArgs {
  trigger?: string;
}
interface BellState extends BellArgs {
  rung?: "yes" | "unknown";
}

/** As far as triggers look at a resource. */
const bell: Resource<BellArgs, BellState, object> = {
  name: "Bell",
  hoster: "fornex",
  noun: "bell",
  schema: z.object({ trigger: z.string().optional() }),
  arguments: { trigger: { role: "control", reason: "rings" } },
  outputs: { rung: {} },
  canonical: (args) => args,
  naturalKey: () => "bell",
  costs: "nothing",
  idOf: () => "1",
  list: async () => [],
  keysOf: () => [],
  create: async () => ({}),
  find: async () => ({}),
  observe: () => ({}),
  reconcile: async () => {},
  remove: async () => {},
};

function workOf(args: BellArgs, state: BellState = {}, specified: string[] = []) {
  return new Reconciler(bell, "1", recorded(state, { specified }), args, new Context(offlineRun(), "Bell 1"));
}

describe("a trigger", () => {
  test.each<[string, BellArgs, BellState, string[], boolean, string | undefined]>([
    ["that changes acts", { trigger: "b" }, { trigger: "a" }, ["trigger"], true, "a"],
    ["that stays does not", { trigger: "a" }, { trigger: "a" }, ["trigger"], false, "a"],
    ["given for the first time is only recorded", { trigger: "a" }, {}, [], false, "a"],
    ["that is taken out does not act", {}, { trigger: "a" }, ["trigger"], false, "a"],
    ["given when its last action has not been done acts", { trigger: "a" }, {}, ["trigger"], true, undefined],
  ])("%s", (_, args, state, specified, pulled, noted) => {
    const reconciler = workOf(args, state, specified);
    expect(isPulled(reconciler, "trigger")).toBe(pulled);
    expect(reconciler.state.trigger).toBe(noted);
  });
});

describe("what no run may repeat", () => {
  const unclear = { counts: { rung: "unknown" as const }, says: "Whether it rang is unknown." };
  const failing = (kind: HttpFailure) => () => Promise.reject(new HttpError(kind, "It failed."));

  test("answered: its answer", async () => {
    const reconciler = workOf({});
    expect(await actOnce(reconciler, async () => "dong", unclear)).toBe("dong");
    expect(reconciler.state.rung).toBeUndefined();
  });

  test.each(["broken", "server", "unreadable", "unexpected"] as const)(
    "%s: nobody can tell, so that is recorded and said",
    async (kind) => {
      const reconciler = workOf({});
      const error = await failureOf(actOnce(reconciler, failing(kind), unclear), VpsError);
      expect(error).toMatchObject({ code: "ambiguous-action", message: "It failed. Whether it rang is unknown." });
      expect(reconciler.state.rung).toBe("unknown");
    },
  );

  test.each(["unsent", "rate-limited", "refused", "locked"] as const)("%s: it was not done", async (kind) => {
    const reconciler = workOf({});
    expect(await failureOf(actOnce(reconciler, failing(kind), unclear), HttpError)).toMatchObject({ kind });
    expect(reconciler.state.rung).toBeUndefined();
  });
});
