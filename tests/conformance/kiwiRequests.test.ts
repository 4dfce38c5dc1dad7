import { mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import type { Engine } from "./engine";
import { patchMachine, VEID } from "./rows/machines";
import { clean, expectSettled, forEachAdapter } from "./scenario";
import { OS, RESTORE, SAME_OS, UNPROVED } from "./tasks";
import { ON_THIS_COMPUTER, SPEED, useRuns } from "./unheard";

/** Simulated. */
const DAY = 86_400;

/** Reinstallations and restores that nothing the machine shows would prove: none is sent twice, and none is mistaken for another. */
forEachAdapter((world) => {
  const locked = (task: string | null) =>
    patchMachine(world.simulator, VEID, { lock: task === null ? null : { task } });

  describe.each(UNPROVED)("%s", (_title, kind) => {
    const { machine, asking, begun, noteFiles, notes, ended, looked, ...runs } = useRuns(world, kind);
    const { killedAtWork, kills, other, expectBegun, expectInDoubt, expectDone, atRest } = runs;
    const itsLock = kind === RESTORE ? "Snapshot Restore: snapshot-before.tar.gz" : "OS Reinstall: debian-12-x86_64";
    const otherTarget = kind === RESTORE ? { snapshot: "other.tar.gz" } : {};
    const restored = (engine: Engine) => engine.get("it").outputs.restoredSnapshot;

    describe.each(Object.entries(kills))("a run that is killed %s", (_when, kill) => {
      test("the same request stops, on every computer, until it is confirmed", async () => {
        const home = world.home();
        const engine = await atRest(home);
        await kill(engine, asking("2"), home);
        world.simulator.advance(7 * DAY);
        expect(ON_THIS_COMPUTER.exec(await expectInDoubt(engine, asking("2")))?.[1]).toBe(kind.task);
        await expectInDoubt(engine, asking("2"));
        const elsewhere = other(engine);
        const { lines } = clean(await elsewhere.refresh());
        expect(lines.join("\n")).toMatch(/warning: .*set confirmed to the value of/s);
        await expectInDoubt(elsewhere, asking("2"), true);
        await expectDone(elsewhere, asking("2", { confirmed: "2" }));
        await expectDone(elsewhere, asking("2"));
        await expectBegun(1, elsewhere, asking("3"));
      });

      test("another request is begun at once, and recorded as what it is", async () => {
        const home = world.home();
        const engine = await atRest(home);
        await kill(engine, asking("2"), home);
        await expectBegun(1, engine, asking("3", otherTarget));
        if (kind === RESTORE) expect(restored(engine)).toBe("other.tar.gz");
        await expectDone(engine, asking("3", otherTarget));
      });

      test("another trigger after the stop asks for it once more", async () => {
        const home = world.home();
        const engine = await atRest(home);
        await kill(engine, asking("2"), home);
        await expectInDoubt(engine, asking("2"));
        await expectBegun(1, engine, asking("3"));
        await expectDone(engine, asking("3"));
      });

      test("the trigger that was applied withdraws it, and the same request stops again", async () => {
        const home = world.home();
        const engine = await atRest(home);
        await kill(engine, asking("2"), home);
        await expectInDoubt(engine, asking("2"));
        await expectDone(engine, asking("1"));
        await expectInDoubt(engine, asking("2"));
      });
    });

    test("killed, and still under way: the same request waits for the end, and then stops", async () => {
      const home = world.home();
      const engine = await atRest(home);
      const end = await killedAtWork(engine, asking("2"), home);
      const running = expectInDoubt(engine, asking("2"));
      await looked(running);
      await end();
      await running;
    });

    test("killed, and still under way: another request waits for the end, and is then begun", async () => {
      const home = world.home();
      const engine = await atRest(home);
      const end = await killedAtWork(engine, asking("2"), home);
      const { requests } = await world.requestsDuring(async () => {
        const running = engine.up(asking("3", otherTarget));
        await looked(running);
        const begins = looked(running, kind.call);
        const over = end();
        await begins;
        world.simulator.advance(300);
        clean(await running);
        await over;
      });
      expect(begun(requests)).toBe(1);
      if (kind === RESTORE) expect(restored(engine)).toBe("other.tar.gz");
    });

    test.each([[false], [true]])("trigger 1, 2, 1, 2: each acts (with refresh: %s)", async (refresh) => {
      const home = world.home();
      const engine = await atRest(home);
      for (const trigger of ["2", "1", "2", "1"]) {
        const { lines } = await expectBegun(1, engine, asking(trigger), refresh);
        expect(lines.join("\n")).not.toContain("warning: KiwiVM's audit log");
      }
      clean(await engine.refresh());
      expect(noteFiles(home)).toEqual([]);
    });

    test("killed here, and run again there once the lock is over: it is sent twice, which a warning may tell of", async () => {
      const engine = await atRest();
      world.simulator.advance(DAY);
      await kills["during the wait"](engine, asking("2"), world.home());
      const { lines } = await expectBegun(1, other(engine), asking("2"));
      const warnings = lines.filter((line) => line.includes(`audit log shows a ${kind.task} at `));
      expect(warnings).toEqual([expect.stringContaining("that the stack does not know of")]);
    });

    test("killed here, and run again there while the lock lasts: it is waited for, and then stops", async () => {
      const engine = await atRest();
      const end = await killedAtWork(engine, asking("2"), world.home());
      const running = expectInDoubt(other(engine), asking("2"));
      await looked(running);
      await end();
      expect(await running).toContain("That may have been this");
    });

    test.each([[false], [true]])("a lost answer, then another computer (with refresh: %s)", async (refresh) => {
      const engine = await atRest();
      world.simulator.fault({ hoster: "kiwivm", path: kind.call, kind: "reset-before" });
      expect((await engine.up(asking("2"))).errors).toEqual([expect.stringMatching(/no sign of.* is unknown/s)]);
      const elsewhere = other(engine);
      await expectInDoubt(elsewhere, asking("2"), refresh);
      const confirmed = other(elsewhere);
      await expectDone(confirmed, asking("2", { confirmed: "2" }));
      await expectBegun(1, elsewhere, asking("3"));
    });

    test("a lost answer while other work locks the machine is no proof", async () => {
      const engine = await atRest();
      world.simulator.fault({ hoster: "kiwivm", path: kind.call, kind: "reset-before" });
      const running = engine.up(asking("2"));
      await looked(running, kind.call);
      locked("Snapshot");
      await looked(running);
      locked(null);
      expect((await running).errors).toEqual([expect.stringMatching(/no sign of.* is unknown/s)]);
      await expectInDoubt(engine, asking("2"));
    });

    test("confirmed where nothing tells of it: it is recorded, and not sent, and takes no consent", async () => {
      const engine = await atRest();
      await kills["during the wait"](engine, asking("2"), world.home());
      const [consent = ""] = Object.keys(kind.consent);
      await expectDone(other(engine), asking("2", { confirmed: "2", [consent]: false }));
      expect((await engine.up(asking("3", { confirmed: "2", [consent]: false }))).errors).toEqual([
        expect.stringContaining(`set ${consent}: true`),
      ]);
      await expectBegun(1, engine, asking("3", { confirmed: "2" }));
    });

    test("two stacks with the same keys: the second one stops, and leaves the note of the first", async () => {
      const home = world.home();
      const [first, second] = [await atRest(home), other(await atRest(), home)];
      await kills["during the wait"](first, asking("2"), home);
      await expectInDoubt(second, asking("2"));
      await expectDone(second, asking("1"));
      await expectInDoubt(first, asking("2"));
    });

    test("two stacks, one of which has long done what a killed run of the other has sent: its looks end no note", async () => {
      const [home, elsewhere] = [world.home(), world.home()];
      const second = await atRest(elsewhere);
      await expectBegun(1, second, asking("2"));
      const first = await atRest(world.home());
      await kills["during the wait"](first, asking("2"), home);
      const here = other(second, home);
      clean(await here.up(asking("2"), { refresh: true }));
      clean(await here.destroy());
      await expectInDoubt(other(first, home), asking("2"));
    });

    test("two stacks with different keys: each one's is begun", async () => {
      const home = world.home();
      const [first, second] = [await atRest(home), await atRest(world.home())];
      const here = other(second, home);
      await expectBegun(1, first, asking("2"));
      await expectBegun(1, here, asking("3"));
      await expectBegun(1, first, asking("4"));
    });

    test.each(["up", "up --refresh"])(
      "begun in the panel: during its lock the run waits, and stops (%s)",
      async (next) => {
        const engine = await atRest();
        locked(itsLock);
        const running = expectInDoubt(engine, asking("2"), next !== "up");
        await looked(running);
        locked(null);
        expect(await running).toContain("That may have been this");
        await expectBegun(1, engine, asking("3"));
      },
    );

    test("a lock of other work that becomes its own while it is waited for: the run stops", async () => {
      const engine = await atRest();
      locked("Snapshot");
      const running = expectInDoubt(engine, asking("2"));
      for (const task of [itsLock, null]) {
        await looked(running);
        locked(task);
      }
      await running;
    });

    test.each([
      ["its own words", itsLock, 0],
      ["no words", "", 0],
      ["other words", "Snapshot", 1],
    ])("a lock with %s that comes after all was looked at, before the request", async (_whose, task, times) => {
      const engine = await atRest();
      world.simulator.fault({ hoster: "kiwivm", path: "/getAuditLog", kind: "slow", delayMs: 200 });
      const { result, requests } = await world.requestsDuring(async () => {
        const running = engine.up(asking("2"));
        await looked(running, "/getAuditLog");
        locked(task);
        await looked(running);
        locked(null);
        return times === 0 ? running : ended(running);
      });
      expect(result.errors).toEqual(times === 0 ? [expect.stringContaining("That may have been this")] : []);
      // KiwiVM refused the first one.
      expect(begun(requests)).toBe(times + 1);
    });

    test("begun in the panel, and over: nothing but a warning from KiwiVM's log tells", async () => {
      const engine = await atRest();
      const at = new Date(Date.now() + 1000 * DAY).toISOString();
      const summary = kind === RESTORE ? "Restored a snapshot (from the panel)" : "OS Re-Install (from the panel)";
      patchMachine(world.simulator, VEID, { auditLog: [...machine().auditLog, { at, summary }] });
      world.simulator.advance(2 * DAY);
      const { lines } = await expectBegun(1, engine, asking("2"));
      expect(lines.join("\n")).toContain(`warning: KiwiVM's audit log shows a ${kind.task} at ${at.slice(0, 19)}Z`);
    });

    test.each([
      "API call: setHostname restore-drill.example.com",
      "setPTR: 192.0.2.1 => re-install.example.com",
      "basicShell/exec: sh /root/reinstall-and-restore.sh",
      "API call: snapshot/create before the restore, before the reinstall",
      kind === RESTORE ? "API call: reinstallOS restore-os" : "API call: snapshot/restore reinstall.tar.gz",
    ])("an entry of another call is worth no warning: %s", async (summary) => {
      const engine = await atRest();
      const at = new Date(Date.now() + 1000 * DAY).toISOString();
      patchMachine(world.simulator, VEID, { auditLog: [...machine().auditLog, { at, summary }] });
      world.simulator.advance(2 * DAY);
      const { lines } = await expectBegun(1, engine, asking("2"));
      expect(lines.join("\n")).not.toContain("audit log");
    });

    test("KiwiVM's log is down: it is begun all the same", async () => {
      const engine = await atRest();
      world.simulator.fault({ hoster: "kiwivm", path: "/getAuditLog", kind: "status", status: 503, times: 20 });
      await expectBegun(1, engine, asking("2"));
    });

    test("a call that KiwiVM refuses takes its note back, and the next run begins it", async () => {
      const home = world.home();
      const engine = await atRest(home);
      clean(await engine.refresh());
      world.simulator.fault({ hoster: "kiwivm", path: kind.call, kind: "status", status: 400 });
      expect((await engine.up(asking("2"))).errors).toEqual([expect.stringContaining("answered 400")]);
      expect(noteFiles(home)).toEqual([]);
      await expectBegun(1, engine, asking("2"));
      await expectDone(engine, asking("2"));
    });

    test.each([[false], [true]])(
      "after a wait that ended too soon the next trigger acts (refresh: %s)",
      async (refresh) => {
        const home = world.home();
        const engine = await atRest(home);
        const hasty = world.engine({ timeoutSeconds: "0.1" }, home);
        hasty.state = structuredClone(engine.state);
        expect((await hasty.up(asking("2"))).errors).toHaveLength(1);
        world.simulator.advance(300);
        engine.state = hasty.state;
        await expectBegun(0, engine, asking("2"), refresh);
        await expectBegun(1, engine, asking("3"));
      },
    );

    test("a refresh that waits for the end of its own, and another trigger, in one run: that is begun", async () => {
      const home = world.home();
      const engine = await atRest(home);
      const hasty = world.engine({ timeoutSeconds: "0.1" }, home);
      hasty.state = structuredClone(engine.state);
      expect((await hasty.up(asking("2"))).errors).toHaveLength(1);
      engine.state = hasty.state;
      const { requests } = await world.requestsDuring(async () => {
        const running = engine.up(asking("3"), { refresh: true });
        await looked(running);
        const begins = looked(running, kind.call);
        world.simulator.advance(300);
        await begins;
        world.simulator.advance(300);
        clean(await running);
      });
      expect(begun(requests)).toBe(1);
    });

    test("a look for a sign of it that takes too long, after a lost answer, leaves it in doubt", async () => {
      const engine = await atRest();
      const hasty = world.engine({ timeoutSeconds: "0.1" });
      hasty.state = structuredClone(engine.state);
      world.simulator.fault({ hoster: "kiwivm", path: kind.call, kind: "reset-after" });
      const running = hasty.up(asking("2"));
      await looked(running, kind.call);
      world.simulator.fault({
        hoster: "kiwivm",
        path: "/migrate/getLocations",
        kind: "status",
        status: 503,
        times: 500,
      });
      expect((await running).errors).toEqual([expect.stringContaining(`for a sign of the ${kind.task}`)]);
      world.simulator.clearFaults();
      world.simulator.advance(400);
      engine.state = hasty.state;
      await expectInDoubt(engine, asking("2"));
    });

    test.each([
      [
        "while its answer is awaited",
        { kind: "slow", delayMs: 600_000 },
        /was sent, but the operation was cancelled before an answer came/,
      ],
      [
        "after its answer got lost",
        { kind: "reset-before" },
        /The operation was cancelled before KiwiVM showed a sign/,
      ],
    ] as const)("cancelled %s: it is in doubt, and the error says so", async (_when, fault, words) => {
      const engine = await atRest();
      const cancel = new AbortController();
      world.simulator.fault({ hoster: "kiwivm", path: kind.call, ...fault });
      // One look for a sign of it is not enough.
      const patient = world.engine({ pollSeconds: "600" });
      patient.state = structuredClone(engine.state);
      const running = patient.up(asking("2"), { signal: cancel.signal });
      await looked(running, kind.call);
      cancel.abort();
      const { errors } = await running;
      expect(errors).toEqual([expect.stringMatching(words)]);
      expect(errors).toEqual([expect.stringMatching(/cancelled.*is unknown.*set confirmed to the value of/s)]);
      world.simulator.clearFaults();
      world.simulator.advance(400);
      engine.state = patient.state;
      await expectInDoubt(other(engine), asking("2"));
      await expectDone(engine, asking("2", { confirmed: "2" }));
    });

    describe("the note", () => {
      test("says when, and nothing else, to nobody else", async () => {
        const home = world.home();
        const engine = await atRest(home);
        clean(await engine.refresh());
        await expectBegun(1, engine, asking("m4rk3d"));
        expect(notes(home)).toEqual([{ sent: expect.stringMatching(/^\d{4}-.*Z$/) }]);
        for (const file of noteFiles(home)) {
          expect(statSync(file).mode & 0o777).toBe(0o600);
          expect(file).not.toMatch(new RegExp(`${VEID}|m4rk3d`));
        }
      });

      test("where none can be written, that is said in a line, and the run goes on", async () => {
        const { lines } = await expectBegun(1, await atRest("/dev/null"), asking("2"));
        const warnings = lines.filter((line) => line.includes("warning:") && line.includes("cannot be written"));
        expect(warnings).toEqual([expect.stringContaining(`will not know of the ${kind.task}`)]);
      });

      test("spoilt, it stops the same request, and ends once that is confirmed", async () => {
        const home = world.home();
        const engine = await atRest(home);
        clean(await engine.refresh());
        await kills["during the wait"](engine, asking("2"), home);
        const [file = ""] = noteFiles(home);
        writeFileSync(file, "{");
        await expectInDoubt(engine, asking("2"));
        await expectDone(engine, asking("2", { confirmed: "2" }));
        expect(noteFiles(home)).toEqual([]);
      });

      test("out of reach: nothing is begun, until the cure that is named", async () => {
        const home = world.home();
        const engine = await atRest(home);
        clean(await engine.refresh());
        await kills["during the wait"](engine, asking("2"), home);
        const [file = ""] = noteFiles(home);
        rmSync(file);
        mkdirSync(file);
        for (const _ of [1, 2]) {
          const { result, requests } = await world.requestsDuring(() => engine.up(asking("2")));
          expect(result.errors).toEqual([
            expect.stringMatching(/cannot be read: .*Nothing was sent\. Give the folder .* Or remove the file/),
          ]);
          expect(begun(requests)).toBe(0);
        }
        rmSync(file, { recursive: true });
        await expectBegun(1, engine, asking("2"));
      });
    });
  });

  describe("a restore that its create begins", () => {
    const { asking, kills, looked, noteFiles, other, expectBegun, expectInDoubt, expectDone } = useRuns(world, RESTORE);

    describe.each(Object.entries(kills))("killed %s", (_when, kill) => {
      test("the next create stops and keeps the machine's id; then it is confirmed", async () => {
        const home = world.home();
        const engine = world.engine({}, home);
        await kill(engine, asking("1"), home);
        expect(await expectInDoubt(engine, asking("1"))).toMatch(ON_THIS_COMPUTER);
        expect(engine.get("it").id).toBe(VEID);
        await expectInDoubt(other(engine), asking("1"), true);
        await expectDone(engine, asking("1", { confirmed: "1" }));
        expect(noteFiles(home)).toEqual([]);
        await expectBegun(1, engine, asking("2"));
      });

      test("the next create stops; another trigger restores", async () => {
        const home = world.home();
        const engine = world.engine({}, home);
        await kill(engine, asking("1"), home);
        await expectInDoubt(engine, asking("1"));
        await expectBegun(1, engine, asking("2"));
      });

      test("a create of another snapshot restores that", async () => {
        const home = world.home();
        const engine = world.engine({}, home);
        await kill(engine, asking("1"), home);
        await expectBegun(1, engine, asking("1", { snapshot: "other.tar.gz" }));
        expect(engine.get("it").outputs).toMatchObject({ restoredSnapshot: "other.tar.gz" });
      });
    });

    test("killed, and under way at the next create on another computer: the lock stops that", async () => {
      patchMachine(world.simulator, VEID, { lock: { task: "Snapshot Restore: a.tar.gz" } });
      const engine = world.engine();
      const running = expectInDoubt(engine, asking("1"));
      await looked(running);
      patchMachine(world.simulator, VEID, { lock: null });
      await running;
    });

    test("confirmed at the create, on another computer: it is recorded, and takes no consent", async () => {
      await kills["during the wait"](world.engine(), asking("1"), world.home());
      const engine = world.engine();
      await expectDone(engine, asking("1", { confirmed: "1", allowRestore: false }));
      expect(engine.get("it").outputs).toMatchObject({ restoredSnapshot: RESTORE.act.snapshot });
    });

    test("destroyed and made anew: it restores each time", async () => {
      const engine = world.engine();
      for (const _ of [1, 2, 3]) {
        await expectBegun(1, engine, asking("1"));
        clean(await engine.destroy());
      }
    });
  });

  describe("the same system again", () => {
    const { machine, program, begun, kills, ended, other, atRest, expectBegun, expectInDoubt } = useRuns(
      world,
      SAME_OS,
    );

    test("after another system, which its own name proved, and which a killed run installed", async () => {
      const home = world.home();
      const engine = await atRest(home);
      const another = program({ ...OS.act, reinstallTrigger: "1" });
      await kills["during the wait"](engine, another, home);
      await expectBegun(0, engine, another);
      expect(machine().os).toBe(OS.act.os);
      await expectBegun(1, engine, program({ ...OS.act, reinstallTrigger: "2" }));
      await expectBegun(1, engine, program({ ...OS.act, reinstallTrigger: "1" }));
    });

    test("in doubt, while the machine shows another system by now: that decides", async () => {
      const home = world.home();
      const engine = await atRest(home);
      await kills["during the wait"](engine, program(), home);
      await expectInDoubt(engine, program());
      patchMachine(world.simulator, VEID, { os: "centos-6-x86_64" });
      const { requests } = await world.requestsDuring(async () => {
        await ended(engine.up(program(), { refresh: true }));
      });
      expect(begun(requests)).toBe(1);
      expect(machine().os).toBe("debian-12-x86_64");
      await expectSettled(world, engine, program());
    });

    /** A stack that has seen that somebody installed another system, and whose cure was killed. */
    async function curedBehind(home: string): Promise<Engine> {
      const engine = await atRest(home);
      patchMachine(world.simulator, VEID, { os: "centos-6-x86_64" });
      expect((await engine.up(program(SAME_OS.rest), { refresh: true })).errors).toHaveLength(1);
      await kills["during the wait"](engine, program(), home);
      return engine;
    }

    test("which the machine did not show when the killed run began: with a refresh its note stops the next one", async () => {
      await expectInDoubt(await curedBehind(world.home()), program(), true);
    });

    test("the same, without a refresh: the machine proves it", async () => {
      const engine = await curedBehind(world.home());
      await expectBegun(0, engine, program());
      await expectBegun(1, other(engine), program({ reinstallTrigger: "3" }));
    });
  });
}, SPEED);
