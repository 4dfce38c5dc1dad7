import type { Properties } from "./engine";
import { quietly } from "./provider";
import { ADOPTED, full, type Row } from "./rows";
import { clean, declare, expectSettled, forEachRow, made } from "./scenario";
import { type World, writes } from "./world";

/** What an id does not say of where to look. */
const BESIDE_ID: Record<string, string[]> = { FornexDnsRecord: ["domain"], KiwiSnapshot: ["veid"] };

forEachRow((row, world) => {
  const { name, arguments: known } = row.subject;
  // The older API version lacks some.
  const spellings = row.spellings.map((one) =>
    Object.fromEntries(Object.entries(one).filter(([argument]) => argument in known)),
  );
  const isSpelt = spellings.length > 0 || row.idSpellings("1").length > 0;

  test("spelling of ids and names: there are several, or a reason why not", () => {
    expect(row.oneSpelling === undefined).toBe(isSpelt);
  });
  if (!isSpelt) return;

  test("what was made in one spelling of its arguments is the same in every other", async () => {
    for (const spelling of spellings) {
      world.simulator.reset();
      row.arrange(world.simulator);
      const { engine } = await made(row, world, full(row));
      await expectSettled(world, engine, declare(row, { ...full(row), ...spelling }));
      world.simulator.reset();
      row.arrange(world.simulator);
      const other = await made(row, world, { ...full(row), ...spelling });
      expect(other.engine.get("it").outputs).toMatchObject(spelling);
      await expectSettled(world, other.engine, declare(row, full(row)));
    }
  });

  test("two resources that describe one object in two spellings are refused", async () => {
    if (row.action) return;
    for (const spelling of [{}, ...spellings]) {
      const program = {
        ...declare(row, full(row)),
        other: { type: name, inputs: { ...row.consent, ...full(row), ...spelling } },
      };
      const { result, requests } = await world.requestsDuring(() => world.engine().preview(program));
      expect(result.errors).toEqual([expect.stringContaining("describe the same")]);
      expect(writes(requests)).toEqual([]);
    }
  });

  test("an id in any spelling looks up the same, under the id that a stack has", async () => {
    if (row.subject.importId === undefined) return;
    const { id } = await made(row, world, full(row));
    const passed = Object.fromEntries((BESIDE_ID[name] ?? []).map((argument) => [argument, row.required[argument]]));
    const found = await lookUp(row, world, id, passed);
    for (const spelling of row.idSpellings(id)) {
      expect(await lookUp(row, world, spelling, passed)).toEqual(found);
    }
    expect(found.id).toBe(id);
  });
});

forEachRow((row, world) => {
  const { arguments: known, name } = row.subject;

  test("adopt: true finds it by every spelling of its arguments, without a write", async () => {
    const { id } = await made(row, world, full(row));
    for (const spelling of row.spellings) {
      const own = Object.fromEntries(Object.entries(spelling).filter(([argument]) => argument in known));
      await expectAdopted(row, world, id, { ...full(row), ...own, adopt: true });
      const { errors } = await world.engine().up(declare(row, { ...full(row), ...own }));
      expect(errors).toEqual([expect.stringContaining("exists already")]);
    }
  });

  test("adopt takes every spelling of its id, without a write", async () => {
    const { id } = await made(row, world, full(row));
    const spellings = row.idSpellings(id);
    for (const adopt of spellings) await expectAdopted(row, world, id, { ...full(row), adopt });
    // Two that adopt one object are two that describe it.
    const [one, other = id] = spellings;
    const program = {
      one: { type: name, inputs: { ...row.consent, ...full(row), adopt: one } },
      other: { type: name, inputs: { ...row.consent, ...full(row), adopt: other } },
    };
    const { errors } = await world.engine().preview(program);
    expect(errors).toEqual([expect.stringContaining("describe the same")]);
  });
}, ADOPTED);

async function expectAdopted(row: Row, world: World, id: string, inputs: Properties): Promise<void> {
  const engine = world.engine();
  const { result, requests } = await world.requestsDuring(() => engine.up(declare(row, inputs)));
  clean(result);
  expect(engine.get("it").id).toBe(id);
  expect(writes(requests)).toEqual([]);
  await expectSettled(world, engine, declare(row, inputs));
}

function lookUp(row: Row, world: World, id: string, passed: Properties) {
  return row.subject.open.dynamic(world.runtime(), quietly).read(id, { ...passed, __provider: "exports.handler=…" });
}
