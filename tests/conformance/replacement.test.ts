import { argumentsWhere, callsOf, full, isCall, MADE, type Row, SETTINGS } from "./rows";
import { clean, declare, describeEach, expectSettled, forEachRow, made, onlyId } from "./scenario";
import { writes } from "./world";

const replacingOf = (row: Row) => argumentsWhere(row, ({ replaces }) => replaces === true);

forEachRow(
  (row, world) => {
    const consents = "allowReplace" in row.subject.arguments;

    describeEach(replacingOf(row), "a change of %s", (argument) => {
      const changed = { ...full(row), ...row.others[argument], ...(consents ? { allowReplace: true } : {}) };

      if (consents) {
        test("is refused in check without consent, and nothing is called", async () => {
          const { engine, id } = await made(row, world, full(row));
          const { result, requests } = await world.requestsDuring(async () => {
            const program = declare(row, { ...full(row), ...row.others[argument] });
            return [
              await engine.preview(program),
              await engine.up(program),
              await engine.up(program, { refresh: true }),
            ];
          });
          for (const { errors } of result) {
            expect(errors).toEqual([expect.stringContaining(argument)]);
            expect(errors[0]).toContain("allowReplace: true");
          }
          expect(writes(requests)).toEqual([]);
          expect(row.ids(world.simulator)).toEqual([id]);
        });
      }

      const deletesFirst = row.deletesFirst?.includes(argument) ?? false;

      test.each([[false], [true]])(
        "makes a new one and deletes the old one in the safe order (refresh: %s)",
        async (refresh) => {
          const { engine, id } = await made(row, world, full(row));
          expect(clean(await engine.preview(declare(row, changed))).operations).toEqual(["replace it"]);
          const { result, requests } = await world.requestsDuring(() => engine.up(declare(row, changed), { refresh }));
          const done = clean(result).operations.filter((one) => !one.startsWith("drift"));
          expect(done).toEqual(["replace it", ...(deletesFirst ? [] : ["delete it"])]);
          const sent = writes(requests);
          const { create, remove } = callsOf(row);
          // A setting is put back by the very call that sets it.
          expect(sent.filter((one) => isCall(one, remove))).toHaveLength(row.setting ? 2 : 1);
          expect(sent.findLastIndex((one) => isCall(one, remove))).toBe(deletesFirst ? 0 : sent.length - 1);
          expect(sent.slice(...(deletesFirst ? [1] : [0, -1])).some((one) => isCall(one, create))).toBe(true);
          const now = onlyId(row, world);
          expect(now).not.toBe(id);
          expect(engine.get("it").id).toBe(now);
          await expectSettled(world, engine, declare(row, changed));
        },
      );

      // A setting is recorded before it is sent, and one that cannot be put back is released.
      if (row.setting) return;

      test("that cannot be made leaves the old one alone, and succeeds later", async () => {
        if (deletesFirst) return;
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
        expect(row.ids(world.simulator)).toHaveLength(deletesFirst ? 1 : 2);
        const next = clean(await engine.up(declare(row, changed), { refresh: true }));
        expect(next.operations).toContain(deletesFirst ? "replace it" : "delete it");
        expect(onlyId(row, world)).not.toBe(id);
        await expectSettled(world, engine, declare(row, changed));
      });
    });
  },
  [...MADE, ...SETTINGS].filter((row) => replacingOf(row).length > 0),
);
