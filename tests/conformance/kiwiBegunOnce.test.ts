import type { Engine, Outcome } from "./engine";
import { patchMachine, VEID } from "./rows/machines";
import { clean, forEachDoor } from "./scenario";
import { RESTORE, SAME_OS, UNPROVED } from "./tasks";
import { count, IN_THE_LOG, ON_THIS_COMPUTER, SPEED, useRuns } from "./unheard";
import { until } from "./world";

const BY_ITS_LOCK = /That may have been this (\w+), begun by a run that was killed/;

forEachDoor((world) => {
  const auditLog = (position: "texts" | "absent") =>
    world.simulator.patch({ kiwivm: { switches: { auditLog: position } } });
  const locked = (task: string | null) => patchMachine(world.simulator, VEID, { lock: task && { task } });

  describe.each(UNPROVED)("%s", (_title, kind) => {
    const { program, begun, killed, notes, other, atRest, expectStopped, expectNextTriggerActs } = useRuns(world, kind);
    const acting = program();
    const itsLock = kind === RESTORE ? "Snapshot Restore: a.tar.gz" : "OS Reinstall: debian-12-x86_64";

    /** The run meets a lock that changes its words, and ends when all of them were seen. */
    async function upDuring(engine: Engine, ...tasks: string[]): Promise<{ result: Outcome; times: number }> {
      const { result, requests } = await world.requestsDuring(async () => {
        const asked = () => world.simulator.requests().length;
        locked(tasks[0] as string);
        const before = asked();
        const running = engine.up(acting);
        await until(() => asked() >= before + 4);
        for (const task of tasks.slice(1)) {
          locked(task);
          const then = asked();
          await until(() => asked() >= then + 3);
        }
        locked(null);
        return running;
      });
      return { result, times: begun(requests) };
    }

    test("a lock of other work that becomes its own while it is waited for: the run stops", async () => {
      auditLog("absent");
      const engine = await atRest(world.home());
      const { result, times } = await upDuring(engine, "Snapshot", itsLock);
      expect(result.errors).toEqual([expect.stringMatching(BY_ITS_LOCK)]);
      expect(times).toBe(0);
      await expectNextTriggerActs(engine, "4");
    });

    test("a lock that comes after the last look, before what is asked last: the run stops", async () => {
      auditLog("absent");
      const engine = await atRest(world.home());
      world.simulator.fault({ hoster: "kiwivm", path: "/getAuditLog", kind: "slow", delayMs: 200 });
      const { result, requests } = await world.requestsDuring(async () => {
        const before = world.simulator.requests().length;
        const running = engine.up(acting);
        await until(() => count(world.simulator.requests().slice(before), "/getAuditLog") > 0);
        locked(itsLock);
        const then = world.simulator.requests().length;
        await until(() => world.simulator.requests().length >= then + 3);
        locked(null);
        return running;
      });
      expect(result.errors).toEqual([expect.stringMatching(BY_ITS_LOCK)]);
      expect(begun(requests)).toBe(0);
      await expectNextTriggerActs(engine, "4");
    });

    test("a lock of which the refresh before it waits for the end: the run stops", async () => {
      auditLog("absent");
      const engine = await atRest(world.home());
      const running = world.requestsDuring(() => engine.up(acting, { refresh: true }));
      locked(itsLock);
      const before = world.simulator.requests().length;
      await until(() => world.simulator.requests().length >= before + 3);
      locked(null);
      const { result, requests } = await running;
      expect(result.errors).toEqual([expect.stringMatching(BY_ITS_LOCK)]);
      expect(begun(requests)).toBe(0);
    });

    test.each([{ kind: "status", status: 503 }, { kind: "html" }, { kind: "reset-before" }, { kind: "cut" }] as const)(
      "on another computer while KiwiVM's log is down ($kind): nothing is begun until it tells",
      async (fault) => {
        const engine = await atRest(world.home());
        await killed(engine, acting, world.home());
        const elsewhere = other(engine);
        world.simulator.fault({ hoster: "kiwivm", path: "/getAuditLog", times: 20, ...fault });
        const { result, requests } = await world.requestsDuring(() => elsewhere.up(acting));
        expect(result.errors).toEqual([
          expect.stringMatching(/Only KiwiVM's audit log.*nothing was begun. Run `pulumi up`/),
        ]);
        expect(begun(requests)).toBe(0);
        world.simulator.clearFaults();
        await expectStopped(elsewhere, IN_THE_LOG);
      },
    );

    test("another stack on this computer, whose own one is done and refused: the note of the killed run stays", async () => {
      auditLog("absent");
      const home = world.home();
      const engine = await atRest(home);
      const theirs = other(await atRest(world.home()), home);
      await killed(engine, acting, home);
      await expectNextTriggerActs(theirs, "3");
      world.simulator.fault({ hoster: "kiwivm", path: kind.call, kind: "status", status: 400 });
      expect((await theirs.up(program({ [kind.trigger]: "5" }))).errors).toHaveLength(1);
      clean(await theirs.destroy());
      expect(notes(home)).toHaveLength(1);
      await expectStopped(engine, ON_THIS_COMPUTER);
    });

    describe.each([[false], [true]])(
      "killed after one that was still pending (next run with refresh: %s)",
      (refresh) => {
        async function killedLater(home: string): Promise<Engine> {
          const engine = await atRest(home);
          const hasty = world.engine({ timeoutSeconds: "0.1" }, home);
          hasty.state = structuredClone(engine.state);
          expect((await hasty.up(program({ [kind.trigger]: "1.5" }))).errors).toHaveLength(1);
          world.simulator.advance(300);
          await killed(hasty, acting, home);
          return hasty;
        }

        test("on the same computer: its note stops the next run", async () => {
          auditLog("absent");
          const home = world.home();
          await expectStopped(other(await killedLater(home), home), ON_THIS_COMPUTER, refresh);
        });

        test("on another computer: KiwiVM's log stops it", async () => {
          await expectStopped(other(await killedLater(world.home())), IN_THE_LOG, refresh);
        });

        test("on another computer, where the log was down when the first one was found finished", async () => {
          const elsewhere = other(await killedLater(world.home()));
          world.simulator.fault({ hoster: "kiwivm", path: "/getAuditLog", kind: "status", status: 503, times: 20 });
          clean(await elsewhere.up(program({ [kind.trigger]: "1.5" }), { refresh }));
          world.simulator.clearFaults();
          await expectStopped(elsewhere, IN_THE_LOG, refresh);
        });
      },
    );
  });

  describe("the same system, which the machine did not show when the run that was killed began", () => {
    const { program, begun, killed, atRest, expectStopped, expectNextTriggerActs } = useRuns(world, SAME_OS);

    async function drifted(home: string): Promise<Engine> {
      auditLog("absent");
      const engine = await atRest(home);
      patchMachine(world.simulator, VEID, { os: "ubuntu-24.04-x86_64" });
      clean(await engine.refresh());
      await killed(engine, program(), home);
      return engine;
    }

    test("a refresh shows it again: the note stops the run", async () => {
      await expectStopped(await drifted(world.home()), ON_THIS_COMPUTER, true);
    });

    test("without a refresh, the machine proves it", async () => {
      const engine = await drifted(world.home());
      const { requests } = await world.requestsDuring(async () => clean(await engine.up(program())));
      expect(begun(requests)).toBe(0);
      await expectNextTriggerActs(engine, "3");
    });
  });

  describe("a restore that its create begins", () => {
    const { program, machine, begun, ended, expectStopped } = useRuns(world, RESTORE);
    const acting = program();

    test.each([[2], [48]])(
      "Pulumi was killed, and its provider went on to the end: %s hours later the note stops the next create",
      async (hours) => {
        auditLog("absent");
        const home = world.home();
        clean(await ended(world.engine({}, home).up(acting)));
        world.simulator.advance(3600 * hours);
        await expectStopped(world.engine({}, home), ON_THIS_COMPUTER);
      },
    );

    test("killed, and under way until the look before the next create: the lock stops that", async () => {
      auditLog("absent");
      const engine = world.engine();
      locked("Snapshot Restore: a.tar.gz");
      const { result, requests } = await world.requestsDuring(async () => {
        const running = engine.up(acting);
        await until(
          () => count(world.simulator.requests(), "/getServiceInfo") > 0 && world.simulator.requests().length > 3,
        );
        locked(null);
        return running;
      });
      expect(result.errors).toEqual([expect.stringMatching(BY_ITS_LOCK)]);
      expect(begun(requests)).toBe(0);
      expect(machine().lock).toBeNull();
    });
  });
}, SPEED);
