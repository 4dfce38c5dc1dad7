import { ADAPTERS } from "./adapters";
import type { Declared, Engine, Program, Properties } from "./engine";
import { quietly } from "./provider";
import { callsOf, isCall, rowOf, rowsIn } from "./rows";
import { clean, expectSettled, forEachAdapter, forEachApiVersion } from "./scenario";
import { until, useWorld, type World, writes } from "./world";

const WEB = { name: "web", planId: 1, osId: 5, location: "us-west" };
const declaredServer = (inputs: Properties = {}): Declared => ({ type: "VpsOrgServer", inputs: { ...WEB, ...inputs } });
const server = (inputs: Properties = {}): Program => ({ web: declaredServer(inputs) });

const ZONE = "example.com";
const zone = (inputs: Properties = {}): Program => ({
  zone: { type: "FornexDnsDomain", inputs: { name: ZONE, ip: "192.0.2.10", ...inputs } },
});

const REFRESH = [[false], [true]] as const;
const ORDER = "POST /servers/";

const servers = (world: World) => world.simulator.state().vpsorg.servers;
const entries = (world: World) => world.simulator.state().fornex.domains[ZONE]?.entries ?? {};
const seededIn = (world: World) => Object.entries(entries(world)).filter(([, { type }]) => type !== "NS");

async function made(world: World, program: Program): Promise<Engine> {
  const engine = world.engine();
  clean(await engine.up(program));
  return engine;
}

/** A server that somebody ordered by hand. */
function existing(world: World, fields: Partial<ReturnType<typeof servers>[string]> = {}): string {
  world.simulator.patch({ vpsorg: { servers: { 7: { name: "web", ...fields } } } });
  return "7";
}

/** The writes of one `up` that must succeed. */
async function writesOf(world: World, engine: Engine, program: Program, refresh = false): Promise<string[]> {
  const { result, requests } = await world.requestsDuring(() => engine.up(program, { refresh }));
  clean(result);
  return writes(requests);
}

forEachAdapter((world) => {
  describe.each(REFRESH)("a key that was left out of the program and comes back (refresh: %s)", (refresh) => {
    async function leftOut() {
      const engine = await made(world, server({ sshKeyId: 7 }));
      expect(await writesOf(world, engine, server(), refresh)).toEqual([]);
      return { engine, id: engine.get("web").id };
    }

    test("as the one that was installed replaces nothing", async () => {
      const { engine, id } = await leftOut();
      const program = server({ sshKeyId: 7, allowReplace: true });
      expect(await writesOf(world, engine, program, refresh)).toEqual([]);
      expect(Object.keys(servers(world))).toEqual([id]);
      await expectSettled(world, engine, program);
    });

    test("as another one replaces the server", async () => {
      const { engine, id } = await leftOut();
      const program = server({ sshKeyId: 8, allowReplace: true });
      expect(await writesOf(world, engine, program, refresh)).toEqual([ORDER, `DELETE /servers/${id}/`]);
      expect(servers(world)[engine.get("web").id]?.ssh_key_id).toBe(8);
      await expectSettled(world, engine, program);
    });
  });

  describe.each(REFRESH)('a replacement with adopt: "<id>" still in the program (refresh: %s)', (refresh) => {
    test.each([
      ["planId", { planId: 2 }],
      ["sshKeyId", { sshKeyId: 8 }],
    ])("for %s orders a new server, then deletes the old one", async (_name, change) => {
      const id = existing(world);
      const adopting = { sshKeyId: 7, adopt: id };
      const engine = await made(world, server(adopting));
      expect(engine.get("web").id).toBe(id);
      const program = server({ ...adopting, ...change, allowReplace: true });
      expect(await writesOf(world, engine, program, refresh)).toEqual([ORDER, `DELETE /servers/${id}/`]);
      expect(engine.get("web").id).not.toBe(id);
      expect(Object.keys(servers(world))).toEqual([engine.get("web").id]);
      await expectSettled(world, engine, program);
    });
  });

  describe.each(REFRESH)("a changed restartTrigger (refresh: %s)", (refresh) => {
    test("finds the restart that a killed run began: it is waited for, not begun again", async () => {
      const engine = await made(world, server({ restartTrigger: "1" }));
      const { id } = engine.get("web");
      const change = (stuck: boolean) => world.simulator.patch({ vpsorg: { servers: { [id]: { stuck } } } });
      change(true);
      const killed = world.engine({ timeoutSeconds: "0.05" });
      killed.state = structuredClone(engine.state);
      expect((await killed.up(server({ restartTrigger: "2" }))).errors).toHaveLength(1);
      expect(servers(world)[id]?.status).toBe("rebooting");

      // Of what the killed run did, the stack knows nothing.
      const before = world.simulator.requests().length;
      const looks = () =>
        world.simulator
          .requests()
          .slice(before)
          .filter(({ path }) => path === `/servers/${id}/`).length;
      const { result, requests } = await world.requestsDuring(async () => {
        const running = engine.up(server({ restartTrigger: "2" }), { refresh });
        await until(() => looks() > 3);
        change(false);
        world.simulator.advance(1_000);
        return running;
      });
      expect(clean(result).lines.join("\n")).toContain("VPS.org says rebooting");
      expect(writes(requests)).toEqual([]);
      expect(engine.get("web").outputs).toMatchObject({ restartTrigger: "2", status: "active" });
      expect(engine.get("web").outputs).not.toHaveProperty("__vps.pending");
      await expectSettled(world, engine, server({ restartTrigger: "2" }));
    });

    test("of a server that is started in the same run is recorded: one start, no restart", async () => {
      const engine = await made(world, server({ powerState: "off", restartTrigger: "1" }));
      const program = server({ powerState: "on", restartTrigger: "2" });
      expect(await writesOf(world, engine, program, refresh)).toEqual([`POST /servers/${engine.get("web").id}/start/`]);
      expect(engine.get("web").outputs).toMatchObject({ powerState: "on", restartTrigger: "2" });
      await expectSettled(world, engine, program);
    });
  });

  describe.each(["suspended", "failed", "error"])("a server that is %s", (status) => {
    test("is told by a refresh, and is no drift", async () => {
      const engine = await made(world, server({ powerState: "on" }));
      const { id } = engine.get("web");
      world.simulator.patch({ vpsorg: { servers: { [id]: { status } } } });
      const { operations, lines } = clean(await engine.refresh());
      expect(operations).toEqual([]);
      expect(lines).toEqual([expect.stringMatching(new RegExp(`^web: VPS\\.org says ${status}`))]);
      await expectSettled(world, engine, server({ powerState: "on" }));
    });

    test("can be adopted, its name and settings changed", async () => {
      const id = existing(world, { status });
      const engine = world.engine();
      const program = server({ name: "front", hostname: "front.example.com", backupsEnabled: true, adopt: id });
      expect(await writesOf(world, engine, program)).toEqual([`PUT /servers/${id}/`]);
      expect(servers(world)[id]).toMatchObject({
        name: "front",
        hostname: "front.example.com",
        backups_enabled: true,
        status,
      });
      expect(engine.get("web")).toMatchObject({ id, outputs: { status }, initErrors: [] });
      await expectSettled(world, engine, program);
    });
  });

  describe("a host name in Unicode, with a dot at its end", () => {
    const HOSTNAME = "Bücher.Example.";
    const SENT = "xn--bcher-kva.example";

    test("is sent to VPS.org in punycode, at creation and later", async () => {
      const engine = await made(world, server({ hostname: HOSTNAME }));
      const { id } = engine.get("web");
      expect(servers(world)[id]?.hostname).toBe(SENT);
      await expectSettled(world, engine, server({ hostname: HOSTNAME }));
      const later = server({ hostname: `mail.${HOSTNAME}` });
      clean(await engine.up(later));
      expect(servers(world)[id]?.hostname).toBe(`mail.${SENT}`);
      await expectSettled(world, engine, later);
    });

    test("is sent to KiwiVM in punycode", async () => {
      const program: Program = { it: { type: "KiwiServer", inputs: { veid: "111141", hostname: HOSTNAME } } };
      const engine = await made(world, program);
      expect(world.simulator.state().kiwivm.machines["111141"]?.hostname).toBe(SENT);
      await expectSettled(world, engine, program);
    });
  });

  describe("a name in another case", () => {
    test.each(["lower", "as-sent"] as const)("is the same server, adopted as it is (kept %s)", async (nameCase) => {
      world.simulator.patch({ vpsorg: { switches: { nameCase } } });
      const id = existing(world);
      const engine = world.engine();
      const { result, requests } = await world.requestsDuring(() => engine.up(server({ name: "Web" })));
      expect(result.errors).toEqual([expect.stringMatching(new RegExp(`exists already.*\\b${id}\\b`))]);
      expect(writes(requests)).toEqual([]);
      expect(engine.state).toEqual([]);
      const program = server({ name: "Web", adopt: true });
      expect(await writesOf(world, engine, program)).toEqual([]);
      expect(Object.keys(servers(world))).toEqual([id]);
      await expectSettled(world, engine, program);
    });

    test("in one program with the first: one server is ordered", async () => {
      const engine = world.engine();
      const program = { web: declaredServer(), shouted: declaredServer({ name: "WEB" }) };
      const { result, requests } = await world.requestsDuring(() => engine.up(program));
      expect(result.errors).toHaveLength(1);
      expect(writes(requests)).toEqual([ORDER]);
      expect(engine.state.map(({ id }) => id)).toEqual(Object.keys(servers(world)));
    });
  });
});

forEachApiVersion((world) => {
  describe.each(REFRESH)("a removal of seeded records that was refused (refresh: %s)", (refresh) => {
    test.each([
      ["keep", { seededRecords: "keep" }],
      ["left out", {}],
    ])("and is taken back (%s) leaves nothing to do", async (_what, back) => {
      const engine = await made(world, zone(back));
      world.simulator.fault({ hoster: "fornex", ...deletions(world), kind: "status", status: 403 });
      expect((await engine.up(zone({ seededRecords: "remove" }))).errors).toEqual([
        expect.stringContaining("5 of its seeded records"),
      ]);
      expect(seededIn(world)).toHaveLength(5);
      expect(await writesOf(world, engine, zone(back), refresh)).toEqual([]);
      expect(engine.get("zone").outputs).not.toHaveProperty("__vps.pending");
      expect(seededIn(world)).toHaveLength(5);
      await expectSettled(world, engine, zone(back));
    });
  });

  test("a seeded record that was adopted survives the removal of the others under a refresh", async () => {
    const record: Declared = {
      type: "FornexDnsRecord",
      inputs: { domain: ZONE, host: "www", type: "A", value: "192.0.2.10", adopt: true },
      after: ["zone"],
    };
    const engine = await made(world, { ...zone(), record });
    const { id } = engine.get("record");
    const others = seededIn(world).filter(([one]) => one !== id);
    expect(others).toHaveLength(4);
    const program = { ...zone({ seededRecords: "remove" }), record };
    const sent = await writesOf(world, engine, program, true);
    expect(sent.filter((one) => isCall(one, deletions(world)))).toHaveLength(others.length);
    expect(sent).toHaveLength(others.length);
    expect(seededIn(world).map(([one]) => one)).toEqual([id]);
    expect(engine.get("zone").outputs.seeded).toEqual([]);
    await expectSettled(world, engine, program);
    clean(await engine.destroy());
    expect(world.simulator.state().fornex.domains).toEqual({});
  });
});

describe.each(ADAPTERS)("%s adapter", (name) => {
  const world = useWorld(name);

  describe("an adoption that is refused", () => {
    /** The adapter of a new run, in which another resource just failed to adopt the server. */
    async function refused() {
      const engine = await made(world, server());
      const stored = engine.get("web");
      const runtime = world.runtime();
      const row = rowOf("VpsOrgServer");
      const adapter = row.subject.open[name](runtime, quietly);
      const thief = { ...WEB, planId: 2, adopt: stored.id };
      await expect(adapter.create(thief)).rejects.toThrow(/cannot become.*planId/);
      return { adapter, stored };
    }

    test("leaves the server to its owner, who can change it in the same run", async () => {
      const { adapter, stored } = await refused();
      await adapter.update(stored.id, stored.outputs, { ...WEB, hostname: "web.example.com" });
      expect(servers(world)[stored.id]?.hostname).toBe("web.example.com");
    });

    test("leaves the server to its owner, who can delete it in the same run", async () => {
      const { adapter, stored } = await refused();
      await adapter.delete(stored.id, stored.outputs);
      expect(servers(world)).toEqual({});
    });
  });
});

/** The call by which the API version of this world deletes. */
function deletions(world: World) {
  const [row] = rowsIn(world.apiVersion).filter(({ subject }) => subject.name === "FornexDnsRecord");
  if (!row) throw new Error("The matrix has no row for records.");
  return callsOf(row).remove;
}
