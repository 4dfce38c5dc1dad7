import { ADAPTERS, type AdapterName } from "./adapters";
import type { Engine, Options, Outcome, Program, Properties } from "./engine";
import { API_VERSIONS, type ApiVersion, ROWS, type Row, rowsIn } from "./rows";
import { useWorld, type World, writes } from "./world";

/** Rows of resources that are made and deleted, and not only managed. */
export const isMade = (row: Row): boolean => !row.subject.managesExisting;

/**
 * Runs `cases` for every adapter, API version and row, each test in a world of its own where what the row needs exists.
 */
export function forEachRow(cases: (row: Row, world: World) => void, rows = ROWS): void {
  const apiVersions = API_VERSIONS.filter((apiVersion) => rowsIn(apiVersion, rows).length > 0);
  forEachApiVersion((world) => {
    describe.each(rowsIn(world.apiVersion, rows).map((row) => [row.subject.name, row] as const))("%s", (_name, row) => {
      beforeEach(() => row.arrange(world.simulator));
      cases(row, world);
    });
  }, apiVersions);
}

/** Runs `cases` for every adapter, each test in a world of its own. */
export function forEachAdapter(cases: (world: World) => void, speed?: number): void {
  describe.each(ADAPTERS)("%s adapter", (adapter) => cases(useWorld(adapter, speed === undefined ? {} : { speed })));
}

/** Runs `cases` for every adapter and both API versions of Fornex, each test in a world of its own. */
export function forEachApiVersion(
  cases: (world: World) => void,
  apiVersions: readonly ApiVersion[] = API_VERSIONS,
  speed?: number,
  adapters: readonly AdapterName[] = ADAPTERS,
): void {
  describe.each(adapters)("%s adapter", (adapter) => {
    describe.each(apiVersions)("Fornex API version %s", (apiVersion) => {
      cases(useWorld(adapter, { apiVersion, ...(speed === undefined ? {} : { speed }) }));
    });
  });
}

/** A program of one resource, called `it`. */
export function declare(row: Row, inputs: Properties, options: Options = {}): Program {
  return { it: { type: row.subject.name, inputs: { ...row.consent, ...inputs }, options } };
}

/** The outcome, which must hold no errors. */
export function clean(outcome: Outcome): Outcome {
  expect(outcome.errors).toEqual([]);
  return outcome;
}

/** The same stack, run by somebody who does not wait long for a silent hoster, where a test is about what is concluded. */
export function impatient(world: World, { state }: Engine): Engine {
  const engine = world.engine({ timeoutSeconds: "0.1" });
  engine.state = structuredClone(state);
  return engine;
}

/** The one object at the hoster. */
export function onlyId(row: Row, world: World): string {
  const ids = row.ids(world.simulator);
  expect(ids).toHaveLength(1);
  return ids[0] as string;
}

/** A stack that holds one resource made from `inputs`. */
export async function made(row: Row, world: World, inputs: Properties): Promise<{ engine: Engine; id: string }> {
  const engine = world.engine();
  clean(await engine.up(declare(row, inputs)));
  const { id } = engine.get("it");
  if (!row.action) expect(onlyId(row, world)).toBe(id);
  return { engine, id };
}

/** Applying the same program again changes nothing and writes nothing, with and without a refresh. */
export async function expectSettled(world: World, engine: Engine, program: Program): Promise<void> {
  const { result, requests } = await world.requestsDuring(async () => [
    clean(await engine.preview(program)),
    clean(await engine.up(program)),
    clean(await engine.preview(program, { refresh: true })),
    clean(await engine.up(program, { refresh: true })),
    clean(await engine.up(program)),
  ]);
  for (const { operations } of result) {
    expect(operations).toEqual(Object.keys(program).map((name) => `same ${name}`));
  }
  expect(writes(requests)).toEqual([]);
}

/** `describe.each` that also takes an empty list: not every row has an argument for every column. */
export function describeEach(names: readonly string[], title: string, cases: (name: string) => void): void {
  if (names.length > 0) describe.each(names)(title, cases);
}
