import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { patchMachine, VEID } from "./rows/machines";
import { clean, forEachDoor } from "./scenario";
import { RESTORE, UNPROVED } from "./tasks";
import { IN_THE_LOG, ON_THIS_COMPUTER, SPEED, useRuns } from "./unheard";

const LOGS = ["texts", "absent"] as const;
const WEEK = 7 * 86_400;

/** What a stack knows of, or knew, or was told once, stops nothing more. */
forEachDoor((world) => {
  const auditLog = (position: (typeof LOGS)[number]) =>
    world.simulator.patch({ kiwivm: { switches: { auditLog: position } } });

  describe("a restore that its create begins", () => {
    const { program, begun, notes, ended, killed, expectNextTriggerActs } = useRuns(world, RESTORE);
    const acting = program();

    describe.each(LOGS)("KiwiVM's log: %s", (position) => {
      beforeEach(() => auditLog(position));

      test.each([[0], [60], [1800], [WEEK]])(
        "done, destroyed, and %s s later made anew: it restores",
        async (seconds) => {
          const engine = world.engine();
          for (const _ of [1, 2]) {
            const { requests } = await world.requestsDuring(async () => clean(await ended(engine.up(acting))));
            expect(begun(requests)).toBe(1);
            clean(await engine.destroy());
            world.simulator.advance(seconds);
          }
        },
      );

      test("killed: it is told once, and not again after each destroy", async () => {
        const home = world.home();
        const engine = world.engine({}, home);
        await killed(engine, acting, home);
        expect((await engine.up(acting)).errors).toEqual([expect.stringContaining("counts as done")]);
        for (const seconds of [60, WEEK]) {
          clean(await engine.destroy());
          world.simulator.advance(seconds);
          const { requests } = await world.requestsDuring(async () => clean(await ended(engine.up(acting))));
          expect(begun(requests)).toBe(1);
        }
        await expectNextTriggerActs(engine, "3");
      });

      test("destroyed while it is under way, by a run that knows of it, and made anew: it restores", async () => {
        const home = world.home();
        const hasty = world.engine({ timeoutSeconds: "0.1" }, home);
        expect((await hasty.up(acting)).errors).toHaveLength(1);
        world.simulator.advance(300);
        clean(await hasty.destroy());
        const engine = world.engine({}, home);
        const { requests } = await world.requestsDuring(async () => clean(await ended(engine.up(acting))));
        expect(begun(requests)).toBe(1);
      });
    });

    test("a run that was told, but whose own end reached no state, leaves it to be told again", async () => {
      auditLog("absent");
      const home = world.home();
      await killed(world.engine(), acting, home);
      for (const _ of [1, 2]) {
        expect((await world.engine({}, home).up(acting)).errors).toEqual([expect.stringMatching(ON_THIS_COMPUTER)]);
      }
    });

    test("killed in an update and then destroyed: the next create is told", async () => {
      auditLog("absent");
      const home = world.home();
      const engine = world.engine({}, home);
      clean(await ended(engine.up(acting)));
      world.simulator.advance(60);
      await killed(engine, program({ trigger: "3" }), home);
      clean(await engine.destroy());
      expect(notes(home)).toHaveLength(1);
      expect((await engine.up(acting)).errors).toEqual([expect.stringMatching(ON_THIS_COMPUTER)]);
    });

    test("destroyed without the key of the machine: it leaves all the same", async () => {
      const home = world.home();
      const engine = world.engine({}, home);
      clean(await ended(engine.up(acting)));
      const keyless = world.engine({ kiwivmKeys: "{}" }, home);
      keyless.state = engine.state;
      clean(await keyless.destroy());
      expect(notes(home)).toEqual([]);
    });
  });

  describe.each(UNPROVED)("%s", (_title, kind) => {
    const { machine, program, begun, noteFiles, ended, atRest, expectStopped, expectNextTriggerActs } = useRuns(
      world,
      kind,
    );
    const acting = program();
    const log = (summary: string, at: string) =>
      patchMachine(world.simulator, VEID, { auditLog: [...machine().auditLog, { at, summary }] });
    /** After everything that the stack knows of, and long enough ago for the log to tell. */
    const logLater = (summary: string) => {
      const { at } = world.simulator.requests().at(-1) as { at: string };
      log(summary, new Date(Date.parse(at) + 10_000).toISOString());
      world.simulator.advance(60);
    };

    test.each(["up", "refresh", "up --refresh"])(
      "a wait that ended too soon, and a log that tells of the end (next run: %s)",
      async (next) => {
        const home = world.home();
        const engine = await atRest(home);
        const hasty = world.engine({ timeoutSeconds: "0.1" }, home);
        hasty.state = structuredClone(engine.state);
        expect((await hasty.up(acting)).errors).toHaveLength(1);
        log(`${machine().lock?.task}: restored, reinstalled`, machine().lock?.until as string);
        world.simulator.advance(400);
        engine.state = hasty.state;
        clean(await (next === "refresh" ? engine.refresh() : engine.up(acting, { refresh: next !== "up" })));
        await expectNextTriggerActs(engine, "3");
      },
    );

    test.each([
      "API call: setHostname restore-drill.example.com",
      "API call: setHostname reinstall-lab.example.com",
      "API call: setPTR 192.0.2.1 restore.example.com",
      "setPTR: 192.0.2.1 => re-install.example.com",
      "basicShell/exec: sh /root/reinstall-and-restore.sh",
      "API call: shellScript/exec restore reinstall",
      "API call: snapshot/create before the restore, before the reinstall",
      "API call: snapshot/toggleSticky reinstall-restore.tar.gz 1",
      "API call: snapshot/delete reinstall-restore.tar.gz",
    ])("an entry of another call is no alarm: %s", async (summary) => {
      const engine = await atRest(world.home());
      logLater(summary);
      const { requests } = await world.requestsDuring(async () => clean(await ended(engine.up(acting))));
      expect(begun(requests)).toBe(1);
    });

    test.each([
      `API call: ${kind.call.slice(1)} setHostname`,
      `api ${kind.call.slice(1).toLowerCase()}`,
      `${kind === RESTORE ? "Restored a snapshot" : "OS Re-Install"} (from the panel)`,
    ])("an entry of its own stops the run: %s", async (summary) => {
      const engine = await atRest(world.home());
      logLater(summary);
      await expectStopped(engine, IN_THE_LOG);
    });

    test("notes that can be neither read nor replaced: nothing is begun, until the cure that is named", async () => {
      const home = world.home();
      const engine = await atRest(home);
      clean(await ended(engine.up(acting)));
      const [file = ""] = noteFiles(home);
      rmSync(file);
      mkdirSync(join(file, "something"), { recursive: true });
      world.simulator.advance(60);
      for (const trigger of ["3", "4"]) {
        const { result, requests } = await world.requestsDuring(() => engine.up(program({ [kind.trigger]: trigger })));
        expect(result.errors).toEqual([
          expect.stringMatching(/out of reach: .*Nothing was begun\. Give the folder .* or remove it/),
        ]);
        expect(begun(requests)).toBe(0);
      }
      rmSync(join(file, ".."), { recursive: true });
      await expectNextTriggerActs(engine, "4");
    });

    test("an entry of the other task is no alarm", async () => {
      const engine = await atRest(world.home());
      logLater(kind === RESTORE ? "API call: reinstallOS restore-os" : "API call: snapshot/restore reinstall.tar.gz");
      const { requests } = await world.requestsDuring(async () => clean(await ended(engine.up(acting))));
      expect(begun(requests)).toBe(1);
    });
  });
}, SPEED);
