import type { HosterName } from "../../simulator";
import type { Engine } from "./engine";
import { argumentsWhere, full, leftOf } from "./rows";
import { clean, declare, describeEach, expectSettled, forEachRow, made, onlyId } from "./scenario";

/** Switches that forbid the very thing, and so have tests of their own. */
const FORBIDDING = new Set(["domainCreationDenied", "neverReady", "neverListed", "ignores"]);
/** Positions in which API version 0.1 is switched off. */
const WITHOUT_OLD_API_VERSION = new Set(["legacy: no-dns", "legacy: none"]);

/** Every position of every switch of a hoster, as patches. */
function positions(hoster: HosterName): [string, Record<string, unknown>][] {
  // Each hoster has such a file; which one it is makes no difference here.
  const { switchesSchema }: typeof import("../../simulator/fornex/switches") = require(
    `../../simulator/${hoster}/switches`,
  );
  const { shape } = switchesSchema;
  return Object.entries(shape)
    .filter(([name]) => !FORBIDDING.has(name))
    .flatMap(([name, schema]) => {
      const { innerType } = schema.def;
      const values: readonly unknown[] = "options" in innerType ? innerType.options : [true, false];
      return values.map((value): [string, Record<string, unknown>] => [`${name}: ${value}`, { [name]: value }]);
    });
}

forEachRow((row, world) => {
  /** The outputs that an update leaves alone. */
  const steadyIn = (engine: Engine) => {
    const isSteady = ([name]: [string, unknown]) => row.subject.outputs[name]?.steady === true;
    return Object.fromEntries(Object.entries(engine.get("it").outputs).filter(isSteady));
  };

  test.each([
    ["the required arguments", row.required],
    ["all arguments", full(row)],
  ])("apply twice with %s", async (_what, inputs) => {
    const { engine } = await made(row, world, inputs);
    await expectSettled(world, engine, declare(row, inputs));
  });

  describeEach(
    argumentsWhere(row, ({ replaces, createOnly }) => !replaces && !createOnly),
    "a change of %s",
    (argument) => {
      test("apply twice", async () => {
        const { engine, id } = await made(row, world, full(row));
        const before = steadyIn(engine);
        const program = declare(row, { ...full(row), ...row.others[argument] });
        expect(clean(await engine.preview(program)).operations).toEqual(["update it"]);
        expect(clean(await engine.up(program)).operations).toEqual(["update it"]);
        expect(engine.get("it").id).toBe(id);
        expect(steadyIn(engine)).toEqual(before);
        if (!row.action) expect(onlyId(row, world)).toBe(id);
        if (row.subject.arguments[argument]?.role === "drift") {
          expect(row.peek(world.simulator, id)).toMatchObject(row.others[argument] ?? {});
        }
        await expectSettled(world, engine, program);
      });
    },
  );

  const createOnly = argumentsWhere(row, (argument) => argument.createOnly === true);
  describeEach(createOnly, "%s alone", (argument) => {
    test("is no difference", async () => {
      const { engine } = await made(row, world, row.required);
      await expectSettled(world, engine, declare(row, { ...row.required, ...row.others[argument] }));
      await expectSettled(world, engine, declare(row, row.required));
    });
  });

  const possible = positions(row.subject.hoster).filter(
    ([title]) =>
      !row.forbidding?.includes(title) && !(world.apiVersion === "0.1" && WITHOUT_OLD_API_VERSION.has(title)),
  );
  test.each(possible)("apply twice where the hoster has %s", async (_what, switches) => {
    world.simulator.patch({ [row.subject.hoster]: { switches } });
    const { engine, id } = await made(row, world, full(row));
    await expectSettled(world, engine, declare(row, full(row)));
    clean(await engine.destroy());
    expect(row.ids(world.simulator)).toEqual(leftOf(row, id));
  });
});
