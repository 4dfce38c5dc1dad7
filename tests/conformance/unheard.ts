import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { RequestRecord } from "../../simulator";
import type { Engine, Outcome, Program, Properties } from "./engine";
import { clean, expectSettled } from "./scenario";
import { type Kind, useMachine } from "./tasks";
import { until, type World } from "./world";

/** Simulated; long enough for the audit log to show when it began. */
const TASK_SECONDS = 300;

/** The simulated time stands still for these tests, except where they let a task end: for an hour is a limit that counts. */
export const SPEED = 1;

/** What a run says that stops for a note, and for KiwiVM's log; the group is the task. */
export const ON_THIS_COMPUTER = /A run on this computer began this (\w+) at \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/;
export const IN_THE_LOG = /KiwiVM's audit log tells of a (\w+) at \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/;

/** Stacks whose runs begin a task, and may be killed meanwhile. */
export function useRuns(world: World, kind: Kind) {
  const { machine, lasting } = useMachine(world);
  beforeEach(() => lasting(TASK_SECONDS));

  const program = (inputs: Properties = {}): Program => ({
    it: { type: kind.type, inputs: { ...kind.act, ...kind.consent, ...inputs } },
  });
  const begun = (requests: readonly RequestRecord[]) => count(requests, kind.call);
  const noteFolder = (home: string) => join(home, "pulumi-vps", "journal");
  const noteFiles = (home: string) => {
    const names = existsSync(noteFolder(home))
      ? readdirSync(noteFolder(home), { recursive: true, encoding: "utf8" })
      : [];
    return names.filter((name) => /[0-9a-f]{32}\.json$/.test(name)).map((name) => join(noteFolder(home), name));
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

  /** A run of which the stack never hears. On the disk of its computer is what was there when it was killed; the task ends. */
  async function killed(engine: Engine, acting: Program, home: string): Promise<void> {
    const scratch = world.home();
    const running = other(engine, scratch).up(acting);
    await until(() => machine().lock !== null);
    if (existsSync(scratch)) cpSync(scratch, home, { recursive: true });
    world.simulator.advance(TASK_SECONDS);
    await running;
  }

  /** The same stack on another computer. */
  function other(engine: Engine, home = world.home()): Engine {
    const there = world.engine({}, home);
    there.state = structuredClone(engine.state);
    return there;
  }

  /** The program asks once more: that is begun, once. */
  async function expectNextTriggerActs(engine: Engine, trigger: string): Promise<void> {
    const acting = program({ [kind.trigger]: trigger });
    const { result, requests } = await world.requestsDuring(() => ended(engine.up(acting)));
    clean(result);
    expect(begun(requests)).toBe(1);
  }

  /** The run stops, the next one is content, and another trigger is asked for and acts once. */
  async function expectStopped(engine: Engine, words: RegExp, refresh = false): Promise<Outcome> {
    const { result, requests } = await world.requestsDuring(() => engine.up(program(), { refresh }));
    expect(result.errors).toEqual([expect.stringMatching(words)]);
    expect(result.errors[0]).toMatch(new RegExp(`counts as done, and nothing was begun.* change ${kind.trigger} `));
    expect(words.exec(result.errors[0] ?? "")?.[1]).toBe(kind.task);
    expect(begun(requests)).toBe(0);
    const next = await world.requestsDuring(async () => clean(await engine.up(program())));
    expect(begun(next.requests)).toBe(0);
    await expectSettled(world, engine, program());
    await expectNextTriggerActs(engine, "4");
    return result;
  }

  return {
    machine,
    program,
    begun,
    noteFiles,
    notes: (home: string) => noteFiles(home).map((file) => JSON.parse(readFileSync(file, "utf8"))),
    ended,
    killed,
    other,
    /** A stack whose trigger has its first value, for which nothing is left to do. */
    atRest: async (home: string) => {
      const engine = world.engine({}, home);
      const running = engine.up(program(kind.rest));
      // A restore acts at create, too.
      clean(await (kind.type === "KiwiSnapshotRestore" ? ended(running) : running));
      // A log's times are whole seconds.
      world.simulator.advance(60);
      return engine;
    },
    expectStopped,
    expectNextTriggerActs,
  };
}

export function count(requests: readonly RequestRecord[], path: string): number {
  return requests.filter((one) => one.path === path).length;
}
