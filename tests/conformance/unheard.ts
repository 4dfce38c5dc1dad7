import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { RequestRecord } from "../../simulator";
import type { Engine, Outcome, Program, Properties } from "./engine";
import { clean, expectSettled } from "./scenario";
import { type Kind, useMachine } from "./tasks";
import { until, type World } from "./world";

/** Simulated. */
const TASK_SECONDS = 300;

/** The simulated time stands still for these tests, except where they let a task end. */
export const SPEED = 1;

/** What a run says that finds its own request noted. */
export const ON_THIS_COMPUTER =
  /A run on this computer already requested this (\w+) at \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/;

/** Stacks whose runs begin a task, and may be killed meanwhile. */
export function useRuns(world: World, kind: Kind) {
  const { machine, lasting } = useMachine(world);
  beforeEach(() => lasting(TASK_SECONDS));

  const program = (inputs: Properties = {}): Program => ({
    it: { type: kind.type, inputs: { ...kind.act, ...kind.consent, ...inputs } },
  });
  const asking = (trigger: string, inputs: Properties = {}) => program({ [kind.trigger]: trigger, ...inputs });
  const begun = (requests: readonly RequestRecord[]) => count(requests, kind.call);
  const noteFiles = (home: string) => {
    const folder = join(home, "pulumi-vps", "journal");
    const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [];
    return names.filter((name) => name.includes(".json")).map((name) => join(folder, name));
  };

  /** Lets the task that a run begins end, if it begins one. */
  async function ended(running: Promise<Outcome>): Promise<Outcome> {
    let isOver = false;
    const outcome = running.finally(() => {
      isOver = true;
    });
    await until(() => isOver || machine().lock !== null);
    world.simulator.advance(TASK_SECONDS);
    return outcome;
  }

  /** Waits until a run has asked some more times, or once for a path, or is over. */
  async function looked(running: Promise<unknown>, path?: string): Promise<void> {
    let isOver = false;
    const over = () => {
      isOver = true;
    };
    running.then(over, over);
    const asked = () => {
      const requests = world.simulator.requests();
      return path === undefined ? requests.length : count(requests, path);
    };
    const enough = asked() + (path === undefined ? 4 : 1);
    await until(() => isOver || asked() >= enough);
  }

  /** Begins a task in a run of which the stack never hears. On the disk of its computer is what was there when it was killed. */
  async function killedAtWork(engine: Engine, acting: Program, home: string): Promise<() => Promise<void>> {
    const scratch = world.home();
    const running = other(engine, scratch).up(acting);
    await until(() => machine().lock !== null);
    if (existsSync(scratch)) cpSync(scratch, home, { recursive: true });
    return async () => {
      world.simulator.advance(TASK_SECONDS);
      await running;
    };
  }

  /** Where a run may be killed of which the stack never hears; what it began is over. */
  const kills = {
    "before the call": async (engine: Engine, acting: Program, home: string) => {
      world.simulator.fault({ hoster: "kiwivm", path: kind.call, kind: "reset-before" });
      await other(engine, home).up(acting);
    },
    "during the wait": async (engine: Engine, acting: Program, home: string) => {
      await (await killedAtWork(engine, acting, home))();
    },
    "between the answer and the state's write": async (engine: Engine, acting: Program, home: string) => {
      clean(await ended(other(engine, home).up(acting)));
    },
  };

  /** The same stack on another computer. */
  function other(engine: Engine, home = world.home()): Engine {
    const there = world.engine({}, home);
    there.state = structuredClone(engine.state);
    return there;
  }

  /** What the program asks for is begun so many times, without an error. */
  async function expectBegun(times: number, engine: Engine, acting: Program, refresh = false): Promise<Outcome> {
    const { result, requests } = await world.requestsDuring(() => ended(engine.up(acting, { refresh })));
    clean(result);
    expect(begun(requests)).toBe(times);
    return result;
  }

  /** The run stops in doubt, begins nothing, and says what to do. */
  async function expectInDoubt(engine: Engine, acting: Program, refresh = false): Promise<string> {
    const { result, requests } = await world.requestsDuring(() => engine.up(acting, { refresh }));
    expect(result.errors).toEqual([
      expect.stringMatching(
        new RegExp(
          `${kind.task}.* is unknown.*set confirmed to the value of ${kind.trigger}.*change ${kind.trigger} `,
          "s",
        ),
      ),
    ]);
    expect(begun(requests)).toBe(0);
    expect(engine.get("it").outputs).toMatchObject({ __vps: { pending: { unconfirmed: true } } });
    return result.errors[0] as string;
  }

  /** Nothing is left to do, now and later. */
  async function expectDone(engine: Engine, done: Program): Promise<void> {
    await expectBegun(0, engine, done);
    expect(engine.get("it").outputs).not.toHaveProperty("__vps.pending");
    await expectSettled(world, engine, done);
  }

  return {
    machine,
    program,
    asking,
    begun,
    noteFiles,
    notes: (home: string) => noteFiles(home).map((file) => JSON.parse(readFileSync(file, "utf8"))),
    ended,
    looked,
    killedAtWork,
    kills,
    other,
    expectBegun,
    expectInDoubt,
    expectDone,
    /** A stack whose trigger has its first value, for which nothing is left to do. */
    atRest: async (home = world.home()) => {
      const engine = world.engine({}, home);
      const running = engine.up(program(kind.rest));
      // A restore acts at create, too.
      clean(await (kind.type === "KiwiSnapshotRestore" ? ended(running) : running));
      return engine;
    },
  };
}

export function count(requests: readonly RequestRecord[], path: string): number {
  return requests.filter((one) => one.path === path).length;
}
