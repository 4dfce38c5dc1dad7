import type { Engine, Program, Properties } from "./engine";
import { patchMachine, VEID } from "./rows/machines";
import { clean, expectSettled, forEachAdapter } from "./scenario";
import { OS, useMachine } from "./tasks";
import { until, writes } from "./world";

forEachAdapter((world) => {
  const { machine, lasting } = useMachine(world);

  describe("a reinstallation", () => {
    const program = (inputs: Properties): Program => ({
      it: { type: "KiwiServerOs", inputs: { ...OS.act, ...OS.consent, ...inputs } },
    });
    const password = () => machine().guest.rootPassword;

    test("tells the new root password, which is recorded before the waiting", async () => {
      lasting(1_000_000);
      const engine = world.engine({ timeoutSeconds: "0.1" });
      const { errors, lines } = await engine.up(program({}));
      expect(errors).toHaveLength(1);
      expect(engine.get("it").outputs).toMatchObject({
        __vps: { pending: { finished: { rootPassword: password() } } },
      });
      expect([...errors, ...lines].join()).not.toContain(password());
      world.simulator.advance(1_000_000);
      clean(await engine.up(program({})));
      expect(engine.get("it").outputs).toMatchObject({
        rootPassword: password(),
        rootPasswordStatus: "set",
        sshPort: 27015,
        currentOs: "debian-13-x86_64",
      });
    });

    test.each([
      ["lost", () => world.simulator.fault({ hoster: "kiwivm", path: OS.call, kind: "reset-after" })],
      ["not told by an old edition", () => world.simulator.patch({ kiwivm: { switches: { nodeAge: "old" } } })],
    ])("whose password is %s says so", async (_how, arrange) => {
      const engine = world.engine();
      arrange();
      const { lines } = clean(await engine.up(program({})));
      expect(lines.join()).toContain("warning: KiwiVM did not show the new root password");
      expect(engine.get("it").outputs).toMatchObject({ rootPasswordStatus: "unknown" });
      expect(engine.get("it").outputs).not.toHaveProperty("rootPassword");
    });

    test("that was proved not to have begun leaves what is known of the password", async () => {
      const engine = world.engine();
      clean(await engine.up(program({})));
      const known = password();
      world.simulator.fault({ hoster: "kiwivm", path: OS.call, kind: "reset-before" });
      expect((await engine.up(program({ os: "centos-6-x86_64" }))).errors).toHaveLength(1);
      expect(password()).toBe(known);
      expect(engine.get("it").outputs).toMatchObject({ rootPassword: known, rootPasswordStatus: "set" });
      expect(engine.get("it").outputs).not.toHaveProperty("__vps.pending");
    });

    test("a trigger that is given later for the first time is only recorded", async () => {
      const engine = world.engine();
      clean(await engine.up(program({})));
      const { requests } = await world.requestsDuring(async () => {
        clean(await engine.up(program({ reinstallTrigger: "1", allowReinstall: false })));
      });
      expect(writes(requests)).toEqual([]);
    });

    test("by somebody else is undone by the trigger only", async () => {
      const engine = world.engine();
      clean(await engine.up(program({ reinstallTrigger: "1" })));
      patchMachine(world.simulator, VEID, { os: "centos-6-x86_64" });
      expect((await engine.up(program({ reinstallTrigger: "1" }), { refresh: true })).errors).toHaveLength(1);
      clean(await engine.up(program({ reinstallTrigger: "2" })));
      expect(machine().os).toBe("debian-13-x86_64");
      await expectSettled(world, engine, program({ reinstallTrigger: "2" }));
    });

    describe("by somebody else, where no trigger was given", () => {
      const cured = program({ reinstallTrigger: "1" });

      /** A stack that has seen it. */
      async function drifted(): Promise<Engine> {
        const engine = world.engine();
        clean(await engine.up(program({})));
        patchMachine(world.simulator, VEID, { os: "centos-6-x86_64" });
        expect((await engine.up(program({}), { refresh: true })).errors).toHaveLength(1);
        return engine;
      }

      test.each([[false], [true]])("is undone by the first one (refresh: %s)", async (refresh) => {
        const engine = await drifted();
        clean(await engine.up(cured, { refresh }));
        expect(machine().os).toBe("debian-13-x86_64");
        expect(engine.get("it").outputs).toMatchObject({ rootPassword: password(), rootPasswordStatus: "set" });
        await expectSettled(world, engine, cured);
      });

      test("stays without consent, which is asked for", async () => {
        const engine = await drifted();
        const { requests } = await world.requestsDuring(async () => {
          const { errors } = await engine.up(program({ reinstallTrigger: "1", allowReinstall: false }));
          expect(errors).toEqual([expect.stringContaining("allowReinstall: must be true")]);
        });
        expect(writes(requests)).toEqual([]);
        clean(await engine.up(cured));
        expect(machine().os).toBe("debian-13-x86_64");
      });

      test("is tried again by the next run where that comes to nothing", async () => {
        const engine = await drifted();
        lasting(1_000_000);
        const running = engine.up(cured);
        await until(() => machine().lock !== null);
        patchMachine(world.simulator, VEID, { lock: null });
        expect((await running).errors).toEqual([expect.stringMatching(/had no effect.*requests it again/s)]);
        lasting(1);
        clean(await engine.up(cured));
        expect(machine().os).toBe("debian-13-x86_64");
        await expectSettled(world, engine, cured);
      });

      test("is undone once where the first run does not wait for the end", async () => {
        const engine = await drifted();
        lasting(1_000_000);
        const hasty = world.engine({ timeoutSeconds: "0.1" });
        hasty.state = engine.state;
        expect((await hasty.up(cured)).errors).toHaveLength(1);
        world.simulator.advance(1_000_000);
        const { requests } = await world.requestsDuring(async () => clean(await hasty.up(cured)));
        expect(writes(requests)).toEqual([]);
        await expectSettled(world, hasty, cured);
      });
    });

    test("is not begun where KiwiVM does not tell the present system", async () => {
      patchMachine(world.simulator, VEID, { os: "" });
      const { result, requests } = await world.requestsDuring(() => world.engine().up(program({})));
      expect(result.errors).toEqual([expect.stringContaining("KiwiVM does not show which operating system")]);
      expect(writes(requests)).toEqual([]);
    });
  });
});
