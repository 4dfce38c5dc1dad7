import type { Program, UpOptions } from "./engine";
import { callsOf, deletable, full, isCall, MADE, ROWS, type Row } from "./rows";
import { clean, expectSettled, forEachApiVersion, forEachRow, made, onlyId } from "./scenario";
import { writes } from "./world";

const consents = (row: Row) => "allowReplace" in row.subject.arguments;
const agreed = (row: Row) => ({ ...deletable(row), ...(consents(row) ? { allowReplace: true } : {}) });

/** What Pulumi is told to replace, by `--replace`, a taint or the option replacementTrigger: it tells a provider of none. */
forEachRow((row, world) => {
  const declared = (inputs: object, options: object = {}): Program => ({
    it: { type: row.subject.name, inputs: { ...inputs }, options },
  });
  const replaced: UpOptions = { replace: ["it"] };
  const { create, remove } = callsOf(row);

  if (!row.subject.adoptsAlways) {
    test.each([[false], [true]])(
      "on request: refused, and the text names the ways that work (refresh: %s)",
      async (refresh) => {
        const { engine, id } = await made(row, world, agreed(row));
        const { result, requests } = await world.requestsDuring(() =>
          engine.up(declared(agreed(row)), { ...replaced, refresh }),
        );
        expect(result.errors).toEqual([expect.stringContaining("deleteBeforeReplace: true")]);
        expect(result.errors[0]).toContain("pulumi state untaint");
        expect(writes(requests)).toEqual([]);
        expect(onlyId(row, world)).toBe(id);
        await expectSettled(world, engine, declared(agreed(row)));
      },
    );
  }

  describe.each([[false], [true]])("with deleteBeforeReplace (refresh: %s)", (refresh) => {
    const options = { deleteBeforeReplace: true };

    test("on request: the old one goes first, then the new one is made", async () => {
      const { engine, id } = await made(row, world, agreed(row));
      const program = declared(agreed(row), options);
      const { result, requests } = await world.requestsDuring(() => engine.up(program, { ...replaced, refresh }));
      expect(clean(result).operations).toContain("replace it");
      const sent = writes(requests);
      expect(sent.findIndex((one) => isCall(one, remove))).toBeLessThan(
        sent.findLastIndex((one) => isCall(one, create)),
      );
      expect(sent.filter((one) => isCall(one, remove))).toHaveLength(1);
      // An address and a link have the same id again.
      if (!["KiwiIpv6", "FornexSshKeyAttachment", "FornexDnsDomain"].includes(row.subject.name)) {
        expect(onlyId(row, world)).not.toBe(id);
      }
      expect(engine.get("it").id).toBe(onlyId(row, world));
      await expectSettled(world, engine, program);
      clean(await engine.destroy());
      expect(row.ids(world.simulator)).toEqual([]);
    });

    test("on request: of what was adopted by an id that the program still names", async () => {
      if (!("adopt" in row.subject.arguments)) return;
      const { id } = await made(row, world, agreed(row));
      const engine = world.engine();
      const program = declared({ ...agreed(row), adopt: id }, options);
      clean(await engine.up(program));
      clean(await engine.up(program, { ...replaced, refresh }));
      expect(row.ids(world.simulator)).toEqual([engine.get("it").id]);
      await expectSettled(world, engine, program);
    });

    test("by a changed replacementTrigger, too", async () => {
      const engine = world.engine();
      clean(await engine.up(declared(agreed(row), { ...options, replacementTrigger: "1" })));
      const program = declared(agreed(row), { ...options, replacementTrigger: "2" });
      const { result, requests } = await world.requestsDuring(() => engine.up(program, { refresh }));
      expect(clean(result).operations).toContain("replace it");
      expect(writes(requests).filter((one) => isCall(one, remove))).toHaveLength(1);
      expect(row.ids(world.simulator)).toEqual([engine.get("it").id]);
      await expectSettled(world, engine, program);
    });

    test("by a changed replacementTrigger, killed after the new one was made: that one is not passed over", async () => {
      if (row.subject.adoptsAlways) return;
      const engine = world.engine();
      clean(await engine.up(declared(agreed(row), { ...options, replacementTrigger: "1" })));
      const before = structuredClone(engine.state);
      const program = declared(agreed(row), { ...options, replacementTrigger: "2" });
      clean(await engine.up(program));
      const id = onlyId(row, world);
      engine.state = before.map((stored) => ({ ...stored, deleted: true }));
      const { result, requests } = await world.requestsDuring(() => engine.up(program, { refresh }));
      expect(result.errors).toEqual([expect.stringContaining("exists already")]);
      expect(writes(requests)).toEqual([]);
      const adopting = declared({ ...agreed(row), adopt: true }, { ...options, replacementTrigger: "2" });
      clean(await engine.up(adopting));
      expect([onlyId(row, world), engine.get("it").id]).toEqual([id, id]);
    });

    if (consents(row)) {
      test("without consent: nothing is deleted, and nobody is asked to", async () => {
        const { engine, id } = await made(row, world, full(row));
        const program = declared(full(row), options);
        const { result, requests } = await world.requestsDuring(() => engine.up(program, { ...replaced, refresh }));
        expect(result.errors).toEqual([expect.stringContaining("allowReplace: true")]);
        expect(writes(requests)).toEqual([]);
        expect(onlyId(row, world)).toBe(id);
      });
    }
  });

  describe("a changed replacementTrigger", () => {
    const first = { replacementTrigger: "1" };
    const second = { replacementTrigger: "2" };

    if (consents(row)) {
      test("without consent is refused in the preview", async () => {
        const engine = world.engine();
        clean(await engine.up(declared(full(row), first)));
        const { result, requests } = await world.requestsDuring(() => engine.preview(declared(full(row), second)));
        expect(result.errors).toEqual([expect.stringMatching(/replacementTrigger.*allowReplace: true/)]);
        expect(requests).toEqual([]);
      });
    }

    if (row.subject.holdsOne) {
      test("is refused where the hoster holds no two: the text names deleteBeforeReplace", async () => {
        const engine = world.engine();
        clean(await engine.up(declared(agreed(row), first)));
        const preview = clean(await engine.preview(declared(agreed(row), second)));
        expect(preview.lines).toContainEqual(expect.stringMatching(/^it: warning: .*deleteBeforeReplace: true/));
        const { result, requests } = await world.requestsDuring(() => engine.up(declared(agreed(row), second)));
        expect(result.errors).toEqual([expect.stringContaining("deleteBeforeReplace: true")]);
        expect(writes(requests)).toEqual([]);
      });
    } else if (!row.subject.adoptsAlways) {
      test("makes the new one first, and passes over the old one", async () => {
        const engine = world.engine();
        clean(await engine.up(declared(agreed(row), first)));
        const old = onlyId(row, world);
        const { result, requests } = await world.requestsDuring(() => engine.up(declared(agreed(row), second)));
        expect(clean(result).operations).toEqual(["replace it", "delete it"]);
        const sent = writes(requests);
        expect(sent.findIndex((one) => isCall(one, create))).toBeLessThan(sent.findIndex((one) => isCall(one, remove)));
        expect(onlyId(row, world)).not.toBe(old);
        await expectSettled(world, engine, declared(agreed(row), second));
      });

      test("stops where several fit", async () => {
        const engine = world.engine();
        clean(await engine.up(declared(agreed(row), first)));
        const id = onlyId(row, world);
        const twin = row.twin?.(world.simulator, id);
        if (twin === undefined) return;
        const { errors } = await engine.up(declared(agreed(row), second));
        expect(errors).toEqual([expect.stringContaining(twin)]);
        expect(row.ids(world.simulator).sort()).toEqual([id, twin].sort());
      });
    }
  });

  test("a rename without an alias that Pulumi goes on after: the old one is not deleted", async () => {
    if (row.subject.adoptsAlways) return;
    const { engine, id } = await made(row, world, agreed(row));
    const renamed = { renamed: { type: row.subject.name, inputs: agreed(row) } };
    const { result, requests } = await world.requestsDuring(() => engine.up(renamed, { continueOnError: true }));
    expect(result.errors).toHaveLength(2);
    expect(writes(requests)).toEqual([]);
    expect(onlyId(row, world)).toBe(id);
  });
}, MADE);

/** What is only managed, set or done is released, put back or undone, and then managed, set or done anew. */
forEachRow(
  (row, world) => {
    test("on request with deleteBeforeReplace: works, and is settled then", async () => {
      const engine = world.engine();
      const program: Program = {
        it: {
          type: row.subject.name,
          inputs: { ...row.consent, ...full(row) },
          options: { deleteBeforeReplace: true },
        },
      };
      clean(await engine.up(program));
      const { operations } = clean(await engine.up(program, { replace: ["it"] }));
      expect(operations).toEqual(["replace it"]);
      await expectSettled(world, engine, program);
      clean(await engine.destroy());
    });
  },
  ROWS.filter((row) => !MADE.includes(row)),
);

forEachApiVersion((world) => {
  const ZONE = "example.com";
  const zone = (inputs: object = {}, options: object = {}) => ({
    type: "FornexDnsDomain",
    inputs: {
      name: ZONE,
      ip: "192.0.2.10",
      seededRecords: "remove",
      forceDestroy: true,
      allowReplace: true,
      ...inputs,
    },
    options,
  });
  const record = (host: string) => ({
    type: "FornexDnsRecord",
    inputs: { host, type: "A", value: "192.0.2.1" },
    from: { domain: { resource: "zone", output: "name" } },
  });
  const program = (inputs: object = {}, options: object = {}): Program => ({
    zone: zone(inputs, options),
    www: record("www"),
    api: record("api"),
  });
  const hosts = () =>
    Object.values(world.simulator.state().fornex.domains[ZONE]?.entries ?? {})
      .map(({ host }) => host)
      .filter((host) => ["www", "api"].includes(host))
      .sort();
  async function up(inputs: object = {}, options: object = {}) {
    const engine = world.engine();
    clean(await engine.up(program(inputs, options)));
    return engine;
  }

  describe("records of a zone that goes first", () => {
    const options = { deleteBeforeReplace: true };

    test.each([[false], [true]])("come back in the same run (refresh: %s)", async (refresh) => {
      const engine = await up();
      const preview = clean(await engine.preview(program({}, options), { replace: ["zone"], refresh }));
      expect(preview.operations.sort()).toEqual(["create api", "create www", "replace zone"]);
      const { operations } = clean(await engine.up(program({}, options), { replace: ["zone"], refresh }));
      expect(operations).toEqual(expect.arrayContaining(["delete www", "create www", "delete api", "create api"]));
      expect(hosts()).toEqual(["api", "www"]);
      await expectSettled(world, engine, program({}, options));
    });

    test("do so, too, where the zone gets another name", async () => {
      const engine = await up();
      const renamed = program({ name: "example.org" }, options);
      clean(await engine.up(renamed));
      expect(world.simulator.state().fornex.domains[ZONE]).toBeUndefined();
      const entries = Object.values(world.simulator.state().fornex.domains["example.org"]?.entries ?? {});
      expect(entries.filter(({ host }) => ["www", "api"].includes(host))).toHaveLength(2);
      await expectSettled(world, engine, renamed);
    });

    test("are made again by the next run where the zone could not be deleted after them", async () => {
      const engine = await up({ forceDestroy: false });
      world.simulator.patch({ fornex: { domains: { [ZONE]: { entries: { 77: { host: "foreign" } } } } } });
      const stopped = await engine.up(program({ forceDestroy: false }, options), { replace: ["zone"] });
      expect(stopped.errors).toEqual([expect.stringContaining("forceDestroy")]);
      expect(hosts()).toEqual([]);
      clean(await engine.up(program({ forceDestroy: false }, options)));
      expect(hosts()).toEqual(["api", "www"]);
      await expectSettled(world, engine, program({ forceDestroy: false }, options));
    });

    describe("that the program names by the id they were adopted by", () => {
      const adopting = (inputs: object): Program => {
        const { www, ...others } = program({ adopt: true, ...inputs }, options);
        return { ...others, www: { ...record("www"), inputs: { ...www?.inputs, adopt: "71" } } };
      };
      async function adopted(inputs: object = {}) {
        world.simulator.patch({
          fornex: { domains: { [ZONE]: { entries: { 71: { host: "www", value: "192.0.2.1" } } } } },
        });
        const engine = world.engine();
        clean(await engine.up(adopting(inputs)));
        return { engine, all: adopting(inputs) };
      }

      test("come back in the same run", async () => {
        const { engine, all } = await adopted();
        clean(await engine.up(all, { replace: ["zone"] }));
        expect(hosts()).toEqual(["api", "www"]);
        await expectSettled(world, engine, all);
      });

      test("come back by the next run where the zone could not be deleted after them", async () => {
        const { engine, all } = await adopted({ forceDestroy: false });
        world.simulator.patch({ fornex: { domains: { [ZONE]: { entries: { 77: { host: "foreign" } } } } } });
        const stopped = await engine.up(all, { replace: ["zone"] });
        expect(stopped.errors).toEqual([expect.stringContaining("forceDestroy")]);
        expect(hosts()).toEqual([]);
        expect(clean(await engine.preview(all)).lines).toEqual([]);
        clean(await engine.up(all));
        expect(hosts()).toEqual(["api", "www"]);
        await expectSettled(world, engine, all);
      });
    });

    test("stay where the program does not agree to the zone's replacement", async () => {
      const engine = await up({ allowReplace: false });
      const { errors } = await engine.up(program({ allowReplace: false }, options), { replace: ["zone"] });
      expect(errors).toEqual([expect.stringContaining("allowReplace: true")]);
      expect(hosts()).toEqual(["api", "www"]);
    });
  });

  test("an ordinary change of a zone replaces none of its records, whatever is unknown", async () => {
    const engine = await up();
    const changed = program({ forceDestroy: false });
    expect(clean(await engine.preview(changed)).operations.sort()).toEqual(["same api", "same www", "update zone"]);
    expect(clean(await engine.up(changed)).operations.sort()).toEqual(["same api", "same www", "update zone"]);
  });

  test("a preview of a zone that is replaced in the safe order replaces none of its records by itself", async () => {
    const engine = await up();
    // The records' domain is unknown then, and a check came before.
    const { operations } = clean(await engine.preview(program({ name: "example.org" })));
    expect(operations.sort()).toEqual(["replace zone", "update api", "update www"]);
  });
});
