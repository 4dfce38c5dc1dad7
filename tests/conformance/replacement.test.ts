import { argumentsWhere, callsOf, full, isCall } from "./rows";
import { clean, declare, describeEach, expectSettled, forEachRow, made, onlyId } from "./scenario";
import { writes } from "./world";

forEachRow((row, world) => {
  const consents = "allowReplace" in row.subject.arguments;
  const replacing = argumentsWhere(row, ({ replaces }) => replaces === true);

  describeEach(replacing, "a change of %s", (argument) => {
    const changed = { ...full(row), ...row.others[argument], ...(consents ? { allowReplace: true } : {}) };

    if (consents) {
      test("is refused in check without consent, and nothing is called", async () => {
        const { engine, id } = await made(row, world, full(row));
        const { result, requests } = await world.requestsDuring(async () => {
          const program = declare(row, { ...full(row), ...row.others[argument] });
          return [await engine.preview(program), await engine.up(program), await engine.up(program, { refresh: true })];
        });
        for (const { errors } of result) {
          expect(errors).toEqual([expect.stringContaining(argument)]);
          expect(errors[0]).toContain("allowReplace: true");
        }
        expect(writes(requests)).toEqual([]);
        expect(row.ids(world.simulator)).toEqual([id]);
      });
    }

    test.each([[false], [true]])("makes the new one, then deletes the old one (refresh: %s)", async (refresh) => {
      const { engine, id } = await made(row, world, full(row));
      expect(clean(await engine.preview(declare(row, changed))).operations).toEqual(["replace it"]);
      const { result, requests } = await world.requestsDuring(() => engine.up(declare(row, changed), { refresh }));
      expect(clean(result).operations.filter((one) => !one.startsWith("drift"))).toEqual(["replace it", "delete it"]);
      const { create, remove } = callsOf(row);
      const sent = writes(requests);
      const removed = sent.findLastIndex((one) => isCall(one, remove));
      expect(sent.findIndex((one) => isCall(one, create))).toBeLessThan(removed);
      const deletes = sent.filter((one) => isCall(one, remove) && !(row.setting && isCall(one, create)));
      expect(deletes).toHaveLength(row.setting ? 0 : 1);
      const now = onlyId(row, world);
      expect(now).not.toBe(id);
      expect(engine.get("it").id).toBe(now);
      await expectSettled(world, engine, declare(row, changed));
    });

    // A setting is recorded before it is sent, and one that cannot be put back is let go.
    if (row.setting) return;

    test("that cannot be made leaves the old one alone, and succeeds later", async () => {
      const { engine, id } = await made(row, world, full(row));
      world.simulator.fault({
        hoster: row.subject.hoster,
        ...callsOf(row).create,
        kind: "status",
        status: 400,
      });
      const { errors } = await engine.up(declare(row, changed));
      expect(errors).toHaveLength(1);
      expect(row.ids(world.simulator)).toEqual([id]);
      expect(engine.get("it").id).toBe(id);
      clean(await engine.up(declare(row, changed)));
      expect(onlyId(row, world)).not.toBe(id);
    });

    test("whose old object cannot be deleted keeps it in the stack and deletes it next time", async () => {
      const { engine, id } = await made(row, world, full(row));
      world.simulator.fault({
        hoster: row.subject.hoster,
        ...callsOf(row).remove,
        kind: "status",
        status: 400,
      });
      expect((await engine.up(declare(row, changed))).errors).toHaveLength(1);
      expect(row.ids(world.simulator)).toHaveLength(2);
      expect(clean(await engine.up(declare(row, changed), { refresh: true })).operations).toContain("delete it");
      expect(onlyId(row, world)).not.toBe(id);
      await expectSettled(world, engine, declare(row, changed));
    });
  });
});
