import type { Engine, Program, Properties } from "./engine";
import { machineOf, patchMachine, VEID } from "./rows/machines";
import { clean, expectSettled, forEachAdapter } from "./scenario";
import { until, writes } from "./world";

const server = (inputs: Properties = {}): Program => ({
  it: { type: "KiwiServer", inputs: { veid: VEID, ...inputs } },
});

/** What only a machine that exists does: power, restarts and passwords, without a job that tells how they go. */
forEachAdapter((world) => {
  const machine = () => machineOf(world.simulator, VEID);
  const patch = (values: object) => patchMachine(world.simulator, VEID, values);
  const outputs = (engine: Engine) => engine.get("it").outputs;
  const fault = (path: string, kind: "reset-after" | "reset-before" | "cut") =>
    world.simulator.fault({ hoster: "kiwivm", path, kind });

  async function made(inputs: Properties = {}): Promise<Engine> {
    const engine = world.engine();
    clean(await engine.up(server(inputs)));
    return engine;
  }

  async function written(work: () => Promise<unknown>): Promise<string[]> {
    const { requests } = await world.requestsDuring(work);
    return writes(requests);
  }

  describe("a machine", () => {
    test("needs no adopt, shows itself, and is released without a call", async () => {
      const engine = await made({ powerState: "on" });
      expect(outputs(engine)).toMatchObject({
        status: "running",
        suspended: false,
        sshPort: 27015,
        os: "debian-12-x86_64",
        location: "US, Florida",
        ipAddresses: ["203.0.113.21", "203.0.113.22", "2001:db8:1:2::"],
      });
      const before = machine();
      const { result, requests } = await world.requestsDuring(() => engine.destroy());
      expect(clean(result).operations).toEqual(["delete it"]);
      expect(requests).toEqual([]);
      expect(machine()).toEqual(before);
    });

    test("of another kind shows the same", async () => {
      patch({ vm_type: "ovz" });
      const engine = await made({ powerState: "off" });
      expect(outputs(engine)).toMatchObject({ status: "stopped", powerState: "off" });
      await expectSettled(world, engine, server({ powerState: "off" }));
    });

    test("is not started while it is suspended, and every refresh says so", async () => {
      const engine = await made({ powerState: "on" });
      patch({ suspended: true, power: { status: "stopped" } });
      const { lines, operations } = clean(await engine.refresh());
      expect(lines).toEqual([expect.stringContaining("suspended the machine")]);
      expect(operations).toEqual([]);
      const calls = await written(async () => {
        expect((await engine.up(server({ powerState: "off" }))).errors).toEqual([
          expect.stringContaining("neither started nor stopped"),
        ]);
      });
      expect(calls).toEqual([]);
    });

    test("that is locked is waited for, in KiwiVM's words", async () => {
      const engine = await made({ hostname: "web.example.com" });
      world.simulator.fault({ hoster: "kiwivm", path: "/setHostname", kind: "lock", times: 3 });
      const { lines } = clean(await engine.up(server({ hostname: "mail.example.com" })));
      expect(lines.join("\n")).toMatch(/locked machine 111141: OS Reinstall: debian-13-x86_64, \d+ %/);
      await expectSettled(world, engine, server({ hostname: "MAIL.example.com" }));
    });

    test("is asked about once, whatever is managed of it", async () => {
      patch({ snapshots: { "a.tar.gz": { sticky: true } } });
      const engine = world.engine();
      const program: Program = {
        ...server({ powerState: "on" }),
        os: { type: "KiwiServerOs", inputs: { veid: VEID, os: "debian-12-x86_64" } },
        place: { type: "KiwiServerLocation", inputs: { veid: VEID, location: "USFL_1" } },
        ptr: { type: "KiwiPtr", inputs: { veid: VEID, ip: "203.0.113.21", ptr: "ns1.my.server.com" } },
      };
      clean(await engine.up(program));
      const { requests } = await world.requestsDuring(() => engine.refresh());
      expect(requests.map(({ path }) => path).sort()).toEqual([
        "/getLiveServiceInfo",
        "/getRateLimitStatus",
        "/getServiceInfo",
        "/migrate/getLocations",
      ]);
    });
  });

  describe("power", () => {
    test("changed behind our back to what the program now says is no call", async () => {
      const engine = await made({ powerState: "on" });
      patch({ power: { status: "stopped" } });
      expect(await written(async () => clean(await engine.up(server({ powerState: "off" }))))).toEqual([]);
    });

    test("a stop that works kills nothing, whatever forceStop says", async () => {
      const engine = await made({ powerState: "on", forceStop: true });
      const program = server({ powerState: "off", forceStop: true });
      expect(await written(async () => clean(await engine.up(program)))).toEqual(["POST /stop"]);
      await expectSettled(world, engine, program);
    });

    test("a machine that hangs is an error that names forceStop; with it, it is killed after the wait", async () => {
      patch({ power: { stuck: true } });
      const engine = world.engine({ timeoutSeconds: "0.05" });
      clean(await engine.up(server({ powerState: "on" })));
      const calls = await written(async () => {
        const { errors } = await engine.up(server({ powerState: "off" }));
        expect(errors).toEqual([expect.stringMatching(/0\.05 s.*last seen: KiwiVM says running.*forceStop: true/s)]);
      });
      expect(calls).toEqual(["POST /stop"]);
      const program = server({ powerState: "off", forceStop: true });
      const forced = await world.requestsDuring(() => engine.up(program));
      expect(clean(forced.result).lines.join()).toContain("killed, since forceStop is true");
      expect(writes(forced.requests)).toEqual(["POST /stop", "POST /kill"]);
      expect(machine().power.status).toBe("stopped");
      await expectSettled(world, engine, program);
    });

    describe.each(["refused", "ignored"] as const)(
      "a machine that hangs while it starts (stop %s)",
      (needlessPower) => {
        beforeEach(() => {
          world.simulator.patch({ kiwivm: { switches: { needlessPower } } });
          patch({ power: { status: "starting", stuck: true } });
        });
        const hasty = () => world.engine({ timeoutSeconds: "0.05" });

        test("is killed after the wait with forceStop, and only then", async () => {
          const engine = hasty();
          const calls = await written(async () => {
            const { errors } = await engine.up(server({ powerState: "off" }));
            expect(errors).toEqual([expect.stringMatching(/last seen: KiwiVM says starting.*forceStop: true/s)]);
          });
          expect(calls).toEqual([]);
          const program = server({ powerState: "off", forceStop: true });
          const forced = await written(async () => clean(await engine.up(program)));
          expect(forced).toEqual(["POST /stop", "POST /kill"]);
          expect(machine().power.status).toBe("stopped");
          await expectSettled(world, engine, program);
        });

        test("is an error that tells how to come out of it, where it should run", async () => {
          const engine = hasty();
          expect((await engine.up(server({ powerState: "on" }))).errors).toEqual([
            expect.stringMatching(/last seen: KiwiVM says starting.*powerState: "off" with forceStop: true/s),
          ]);
          clean(await engine.up(server({ powerState: "off", forceStop: true })));
          clean(await world.engine().up(server({ powerState: "on" })));
          expect(machine().power.status).toBe("running");
        });

        test("is killed, too, where a restart has brought it there", async () => {
          patch({ power: { status: "running", stuck: false } });
          world.simulator.patch({ kiwivm: { settings: { startSeconds: 1e9 } } });
          const engine = hasty();
          clean(await engine.up(server({ restartTrigger: "1" })));
          expect((await engine.up(server({ restartTrigger: "2" }))).errors).toEqual([
            expect.stringContaining("forceStop: true"),
          ]);
          patch({ power: { next: null, stuck: true } });
          const program = server({ restartTrigger: "2", powerState: "off", forceStop: true });
          const forced = await written(async () => clean(await engine.up(program)));
          expect(forced).toEqual(["POST /stop", "POST /kill"]);
          await expectSettled(world, engine, program);
        });
      },
    );

    test("a stop that was not waited for to its end is seen by the next refresh", async () => {
      world.simulator.patch({ kiwivm: { settings: { stopSeconds: 20_000 } } });
      const hasty = world.engine({ timeoutSeconds: "0.05" });
      clean(await hasty.up(server({ powerState: "on" })));
      expect((await hasty.up(server({ powerState: "off" }))).errors).toHaveLength(1);
      world.simulator.advance(20_000);
      clean(await hasty.up(server({ powerState: "off" }), { refresh: true }));
      await expectSettled(world, hasty, server({ powerState: "off" }));
    });
  });

  describe("a restart", () => {
    const restarting = (restartTrigger: string, more: Properties = {}) => server({ restartTrigger, ...more });

    test("is done once when the trigger changes, and waited for", async () => {
      const engine = await made({ restartTrigger: "1" });
      const { boots } = machine().power;
      expect(await written(async () => clean(await engine.up(restarting("2"))))).toEqual(["POST /restart"]);
      expect(machine().power).toMatchObject({ boots: boots + 1, status: "running" });
      await expectSettled(world, engine, restarting("2"));
    });

    test("of a stopped machine is recorded without a call", async () => {
      const engine = await made({ restartTrigger: "1", powerState: "off" });
      const program = restarting("2", { powerState: "off" });
      expect(await written(async () => clean(await engine.up(program)))).toEqual([]);
      await expectSettled(world, engine, program);
    });

    test("of a machine that the same run starts is recorded, since it boots anyway", async () => {
      const engine = await made({ restartTrigger: "1", powerState: "off" });
      const program = restarting("2", { powerState: "on" });
      expect(await written(async () => clean(await engine.up(program)))).toEqual(["POST /start"]);
      await expectSettled(world, engine, program);
    });

    test.each(["reset-after", "reset-before"] as const)("whose answer is lost (%s) is not repeated", async (kind) => {
      const engine = await made({ restartTrigger: "1" });
      fault("/restart", kind);
      const calls = await written(async () => {
        expect((await engine.up(restarting("2"))).errors).toEqual([expect.stringContaining("change restartTrigger")]);
        clean(await engine.up(restarting("2")));
      });
      expect(calls).toEqual(["POST /restart"]);
    });

    test.each([[false], [true]])(
      "that takes too long is waited for, not begun again (refresh: %s)",
      async (refresh) => {
        const engine = await made({ restartTrigger: "1" });
        world.simulator.patch({ kiwivm: { settings: { startSeconds: 20_000 } } });
        const hasty = world.engine({ timeoutSeconds: "0.05" });
        hasty.state = engine.state;
        const calls = await written(async () => {
          expect((await hasty.up(restarting("2"))).errors).toEqual([expect.stringContaining("KiwiVM says starting")]);
          expect(outputs(hasty)).toMatchObject({ restartTrigger: "1", __vps: { pending: { kind: "restart" } } });
          world.simulator.advance(20_000);
          clean(await hasty.up(restarting("2"), { refresh }));
        });
        expect(calls).toEqual(["POST /restart"]);
        await expectSettled(world, hasty, restarting("2"));
      },
    );
  });

  describe("rootPasswordVersion", () => {
    const password = () => machine().guest.rootPassword;
    const versioned = (rootPasswordVersion: string) => server({ rootPasswordVersion });

    test("sets a password at create and whenever it changes, once each", async () => {
      const { result: engine, requests } = await world.requestsDuring(() => made({ rootPasswordVersion: "1" }));
      expect(writes(requests)).toEqual(["POST /resetRootPassword"]);
      const first = password();
      expect(outputs(engine)).toMatchObject({ rootPassword: first, rootPasswordStatus: "set" });
      await expectSettled(world, engine, versioned("1"));
      const { lines } = clean(await engine.up(versioned("2")));
      expect(password()).not.toBe(first);
      expect(outputs(engine).rootPassword).toBe(password());
      expect(lines.join()).not.toContain(password());
      await expectSettled(world, engine, versioned("2"));
    });

    test("given later for the first time is only recorded", async () => {
      const engine = await made();
      expect(await written(async () => clean(await engine.up(versioned("1"))))).toEqual([]);
      await expectSettled(world, engine, versioned("1"));
    });

    test.each(["reset-after", "reset-before", "cut"] as const)(
      "whose answer is lost (%s): unknown is said, and only a new version resets again",
      async (kind) => {
        const engine = await made({ rootPasswordVersion: "1" });
        const known = password();
        fault("/resetRootPassword", kind);
        const calls = await written(async () => {
          expect((await engine.up(versioned("2"))).errors).toEqual([
            expect.stringMatching(/unknown.*rootPasswordVersion/s),
          ]);
          clean(await engine.up(versioned("2"), { refresh: true }));
        });
        expect(calls).toEqual(["POST /resetRootPassword"]);
        expect(outputs(engine)).toMatchObject({ rootPassword: known, rootPasswordStatus: "unknown" });
        clean(await engine.up(versioned("3")));
        expect(outputs(engine)).toMatchObject({ rootPassword: password(), rootPasswordStatus: "set" });
      },
    );

    test("comes after a start and before a stop", async () => {
      patch({ power: { status: "stopped" } });
      const engine = world.engine();
      const calls = await written(async () => {
        clean(await engine.up(server({ powerState: "on", rootPasswordVersion: "1" })));
        clean(await engine.up(server({ powerState: "off", rootPasswordVersion: "2" })));
      });
      expect(calls).toEqual(["POST /start", "POST /resetRootPassword", "POST /resetRootPassword", "POST /stop"]);
    });
  });

  test("an outage while it stops is sat out", async () => {
    world.simulator.patch({ kiwivm: { settings: { stopSeconds: 5_000 } } });
    const engine = await made({ powerState: "on" });
    const running = engine.up(server({ powerState: "off" }));
    await until(() => world.simulator.requests().some(({ path }) => path === "/stop"));
    world.simulator.fault({ hoster: "kiwivm", path: "/getLiveServiceInfo", kind: "status", status: 503, times: 3 });
    clean(await running);
    expect(machine().power.status).toBe("stopped");
  });
});
