import type { Fault, RequestRecord } from "../../simulator";
import type { AdapterName } from "./adapters";
import { callBehind } from "./calls";
import { confirm, isInDoubt } from "./doubt";
import type { Engine } from "./engine";
import { type Row, rowsIn, THINGS } from "./rows";
import { clean, forEachApiVersion, isMade } from "./scenario";
import { play, restore, type Scene, type Step, sceneOf, storyOf } from "./story";
import type { World } from "./world";

jest.mock("../../provider/clients/http/client", () => {
  const actual = jest.requireActual("../../provider/clients/http/client");
  const { noting } = jest.requireActual("./calls");
  return { ...actual, httpClient: noting(actual.httpClient) };
});

type FaultKind = Pick<Fault, "kind" | "status" | "retryAfter" | "delayMs" | "times">;

/** What can go wrong with one request. */
const ONCE: Record<string, FaultKind> = {
  "429": { kind: "status", status: 429, retryAfter: 0.002 },
  "500": { kind: "status", status: 500 },
  "503 with Retry-After": { kind: "status", status: 503, retryAfter: 0.002 },
  html: { kind: "html" },
  cut: { kind: "cut" },
  "reset-before": { kind: "reset-before" },
  "reset-after": { kind: "reset-after" },
  slow: { kind: "slow", delayMs: 20 },
};

/** What can go wrong with a call again and again, until the next run. */
const OUTAGES: Record<string, FaultKind> = {
  "500 for good": { kind: "status", status: 500, times: 1_000_000 },
  "403 for good": { kind: "status", status: 403, times: 1_000_000 },
  "404 for good": { kind: "status", status: 404, times: 1_000_000 },
  "reset-after for good": { kind: "reset-after", times: 1_000_000 },
};

/** A delete that is not carried out, and answered by JSON where documents have nothing. */
const STRANGE: Record<string, FaultKind> = { "200 with JSON": { kind: "status", status: 200 } };
const isStrange = ({ status }: FaultKind) => status === 200;

/** Refusals in a row while a machine is locked; it is waited for. */
const LOCKS = 3;
const LOCKED: Record<string, FaultKind> = { "locked machine": { kind: "lock", times: LOCKS } };

/** What becomes of a request is decided below the adapters, so through the plugin those will do that end in an error which keeps the resource. */
const PARTIAL = ["reset-after", "reset-after for good"];
const kindsFor = (adapter: AdapterName, kinds: Record<string, FaultKind>) =>
  Object.entries(kinds).filter(([kind]) => adapter === "dynamic" || PARTIAL.includes(kind));

/** Objects that should be there once the step is done. */
function objectsAfter(step: Step): number {
  return Object.keys(step.program).length;
}

/** The stack and the hoster hold just the objects of the program, and they are the same. */
function expectExact(row: Row, world: World, engine: Engine, step: Step): void {
  const ids = row.ids(world.simulator);
  expect(ids).toHaveLength(isMade(row) ? objectsAfter(step) : 1);
  expect(engine.state.map(({ id }) => id)).toEqual(ids.slice(0, objectsAfter(step)));
}

/** A step of the healthy life: what it starts from, what it asks, what it leaves. */
interface Rehearsal {
  scene: Scene;
  requests: RequestRecord[];
  left: Record<string, unknown>[];
}

forEachApiVersion((world) => {
  describe.each(rowsIn(world.apiVersion, THINGS).map((row) => [row.subject.name, row] as const))("%s", (_name, row) => {
    const story = storyOf(row);
    const left = () => row.ids(world.simulator).map((id) => row.peek(world.simulator, id));
    let rehearsals: Promise<Map<string, Rehearsal>> | undefined;

    /** The healthy life, played once. */
    function rehearse(): Promise<Map<string, Rehearsal>> {
      rehearsals ??= (async () => {
        world.simulator.reset();
        row.arrange(world.simulator);
        let scene = sceneOf(world, world.engine());
        const played = new Map<string, Rehearsal>();
        for (const step of story) {
          const engine = restore(world, scene);
          clean(await play(row, world, engine, step));
          played.set(step.name, { scene, requests: world.simulator.requests(), left: left() });
          expectExact(row, world, engine, step);
          scene = sceneOf(world, engine, scene);
        }
        return played;
      })();
      return rehearsals;
    }

    async function rehearsalOf(step: Step): Promise<Rehearsal> {
      return (await rehearse()).get(step.name) as Rehearsal;
    }

    /** Requests of the step, each method and path once. */
    async function requestsOf(step: Step): Promise<RequestRecord[]> {
      const { requests } = await rehearsalOf(step);
      return [...new Map(requests.map((one) => [`${one.method} ${one.path}`, one])).values()];
    }

    /**
     * Plays the step with the fault in the way of one request; after an error once more without it: with `up --refresh`,
     * and from the same state with `up`, where that can know what to do.
     */
    async function playWith(step: Step, request: RequestRecord, fault: FaultKind): Promise<void> {
      const { effect } = callBehind(request);
      const rehearsal = await rehearsalOf(step);
      const { hoster, method, path } = request;
      const engine = restore(world, rehearsal.scene);
      world.simulator.fault({ hoster, method, path, ...fault });
      const { errors } = await play(row, world, engine, step);
      world.simulator.clearFaults();

      const isCertainlyNotCarriedOut = fault.status === 429 || fault.kind === "lock";
      const mustSucceed =
        !isStrange(fault) && (fault.times ?? 0) <= LOCKS && (effect !== "once" || isCertainlyNotCarriedOut);
      if (mustSucceed) expect(errors).toEqual([]);
      for (const error of errors) expect(error).toMatch(/\b(GET|POST|PUT|PATCH|DELETE) \/.*[.!]/);
      expect(row.ids(world.simulator).length).toBeLessThanOrEqual(step.name.startsWith("replace") ? 2 : 1);

      if (errors.length === 0) return expectSettledAt(step, rehearsal, engine);
      const after = sceneOf(world, engine, rehearsal.scene);
      for (const refresh of step.refresh ? [true] : [false, true]) {
        const next = restore(world, after);
        if (isInDoubt(next)) await confirm(row, step, next, refresh);
        clean(await next.up(step.program, { refresh }));
        await expectSettledAt(step, rehearsal, next);
      }
    }

    /** Just the objects of the program, as the healthy life left them, with nothing to do. */
    async function expectSettledAt(step: Step, rehearsal: Rehearsal, engine: Engine): Promise<void> {
      expectExact(row, world, engine, step);
      expect(left()).toEqual(rehearsal.left);
      const settled = clean(await engine.up(step.program, { refresh: true }));
      expect(settled.operations).toEqual(Object.keys(step.program).map((name) => `same ${name}`));
    }

    test("the healthy life makes its object by one call that is never repeated", async () => {
      const { requests } = await rehearsalOf(story[0] as Step);
      const effects = requests.map((request) => callBehind(request).effect);
      // A setting is not made, so setting it again is harmless.
      const harmless = row.setting ?? row.repeatable;
      expect(effects.filter((effect) => effect === "once")).toHaveLength(harmless ? 0 : 1);
    });

    describe.each(story.map((step) => [step.name, step] as const))("%s", (_step, step) => {
      const locked = row.subject.hoster === "kiwivm" ? LOCKED : {};
      test.each(kindsFor(world.adapter, { ...ONCE, ...OUTAGES, ...STRANGE, ...locked }))(
        "%s at each call in turn",
        async (_kind, fault) => {
          for (const request of await requestsOf(step)) {
            if (isStrange(fault) && request.method !== "DELETE") continue;
            try {
              await playWith(step, request, fault);
            } catch (error) {
              const { method, path } = request;
              throw new Error(`at ${method} ${path}: ${error instanceof Error ? error.message : error}`);
            }
          }
        },
      );
    });
  });
});
