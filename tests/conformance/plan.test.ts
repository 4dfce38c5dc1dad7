import { isUnknown } from "./provider";
import { argumentsWhere, full, isRepaired, type Row } from "./rows";
import { clean, declare, describeEach, forEachRow, made } from "./scenario";
import type { Properties } from "./stack";

const without = (values: Properties, omitted: (name: string) => boolean): Properties =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !omitted(name)));
const known = (planned: Properties): Properties => without(planned, (name) => isUnknown(planned[name]));
/** What the inputs become on their way. */
const withConsent = (row: Row, inputs: Properties): Properties => ({ ...row.consent, ...inputs });

/** What was foretold is there, and nothing else than that and what was unknown. */
function expectForetold(planned: Properties, outputs: Properties): void {
  const properties = without(outputs, (name) => name.startsWith("__"));
  expect(properties).toMatchObject(known(planned));
  expect(Object.keys(planned)).toEqual(expect.arrayContaining(Object.keys(properties)));
}

forEachRow((row, world) => {
  const { plan, outputs: definitions } = row.subject;
  const steady = Object.keys(definitions).filter((name) => definitions[name]?.steady);

  test.each([
    ["the required arguments", row.required],
    ["all arguments", full(row)],
  ])("a create with %s", async (_what, inputs) => {
    const planned = plan(undefined, withConsent(row, inputs));
    const { engine } = await made(row, world, inputs);
    expect(known(planned)).toEqual(withConsent(row, inputs));
    expectForetold(planned, engine.get("it").outputs);
  });

  describeEach(
    argumentsWhere(row, ({ replaces, createOnly }) => !replaces && !createOnly),
    "of %s",
    (argument) => {
      test("a change", async () => {
        const { engine } = await made(row, world, full(row));
        const before = engine.get("it").outputs;
        const inputs = { ...full(row), ...row.others[argument] };
        const planned = plan(before, withConsent(row, inputs));
        clean(await engine.up(declare(row, inputs)));
        expectForetold(planned, engine.get("it").outputs);
        for (const name of steady.filter((one) => one in before)) expect(planned).toHaveProperty(name, before[name]);
      });
    },
  );

  const inPlace = argumentsWhere(row, isRepaired);
  // A setting is overwritten, not adopted.
  const adoptable = row.action || row.subject.isSetting ? [] : inPlace;
  describeEach(adoptable, "of %s, which the program ignores and the hoster shows otherwise", (argument) => {
    const live = row.others[argument] ?? {};
    const ignoreChanges = Object.keys(live);
    const isOther = (name: string) => !Object.keys(row.others[name] ?? {}).some((one) => one in live);
    const given = without(full(row), (name) => !(name in row.required) && !inPlace.includes(name));

    test("an adoption, and a change of another argument", async () => {
      const { id } = await made(row, world, given);
      row.poke(world.simulator, id, live);
      const engine = world.engine();
      const adopt = "adopt" in row.subject.arguments ? { adopt: id } : {};
      const changes = inPlace.filter(isOther).map((name) => row.others[name] ?? {});
      for (const change of [adopt, ...changes]) {
        const outputs = engine.has("it") ? engine.get("it").outputs : undefined;
        const inputs = { ...given, ...change };
        const planned = plan(outputs, withConsent(row, inputs), ignoreChanges);
        clean(await engine.up(declare(row, inputs, { ignoreChanges })));
        expectForetold(planned, engine.get("it").outputs);
        expect(row.peek(world.simulator, id)).toMatchObject({
          ...live,
          ...without(change, (name) => name === "adopt"),
        });
      }
    });
  });

  const omittable = argumentsWhere(
    row,
    ({ replaces }, name) => name in row.optional && !replaces && row.neverLeftOut?.[name] === undefined,
  );
  describeEach(omittable, "of %s", (argument) => {
    const fewer = without(full(row), (name) => name === argument);

    test("what the program no longer gives, and gives again", async () => {
      const { engine } = await made(row, world, full(row));
      for (const inputs of [fewer, full(row)]) {
        const planned = plan(engine.get("it").outputs, withConsent(row, inputs));
        const { requests } = await world.requestsDuring(async () => clean(await engine.up(declare(row, inputs))));
        expectForetold(planned, engine.get("it").outputs);
        if (inputs !== fewer || row.subject.arguments[argument]?.hasDefault) continue;
        // It is no longer managed, and that is all.
        expect(known(planned)).toEqual(planned);
        expect(requests).toEqual([]);
      }
    });
  });
});
