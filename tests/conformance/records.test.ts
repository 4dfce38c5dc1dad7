import type { FornexEntry } from "../../simulator";
import type { Program, Properties } from "./engine";
import { dnsCalls, written } from "./fornexDns";
import { clean, expectSettled, forEachApiVersion } from "./scenario";
import { writes } from "./world";

const ZONE = "example.com";
const A = { domain: ZONE, host: "www", type: "A", value: "192.0.2.1" };

const record = (inputs: Properties) => ({ type: "FornexDnsRecord", inputs });
const program = (inputs: Properties): Program => ({ it: record(inputs) });

forEachApiVersion((world) => {
  const calls = dnsCalls(world.apiVersion, ZONE);
  const entries = () => world.simulator.state().fornex.domains[ZONE]?.entries ?? {};
  const change = (id: string, fields: Partial<FornexEntry>) =>
    world.simulator.patch({
      fornex: { domains: { [ZONE]: { entries: { [id]: { ...(entries()[id] as FornexEntry), ...fields } } } } },
    });

  beforeEach(() => world.simulator.patch({ fornex: { domains: { [ZONE]: {} } } }));

  async function made(inputs: Properties) {
    const engine = world.engine();
    clean(await engine.up(program(inputs)));
    return { engine, id: engine.get("it").id };
  }

  describe("ttl", () => {
    test("left out, it is not managed: null, 3600 and any other are all right", async () => {
      const { engine, id } = await made(A);
      expect(entries()[id]?.ttl).toBeNull();
      for (const ttl of [3600, 120, null]) {
        change(id, { ttl });
        await expectSettled(world, engine, program(A));
      }
    });

    test("3600 given and null at the hoster is a difference, though it means the same", async () => {
      const { engine, id } = await made({ ...A, ttl: 3600 });
      change(id, { ttl: null });
      const outcome = clean(await engine.up(program({ ...A, ttl: 3600 }), { refresh: true }));
      expect(outcome.operations).toEqual(["drift it", "update it"]);
      expect(entries()[id]?.ttl).toBe(3600);
    });

    test("3600 written where none was: one write, then nothing more", async () => {
      const { engine, id } = await made(A);
      clean(await engine.up(program({ ...A, ttl: 3600 })));
      expect(entries()[id]?.ttl).toBe(3600);
      await expectSettled(world, engine, program({ ...A, ttl: 3600 }));
    });

    test.each([null, 7200])("left out, a change of something else sends back %s as listed", async (ttl) => {
      const { engine, id } = await made(A);
      change(id, { ttl });
      clean(await engine.up(program({ ...A, value: "192.0.2.2" })));
      expect(entries()[id]).toMatchObject({ host: "www", value: "192.0.2.2", ttl });
    });
  });

  test("a change of the type to one without priority takes prio off", async () => {
    const { engine, id } = await made({ ...A, type: "MX", value: "mail.example.net", prio: 10 });
    const cname = { ...A, type: "CNAME", value: "web.example.net" };
    clean(await engine.up(program(cname)));
    expect(entries()[id]).toMatchObject({ type: "CNAME", prio: null });
    await expectSettled(world, engine, program(cname));
    const mx = { ...A, type: "MX", value: "mail.example.net", prio: 5 };
    clean(await engine.up(program(mx)));
    expect(entries()[id]).toMatchObject({ type: "MX", prio: 5 });
    await expectSettled(world, engine, program(mx));
  });

  describe.each([[true], [false]])("where the hoster takes equal records: %s", (acceptEqualRecords) => {
    beforeEach(() => world.simulator.patch({ fornex: { switches: { acceptEqualRecords } } }));

    test("equal records that exist are no matter to ours", async () => {
      const { engine, id } = await made(A);
      world.simulator.patch({ fornex: { domains: { [ZONE]: { entries: { 77: entries()[id] as FornexEntry } } } } });
      await expectSettled(world, engine, program(A));
      clean(await engine.destroy());
      expect(Object.keys(entries())).toEqual(["77"]);
    });

    test("two records that swap their values end as the program says, at the latest with the second run", async () => {
      const pair = (one: string, other: string): Program => ({
        one: record({ ...A, value: one }),
        other: record({ ...A, value: other }),
      });
      const engine = world.engine();
      clean(await engine.up(pair("192.0.2.1", "192.0.2.2")));
      await engine.up(pair("192.0.2.2", "192.0.2.1"));
      expect(Object.keys(entries())).toHaveLength(2);
    });
  });

  test("octoDNS's notation that an earlier run, or another tool, has sent as it stood is put right", async () => {
    const spf = { ...A, type: "TXT", value: "v=DMARC1\\; p=none" };
    const { engine, id } = await made(spf);
    expect(entries()[id]?.value).toBe("v=DMARC1; p=none");
    change(id, { value: spf.value });
    const outcome = clean(await engine.up(program(spf), { refresh: true }));
    expect(outcome.operations).toEqual(["drift it", "update it"]);
    expect(entries()[id]?.value).toBe("v=DMARC1; p=none");
    await expectSettled(world, engine, program(spf));
  });

  test("a change refused because another record has that content names both", async () => {
    world.simulator.patch({ fornex: { switches: { acceptEqualRecords: false } } });
    const engine = world.engine();
    const stranger = world.engine();
    clean(await stranger.up({ one: record(A) }));
    clean(await engine.up({ other: record({ ...A, value: "192.0.2.2" }) }));
    const [one, other] = [stranger.get("one").id, engine.get("other").id];
    const outcome = await engine.up({ other: record(A) });
    expect(outcome.errors).toEqual([expect.stringContaining(one)]);
    expect(outcome.errors[0]).toContain(other);
    clean(await stranger.up({ one: record({ ...A, host: "moved" }) }));
    clean(await engine.up({ other: record(A) }));
  });

  test("a record of a zone that is not there is an error before any write", async () => {
    const { result, requests } = await world.requestsDuring(() =>
      world.engine().up(program({ ...A, domain: "missing.example" })),
    );
    expect(result.errors).toEqual([expect.stringContaining("FornexDnsDomain")]);
    expect(writes(requests)).toEqual([]);
  });

  test("records whose zone was deleted by hand are gone, and so is the zone", async () => {
    const engine = world.engine();
    const inputs = { name: "zone.example", ip: "192.0.2.1" };
    const both: Program = {
      zone: { type: "FornexDnsDomain", inputs },
      www: { ...record({ ...A, host: "web", domain: "zone.example" }), after: ["zone"] },
    };
    clean(await engine.up(both));
    world.simulator.patch({ fornex: { domains: { "zone.example": null } } });
    expect(clean(await engine.preview(both, { refresh: true })).operations.sort()).toEqual([
      "create www",
      "create zone",
      "gone www",
      "gone zone",
    ]);
    clean(await engine.destroy());
    expect(engine.state).toEqual([]);
  });

  test("a zone and its records are destroyed in order", async () => {
    const engine = world.engine();
    clean(
      await engine.up({
        zone: { type: "FornexDnsDomain", inputs: { name: "zone.example", ip: "192.0.2.1" } },
        www: { ...record({ ...A, host: "web", domain: "zone.example" }), after: ["zone"] },
      }),
    );
    expect(clean(await engine.destroy()).operations).toEqual(["delete www", "delete zone"]);
  });

  describe("few calls: 30 records", () => {
    const many: Program = Object.fromEntries(
      Array.from({ length: 30 }, (_, number) => [`r${number}`, record({ ...A, host: `h${number}` })]),
    );
    const asked = async (work: () => Promise<unknown>) => {
      const { requests } = await world.requestsDuring(work);
      const counts = new Map<string, number>();
      for (const { method, path } of requests) {
        const call = `${method} ${path.replace(/\/\d+\//, "/{id}/")}`;
        counts.set(call, (counts.get(call) ?? 0) + 1);
      }
      return Object.fromEntries(counts);
    };
    const list = written(calls.listEntries);
    const account = "GET /account/info";

    test("are made with one list, read with one list, changed and deleted with few", async () => {
      const engine = world.engine();
      const create = await asked(async () => clean(await engine.up(many)));
      expect(create).toEqual({ [account]: 1, [list]: 1, [written(calls.addEntry)]: 30 });
      expect(await asked(async () => clean(await engine.up(many)))).toEqual({});
      const { [account]: _, ...refresh } = await asked(async () => clean(await engine.refresh()));
      expect(refresh).toEqual({ [list]: 1 });
      expect(await asked(async () => clean(await engine.up(many, { refresh: true })))).toMatchObject({ [list]: 1 });

      const changed = Object.fromEntries(
        Object.entries(many).map(([name, { inputs }]) => [name, record({ ...inputs, ttl: 600 })]),
      );
      const update = await asked(async () => clean(await engine.up(changed)));
      // API version 0.1 answers nothing of a record that was changed: one list more tells of all of them.
      expect(update).toMatchObject({
        [list]: world.apiVersion === "0.1" ? 2 : 1,
        [written(calls.changeEntry("{id}"))]: 30,
      });
      const destroy = await asked(async () => clean(await engine.destroy()));
      expect(destroy).toEqual({ [list]: 1, [written(calls.removeEntry("{id}"))]: 30 });
      expect(entries()).toEqual({});
    });
  });

  describe("an answer to a create that got lost", () => {
    const created = async () => {
      const engine = world.engine();
      const { result, requests } = await world.requestsDuring(() => engine.up(program(A)));
      return { engine, errors: result.errors, posts: writes(requests).length };
    };
    const lose = (kind: "reset-before" | "reset-after" | "cut" | "html", times = 1) =>
      world.simulator.fault({ hoster: "fornex", method: "POST", kind, times });

    test.each(["reset-after", "cut"] as const)("%s: found by the look, not sent again", async (kind) => {
      lose(kind);
      const { engine, errors, posts } = await created();
      expect({ errors, posts }).toEqual({ errors: [], posts: 1 });
      expect(Object.keys(entries())).toEqual([engine.get("it").id]);
      await expectSettled(world, engine, program(A));
    });

    test.each(["reset-before", "html"] as const)("%s: not there, so sent once more", async (kind) => {
      lose(kind);
      const { engine, errors, posts } = await created();
      expect({ errors, posts }).toEqual({ errors: [], posts: 2 });
      expect(Object.keys(entries())).toEqual([engine.get("it").id]);
    });

    test("twice: a clear stop, never a third time", async () => {
      lose("reset-before", 2);
      const { engine, errors, posts } = await created();
      expect(posts).toBe(2);
      expect(errors).toEqual([expect.stringContaining("unknown")]);
      expect(engine.state).toEqual([]);
      clean(await engine.up(program(A)));
      expect(Object.keys(entries())).toHaveLength(1);
    });

    test("and the look fails too: a clear stop; the next run finds it and adopts it", async () => {
      const list = { hoster: "fornex", ...calls.listEntries } as const;
      lose("reset-after");
      // The look before the create gets its list, those after it do not.
      world.simulator.fault({ ...list, kind: "slow", delayMs: 0 });
      world.simulator.fault({ ...list, kind: "status", times: 1_000 });
      const { engine, errors, posts } = await created();
      expect(posts).toBe(1);
      expect(errors).toEqual([expect.stringContaining("unknown")]);
      expect(engine.state).toEqual([]);
      world.simulator.clearFaults();
      expect((await engine.up(program(A))).errors).toEqual([expect.stringContaining("adopt")]);
      clean(await engine.up(program({ ...A, adopt: true })));
      expect(Object.keys(entries())).toEqual([engine.get("it").id]);
    });
  });
});
