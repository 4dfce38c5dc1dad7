import type { RequestRecord, VpsorgServer } from "../../simulator";
import type { Engine, Outcome, Program, Properties } from "./engine";
import { clean, expectSettled, forEachAdapter } from "./scenario";
import { until, writes } from "./world";

const WEB = { name: "web", planId: 1, osId: 5, location: "us-west" };
const server = (inputs: Properties = {}): Program => ({ web: { type: "VpsOrgServer", inputs: { ...WEB, ...inputs } } });

forEachAdapter((world) => {
  const servers = () => world.simulator.state().vpsorg.servers;
  const only = () => Object.keys(servers())[0] as string;
  const change = (fields: Partial<VpsorgServer> | null) =>
    world.simulator.patch({ vpsorg: { servers: { [only()]: fields } } });
  const neverReady = (switched: boolean) => world.simulator.patch({ vpsorg: { switches: { neverReady: switched } } });
  const posts = (requests: Parameters<typeof writes>[0]) =>
    writes(requests).filter((one) => one === "POST /servers/").length;

  /** An `up` of a server that never gets ready, with `meanwhile` as soon as it is there. */
  async function upWhile(engine: Engine, program: Program, meanwhile: () => void): Promise<Outcome> {
    neverReady(true);
    const running = engine.up(program);
    await until(() => Object.keys(servers()).length === 1);
    meanwhile();
    const outcome = await running;
    neverReady(false);
    return outcome;
  }

  /** Plays `next` as up, up --refresh, and refresh followed by up, each from the same state. */
  async function inEveryWay(engine: Engine, play: (next: (program: Program) => Promise<Outcome>) => Promise<void>) {
    const scene = { hosters: world.simulator.state(), stack: structuredClone(engine.state) };
    const ways: ((program: Program) => Promise<Outcome>)[] = [
      (program) => engine.up(program),
      (program) => engine.up(program, { refresh: true }),
      async (program) => {
        clean(await engine.refresh());
        return engine.up(program);
      },
    ];
    for (const way of ways) {
      world.simulator.reset();
      world.simulator.patch(scene.hosters);
      engine.state = structuredClone(scene.stack);
      await play(way);
    }
  }

  describe("a create", () => {
    test("without credit orders nothing and says so", async () => {
      world.simulator.patch({ vpsorg: { account: { credit: 1 } } });
      const engine = world.engine();
      const { result, requests } = await world.requestsDuring(() => engine.up(server()));
      expect(result.errors).toEqual([expect.stringMatching(/402.*credit.*Nothing was ordered/s)]);
      expect(posts(requests)).toBe(1);
      expect(engine.state).toEqual([]);
      world.simulator.patch({ vpsorg: { account: { credit: 100 } } });
      clean(await engine.up(server()));
      expect(Object.keys(servers())).toHaveLength(1);
    });

    test("waits until the server is active and has its address, in the hoster's words", async () => {
      const engine = world.engine();
      const looks = () => world.simulator.requests().filter(({ path }) => path === `/servers/${only()}/`).length;
      neverReady(true);
      const running = engine.up(server());
      await until(() => Object.keys(servers()).length === 1 && looks() > 1);
      change({ stuck: false });
      world.simulator.advance(1_000);
      const { lines } = clean(await running);
      expect(engine.get("web").outputs).toMatchObject({ status: "active", ipAddress: servers()[only()]?.ip_address });
      expect(engine.get("web").outputs).not.toHaveProperty("__vps.pending");
      expect(lines.join("\n")).toContain("VPS.org says provisioning");
      expect(lines.at(-1)).toContain("VPS.org says active");
      for (const line of lines) expect(line).toMatch(/^web: /);
    });

    test("of a server that goes away meanwhile is a plain error: nothing is kept", async () => {
      const engine = world.engine();
      const outcome = await upWhile(engine, server(), () => change(null));
      expect(outcome.errors).toEqual([expect.stringContaining("is missing")]);
      expect(engine.state).toEqual([]);
      clean(await engine.up(server()));
      expect(Object.keys(servers())).toHaveLength(1);
    });

    test.each(["suspended", "failed", "error"])("of a server that gets %s stops and keeps it", async (status) => {
      const engine = world.engine();
      const outcome = await upWhile(engine, server(), () => change({ status }));
      expect(outcome.errors).toEqual([expect.stringContaining(`VPS.org says ${status}`)]);
      expect(engine.get("web")).toMatchObject({ id: only(), outputs: { status }, initErrors: [expect.any(String)] });
      await inEveryWay(engine, async (next) => {
        const again = await next(server());
        expect(again.errors).toEqual([expect.stringContaining(`VPS.org says ${status}`)]);
        change({ status: "active", ip_address: "203.0.113.9" });
        const { result, requests } = await world.requestsDuring(() => next(server()));
        clean(result);
        expect(posts(requests)).toBe(0);
        await expectSettled(world, engine, server());
      });
    });

    test("that takes too long says what was last seen; the next run goes on with it", async () => {
      const slow = world.engine({ timeoutSeconds: "0.05" });
      neverReady(true);
      const outcome = await slow.up(server({ powerState: "on" }));
      expect(outcome.errors).toEqual([expect.stringMatching(/0\.05 s.*last seen: VPS\.org says provisioning/s)]);
      expect(slow.get("web").outputs).toHaveProperty("__vps.pending.kind", "create");
      await inEveryWay(slow, async (next) => {
        const { result, requests } = await world.requestsDuring(() => next(server({ powerState: "on" })));
        expect(result.errors).toEqual([expect.stringContaining("provisioning")]);
        expect(writes(requests)).toEqual([]);
        change({ stuck: false });
        world.simulator.advance(1_000);
        expect(
          posts((await world.requestsDuring(async () => clean(await next(server({ powerState: "on" }))))).requests),
        ).toBe(0);
        expect(slow.get("web").outputs).not.toHaveProperty("__vps.pending");
        expect(slow.get("web").outputs).toMatchObject({ status: "active", powerState: "on" });
        await expectSettled(world, slow, server({ powerState: "on" }));
      });
    });

    test("that was left unfinished can be destroyed", async () => {
      const slow = world.engine({ timeoutSeconds: "0.05" });
      neverReady(true);
      await slow.up(server());
      const patient = world.engine();
      patient.state = slow.state;
      clean(await patient.destroy());
      expect(servers()).toEqual({});
    });

    test("whose program says off stops the server once it is there", async () => {
      const engine = world.engine();
      clean(await engine.up(server({ powerState: "off" })));
      expect(servers()[only()]?.status).toBe("stopped");
      await expectSettled(world, engine, server({ powerState: "off" }));
    });

    describe("whose answer got lost", () => {
      test.each(["reset-after", "cut"] as const)("%s: found by the look; ordered once", async (kind) => {
        world.simulator.fault({ hoster: "vpsorg", method: "POST", path: "/servers/", kind });
        const engine = world.engine();
        const { result, requests } = await world.requestsDuring(() => engine.up(server()));
        clean(result);
        expect(posts(requests)).toBe(1);
        expect(Object.keys(servers())).toEqual([engine.get("web").id]);
        await expectSettled(world, engine, server());
      });

      test.each(["reset-before", "html", "status"] as const)("%s: never ordered again by itself", async (kind) => {
        world.simulator.fault({ hoster: "vpsorg", method: "POST", path: "/servers/", kind });
        const engine = world.engine();
        const { result, requests } = await world.requestsDuring(() => engine.up(server()));
        expect(posts(requests)).toBe(1);
        expect(requests.filter(({ method, path }) => method === "GET" && path === "/servers/").length).toBe(4);
        expect(result.errors).toEqual([expect.stringMatching(/unknown.*costs money.*adopt/s)]);
        expect(engine.state).toEqual([]);
        clean(await engine.up(server()));
        expect(Object.keys(servers())).toHaveLength(1);
      });

      test("among servers of other names and one of the same that was there before", async () => {
        world.simulator.patch({ vpsorg: { servers: { 7: { name: "other" } } } });
        world.simulator.fault({ hoster: "vpsorg", method: "POST", path: "/servers/", kind: "reset-after" });
        const engine = world.engine();
        clean(await engine.up(server()));
        expect(servers()[engine.get("web").id]?.name).toBe("web");
      });

      test("429 was not carried out, so it is sent again", async () => {
        world.simulator.fault({ hoster: "vpsorg", method: "POST", path: "/servers/", kind: "status", status: 429 });
        const engine = world.engine();
        clean(await engine.up(server()));
        expect(Object.keys(servers())).toHaveLength(1);
      });
    });

    test("with a list that may be cut off is not sent", async () => {
      world.simulator.fault({ hoster: "vpsorg", method: "GET", path: "/servers/", kind: "cut", times: 1_000 });
      const { result, requests } = await world.requestsDuring(() => world.engine().up(server()));
      expect(result.errors).toHaveLength(1);
      expect(writes(requests)).toEqual([]);
    });
  });

  describe("powerState", () => {
    test.each([
      ["on", "active", "rebooting"],
      ["on", "active", "stopping"],
      ["on", "active", "restoring"],
      ["on", "active", "suspended"],
      ["on", "active", "hibernating"],
      ["off", "stopped", "starting"],
      ["off", "stopped", "resizing"],
    ])("stays %s, as last finished, while %s turns %s", async (powerState, settled, status) => {
      const engine = world.engine();
      clean(await engine.up(server({ powerState })));
      expect(servers()[only()]?.status).toBe(settled);
      change({ status });
      clean(await engine.refresh());
      expect(engine.get("web")).toMatchObject({ inputs: { powerState }, outputs: { powerState, status } });
      await expectSettled(world, engine, server({ powerState }));
    });

    test("of a suspended server is reported, never started", async () => {
      const engine = world.engine();
      clean(await engine.up(server({ powerState: "off" })));
      change({ status: "suspended" });
      const { result, requests } = await world.requestsDuring(() =>
        engine.up(server({ powerState: "on" }), { refresh: true }),
      );
      expect(result.errors).toEqual([expect.stringMatching(/suspended|while it is/)]);
      expect(servers()[only()]?.status).toBe("suspended");
      expect(writes(requests).length).toBeLessThanOrEqual(1);
    });

    test("that the hoster refuses to change leaves nothing pending that would skip it next time", async () => {
      const engine = world.engine();
      clean(await engine.up(server({ powerState: "off" })));
      world.simulator.fault({ hoster: "vpsorg", path: "/servers/*/start/", kind: "status", status: 400 });
      expect((await engine.up(server({ powerState: "on" }))).errors).toHaveLength(1);
      await inEveryWay(engine, async (next) => {
        clean(await next(server({ powerState: "on" })));
        expect(servers()[only()]?.status).toBe("active");
        await expectSettled(world, engine, server({ powerState: "on" }));
      });
    });

    test("that was changed behind our back to what the program now says is no error", async () => {
      const engine = world.engine();
      clean(await engine.up(server({ powerState: "on" })));
      change({ status: "stopped" });
      clean(await engine.up(server({ powerState: "off" })));
      await expectSettled(world, engine, server({ powerState: "off" }));
    });
  });
});

forEachAdapter((world) => {
  const only = () => Object.keys(world.simulator.state().vpsorg.servers)[0] as string;
  const status = () => world.simulator.state().vpsorg.servers[only()]?.status;
  const reboots = (requests: Parameters<typeof writes>[0]) =>
    writes(requests).filter((one) => one.endsWith("/reboot/")).length;

  async function made(inputs: Properties) {
    world.simulator.patch({ vpsorg: { servers: { 7: { name: "web" } } } });
    const engine = world.engine();
    clean(await engine.up(server({ ...inputs, adopt: true })));
    return engine;
  }

  /** A server whose restart does not end, and the other way round. */
  const stuck = (value: boolean) => world.simulator.patch({ vpsorg: { servers: { [only()]: { stuck: value } } } });

  /** An up that waits for a restart, which ends once it was looked at. */
  async function upThrough(engine: Engine, program: Program, refresh = false): Promise<Outcome> {
    stuck(true);
    const before = world.simulator.requests().length;
    const running = engine.up(program, { refresh });
    await until(() => status() === "rebooting" && isLookedAt(world.simulator.requests().slice(before)));
    stuck(false);
    return running;
  }

  /** Whether the server was looked at, after the restart if these requests hold one. */
  function isLookedAt(requests: readonly RequestRecord[]): boolean {
    const restart = requests.findLastIndex(({ path }) => path.endsWith("/reboot/"));
    return requests.slice(restart + 1).some(({ path }) => path === `/servers/${only()}/`);
  }

  describe("restartTrigger", () => {
    test("is recorded at the create, at adoption and when first given", async () => {
      const created = await world.requestsDuring(async () => {
        const engine = world.engine();
        clean(await engine.up(server({ restartTrigger: "1" })));
        expect(engine.get("web").outputs.restartTrigger).toBe("1");
        clean(await engine.destroy());
        const adopting = await made({ restartTrigger: "1" });
        expect(adopting.get("web").outputs.restartTrigger).toBe("1");
        clean(await adopting.up(server()));
        clean(await adopting.up(server({ restartTrigger: "2" })));
        expect(adopting.get("web").outputs.restartTrigger).toBe("2");
      });
      expect(reboots(created.requests)).toBe(0);
    });

    test("restarts once when it changes, and waits for the end", async () => {
      const engine = await made({ restartTrigger: "1" });
      const { result, requests } = await world.requestsDuring(() => upThrough(engine, server({ restartTrigger: "2" })));
      expect(clean(result).lines.join("\n")).toContain("VPS.org says rebooting");
      expect(reboots(requests)).toBe(1);
      expect(status()).toBe("active");
      await expectSettled(world, engine, server({ restartTrigger: "2" }));
    });

    test("of a stopped server is recorded without a call", async () => {
      const engine = await made({ restartTrigger: "1", powerState: "off" });
      const { result, requests } = await world.requestsDuring(() =>
        engine.up(server({ restartTrigger: "2", powerState: "off" })),
      );
      expect(clean(result).operations).toEqual(["update web"]);
      expect(writes(requests)).toEqual([]);
      await expectSettled(world, engine, server({ restartTrigger: "2", powerState: "off" }));
    });

    test.each(["reset-after", "cut"] as const)(
      "with a lost answer (%s) restarts once: the status shows it",
      async (kind) => {
        const engine = await made({ restartTrigger: "1" });
        world.simulator.fault({ hoster: "vpsorg", path: "/servers/*/reboot/", kind });
        const { result, requests } = await world.requestsDuring(() =>
          upThrough(engine, server({ restartTrigger: "2" })),
        );
        clean(result);
        expect(reboots(requests)).toBe(1);
        await expectSettled(world, engine, server({ restartTrigger: "2" }));
      },
    );

    describe.each([[false], [true]])("next run with refresh: %s", (refresh) => {
      test.each(["reset-before", "html"] as const)(
        "that shows no sign (%s) stops once and is not repeated",
        async (kind) => {
          const engine = await made({ restartTrigger: "1" });
          world.simulator.fault({ hoster: "vpsorg", path: "/servers/*/reboot/", kind });
          const { result, requests } = await world.requestsDuring(async () => {
            const first = await engine.up(server({ restartTrigger: "2" }));
            expect(first.errors).toEqual([expect.stringContaining("restartTrigger")]);
            return engine.up(server({ restartTrigger: "2" }), { refresh });
          });
          clean(result);
          expect(reboots(requests)).toBe(1);
          await expectSettled(world, engine, server({ restartTrigger: "2" }));
        },
      );

      test("that the hoster refuses is asked for again", async () => {
        const engine = await made({ restartTrigger: "1" });
        world.simulator.fault({ hoster: "vpsorg", path: "/servers/*/reboot/", kind: "status", status: 400 });
        expect((await engine.up(server({ restartTrigger: "2" }))).errors).toHaveLength(1);
        const { requests } = await world.requestsDuring(async () =>
          clean(await engine.up(server({ restartTrigger: "2" }), { refresh })),
        );
        expect(reboots(requests)).toBe(1);
        await expectSettled(world, engine, server({ restartTrigger: "2" }));
      });

      test("whose wait ran out is waited for, not begun again", async () => {
        const engine = await made({ restartTrigger: "1" });
        const hasty = world.engine({ timeoutSeconds: "0.02" });
        hasty.state = engine.state;
        stuck(true);
        expect((await hasty.up(server({ restartTrigger: "2" }))).errors).toEqual([
          expect.stringContaining("rebooting"),
        ]);
        engine.state = hasty.state;
        const { result, requests } = await world.requestsDuring(() =>
          upThrough(engine, server({ restartTrigger: "2" }), refresh),
        );
        clean(result);
        expect(reboots(requests)).toBe(0);
        await expectSettled(world, engine, server({ restartTrigger: "2" }));
      });

      test("that changed once more meanwhile restarts once more, after the first is done", async () => {
        const engine = await made({ restartTrigger: "1" });
        const hasty = world.engine({ timeoutSeconds: "0.02" });
        hasty.state = engine.state;
        stuck(true);
        expect((await hasty.up(server({ restartTrigger: "2" }))).errors).toHaveLength(1);
        engine.state = hasty.state;
        const { requests } = await world.requestsDuring(async () =>
          clean(await upThrough(engine, server({ restartTrigger: "3" }), refresh)),
        );
        expect(reboots(requests)).toBe(1);
        await expectSettled(world, engine, server({ restartTrigger: "3" }));
      });
    });
  });
});
