import type { Engine, Properties } from "./engine";
import { dnsCalls, written } from "./fornexDns";
import { clean, expectSettled, forEachApiVersion } from "./scenario";
import { writes } from "./world";

const ZONE = "example.com";
const zone = (inputs: Properties = {}) => ({
  zone: { type: "FornexDnsDomain", inputs: { name: ZONE, ip: "192.0.2.10", ...inputs } },
});

forEachApiVersion((world) => {
  const calls = dnsCalls(world.apiVersion, ZONE);
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
      expect(engine.get("zone").outputs).not.toHaveProperty("__vps.pending");
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

    test("of a zone that was adopted count as its owner's: none is removed", async () => {
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

    /** The one error of a destroy that must not have written anything. */
    async function refusalOf(engine: Engine, program = {}): Promise<string> {
      const { result, requests } = await world.requestsDuring(() => engine.up(program));
      expect(result.errors).toHaveLength(1);
      expect(writes(requests)).toEqual([]);
      expect(domain()).toBeDefined();
      return result.errors[0] ?? "";
    }
    const put = (id: string | number, entry: Properties) =>
      world.simulator.patch({ fornex: { domains: { [ZONE]: { entries: { [id]: entry } } } } });
    const numberOf = (type: string, host = "") =>
      Object.entries(domain()?.entries ?? {}).find(([, entry]) => entry.type === type && entry.host === host)?.[0] ??
      "";

    test.each([
      ["a delegation", { host: "k8s", type: "NS", value: "ns1.other.example" }, "k8s NS ns1.other.example"],
      ["a name server added to the zone itself", { type: "NS", value: "ns1.other.example" }, "@ NS ns1.other.example"],
      ["a delegation to the zone's own", { host: "k8s", type: "NS", value: "ns1.fornex.com" }, "k8s NS ns1.fornex.com"],
      ["an MX", { type: "MX", value: "mx.example.net", prio: 20 }, "@ MX mx.example.net prio 20"],
      ["a type that nobody documented", { host: "s", type: "SVCB", value: "1 ." }, "s SVCB 1 ."],
      ["a value of two lines", { host: "t", type: "TXT", value: "v=a\nb" }, "t TXT v=a b"],
      ["a long value", { host: "t", type: "TXT", value: `v=x ${"x".repeat(97)}` }, `t TXT v=x ${"x".repeat(96)}…`],
      ["a text that may be a token", { host: "t", type: "TXT", value: "s3cret" }, "t TXT <text of 6 characters>"],
      [
        "what a seeded record says, said again",
        { host: "mail", value: "192.0.2.10" },
        "mail A <value of this program>",
      ],
    ])("that holds %s is refused, and the text says what it is", async (_what, entry, words) => {
      const engine = await made();
      put(77, entry);
      expect(await refusalOf(engine)).toContain(`It would be deleted with the zone: ${words} (id 77). `);
    });

    test.each([
      ["value", { value: "198.51.100.1" }, "www A 198.51.100.1"],
      ["host", { host: "shop" }, "shop A <value of this program>"],
      ["type", { type: "TXT", value: "v=1" }, "www TXT v=1"],
    ])("of which a seeded record got another %s is refused", async (_what, change, words) => {
      const engine = await made();
      const www = idOf("www");
      put(www, { host: "www", type: "A", value: "192.0.2.10", ...change });
      expect(await refusalOf(engine)).toContain(`: ${words} (id ${www}). `);
      put(www, { host: "www", type: "A", value: "192.0.2.10" });
      clean(await engine.destroy());
    });

    test("of which a seeded MX got another priority is refused, and that one is not removed either", async () => {
      const engine = await made();
      const mx = numberOf("MX");
      put(mx, { type: "MX", value: "mail", prio: 50 });
      expect(await refusalOf(engine)).toContain(`: @ MX mail prio 50 (id ${mx}). `);
      clean(await engine.up(zone({ seededRecords: "remove" })));
      expect(types().sort()).toEqual(["MX", "NS", "NS"]);
    });

    test("of which another stack adopted and changed a seeded record is refused", async () => {
      const engine = await made();
      const www = idOf("www");
      const record = { domain: ZONE, host: "www", type: "A", value: "198.51.100.1", adopt: www };
      clean(await world.engine().up({ theirs: { type: "FornexDnsRecord", inputs: record } }));
      expect(await refusalOf(engine)).toContain(`: www A 198.51.100.1 (id ${www}). `);
    });

    test("whose seeded record this program adopted and changed goes after it", async () => {
      const engine = await made();
      const inputs = { domain: ZONE, host: "www", type: "A", value: "198.51.100.1", adopt: idOf("www") };
      clean(await engine.up({ ...zone(), www: { type: "FornexDnsRecord", inputs, after: ["zone"] } }));
      expect(clean(await engine.destroy()).operations).toEqual(["delete www", "delete zone"]);
      expect(domain()).toBeUndefined();
    });

    test("whose record stays in the program is refused without a word of what that record says", async () => {
      const engine = await made();
      const inputs = { domain: ZONE, host: "h7", type: "TXT", value: "s3cret" };
      const record = { h7: { type: "FornexDnsRecord", inputs } };
      clean(await engine.up({ ...zone(), ...record }));
      const refusal = await refusalOf(engine, record);
      expect(refusal).toContain(`: h7 TXT <value of this program> (id ${engine.get("h7").id}). `);
      expect(refusal).not.toContain("s3cret");
    });

    test("is refused without a secret text of this program, of which a destroy has told nothing yet", async () => {
      const engine = await made();
      const inputs = { domain: ZONE, host: "h7", type: "TXT", value: "s3cret" };
      clean(await engine.up({ ...zone(), h7: { type: "FornexDnsRecord", inputs } }));
      // Without a dependency between the two, Pulumi deletes the zone first.
      engine.state.reverse();
      const { errors } = await engine.destroy();
      expect(errors).toHaveLength(1);
      expect(errors[0]).not.toContain("s3cret");
    });

    test("that holds many more lists ten and counts the rest", async () => {
      const engine = await made();
      for (let id = 101; id <= 117; id++) put(id, { host: `h${id}`, value: "198.51.100.1" });
      const refusal = await refusalOf(engine);
      expect(refusal).toMatch(
        /holds 17 records .* They would be deleted with the zone: h101 A 198\.51\.100\.1 \(id 101\); h102 /,
      );
      expect(refusal).toContain("(id 110); … and 7 more. ");
      expect(refusal).not.toContain("h111");
    });

    test.each([
      { apexSpelling: "zone.", caseSpelling: "upper", targetSpelling: "dot", hostSpelling: "fqdn." },
      { apexSpelling: "@", listSoa: true, otherPrio: "null" },
    ] as const)("that is spelled otherwise by now needs no consent: %j", async (switches) => {
      const engine = await made();
      world.simulator.patch({ fornex: { switches } });
      clean(await engine.destroy());
      expect(domain()).toBeUndefined();
    });

    test("whose own name server was put back by hand, under another number, needs no consent", async () => {
      const engine = await made();
      world.simulator.patch({ fornex: { domains: { [ZONE]: { entries: { [numberOf("NS")]: null } } } } });
      put(77, { type: "NS", value: "NS1.fornex.com." });
      clean(await engine.destroy());
      expect(domain()).toBeUndefined();
    });

    test("that was adopted takes the name servers along that it held then, and none that came later", async () => {
      clean(await world.engine().up(zone({ seededRecords: "remove" })));
      put(77, { type: "NS", value: "ns1.other.example" });
      const engine = world.engine();
      clean(await engine.up(zone({ adopt: true })));
      put(78, { type: "NS", value: "ns2.other.example" });
      expect(await refusalOf(engine)).toContain(": @ NS ns2.other.example (id 78). ");
      world.simulator.patch({ fornex: { domains: { [ZONE]: { entries: { 78: null } } } } });
      clean(await engine.destroy());
      expect(domain()).toBeUndefined();
    });

    test("of which an earlier version did not record the name servers is refused, with and without a refresh", async () => {
      const engine = await made();
      delete engine.get("zone").outputs.apexRecords;
      await expectSettled(world, engine, zone());
      expect(await refusalOf(engine)).toContain(": @ NS ns1.fornex.com (id ");
      clean(await engine.up(zone({ forceDestroy: true })));
      clean(await engine.destroy());
    });
  });

  describe("the advice of a refused delete is true", () => {
    const inputs = { domain: ZONE, host: "h7", type: "A", value: "192.0.2.7" };
    const record = { h7: { type: "FornexDnsRecord", inputs, after: ["zone"] } };

    test("after a destroy: consent given to the zone alone makes no record again, and the next destroy ends it", async () => {
      const engine = await made();
      clean(await engine.up({ ...zone(), ...record }));
      add(77);
      const { errors } = await engine.destroy();
      expect(errors).toEqual([expect.stringContaining("run `pulumi up --target <URN of the zone>`")]);
      expect(engine.state.map(({ name }) => name)).toEqual(["zone"]);
      // What --target leaves of the program.
      const { result, requests } = await world.requestsDuring(() => engine.up(zone({ forceDestroy: true })));
      clean(result);
      expect(writes(requests)).toEqual([]);
      clean(await engine.destroy());
      expect(domain()).toBeUndefined();
    });

    test("after a replacement: the old zone under another name brings the consent, and then goes", async () => {
      const engine = await made();
      add(77);
      const now = zone({ name: "other.example", allowReplace: true });
      expect((await engine.up(now)).errors).toEqual([expect.stringContaining("under another resource name")]);
      expect((await engine.up(zone({ name: "other.example", forceDestroy: true }))).errors).toHaveLength(1);
      const old = zone({ adopt: true, forceDestroy: true }).zone;
      clean(await engine.up({ ...now, old }));
      expect(domain()).toBeDefined();
      clean(await engine.up(now));
      expect(domain()).toBeUndefined();
      expect(engine.get("zone").id).toBe("other.example");
      await expectSettled(world, engine, now);
    });
  });

  if (world.apiVersion === "0.1") {
    test("tags cannot be said in this API version: refused before a call", async () => {
      const { result, requests } = await world.requestsDuring(() => world.engine().up(zone({ tags: ["a"] })));
      expect(result.errors).toEqual([expect.stringMatching(/tags: .*API version 0\.1/)]);
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
