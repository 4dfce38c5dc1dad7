import { startSimulator } from "../../simulator";
import { callBehind } from "./calls";
import { confirm, isInDoubt } from "./doubt";
import type { Engine, Outcome, Program } from "./engine";
import { ROWS, type Row, rowsIn } from "./rows";
import { clean, forEachApiVersion, isMade } from "./scenario";
import { play, restore, type Scene, type Step, sceneOf, storyOf } from "./story";
import { type Position, Watch, type WatchedCall } from "./watch";
import { until, type World, worldOf } from "./world";

jest.mock("../../provider/clients/http/client", () => {
  const actual = jest.requireActual("../../provider/clients/http/client");
  const { noting } = jest.requireActual("./calls");
  const { watched } = jest.requireActual("./watch");
  return { ...actual, httpClient: watched(noting(actual.httpClient)) };
});
jest.mock("../../provider/dynamic/adapter", () => {
  const actual = jest.requireActual("../../provider/dynamic/adapter");
  const { entered } = jest.requireActual("./watch");
  return { ...actual, adapter: (...args: unknown[]) => entered(actual.adapter(...args)) };
});
jest.mock("./nativeCalls", () => {
  const actual = jest.requireActual("./nativeCalls");
  const { entered } = jest.requireActual("./watch");
  return { ...actual, nativeCalls: (...args: unknown[]) => entered(actual.nativeCalls(...args)) };
});

/** Far above the two seconds that a call has, far below any stall or wait of these tests. */
const SOON_MS = 10_000;

/** They record what they have begun before they look for a sign of it, so that the next run goes on without a word. */
const TASKS = /^Kiwi(ServerOs|ServerLocation|SnapshotRestore)$/;

/** A step of the healthy life: what it starts from, what it asks, what it leaves. */
interface Rehearsal {
  step: Step;
  scene: Scene;
  calls: WatchedCall[];
  left: Record<string, unknown>[];
  done: number;
}

/** The life of a row, without what is changed back. */
async function rehearse(row: Row, world: World): Promise<Rehearsal[]> {
  world.simulator.reset();
  row.arrange(world.simulator);
  let scene = sceneOf(world, world.engine());
  const played: Rehearsal[] = [];
  for (const step of storyOf(row)) {
    const engine = restore(world, scene);
    const watch = new Watch();
    clean(await watch.run(() => play(row, world, engine, step)));
    if (!/ back$/.test(step.name)) {
      played.push({ step, scene, calls: watch.distinct, left: left(row, world), done: done(world) });
    }
    scene = sceneOf(world, engine, scene);
  }
  return played;
}

function left(row: Row, world: World): Record<string, unknown>[] {
  return row.ids(world.simulator).map((id) => row.peek(world.simulator, id));
}

/** How often something was done that must not be done twice. */
function done({ simulator }: World): number {
  return simulator.requests().filter((request) => request.carriedOut && callBehind(request).effect === "once").length;
}

/** Cancels the step at this call, then runs it again to its end. Nothing is done twice, and nothing lost. */
async function interrupt(row: Row, world: World, rehearsal: Rehearsal, call: WatchedCall, position: Position) {
  const { step, scene } = rehearsal;
  const engine = restore(world, scene);
  const watch = new Watch({ call, position, simulator: world.simulator });
  const { errors } = await soon(watch.run(() => play(row, world, engine, step, { signal: watch.signal })));
  world.simulator.clearFaults();
  expect(watch.signal.aborted).toBe(true);
  for (const error of errors) expect(error).toMatch(/cancelled/);
  if (position === "never answered" && isOnce(call) && !TASKS.test(row.subject.name)) {
    expect(errors).toEqual([expect.stringMatching(/before an answer came.*is unknown/)]);
  }
  // What was made without an answer, or with one that does not tell enough.
  const isUnclear =
    (position === "never answered" && call.effect !== "read") || errors.some((error) => /is unknown\./.test(error));
  if (!isUnclear) expectRecorded(row, world, engine);
  await converge(row, world, engine, rehearsal, isUnclear);
}

async function soon(command: Promise<Outcome>): Promise<Outcome> {
  const start = performance.now();
  const outcome = await command;
  expect(performance.now() - start).toBeLessThan(SOON_MS);
  return outcome;
}

/** What is there is in the stack, under an id of ours where the hoster has told none yet. */
function expectRecorded(row: Row, world: World, engine: Engine): void {
  if (!isMade(row) || row.setting || row.action) return;
  const stack = engine.state.map(({ id }) => id);
  const missing = row.ids(world.simulator).filter((id) => !stack.includes(id));
  expect(missing.slice(stack.filter((id) => id.startsWith("begun-")).length)).toEqual([]);
}

async function converge(row: Row, world: World, stack: Engine, { step, ...healthy }: Rehearsal, isUnclear: boolean) {
  const engine = world.engine();
  engine.state = structuredClone(stack.state);
  const { program, refresh = false } = step;
  if (isInDoubt(engine)) await confirm(row, step, engine, refresh);
  const outcome = await engine.up(program, { refresh });
  // It is found by the look before the next create.
  if (isUnclear && outcome.errors.some((error) => /exists already/.test(error))) {
    clean(await engine.up(adopting(program)));
  } else clean(outcome);
  expect(done(world)).toBeLessThanOrEqual(healthy.done);
  expect(left(row, world)).toEqual(healthy.left);
  const { operations } = clean(await engine.up(program, { refresh: true }));
  expect(operations).toEqual(Object.keys(program).map((name) => `same ${name}`));
}

function adopting(program: Program): Program {
  const declared = Object.entries(program).map(([name, one]) => [
    name,
    { ...one, inputs: { ...one.inputs, adopt: true } },
  ]);
  return Object.fromEntries(declared);
}

/** A call of each of the adapter's methods that asks anything, another one for each row and position. */
function chosen(calls: readonly WatchedCall[], turn: number): WatchedCall[] {
  const methods = [...new Set(calls.map(({ method }) => method))];
  return methods.map((method) => {
    const candidates = calls.filter((call) => call.method === method);
    return candidates[turn % candidates.length] as WatchedCall;
  });
}

/** Time that flies while a command goes on, so that what the hosters are at ends at once. */
async function flying(world: World, command: () => Promise<Outcome>): Promise<Outcome> {
  let hasEnded = false;
  const running = command().finally(() => {
    hasEnded = true;
  });
  await until(() => {
    if (!hasEnded) world.simulator.advance(30);
    return hasEnded;
  });
  return running;
}

/** Runs a command that looks once in ten minutes, and cancels it as soon as it asks nothing more. Tells whether it had to. */
async function cancelWait(row: Row, world: World, engine: Engine, step: Step): Promise<boolean> {
  const watch = new Watch();
  let isOver = false;
  const running = play(row, world, engine, step, { signal: watch.signal }).finally(() => {
    isOver = true;
  });
  for (let seen = -1; !isOver && seen !== world.simulator.requests().length; ) {
    seen = world.simulator.requests().length;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  const isWaiting = !isOver;
  watch.cancel();
  const { errors } = await soon(running);
  for (const error of errors) expect(error).toMatch(/cancelled/);
  return isWaiting;
}

const isOnce = ({ effect }: WatchedCall) => effect === "once";

/** What is interrupted, in turn, as one test: the error says where it went wrong. */
async function interruptAll(
  row: Row,
  world: World,
  cases: readonly [Rehearsal, WatchedCall, Position][],
): Promise<void> {
  for (const [rehearsal, call, position] of cases) {
    await interrupt(row, world, rehearsal, call, position).catch((error: unknown) => {
      throw new Error(`${row.subject.name}, ${rehearsal.step.name}, ${position} ${call.request}: ${error}`);
    });
  }
}

const named = (rows: Row[]) => rows.map((row, index) => [row.subject.name, row, index] as const);

forEachApiVersion((world) => {
  const rows = rowsIn(world.apiVersion, ROWS);
  const positions: Position[] = ["before", "never answered", "after"];

  test.each(named(rows))("%s", async (_name, row, index) => {
    const rehearsals = await rehearse(row, world);
    const anywhere = positions.flatMap((position, turn) =>
      rehearsals.flatMap((rehearsal) => {
        const calls = rehearsal.calls.filter((call) => position !== "never answered" || !isOnce(call));
        return chosen(calls, index + turn).map(
          (call) => [rehearsal, call, position] as [Rehearsal, WatchedCall, Position],
        );
      }),
    );
    await interruptAll(row, world, anywhere);
  });

  test.each(named(rows))("%s keeps what is answered a moment later", async (_name, row) => {
    const rehearsals = await rehearse(row, world);
    await interruptAll(row, world, onceIn(rehearsals, "answered late"));
  });

  // Each takes its two seconds, so all rows are at it together, each with hosters of its own.
  test("what must not be sent twice, and is never answered, is not", async () => {
    const outcomes = await Promise.allSettled(
      rows.map(async (row) => {
        const simulator = await startSimulator({ speed: 10_000 });
        try {
          const own = worldOf(world.adapter, world.apiVersion, world.home, () => simulator);
          await interruptAll(row, own, onceIn(await rehearse(row, own), "never answered"));
        } finally {
          await simulator.close();
        }
      }),
    );
    expect(outcomes.filter(({ status }) => status === "rejected")).toEqual([]);
  });
});

/** Kinds that keep a run waiting while their hoster is at work. */
const SLOW = ROWS.filter(({ subject }) => /^(VpsOrgServer|FornexVps|KiwiS(erver|napshot).*)$/.test(subject.name));

// Time stands still but for what these tests let pass, so each wait goes on until it is cancelled.
forEachApiVersion(
  (world) => {
    test.each(named(rowsIn(world.apiVersion, SLOW)))(
      "%s: a wait ends, and the next run goes on",
      async (_name, row) => {
        row.arrange(world.simulator);
        world.simulator.patch({ kiwivm: { settings: { liveSeconds: 0, migrateAnswerSeconds: 0 } } });
        let waits = 0;
        const engine = world.engine();
        for (const step of storyOf(row).filter(({ name }) => !/ back$/.test(name))) {
          const waiting = world.engine({ pollSeconds: "600" });
          waiting.state = structuredClone(engine.state);
          if (await cancelWait(row, world, waiting, step)) waits += 1;
          expectRecorded(row, world, waiting);
          engine.state = waiting.state;
          const { program, refresh = false } = step;
          clean(await flying(world, () => engine.up(program, { refresh })));
          const { operations } = clean(await flying(world, () => engine.up(program, { refresh: true })));
          expect(operations).toEqual(Object.keys(program).map((name) => `same ${name}`));
        }
        expect(waits).toBeGreaterThan(0);
      },
    );
  },
  undefined,
  1,
);

/** Each request that must not be sent twice, in the first step that sends it. */
function onceIn(rehearsals: readonly Rehearsal[], position: Position): [Rehearsal, WatchedCall, Position][] {
  const cases = rehearsals.flatMap((rehearsal) =>
    rehearsal.calls.filter(isOnce).map((call) => [rehearsal, call, position] as [Rehearsal, WatchedCall, Position]),
  );
  return [...new Map(cases.toReversed().map((one) => [one[1].request, one])).values()];
}
