import { statSync } from "node:fs";
import type { Program } from "./engine";
import { patchMachine, VEID } from "./rows/machines";
import { clean, forEachDoor } from "./scenario";
import { type Kind, OS, RESTORE, SAME_OS, SNAPSHOT, UNPROVED } from "./tasks";
import { count, SPEED, useRuns } from "./unheard";
import { until, type World } from "./world";

const LOGS = ["texts", "numbers", "absent"] as const;

forEachDoor((world) => {
  describe.each(UNPROVED)("%s", (_title, kind) => {
    describe.each(LOGS)("KiwiVM's log: %s", (auditLog) => {
      beforeEach(() => world.simulator.patch({ kiwivm: { switches: { auditLog } } }));
      ordinary(world, kind);
    });
    doubtful(world, kind);
  });

  describe("the same system again", () => {
    const { machine, program, begun, ended, killed, atRest, expectNextTriggerActs } = useRuns(world, SAME_OS);

    test("after another system, which its own name proved", async () => {
      const engine = await atRest(world.home());
      const other: Program = program({ ...OS.act, reinstallTrigger: "1" });
      clean(await ended(engine.up(other)));
      expect(machine().os).toBe(OS.act.os);
      clean(await ended(engine.up(program({ reinstallTrigger: "1" }))));
      await expectNextTriggerActs(engine, "2");
    });

    test("after another system that a killed run installed", async () => {
      const engine = await atRest(world.home());
      const asking = (trigger: string) => program({ ...OS.act, reinstallTrigger: trigger });
      await killed(engine, asking("1"), world.home());
      clean(await engine.up(asking("1")));
      world.simulator.advance(60);
      const { requests } = await world.requestsDuring(async () => clean(await ended(engine.up(asking("2")))));
      expect(begun(requests)).toBe(1);
    });
  });

  describe("a restore", () => {
    const { program, begun, ended, expectNextTriggerActs } = useRuns(world, RESTORE);

    test("of a snapshot that other entries of the log name", async () => {
      const { KIWIVM_API_URL, KIWIVM_API_KEY } = world.simulator.env;
      const form = { veid: VEID, api_key: KIWIVM_API_KEY as string, snapshot: SNAPSHOT, sticky: "1" };
      await fetch(`${KIWIVM_API_URL}/snapshot/toggleSticky`, { method: "POST", body: new URLSearchParams(form) });
      world.simulator.advance(60);
      const engine = world.engine();
      const { requests } = await world.requestsDuring(async () => clean(await ended(engine.up(program()))));
      expect(begun(requests)).toBe(1);
      await expectNextTriggerActs(engine, "3");
    });
  });
}, SPEED);

/** What happens to everybody: nothing of it stops a run. */
function ordinary(world: World, kind: Kind): void {
  const { machine, program, begun, notes, ended, other, atRest, expectNextTriggerActs } = useRuns(world, kind);
  const acting = program();

  test.each([[0], [20], [200]])("one trigger after the other, told %s s late: each acts once", async (lag) => {
    world.simulator.patch({ kiwivm: { settings: { auditLagSeconds: lag } } });
    const engine = await atRest(world.home());
    for (const trigger of ["2", "3", "4"]) {
      const asking = program({ [kind.trigger]: trigger });
      const { requests } = await world.requestsDuring(async () => clean(await ended(engine.up(asking))));
      expect(begun(requests)).toBe(1);
      expect(count(requests, "/getAuditLog")).toBe(1);
      const idle = await world.requestsDuring(async () => clean(await engine.up(asking, { refresh: true })));
      expect(count(idle.requests, "/getAuditLog")).toBe(0);
    }
  });

  test("two computers by turns, hours apart", async () => {
    const [home, elsewhere] = [world.home(), world.home()];
    let engine = await atRest(home);
    for (const [trigger, there] of Object.entries({ 2: elsewhere, 3: home, 4: elsewhere })) {
      world.simulator.advance(10_000);
      engine = other(engine, there);
      await expectNextTriggerActs(engine, trigger);
    }
  });

  test("after a lost answer", async () => {
    const engine = await atRest(world.home());
    world.simulator.fault({ hoster: "kiwivm", path: kind.call, kind: "reset-after" });
    const running = engine.up(acting);
    const lastOf = (path: string) => world.simulator.requests().findLastIndex((one) => one.path === path);
    await until(() => machine().lock !== null && lastOf("/migrate/getLocations") > lastOf(kind.call));
    clean(await ended(running));
    await expectNextTriggerActs(engine, "3");
  });

  test("after a request that got lost, which counts as done", async () => {
    const engine = await atRest(world.home());
    world.simulator.fault({ hoster: "kiwivm", path: kind.call, kind: "reset-before" });
    expect((await engine.up(acting)).errors).toEqual([expect.stringContaining("no sign of")]);
    clean(await engine.up(acting));
    await expectNextTriggerActs(engine, "3");
  });

  test.each([[false], [true]])("after a wait that ended too soon (next run with refresh: %s)", async (refresh) => {
    const home = world.home();
    const engine = await atRest(home);
    const hasty = world.engine({ timeoutSeconds: "0.1" }, home);
    hasty.state = structuredClone(engine.state);
    expect((await hasty.up(acting)).errors).toHaveLength(1);
    world.simulator.advance(300);
    engine.state = hasty.state;
    clean(await engine.up(acting, { refresh }));
    await expectNextTriggerActs(engine, "3");
  });

  test("after a lock in between", async () => {
    const engine = await atRest(world.home());
    world.simulator.fault({ hoster: "kiwivm", path: kind.call, kind: "lock" });
    clean(await ended(engine.up(acting)));
    await expectNextTriggerActs(engine, "3");
  });

  test("after a refusal, which KiwiVM's log may tell of, too: no note of it is left, and the next run begins it", async () => {
    const home = world.home();
    const engine = await atRest(home);
    const before = notes(home);
    world.simulator.fault({ hoster: "kiwivm", path: kind.call, kind: "status", status: 400 });
    expect((await engine.up(acting)).errors).toEqual([expect.stringContaining("answered 400")]);
    expect(notes(home)).toEqual(before);
    const { at } = world.simulator.requests().at(-1) as { at: string };
    patchMachine(world.simulator, VEID, {
      auditLog: [...machine().auditLog, { at, summary: `API call: ${kind.call}` }],
    });
    world.simulator.advance(60);
    const { requests } = await world.requestsDuring(async () => clean(await ended(engine.up(acting))));
    expect(begun(requests)).toBe(1);
  });
}

/** What is in the log and in the journal, or cannot be. */
function doubtful(world: World, kind: Kind): void {
  const { machine, program, begun, noteFiles, notes, ended, atRest, expectNextTriggerActs } = useRuns(world, kind);
  const acting = program();
  const log = (summary: string, at: string) =>
    patchMachine(world.simulator, VEID, { auditLog: [...machine().auditLog, { at, summary }] });

  test("KiwiVM's own entry about the end of a task is no alarm", async () => {
    const engine = await atRest(world.home());
    const running = engine.up(acting);
    await until(() => machine().lock !== null);
    log(`${machine().lock?.task}: restored, reinstalled`, machine().lock?.until as string);
    clean(await ended(running));
    // The log shows it late.
    world.simulator.advance(60);
    await expectNextTriggerActs(engine, "3");
  });

  test("somebody's own in the panel since the last run: the run stops, and the next trigger acts", async () => {
    const engine = await atRest(world.home());
    const { at } = world.simulator.requests().at(-1) as { at: string };
    log("Snapshot restored; system reinstalled", new Date(Date.parse(at) + 30_000).toISOString());
    const { result, requests } = await world.requestsDuring(() => engine.up(acting));
    expect(result.errors).toEqual([expect.stringContaining(`audit log tells of a ${kind.task}`)]);
    expect(begun(requests)).toBe(0);
    await expectNextTriggerActs(engine, "3");
  });

  test.each([
    ["is refused because of a lock in between: it is asked again", { kind: "lock" }],
    ["is no call of the API: nothing tells", { kind: "status", status: 404, times: 20 }],
    ["is refused as no call of the API: nothing tells", { kind: "status", status: 400, times: 20 }],
  ] as const)("a log that %s", async (_how, fault) => {
    const engine = await atRest(world.home());
    world.simulator.fault({ hoster: "kiwivm", path: "/getAuditLog", ...fault });
    const { requests } = await world.requestsDuring(async () => clean(await ended(engine.up(acting))));
    expect(begun(requests)).toBe(1);
  });

  test("the note says what and when, and nothing else, to nobody else", async () => {
    const home = world.home();
    const engine = await atRest(home);
    const running = engine.up(program({ [kind.trigger]: "m4rk3d" }));
    await until(() => machine().lock !== null);
    const time = expect.stringMatching(/^\d{4}-.*Z$/);
    expect(notes(home)).toEqual([{ work: kind.task, begun: time }]);
    clean(await ended(running));
    expect(notes(home)).toEqual([{ work: kind.task, begun: time }]);
    for (const file of noteFiles(home)) {
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(file).not.toContain(VEID);
    }
  });

  test("where no note can be written, that is said in a line, and the run goes on", async () => {
    const engine = await atRest("/dev/null");
    const { lines } = clean(await ended(engine.up(acting)));
    const warnings = lines.filter((line) => line.includes("warning:") && line.includes("cannot be written"));
    expect(warnings).toEqual([expect.stringContaining(`will not know of the ${kind.task}`)]);
  });
}
