import { argumentsWhere, full } from "./rows";
import { clean, declare, describeEach, expectSettled, forEachRow, made } from "./scenario";
import { writes } from "./world";

forEachRow((row, world) => {
  const optional = argumentsWhere(row, (argument, name) => name in row.optional && !argument.replaces);
  const unmanaged = optional.filter((name) => {
    const argument = row.subject.arguments[name];
    return argument?.role === "drift" && !argument.hasDefault;
  });
  const defaulted = optional.filter((name) => row.subject.arguments[name]?.hasDefault && !row.action);
  const unseen = optional.filter((name) => {
    const argument = row.subject.arguments[name];
    return argument?.role !== "drift" && !argument?.hasDefault;
  });
  const sampleOf = (name: string) => ({ [name]: row.optional[name] });

  test("without any of them nothing differs", async () => {
    const { engine } = await made(row, world, row.required);
    await expectSettled(world, engine, declare(row, row.required));
  });

  describeEach(unmanaged, "%s", (name) => {
    test("left out is not managed: never drifts, never sent", async () => {
      const { engine, id } = await made(row, world, row.required);
      row.poke(world.simulator, id, row.others[name] ?? {});
      clean(await engine.refresh());
      expect(engine.get("it").inputs).not.toHaveProperty(name);
      expect(engine.get("it").outputs).toMatchObject(row.others[name] ?? {});
      await expectSettled(world, engine, declare(row, row.required));
      await expectSettled(world, engine, declare(row, { ...row.required, [name]: null }));
      expect(row.peek(world.simulator, id)).toMatchObject(row.others[name] ?? {});
    });

    test("set later, it is applied and kept", async () => {
      const { engine, id } = await made(row, world, row.required);
      row.poke(world.simulator, id, row.others[name] ?? {});
      const program = declare(row, { ...row.required, ...sampleOf(name) });
      expect(clean(await engine.up(program, { refresh: true })).operations).toContain("update it");
      expect(row.peek(world.simulator, id)).toMatchObject(sampleOf(name));
      await expectSettled(world, engine, program);
      row.poke(world.simulator, id, row.others[name] ?? {});
      expect(clean(await engine.up(program, { refresh: true })).operations).toEqual(["drift it", "update it"]);
      expect(row.peek(world.simulator, id)).toMatchObject(sampleOf(name));
    });

    test("removed, it is no longer managed and keeps its value", async () => {
      const { engine, id } = await made(row, world, { ...row.required, ...sampleOf(name) });
      const { result, requests } = await world.requestsDuring(() => engine.up(declare(row, row.required)));
      expect(clean(result).operations).toEqual(["update it"]);
      expect(writes(requests)).toEqual([]);
      expect(row.peek(world.simulator, id)).toMatchObject(sampleOf(name));
      await expectSettled(world, engine, declare(row, row.required));
      row.poke(world.simulator, id, row.others[name] ?? {});
      await expectSettled(world, engine, declare(row, row.required));
      expect(row.peek(world.simulator, id)).toMatchObject(row.others[name] ?? {});
    });

    test("removed together with another change, it is not sent either", async () => {
      const [changed] = argumentsWhere(
        row,
        (argument, other) => argument.role === "drift" && !argument.replaces && other !== name,
      );
      const { engine, id } = await made(row, world, full(row));
      const { [name]: _, ...rest } = { ...full(row), ...row.others[changed as string] };
      row.poke(world.simulator, id, row.others[name] ?? {});
      clean(await engine.up(declare(row, rest), { refresh: true }));
      const { [name]: kept } = row.others[name] ?? {};
      expect(row.peek(world.simulator, id)).toMatchObject({ ...row.others[changed as string], [name]: kept });
      await expectSettled(world, engine, declare(row, rest));
    });
  });

  describeEach(defaulted, "%s", (name) => {
    test("left out it means its default, which is kept", async () => {
      const { engine, id } = await made(row, world, row.required);
      expect(row.peek(world.simulator, id)).toMatchObject({ [name]: row.defaults?.[name] });
      row.poke(world.simulator, id, row.others[name] ?? {});
      expect(clean(await engine.up(declare(row, row.required), { refresh: true })).operations).toEqual([
        "drift it",
        "update it",
      ]);
      expect(row.peek(world.simulator, id)).toMatchObject({ [name]: row.defaults?.[name] });
      await expectSettled(world, engine, declare(row, row.required));
    });

    test("removed, it is put back to its default", async () => {
      const { engine, id } = await made(row, world, { ...row.required, ...sampleOf(name) });
      expect(clean(await engine.up(declare(row, row.required))).operations).toEqual(["update it"]);
      expect(row.peek(world.simulator, id)).toMatchObject({ [name]: row.defaults?.[name] });
      await expectSettled(world, engine, declare(row, row.required));
    });
  });

  describeEach(unseen, "%s", (name) => {
    test("set later and removed again, it is recorded and calls nothing", async () => {
      const { engine } = await made(row, world, row.required);
      const program = declare(row, { ...row.required, ...sampleOf(name) });
      for (const next of [program, declare(row, row.required)]) {
        const { result, requests } = await world.requestsDuring(() => engine.up(next));
        expect(clean(result).operations).toEqual(["update it"]);
        expect(writes(requests)).toEqual([]);
        await expectSettled(world, engine, next);
      }
      expect(engine.get("it").outputs).not.toHaveProperty(name);
    });
  });

  describeEach(Object.keys(row.neverLeftOut ?? {}), "%s", (name) => {
    test("cannot be left out here", async () => {
      const { engine } = await made(row, world, full(row));
      const { [name]: _, ...rest } = row.required;
      const outcome = await engine.up(declare(row, rest));
      expect(outcome.errors).toEqual([expect.stringContaining(name)]);
      expect(outcome.operations).toEqual([]);
    });
  });
});
