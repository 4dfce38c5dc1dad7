import type { Engine, Program, Properties } from "./engine";
import { clean, expectSettled, forEachAdapter } from "./scenario";
import { writes } from "./world";

const VEID = "111141";
const REFRESH = [[false], [true]] as const;
const command = (inputs: Properties): Program => ({ it: { type: "KiwiCommand", inputs: { veid: VEID, ...inputs } } });

forEachAdapter((world) => {
  const guest = () => world.simulator.state().kiwivm.machines[VEID]?.guest;
  const patch = (part: object) => world.simulator.patch({ kiwivm: { machines: { [VEID]: part } } });
  const ran = () => guest()?.commands.map((one) => one.command);
  const outputs = (engine: Engine) => engine.get("it").outputs;

  async function made(inputs: Properties): Promise<Engine> {
    const engine = world.engine();
    clean(await engine.up(command(inputs)));
    return engine;
  }

  describe("what a command does", () => {
    test("and prints is shown, errors too", async () => {
      const engine = await made({ create: "echo made; echo badly >&2; printf done" });
      expect(outputs(engine)).toMatchObject({ stdout: "made\nbadly\ndone", exitStatus: 0, outcome: "done" });
    });

    test("at create, at changes and at the end, with update and delete", async () => {
      const inputs = { create: "touch /srv/app", update: "echo new > /srv/app", delete: "rm /srv/app" };
      const engine = await made({ ...inputs, triggers: ["1"] });
      expect(guest()?.files).toEqual({ "/srv/app": "" });
      clean(await engine.up(command({ ...inputs, triggers: ["2"] })));
      expect(guest()?.files).toEqual({ "/srv/app": "new\n" });
      clean(await engine.destroy());
      expect(guest()?.files).toEqual({});
      expect(ran()).toEqual([inputs.create, inputs.update, inputs.delete]);
    });

    test("without update, create runs again; without delete, nothing", async () => {
      const engine = await made({ create: "echo a", triggers: ["1"] });
      clean(await engine.up(command({ create: "echo a", triggers: ["1", "2"] })));
      clean(await engine.destroy());
      expect(ran()).toEqual(["echo a", "echo a"]);
    });

    test("with the values the program gives, whatever they hold", async () => {
      const environment = { EMPTY: "", SPACES: " a  b ", QUOTES: `it's "q" \\ $HOME`, LINES: "1\n2", LETTERS: "grüße" };
      const names = Object.keys(environment);
      const engine = await made({ create: names.map((name) => `echo "[$${name}]"`).join("; "), environment });
      expect(outputs(engine).stdout).toBe(
        Object.values(environment)
          .map((value) => `[${value}]\n`)
          .join(""),
      );
      await expectSettled(world, engine, command({ ...engine.get("it").inputs, __provider: undefined }));
    });

    test("without any left of the command before", async () => {
      const engine = await made({ create: "export LEFT=1; cd /tmp" });
      clean(await engine.up(command({ create: 'pwd; echo "[$LEFT]"' })));
      expect(outputs(engine).stdout).toBe("/root\n[]\n");
    });
  });

  describe("workingDirectory", () => {
    test("is where all commands run, as the machine resolves it", async () => {
      patch({ guest: { directories: ["/srv/it's here"] } });
      const inputs = { create: "pwd", delete: "pwd > /tmp/last", workingDirectory: "/srv/../srv/it's here/" };
      const engine = await made(inputs);
      expect(outputs(engine).stdout).toBe("/srv/it's here\n");
      clean(await engine.destroy());
      expect(guest()?.files).toEqual({ "/tmp/last": "/srv/it's here\n" });
    });

    test("is where they run, too, where KiwiVM answers with no end of a line", async () => {
      world.simulator.patch({ kiwivm: { switches: { pwdEnd: "none" } } });
      expect(outputs(await made({ create: "pwd", workingDirectory: "/etc" })).stdout).toBe("/etc\n");
    });

    test("may be the root", async () => {
      expect(outputs(await made({ create: "pwd", workingDirectory: "/srv/.." })).stdout).toBe("/\n");
    });

    test.each(["stays", "error"] as const)("that is missing: nothing runs (%s)", async (missingDirectory) => {
      world.simulator.patch({ kiwivm: { switches: { missingDirectory } } });
      const engine = world.engine();
      const program = command({ create: "echo a", workingDirectory: "/srv/app" });
      const { result, requests } = await world.requestsDuring(() => engine.up(program));
      expect(result.errors).toEqual([expect.stringMatching(/workingDirectory/)]);
      expect(writes(requests)).toEqual([]);
      patch({ guest: { directories: ["/srv/app"] } });
      clean(await engine.up(program));
      expect(outputs(engine)).toMatchObject({ stdout: "a\n", outcome: "done" });
    });

    test.each(["stays", "error"] as const)(
      "that is gone at the end: the error names a way out (%s)",
      async (missingDirectory) => {
        world.simulator.patch({ kiwivm: { switches: { missingDirectory } } });
        patch({ guest: { directories: ["/srv/app"] } });
        const engine = await made({ create: "true", delete: "touch /tmp/last", workingDirectory: "/srv/app" });
        patch({ guest: { directories: [] } });
        const { errors } = await engine.destroy();
        expect(errors).toEqual([expect.stringMatching(/workingDirectory.*pulumi state delete/s)]);
        expect(engine.has("it")).toBe(true);
        patch({ guest: { directories: ["/srv/app"] } });
        clean(await engine.destroy());
        expect(guest()?.files).toEqual({ "/tmp/last": "" });
      },
    );

    test("that goes missing in between: nothing runs", async () => {
      const engine = await made({ create: "echo a" });
      world.simulator.fault({
        hoster: "kiwivm",
        path: "/basicShell/exec",
        kind: "status",
        status: 429,
        retryAfter: 0.05,
      });
      patch({ guest: { directories: ["/srv/app"] } });
      const running = engine.up(command({ create: "echo b", workingDirectory: "/srv/app" }));
      while (!world.simulator.requests().some(({ status }) => status === 429)) await new Promise(setImmediate);
      patch({ guest: { directories: [] } });
      expect((await running).errors).toEqual([expect.stringContaining("exit status")]);
      expect(outputs(engine).stdout).not.toContain("b\n");
    });

    test.each([
      ["workingDirectory", "srv", "absolute"],
      ["workingDirectory", "/srv/\0", "NUL"],
      ["environment", { "A-B": "s3cret" }, "names"],
      ["environment", { A: "s3cret\0" }, "NUL"],
      ["environment", { A: 1 }, "environment.A"],
      ["create", "", "empty"],
      ["delete", "rm \0", "NUL"],
      ["triggers", "1", "triggers"],
    ])("%s: %j is refused before anything is asked", async (name, value, word) => {
      const { result, requests } = await world.requestsDuring(() =>
        world.engine().up(command({ create: "true", [name]: value })),
      );
      expect(result.errors).toEqual([expect.stringMatching(new RegExp(`${name}.*${word}|${word}`))]);
      expect(result.errors.join()).not.toContain("s3cret");
      expect(requests).toEqual([]);
    });
  });

  describe("another exit status than 0", () => {
    const failing = command({ create: "echo s3cret; touch /srv/half; exit 3", delete: "rm /srv/half" });

    test.each(REFRESH)("is an error that tells it, but not what was printed (refresh: %s)", async (refresh) => {
      const engine = world.engine();
      const { errors } = await engine.up(failing);
      expect(errors).toEqual([expect.stringContaining("exit status 3")]);
      expect(errors.join()).not.toContain("s3cret");
      expect(outputs(engine)).toMatchObject({ stdout: "s3cret\n", exitStatus: 3, outcome: "failed" });
      expect((await engine.up(failing, { refresh })).errors).toHaveLength(1);
      expect(ran()).toHaveLength(2);
      clean(await engine.up(command({ create: "echo better" }), { refresh }));
      expect(outputs(engine)).toMatchObject({ stdout: "better\n", exitStatus: 0, outcome: "done" });
      expect(outputs(engine)).not.toHaveProperty("__vps.pending");
      await expectSettled(world, engine, command({ create: "echo better" }));
    });

    test("is cleaned up after by delete", async () => {
      const engine = world.engine();
      expect((await engine.up(failing)).errors).toHaveLength(1);
      clean(await engine.destroy());
      expect(guest()?.files).toEqual({});
    });

    test.each(REFRESH)("of update: update runs again, not create (refresh: %s)", async (refresh) => {
      const inputs = { create: "echo made", update: "cat /srv/missing", triggers: ["1"] };
      const engine = await made(inputs);
      const next = command({ ...inputs, triggers: ["2"] });
      expect((await engine.up(next)).errors).toHaveLength(1);
      expect(outputs(engine)).toMatchObject({ exitStatus: 1, outcome: "failed" });
      patch({ guest: { files: { "/srv/missing": "there\n" } } });
      clean(await engine.up(next, { refresh }));
      expect(ran()).toEqual(["echo made", inputs.update, inputs.update]);
      expect(outputs(engine)).toMatchObject({ stdout: "there\n", outcome: "done" });
      await expectSettled(world, engine, next);
    });

    test("of delete: the resource stays, and the next run runs it again", async () => {
      const engine = await made({ create: "true", delete: "echo s3cret; rm /srv/app" });
      const { errors } = await engine.destroy();
      expect(errors).toEqual([expect.stringMatching(/exit status 1.*pulumi state delete/s)]);
      expect(errors.join()).not.toContain("s3cret");
      patch({ guest: { files: { "/srv/app": "" } } });
      clean(await engine.destroy());
      expect(engine.state).toEqual([]);
    });
  });

  test("a machine that does not run is KiwiVM's error, not the command's", async () => {
    patch({ power: { status: "stopped" } });
    const engine = world.engine();
    expect((await engine.up(command({ create: "true" }))).errors).toEqual([expect.stringContaining("error 700000")]);
    expect(outputs(engine)).not.toHaveProperty("exitStatus");
    patch({ power: { status: "running" } });
    clean(await engine.up(command({ create: "true" })));
    expect(outputs(engine)).toMatchObject({ exitStatus: 0, outcome: "done" });
  });

  test("a command that KiwiVM takes too long for is unknown, and not repeated", async () => {
    world.simulator.fault({ hoster: "kiwivm", path: "/basicShell/exec", kind: "slow", delayMs: 600_000 });
    // Long enough for the command to arrive, also on a slow machine.
    const engine = world.engine({ timeoutSeconds: "2" });
    expect((await engine.up(command({ create: "true" }))).errors).toEqual([expect.stringContaining("unknown")]);
    clean(await engine.up(command({ create: "true" })));
    expect(ran()).toEqual(["true"]);
  });

  test("a script arrives as it is written, and its log is told", async () => {
    const script = "#!/bin/sh\nset -e\necho \"it's {{ $HOME }}\" > '/tmp/a b'\n";
    const engine = world.engine();
    clean(await engine.up({ it: { type: "KiwiScript", inputs: { veid: Number(VEID), script } } }));
    expect(guest()?.scripts).toEqual({ [outputs(engine).log as string]: expect.objectContaining({ script }) });
  });
});
