import { ADOPTED, argumentsWhere, callsOf, deletable, full, isCall, type Row } from "./rows";
import { clean, declare, expectSettled, forEachRow, made, onlyId } from "./scenario";
import { writes } from "./world";

/** An argument that can be changed in place. */
const changeable = (row: Row) => argumentsWhere(row, ({ createOnly, replaces }) => !createOnly && !replaces)[0];

forEachRow((row, world) => {
  const declared = (inputs = full(row)) => ({ type: row.subject.name, inputs });

  describe.each([[false], [true]])("a rename (refresh: %s)", (refresh) => {
    test.each([
      ["true", () => true],
      ["the id", (id: string) => id],
    ])("with adopt: %s keeps the object: the delete of the old name releases it", async (_what, adopt) => {
      const { engine, id } = await made(row, world, full(row));
      const program = { renamed: declared({ ...deletable(row), adopt: adopt(id) }) };
      const { result, requests } = await world.requestsDuring(() => engine.up(program, { refresh }));
      expect(clean(result).operations).toEqual(expect.arrayContaining(["create renamed", "delete it"]));
      expect(writes(requests)).toEqual([]);
      expect(onlyId(row, world)).toBe(id);
      expect(engine.state.map(({ name }) => name)).toEqual(["renamed"]);
      await expectSettled(world, engine, program);
      clean(await engine.destroy());
      expect(row.ids(world.simulator)).toEqual([]);
    });

    test("without adopt stops, and nothing is deleted", async () => {
      const { engine, id } = await made(row, world, full(row));
      const outcome = await engine.up({ renamed: declared() }, { refresh });
      expect(outcome.errors).toEqual([expect.stringContaining(id)]);
      expect(onlyId(row, world)).toBe(id);
      expect(engine.get("it").id).toBe(id);
    });
  });

  test.each([
    ["at once", undefined],
    ["one after the other", ["first"]],
  ])("two resources that adopt one object %s are an error", async (_what, after) => {
    const { id } = await made(row, world, full(row));
    const engine = world.engine();
    const adopting = declared({ ...full(row), adopt: id });
    const outcome = await engine.up({ first: adopting, second: { ...adopting, ...(after ? { after } : {}) } });
    expect(outcome.errors).toHaveLength(1);
    expect(engine.state).toHaveLength(1);
    expect(row.ids(world.simulator)).toEqual([id]);
  });

  test.each([
    ["at once", undefined],
    ["one after the other", ["first"]],
  ])("two resources that describe one new object %s: one is made, the other an error", async (_what, after) => {
    const engine = world.engine();
    const { result, requests } = await world.requestsDuring(() =>
      engine.up({ first: declared(), second: { ...declared(), ...(after ? { after } : {}) } }),
    );
    expect(result.errors).toHaveLength(1);
    expect(writes(requests).filter((one) => isCall(one, callsOf(row).create))).toHaveLength(1);
    expect(engine.state.map(({ id }) => id)).toEqual(row.ids(world.simulator));
    expect(row.ids(world.simulator)).toHaveLength(1);
  });

  describe("two resources that came to hold one object in two runs", () => {
    async function shared() {
      const { engine, id } = await made(row, world, deletable(row));
      const second = declared({ ...deletable(row), adopt: id });
      clean(await engine.up({ ...declare(row, deletable(row)), second }));
      expect(engine.state.map((stored) => stored.id)).toEqual([id, id]);
      return { engine, id };
    }

    test.each([[false], [true]])("one leaves the program: the object stays (refresh: %s)", async (refresh) => {
      const { engine, id } = await shared();
      const program = declare(row, deletable(row));
      const { result, requests } = await world.requestsDuring(() => engine.up(program, { refresh }));
      expect(clean(result).operations).toContain("delete second");
      expect(writes(requests)).toEqual([]);
      expect(onlyId(row, world)).toBe(id);
      await expectSettled(world, engine, program);
    });

    test("both are changed in one run: an error", async () => {
      const argument = changeable(row);
      if (argument === undefined) return;
      const { engine } = await shared();
      const changed = { ...deletable(row), ...row.others[argument] };
      const outcome = await engine.up({ it: declared(changed), second: declared(changed) });
      expect(outcome.errors).toEqual([expect.stringContaining("Two resources")]);
    });

    test("both leave the program: it is deleted", async () => {
      const { engine } = await shared();
      clean(await engine.destroy());
      expect(row.ids(world.simulator)).toEqual([]);
    });
  });

  test("a resource that left the program and was not adopted is deleted, also after a refresh", async () => {
    for (const refresh of [false, true]) {
      const { engine } = await made(row, world, full(row));
      const { requests } = await world.requestsDuring(() => engine.destroy({ refresh }));
      expect(row.ids(world.simulator)).toEqual([]);
      expect(writes(requests).filter((one) => isCall(one, callsOf(row).remove))).toHaveLength(1);
    }
  });
}, ADOPTED);
