import type { Properties } from "./engine";
import { dnsCalls, written } from "./fornexDns";
import { clean, expectSettled, forEachDialect } from "./scenario";
import { writes } from "./world";

const ZONE = "example.com";
const zone = (inputs: Properties = {}) => ({
  zone: { type: "FornexDnsDomain", inputs: { name: ZONE, ip: "192.0.2.10", ...inputs } },
});

forEachDialect((world) => {
  const calls = dnsCalls(world.dialect, ZONE);
  const domain = () => world.simulator.state().fornex.domains[ZONE];
  const held = () => Object.values(domain()?.entries ?? {});
  const types = () => held().map(({ type }) => type);
  const idOf = (host: string) =>
    Object.entries(domain()?.entries ?? {}).find(([, entry]) => entry.type === "A" && entry.host === host)?.[0] ?? "";
  const add = (id: number) =>
    world.simulator.patch({ fornex: { domains: { [ZONE]: { entries: { [id]: { host: "mine" } } } } } });

  async function made(inputs: Properties = {}) {
    const engine = world.engine();
    clean(await engine.up(zone(inputs)));
    return engine;
  }

  test("creating zones is not granted: the error names the way, and nothing is kept", async () => {
    world.simulator.patch({ fornex: { switches: { domainCreationDenied: true } } });
    const engine = world.engine();
    const outcome = await engine.up(zone());
    expect(outcome.errors).toEqual([expect.stringContaining("support")]);
    expect(engine.state).toEqual([]);
  });

  describe("seeded records", () => {
    test.each([{}, { seededRecords: "keep" }])("are kept with %j", async (inputs) => {
      const engine = await made(inputs);
      expect(types().sort()).toEqual(["A", "A", "A", "A", "MX", "NS", "NS"]);
      expect(engine.get("zone").outputs.seeded).toHaveLength(5);
      await expectSettled(world, engine, zone(inputs));
    });

    test("are removed with remove, the name servers never", async () => {
      const engine = await made({ seededRecords: "remove" });
      expect(types()).toEqual(["NS", "NS"]);
      expect(engine.get("zone").outputs.seeded).toEqual([]);
      expect(engine.get("zone").outputs).not.toHaveProperty("pending");
      await expectSettled(world, engine, zone({ seededRecords: "remove" }));
    });

    describe.each([[false], [true]])("whose removal fails half-way (next: up, refresh: %s)", (refresh) => {
      test.each([1, 3, 5])("at the %sth go on with the next run, and each is removed once", async (nth) => {
        await made();
        const ids = Object.entries(domain()?.entries ?? {})
          .filter(([, { type }]) => type !== "NS")
          .map(([id]) => id);
        world.simulator.reset();
        world.simulator.fault({ hoster: "fornex", ...calls.removeEntry(ids[nth - 1]), kind: "status", status: 400 });
        const engine = world.engine();
        const program = zone({ seededRecords: "remove" });
        expect((await engine.up(program)).errors).toHaveLength(1);
        expect(engine.get("zone").outputs.seeded).toHaveLength(6 - nth);
        expect(held()).toHaveLength(2 + 6 - nth);
        const { result, requests } = await world.requestsDuring(() => engine.up(program, { refresh }));
        expect(clean(result).operations).toContain("update zone");
        expect(writes(requests)).toEqual(ids.slice(nth - 1).map((id) => written(calls.removeEntry(id))));
        expect(types()).toEqual(["NS", "NS"]);
        await expectSettled(world, engine, program);
      });

      test("and that was finished by hand are done", async () => {
        const program = zone({ seededRecords: "remove" });
        world.simulator.fault({ hoster: "fornex", ...calls.removeEntry(), kind: "status", status: 400 });
        const engine = world.engine();
        expect((await engine.up(program)).errors).toHaveLength(1);
        for (const [id, { type }] of Object.entries(domain()?.entries ?? {})) {
          if (type !== "NS") world.simulator.patch({ fornex: { domains: { [ZONE]: { entries: { [id]: null } } } } });
        }
        const { result, requests } = await world.requestsDuring(() => engine.up(program, { refresh }));
        clean(result);
        expect(writes(requests)).toEqual([]);
        await expectSettled(world, engine, program);
      });
    });

    test("changed from keep to remove: those that still are as seeded go, changed ones and others stay", async () => {
      const engine = await made({ seededRecords: "keep" });
      const www = idOf("www");
      world.simulator.patch({
        fornex: { domains: { [ZONE]: { entries: { [www]: { host: "www", value: "198.51.100.1" } } } } },
      });
      add(77);
      clean(await engine.up(zone({ seededRecords: "remove" })));
      expect(types().sort()).toEqual(["A", "A", "NS", "NS"]);
      expect(Object.keys(domain()?.entries ?? {})).toEqual(expect.arrayContaining([www, "77"]));
      await expectSettled(world, engine, zone({ seededRecords: "remove" }));
    });

    test("changed from remove to keep: nothing is called", async () => {
      const engine = await made({ seededRecords: "remove" });
      const { result, requests } = await world.requestsDuring(() => engine.up(zone({ seededRecords: "keep" })));
      expect(clean(result).operations).toEqual(["update zone"]);
      expect(requests).toEqual([]);
      await expectSettled(world, engine, zone({ seededRecords: "keep" }));
      clean(await engine.up(zone({ seededRecords: "remove" })));
      expect(types()).toEqual(["NS", "NS"]);
    });

    test("of a zone that was taken over count as its owner's: none is removed", async () => {
      await made();
      const engine = world.engine();
      const program = zone({ seededRecords: "remove", adopt: true });
      clean(await engine.up(program));
      expect(held()).toHaveLength(7);
      await expectSettled(world, engine, program);
      expect((await engine.destroy()).errors).toEqual([expect.stringContaining("forceDestroy")]);
    });

    test.each(["zone.", "@", "zone"] as const)("are known again where the apex is spelled %s", async (apexSpelling) => {
      world.simulator.patch({
        fornex: { switches: { apexSpelling, hostSpelling: "fqdn.", caseSpelling: "upper", targetSpelling: "dot" } },
      });
      const engine = await made();
      clean(await engine.up(zone({ seededRecords: "remove" })));
      expect(types()).toEqual(["NS", "NS"]);
    });
  });

  describe("deleting a zone", () => {
    test("that holds a record of somebody else is refused; with forceDestroy it goes", async () => {
      const engine = await made();
      add(77);
      const { result, requests } = await world.requestsDuring(() => engine.destroy());
      expect(result.errors).toEqual([expect.stringMatching(/1 record.*forceDestroy: true/s)]);
      expect(writes(requests)).toEqual([]);
      expect(engine.has("zone")).toBe(true);

      const update = await world.requestsDuring(() => engine.up(zone({ forceDestroy: true })));
      expect(clean(update.result).operations).toEqual(["update zone"]);
      expect(update.requests).toEqual([]);
      expect(clean(await engine.destroy()).operations).toEqual(["delete zone"]);
      expect(domain()).toBeUndefined();
    });

    test("with forceDestroy taken back is refused again", async () => {
      const engine = await made({ forceDestroy: true });
      add(77);
      clean(await engine.up(zone()));
      expect((await engine.destroy({ refresh: true })).errors).toHaveLength(1);
      expect(domain()).toBeDefined();
    });

    test("that holds only what it was seeded with needs no consent", async () => {
      const engine = await made();
      clean(await engine.destroy());
      expect(domain()).toBeUndefined();
    });
  });

  if (world.dialect === "0.1") {
    test("tags cannot be said in this dialect: refused before a call", async () => {
      const { result, requests } = await world.requestsDuring(() => world.engine().up(zone({ tags: ["a"] })));
      expect(result.errors).toEqual([expect.stringMatching(/tags: .*dialect 0\.1/)]);
      expect(requests).toEqual([]);
    });
  } else {
    test.each([
      [
        ["a", "b"],
        ["b", "a"],
        ["a", "b", "a"],
        [" a", "b "],
      ],
      [
        [" a", "b ", "a"],
        ["b", "a"],
      ],
      [[], [], []],
    ])("tags are a set: %j", async (first, ...others) => {
      const engine = await made({ tags: first });
      expect(engine.get("zone").outputs.tags).toEqual(first);
      expect(domain()?.tags).toEqual([...new Set(first.map((tag) => tag.trim()))]);
      for (const tags of others) await expectSettled(world, engine, zone({ tags }));
    });

    test("taking the last tag off is not the same as not managing them", async () => {
      const engine = await made({ tags: ["a"] });
      clean(await engine.up(zone({ tags: [] })));
      expect(domain()?.tags).toEqual([]);
      await expectSettled(world, engine, zone({ tags: [] }));
    });

    test("tags that the hoster takes without taking the others off are an error; what it shows is kept", async () => {
      world.simulator.patch({ fornex: { switches: { tagsPut: "add" } } });
      const engine = await made({ tags: ["a", "b"] });
      const { errors } = await engine.up(zone({ tags: ["a"] }));
      expect(errors).toEqual([expect.stringMatching(new RegExp(`FornexDnsDomain ${ZONE}.*still shows.*\\btags\\b`))]);
      expect(engine.get("zone").outputs.tags).toEqual(["a", "b"]);
      const { requests } = await world.requestsDuring(() => engine.up(zone({ tags: ["a", "b"] })));
      expect(writes(requests)).toEqual([]);
      await expectSettled(world, engine, zone({ tags: ["a", "b"] }));
    });
  }

  test.each(["EXAMPLE.com", "example.com."])("spelled %s it is the same zone", async (name) => {
    const engine = await made({ name });
    expect(engine.get("zone").outputs.name).toBe(name);
    await expectSettled(world, engine, zone({ name }));
    await expectSettled(world, engine, zone());
  });

  test.each(["EXAMPLE.com", "example.com."])("adopt: %s names it, too", async (adopt) => {
    await made();
    const engine = world.engine();
    clean(await engine.up(zone({ adopt })));
    expect(engine.get("zone").id).toBe(ZONE);
    await expectSettled(world, engine, zone({ adopt }));
  });
});
