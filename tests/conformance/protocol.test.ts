import { PropertyDiff } from "@pulumi/pulumi/proto/provider_pb.js";
import { textOf } from "./importing";
import { type Applied, Plugin } from "./plugin";
import { isUnknown, received } from "./provider";
import { API_VERSIONS, argumentsWhere, full, isRepaired, type Row, rowsIn } from "./rows";
import { describeEach } from "./scenario";
import type { Properties } from "./stack";
import { useWorld } from "./world";

/** What the plugin tells the engine by its messages, and what it then does. */
describe.each(API_VERSIONS)("native adapter, Fornex API version %s", (apiVersion) => {
  const world = useWorld("native", { apiVersion });
  // Where notes of requests are kept.
  beforeEach(() => {
    process.env.PULUMI_HOME = world.home();
  });

  describe.each(rowsIn(apiVersion).map((row) => [row.subject.name, row] as const))("%s", (name, row) => {
    const plugin = () => new Plugin(world, name);
    const inputs = (values: Properties) => ({ ...row.consent, ...values });
    beforeEach(() => row.arrange(world.simulator));

    test.each([
      ["required", row.required],
      ["all", full(row)],
    ])("a create with %s arguments becomes what its preview told", async (_which, values) => {
      expectAsTold(await plugin().up(inputs(values)));
    });

    test("the same program again differs in nothing", async () => {
      const { held } = (await plugin().up(inputs(full(row)))) as Applied;
      const diff = await plugin().diff(inputs(full(row)), held);
      expect(diff.getDetaileddiffMap().getLength()).toBe(0);
      expect([diff.getChanges(), diff.getDiffsList(), diff.getReplacesList()]).toEqual([1, [], []]);
    });

    if (row.subject.importId !== undefined)
      test("what is imported differs in nothing from what the import says of it, nor from the program", async () => {
        const { held } = (await plugin().up(inputs(row.required))) as Applied;
        const text = textOf(row, held.id);
        // Between two parts a colon will do, as well.
        for (const written of text.split(/[/:]/).length === 2 ? [text, text.replace("/", ":")] : [text]) {
          const imported = await plugin().import(written);
          expect(imported?.id).toBe(held.id);
          if (imported === undefined) continue;
          const given = received(imported.inputs).values;
          const said = Object.fromEntries(Object.entries(row.required).filter(([one]) => !(one in given)));
          if (Object.keys(said).length === 0)
            expect(namesIn(await plugin().diff(imported.inputs, imported))).toEqual([]);
          const diff = await plugin().diff(inputs({ ...given, ...said }), imported);
          expect(namesIn(diff)).toEqual(Object.keys(said).sort());
        }
      });

    describeEach(
      argumentsWhere(row, ({ createOnly }, argument) => !createOnly && row.others[argument] !== undefined),
      "a change of %s",
      (argument) => {
        const consent = row.subject.arguments[argument]?.replaces ? row.others.allowReplace : {};
        const news = { ...full(row), ...row.others[argument], ...consent };

        test("is told by the names of the arguments that it changes, and becomes what its preview told", async () => {
          const { held } = (await plugin().up(inputs(full(row)))) as Applied;
          const diff = await plugin().diff(inputs(news), held);
          expect(namesIn(diff)).toEqual(changed(row, full(row), news));
          expect(diff.getReplacesList().filter((one) => !diff.getDiffsList().includes(one))).toEqual([]);
          const { ADD, UPDATE, ADD_REPLACE, UPDATE_REPLACE } = PropertyDiff.Kind;
          for (const [changedName, one] of diff.getDetaileddiffMap().entries()) {
            const isAdded = !(changedName in inputs(full(row)));
            const replaces = diff.getReplacesList().includes(changedName);
            expect([changedName, one.getKind()]).toEqual([
              changedName,
              isAdded ? (replaces ? ADD_REPLACE : ADD) : replaces ? UPDATE_REPLACE : UPDATE,
            ]);
          }
          const applied = await plugin().up(inputs(news), held);
          if (applied === undefined) return;
          expectAsTold(applied);
          // What the update leaves as it is stays known, so nothing that depends on it shows a change.
          const before = received(held.outputs).values;
          const kept = Object.keys(before).filter(
            (one) => row.subject.outputs[one]?.steady || (isSame(full(row)[one], news[one]) && one in full(row)),
          );
          expect(applied.planned).toMatchObject(Object.fromEntries(kept.map((one) => [one, before[one]])));
        });
      },
    );

    describeEach(argumentsWhere(row, isRepaired), "drift of %s", (argument) => {
      test("is told by its name, and is none where the program ignores it", async () => {
        const { held } = (await plugin().up(inputs(full(row)))) as Applied;
        const live = row.others[argument] ?? {};
        row.poke(world.simulator, held.id, live);
        const seen = await plugin().refresh(held);
        const found = namesIn(await plugin().diff(inputs(full(row)), seen));
        expect(found).toEqual(changed(row, full(row), { ...full(row), ...live }));
        const ignored = await plugin().diff(inputs(full(row)), seen, Object.keys(live));
        expect(namesIn(ignored)).toEqual([]);
      });
    });
  });
});

function namesIn(diff: { getDiffsList(): string[]; getDetaileddiffMap(): { keys(): Iterable<string> } }): string[] {
  const names = [...diff.getDetaileddiffMap().keys()].sort();
  expect(diff.getDiffsList().sort()).toEqual(names);
  return names;
}

/** Names of the arguments that are not the same, of those that a change is compared by. */
function changed(row: Row, olds: Properties, news: Properties): string[] {
  return argumentsWhere(row, ({ createOnly }, name) => !createOnly && !isSame(olds[name], news[name])).sort();
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Every property that was told is there as told, none came that was not told of, and what was told as a secret is one. */
function expectAsTold(applied: Applied | undefined): void {
  expect(applied).toBeDefined();
  const { planned, outputs, plannedSecrets, secrets } = applied as Applied;
  const shown = (properties: Properties) => Object.entries(properties).filter(([name]) => !name.startsWith("__"));
  const known = shown(planned).filter(([, value]) => !isUnknown(value));
  expect(outputs).toMatchObject(Object.fromEntries(known));
  expect(Object.keys(planned)).toEqual(expect.arrayContaining(shown(outputs).map(([name]) => name)));
  const isShown = (name: string) => name in outputs && !name.startsWith("__");
  expect(plannedSecrets.filter(isShown).sort()).toEqual(secrets.filter(isShown).sort());
}
