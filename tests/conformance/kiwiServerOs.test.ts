import type { Program, Properties } from "./engine";
import { patchMachine, VEID } from "./rows/machines";
import { clean, expectSettled, forEachDoor } from "./scenario";
import { OS, useMachine } from "./tasks";
import { writes } from "./world";

forEachDoor((world) => {
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
      expect(engine.get("it").outputs).toMatchObject({ pending: { finished: { rootPassword: password() } } });
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
      expect(lines.join()).toContain("warning: KiwiVM has not told the new root password");
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
      expect(engine.get("it").outputs).not.toHaveProperty("pending");
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

    test("is not begun where KiwiVM does not tell the present system", async () => {
      patchMachine(world.simulator, VEID, { os: "" });
      const { result, requests } = await world.requestsDuring(() => world.engine().up(program({})));
      expect(result.errors).toEqual([expect.stringContaining("nothing is concluded")]);
      expect(writes(requests)).toEqual([]);
    });
  });
});
