import type { SimulatorState } from "../../simulator";
import type { Engine, Outcome, Program, Stored, UpOptions } from "./engine";
import { argumentsWhere, deletable, isRepaired, type Row } from "./rows";
import { declare } from "./scenario";
import type { World } from "./world";

/** One command of the life of a resource. */
export interface Step {
  name: string;
  /** Behind everybody's back, before the command. */
  before?: (row: Row, world: World, id: string) => void;
  program: Program;
  refresh?: boolean;
}

/** Everything there is at the start of a step. */
export interface Scene {
  hosters: SimulatorState;
  stack: Stored[];
  /** The hosters' time: some of what they hold has times of its own. */
  at: string | undefined;
}

/** A whole life: made, read, each argument changed and changed back by the program and by drift, deleted. */
export function storyOf(row: Row): Step[] {
  const all = deletable(row);
  const program = declare(row, all);
  const changes = argumentsWhere(
    row,
    ({ replaces, createOnly }, name) => !replaces && !createOnly && !isSame(row, name),
  );
  const drifts = argumentsWhere(row, isRepaired);
  // What only exists is not replaced: another one is managed in its place.
  const most = row.subject.managesExisting ? 0 : 1;
  const replacing = argumentsWhere(row, ({ replaces }) => replaces === true).slice(0, most);
  const consent = "allowReplace" in row.subject.arguments ? { allowReplace: true } : {};
  return [
    { name: "create", program },
    { name: "read", program, refresh: true },
    ...changes.flatMap((name) => [
      { name: `change ${name}`, program: declare(row, { ...all, ...row.others[name] }) },
      { name: `change ${name} back`, program },
    ]),
    ...drifts.map((name) => ({
      name: `repair ${name}`,
      program,
      refresh: true,
      before: (one: Row, world: World, id: string) => one.poke(world.simulator, id, one.others[name] ?? {}),
    })),
    ...replacing.flatMap((name) => [
      { name: `replace for ${name}`, program: declare(row, { ...all, ...row.others[name], ...consent }) },
      { name: `replace for ${name} back`, program: declare(row, { ...all, ...consent }) },
    ]),
    { name: "delete", program: {} },
  ];
}

/** A change to what `deletable` has already is none. */
function isSame(row: Row, name: string): boolean {
  return deletable(row)[name] === row.others[name]?.[name];
}

/** `before`: the scene it came from, whose time counts where nothing has been asked since. */
export function sceneOf(world: World, engine: Engine, before?: Scene): Scene {
  const at = world.simulator.requests().at(-1)?.at ?? before?.at;
  return { hosters: world.simulator.state(), stack: structuredClone(engine.state), at };
}

/** A fresh simulator and a fresh stack that hold just what the scene shows. */
export function restore(world: World, scene: Scene): Engine {
  world.simulator.reset();
  const ahead = scene.at === undefined ? 0 : Date.parse(scene.at) - Date.now();
  world.simulator.advance(Math.max(0, ahead / 1000) + 1);
  world.simulator.patch(scene.hosters);
  // The clock starts anew, so what was under way would take as long as the test has run so far: it ends now.
  const logs = Object.values(scene.hosters.fornex.orders).flatMap(({ vps }) => Object.values(vps?.log ?? {}));
  const ends = logs.filter(({ job_state }) => job_state === "ready").map(({ endsAt }) => Date.parse(endsAt));
  if (ends.length > 0) world.simulator.advance(Math.max(0, Math.ceil((Math.max(...ends) - Date.now()) / 1000)));
  const engine = world.engine();
  engine.state = structuredClone(scene.stack);
  return engine;
}

export function play(
  row: Row,
  world: World,
  engine: Engine,
  { program, before, refresh = false }: Step,
  options: UpOptions = {},
): Promise<Outcome> {
  const [id] = row.ids(world.simulator);
  if (id !== undefined) before?.(row, world, id);
  return engine.up(program, { refresh, ...options });
}
