import { ADOPTED, argumentsWhere, deletable, full } from "./rows";
import { clean, declare, expectSettled, forEachRow, made, onlyId } from "./scenario";
import { writes } from "./world";

forEachRow((row, world) => {
  const changeable = argumentsWhere(
    row,
    (argument, name) => argument.role === "drift" && !argument.replaces && !row.naturalKey.includes(name),
  );
  const named = argumentsWhere(
    row,
    (argument, name) => argument.role === "drift" && !argument.replaces && row.naturalKey.includes(name),
  );
  const fixed = argumentsWhere(row, (argument) => argument.role === "drift" && argument.replaces === true);

  test("what exists is never made twice: the error names it and both ways to adopt it", async () => {
    const { id } = await made(row, world, full(row));
    const stranger = world.engine();
    const { result, requests } = await world.requestsDuring(() => stranger.up(declare(row, full(row))));
    expect(result.errors).toEqual([expect.stringMatching(new RegExp(`\\b${id}\\b.*adopt: true.*adopt: "${id}"`, "s"))]);
    expect(writes(requests)).toEqual([]);
    expect(stranger.state).toEqual([]);
    expect(row.ids(world.simulator)).toEqual([id]);
  });

  test.each([
    ["true", () => true],
    ["its id", (id: string) => id],
  ])("adopt: %s adopts it without a write, for good", async (_what, adopt) => {
    const { id } = await made(row, world, full(row));
    const engine = world.engine();
    const inputs = { ...deletable(row), adopt: adopt(id) };
    const { result, requests } = await world.requestsDuring(() => engine.up(declare(row, inputs)));
    expect(clean(result).operations).toEqual(["create it"]);
    expect(engine.get("it").id).toBe(id);
    expect(writes(requests)).toEqual([]);
    await expectSettled(world, engine, declare(row, inputs));
    await expectSettled(world, engine, declare(row, deletable(row)));
    clean(await engine.destroy());
    expect(row.ids(world.simulator)).toEqual([]);
  });

  test("adopt: true where there is nothing makes it", async () => {
    await made(row, world, { ...full(row), adopt: true });
  });

  test("adopt: true on the required arguments leaves everything else alone", async () => {
    const { id } = await made(row, world, full(row));
    const keys = Object.fromEntries(Object.entries(full(row)).filter(([name]) => row.naturalKey.includes(name)));
    const inputs = { ...row.required, ...keys, adopt: true };
    const before = row.peek(world.simulator, id);
    const engine = world.engine();
    clean(await engine.up(declare(row, inputs)));
    expect(row.peek(world.simulator, id)).toEqual(before);
    await expectSettled(world, engine, declare(row, inputs));
  });

  for (const argument of changeable) {
    test(`adopt: true changes a different ${argument} in place`, async () => {
      const { id } = await made(row, world, full(row));
      row.poke(world.simulator, id, row.others[argument] ?? {});
      const engine = world.engine();
      clean(await engine.up(declare(row, { ...full(row), adopt: true })));
      expect(engine.get("it").id).toBe(id);
      expect(row.peek(world.simulator, id)).toMatchObject({ [argument]: full(row)[argument] });
      await expectSettled(world, engine, declare(row, full(row)));
    });
  }

  for (const argument of named) {
    test(`adopt: "<id>" changes a different ${argument} in place`, async () => {
      const { id } = await made(row, world, full(row));
      row.poke(world.simulator, id, row.others[argument] ?? {});
      const engine = world.engine();
      clean(await engine.up(declare(row, { ...full(row), adopt: id })));
      expect(onlyId(row, world)).toBe(id);
      expect(row.peek(world.simulator, id)).toMatchObject({ [argument]: full(row)[argument] });
      await expectSettled(world, engine, declare(row, full(row)));
    });
  }

  for (const argument of fixed) {
    test(`a different ${argument} cannot be adopted: an error that says what the hoster shows`, async () => {
      const { id } = await made(row, world, full(row));
      row.poke(world.simulator, id, row.others[argument] ?? {});
      const engine = world.engine();
      const { result, requests } = await world.requestsDuring(() =>
        engine.up(
          declare(row, {
            ...full(row),
            adopt: true,
            ...("allowReplace" in row.subject.arguments ? { allowReplace: true } : {}),
          }),
        ),
      );
      expect(result.errors).toEqual([expect.stringContaining(argument)]);
      expect(result.errors[0]).toContain(JSON.stringify(row.others[argument]?.[argument]));
      expect(engine.state).toEqual([]);
      expect(writes(requests)).toEqual([]);
    });
  }

  test("adopt of an id that is not there is an error before any write", async () => {
    const { id } = await made(row, world, full(row));
    const engine = world.engine();
    const { result, requests } = await world.requestsDuring(() =>
      engine.up(declare(row, { ...full(row), adopt: "987654" })),
    );
    expect(result.errors).toHaveLength(1);
    expect(writes(requests)).toEqual([]);
    expect(row.ids(world.simulator)).toEqual([id]);
  });

  test("several fitting objects stop with their ids; one of them can be named", async () => {
    const { id } = await made(row, world, full(row));
    const twin = row.twin?.(world.simulator, id);
    if (twin === undefined) return;
    const engine = world.engine();
    for (const adopt of [true, undefined]) {
      const { errors } = await engine.up(declare(row, { ...full(row), adopt }));
      expect(errors).toEqual([expect.stringContaining(id)]);
      expect(errors[0]).toContain(twin);
    }
    clean(await engine.up(declare(row, { ...full(row), adopt: twin })));
    expect(engine.get("it").id).toBe(twin);
    clean(await engine.destroy());
    expect(row.ids(world.simulator)).toEqual([id]);
  });

  test("a create that the engine forgot is found by the next one", async () => {
    const { id } = await made(row, world, full(row));
    const engine = world.engine();
    expect((await engine.up(declare(row, full(row)))).errors).toHaveLength(1);
    clean(await engine.up(declare(row, { ...full(row), adopt: true })));
    expect(onlyId(row, world)).toBe(id);
  });
}, ADOPTED);
