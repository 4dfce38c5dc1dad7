import type { Options, Properties } from "./engine";
import { argumentsWhere, full, isRepaired } from "./rows";
import { clean, declare, describeEach, expectSettled, forEachRow, made } from "./scenario";
import { writes } from "./world";

forEachRow((row, world) => {
  const ours = argumentsWhere(row, isRepaired);
  const lossy = argumentsWhere(row, (argument) => argument.role === "drift" && !isRepaired(argument));

  test("what nobody changed has not drifted", async () => {
    const { engine } = await made(row, world, full(row));
    expect(clean(await engine.refresh()).operations).toEqual([]);
  });

  test("a first run does what is no drift, such as a trigger, also with ignoreChanges: *", async () => {
    // What is made is made as the program says, and a required argument that drifts is adopted as it is.
    const isAdopted = argumentsWhere(row, ({ role }, name) => role === "drift" && !row.subject.isOptional(name));
    if (!row.subject.managesExisting || isAdopted.length > 0) return;
    const inputs = Object.entries(full(row)).filter(([name]) => row.subject.arguments[name]?.role !== "drift");
    const written = async (options: Options) => {
      world.simulator.reset();
      row.arrange(world.simulator);
      const create = () => world.engine().up(declare(row, Object.fromEntries(inputs), options));
      const { result, requests } = await world.requestsDuring(create);
      clean(result);
      return writes(requests);
    };
    expect(await written({ ignoreChanges: ["*"] })).toEqual(await written({}));
  });

  describeEach(ours, "%s", (argument) => {
    test("drift is shown and repaired", async () => {
      const { engine, id } = await made(row, world, full(row));
      const before = row.peek(world.simulator, id);
      const program = declare(row, full(row));
      row.poke(world.simulator, id, row.others[argument] ?? {});

      expect(clean(await engine.up(program)).operations).toEqual(["same it"]);
      const shown = await engine.preview(program, { refresh: true });
      expect(clean(shown).operations).toEqual(["drift it", "update it"]);
      expect(clean(await engine.refresh()).operations).toEqual(["drift it"]);
      expect(engine.get("it").inputs).toMatchObject(row.others[argument] ?? {});
      expect(engine.get("it").outputs).toMatchObject(row.others[argument] ?? {});
      expect(clean(await engine.up(program)).operations).toEqual(["update it"]);
      expect(row.peek(world.simulator, id)).toEqual(before);
      await expectSettled(world, engine, program);
    });
  });

  describeEach(Object.keys(row.none ?? {}), "%s taken off altogether", (argument) => {
    test("is shown and repaired", async () => {
      const { engine, id } = await made(row, world, full(row));
      const before = row.peek(world.simulator, id);
      row.poke(world.simulator, id, { [argument]: row.none?.[argument] });
      const outcome = await engine.up(declare(row, full(row)), { refresh: true });
      expect(clean(outcome).operations).toEqual(["drift it", "update it"]);
      expect(row.peek(world.simulator, id)).toEqual(before);
      await expectSettled(world, engine, declare(row, full(row)));
    });

    test("is accepted by leaving it out", async () => {
      const { engine, id } = await made(row, world, full(row));
      row.poke(world.simulator, id, { [argument]: row.none?.[argument] });
      const { [argument]: _, ...rest } = full(row);
      clean(await engine.up(declare(row, rest), { refresh: true }));
      expect(row.peek(world.simulator, id)).toMatchObject({ [argument]: row.none?.[argument] });
      await expectSettled(world, engine, declare(row, rest));
    });
  });

  describeEach(ours, "%s", (argument) => {
    test("drift is repaired by up --refresh in one go", async () => {
      const { engine, id } = await made(row, world, full(row));
      const before = row.peek(world.simulator, id);
      row.poke(world.simulator, id, row.others[argument] ?? {});
      const outcome = await engine.up(declare(row, full(row)), { refresh: true });
      expect(clean(outcome).operations).toEqual(["drift it", "update it"]);
      expect(row.peek(world.simulator, id)).toEqual(before);
    });
  });

  describeEach(ours, "%s", (argument) => {
    test("what somebody made is accepted by writing it", async () => {
      const { engine, id } = await made(row, world, full(row));
      row.poke(world.simulator, id, row.others[argument] ?? {});
      clean(await engine.refresh());
      const accepted = declare(row, { ...full(row), ...row.others[argument] });
      if (row.subject.isSetting) {
        const { result, requests } = await world.requestsDuring(() => engine.up(accepted));
        expect(clean(result).operations).toEqual(["update it"]);
        expect(writes(requests)).toEqual([]);
      }
      await expectSettled(world, engine, accepted);
    });
  });

  const consents = "allowReplace" in row.subject.arguments;
  const consent: Record<string, unknown> = consents ? { allowReplace: true } : {};

  describeEach(lossy, "drift of %s, which only a loss could repair", (argument) => {
    const ways: [string, Record<string, unknown>][] = [
      ["", {}],
      [" with a forgotten allowReplace: true", consent],
    ];
    test.each(consents ? ways : ways.slice(0, 1))("is refused and never replaces%s", async (_what, given) => {
      const inputs = { ...full(row), ...given };
      const { engine, id } = await made(row, world, inputs);
      row.poke(world.simulator, id, row.others[argument] ?? {});
      const { result, requests } = await world.requestsDuring(async () => [
        await engine.preview(declare(row, inputs), { refresh: true }),
        await engine.up(declare(row, inputs), { refresh: true }),
        await engine.up(declare(row, inputs)),
      ]);
      const [preview, first, second] = result;
      expect(preview?.operations).toEqual(["drift it", "update it"]);
      expect(first?.operations).toEqual(["drift it", "update it"]);
      expect(second?.operations).toEqual(["update it"]);
      for (const outcome of [first, second]) {
        expect(outcome?.errors).toEqual([expect.stringContaining(argument)]);
        expect(outcome?.errors[0]).toContain(JSON.stringify(row.others[argument]?.[argument]));
        if (consents) expect(outcome?.errors[0]).toContain("allowReplace: true");
      }
      expect(writes(requests)).toEqual([]);
      expect(row.ids(world.simulator)).toEqual([id]);
    });

    test.each(["", "*"])("is left alone with ignoreChanges%s, also with a forgotten consent", async (all) => {
      const options = { ignoreChanges: [all || argument] };
      const allowed = argumentsWhere(row, (_, name) => /^allow[A-Z]/.test(name)).map((name) => [name, true]);
      const inputs: Properties = { ...full(row), ...Object.fromEntries(allowed) };
      const { engine, id } = await made(row, world, inputs);
      row.poke(world.simulator, id, row.others[argument] ?? {});
      const shown = row.peek(world.simulator, id);
      const program = declare(row, inputs, options);
      const { result, requests } = await world.requestsDuring(async () =>
        clean(await engine.up(program, { refresh: true })),
      );
      // Until now the stack knows nothing of the option; a plugin is told of it with every call.
      const becomes = world.adapter === "native" ? "same it" : "update it";
      expect(result.operations).toEqual(["drift it", becomes]);
      expect(writes(requests)).toEqual([]);
      await expectSettled(world, engine, program);
      expect(engine.get("it").inputs).toMatchObject({ [argument]: inputs[argument] });
      expect(row.peek(world.simulator, id)).toEqual(shown);

      const without = await engine.up(declare(row, inputs), { refresh: true });
      expect(without.operations).toEqual(["update it"]);
      expect(without.errors).toEqual([expect.stringContaining(argument)]);
      expect(row.ids(world.simulator)).toEqual([id]);
    });

    test("is refused where only a transform ignores it; the error says where to write the option", async () => {
      const inputs = full(row);
      const { engine, id } = await made(row, world, inputs);
      row.poke(world.simulator, id, row.others[argument] ?? {});
      const program = declare(row, inputs, { ignoreChangesByTransform: [argument] });
      const { errors } = await engine.up(program, { refresh: true });
      expect(errors).toEqual([expect.stringContaining(`the option ignoreChanges: ["${argument}"]`)]);
    });

    test("is no hindrance to adoption with ignoreChanges", async () => {
      const { id } = await made(row, world, full(row));
      row.poke(world.simulator, id, row.others[argument] ?? {});
      const shown = row.peek(world.simulator, id);
      const adopt = "adopt" in row.subject.arguments ? { adopt: id } : {};
      const engine = world.engine();
      const program = declare(row, { ...full(row), ...adopt }, { ignoreChanges: [argument] });
      const { result, requests } = await world.requestsDuring(async () => clean(await engine.up(program)));
      expect(result.operations).toEqual(["create it"]);
      expect(writes(requests)).toEqual([]);
      expect(row.peek(world.simulator, id)).toEqual(shown);
      await expectSettled(world, engine, program);
    });

    test("is accepted by writing it with allowReplace: true: no write, nothing replaced", async () => {
      const { engine, id } = await made(row, world, full(row));
      row.poke(world.simulator, id, row.others[argument] ?? {});
      clean(await engine.refresh());
      const accepted = { ...full(row), ...row.others[argument], ...consent };
      const { result, requests } = await world.requestsDuring(() => engine.up(declare(row, accepted)));
      expect(clean(result).operations).toEqual(["update it"]);
      expect(writes(requests)).toEqual([]);
      expect(row.ids(world.simulator)).toEqual([id]);
      await expectSettled(world, engine, declare(row, accepted));
      await expectSettled(world, engine, declare(row, { ...accepted, ...(consents ? { allowReplace: false } : {}) }));
    });

    test("ends when somebody changes it back and then runs what the error says", async () => {
      const { engine, id } = await made(row, world, full(row));
      const { [argument]: before } = row.peek(world.simulator, id);
      row.poke(world.simulator, id, row.others[argument] ?? {});
      const { errors } = await engine.up(declare(row, full(row)), { refresh: true });
      // An update looks at nothing, so without a refresh it would be refused again.
      expect(errors).toEqual([expect.stringContaining("change it back at the hoster and run `pulumi up --refresh`.")]);
      row.poke(world.simulator, id, { [argument]: before });
      clean(await engine.up(declare(row, full(row)), { refresh: true }));
      await expectSettled(world, engine, declare(row, full(row)));
    });
  });
});
