import { clean, expectSettled, forEachDoor } from "./scenario";
import { UNPROVED } from "./tasks";
import { IN_THE_LOG, ON_THIS_COMPUTER, SPEED, useRuns } from "./unheard";
import type { World } from "./world";

const HOUR = 3600;
const LOGS = ["texts", "numbers", "absent"] as const;

forEachDoor((world: World) => {
  const auditLog = (position: (typeof LOGS)[number]) =>
    world.simulator.patch({ kiwivm: { switches: { auditLog: position } } });

  describe.each(UNPROVED)("%s", (_title, kind) => {
    const { program, begun, ended, killed, other, atRest, expectStopped, expectNextTriggerActs } = useRuns(world, kind);
    const acting = program();

    describe.each([[false], [true]])("killed, and ended before the next run (with refresh: %s)", (refresh) => {
      test("on the same computer: its note stops that", async () => {
        auditLog("absent");
        const home = world.home();
        const engine = await atRest(home);
        await killed(engine, acting, home);
        await expectStopped(engine, ON_THIS_COMPUTER, refresh);
      });

      test.each(["texts", "numbers"] as const)(
        "on another computer: KiwiVM's log stops that (%s)",
        async (position) => {
          auditLog(position);
          const engine = await atRest(world.home());
          await killed(engine, acting, world.home());
          const { errors } = await expectStopped(other(engine), IN_THE_LOG, refresh);
          expect(errors[0]).not.toMatch(/127\.0\.0\.1|2130706433/);
        },
      );
    });

    test("on another computer, and without a log: nothing tells, so it is begun again", async () => {
      auditLog("absent");
      const engine = await atRest(world.home());
      await killed(engine, acting, world.home());
      const { result, requests } = await world.requestsDuring(async () => clean(await ended(other(engine).up(acting))));
      expect(begun(requests)).toBe(1);
      const warning = `warning: KiwiVM tells of no audit log, so another computer will not know of the ${kind.task}`;
      expect(result.lines.filter((line) => line.includes(warning))).toHaveLength(1);
    });

    test("a week ago: it stops all the same", async () => {
      const [home, engine] = [world.home(), await atRest(world.home())];
      await killed(engine, acting, home);
      world.simulator.advance(7 * 24 * HOUR);
      await expectStopped(other(engine), IN_THE_LOG);
      auditLog("absent");
      await expectStopped(other(engine, home), ON_THIS_COMPUTER);
    });

    test("where Pulumi was killed and its provider went on to the end: the note stops the next run", async () => {
      auditLog("absent");
      const home = world.home();
      const engine = await atRest(home);
      await ended(other(engine, home).up(acting));
      await expectStopped(engine, ON_THIS_COMPUTER);
    });

    test("a state put back to what it was before one that was done, also where a later one was refused: the note stops it", async () => {
      auditLog("absent");
      const engine = await atRest(world.home());
      const backup = structuredClone(engine.state);
      clean(await ended(engine.up(acting)));
      world.simulator.fault({ hoster: "kiwivm", path: kind.call, kind: "status", status: 400 });
      expect((await engine.up(program({ [kind.trigger]: "3" }))).errors).toHaveLength(1);
      engine.state = backup;
      await expectStopped(engine, ON_THIS_COMPUTER);
    });

    test("where KiwiVM's clock was ahead when the stack was told of the last one: the note stops it all the same", async () => {
      auditLog("absent");
      const home = world.home();
      const engine = await atRest(home);
      const kept = engine.get("it").outputs.__vps as { settled: string };
      const ahead = Date.parse(kept.settled) + 3_600_000;
      kept.settled = new Date(ahead).toISOString();
      await expectNextTriggerActs(engine, "1.5");
      await killed(engine, acting, home);
      await expectStopped(engine, ON_THIS_COMPUTER);
    });

    test("once it has been accounted for on one computer, another one's note is no alarm", async () => {
      const home = world.home();
      const engine = await atRest(home);
      await killed(engine, acting, home);
      const elsewhere = other(engine);
      await expectStopped(elsewhere, IN_THE_LOG);
      await expectNextTriggerActs(other(elsewhere, home), "5");
    });
  });

  describe("a restore that its create begins", () => {
    const { program, begun, ended, killed, expectNextTriggerActs } = useRuns(world, UNPROVED[1][1]);
    const acting = program();

    test("killed: the next create stops, on the same computer also a day later, and leaves the resource in state", async () => {
      auditLog("absent");
      const home = world.home();
      await killed(world.engine(), acting, home);
      world.simulator.advance(24 * HOUR);
      const engine = world.engine({}, home);
      const { result, requests } = await world.requestsDuring(() => engine.up(acting));
      expect(result.errors).toEqual([expect.stringMatching(ON_THIS_COMPUTER)]);
      expect(begun(requests)).toBe(0);
      const next = await world.requestsDuring(async () => clean(await engine.up(acting)));
      expect(begun(next.requests)).toBe(0);
      await expectSettled(world, engine, acting);
      await expectNextTriggerActs(engine, "4");
    });

    test.each([
      ["within the hour", HOUR / 2, 0],
      ["later", 2 * HOUR, 1],
    ])("killed: on another computer KiwiVM's log stops the next create %s", async (_when, seconds, times) => {
      await killed(world.engine(), acting, world.home());
      world.simulator.advance(seconds);
      const engine = world.engine();
      const { result, requests } = await world.requestsDuring(() =>
        times === 0 ? engine.up(acting) : ended(engine.up(acting)),
      );
      expect(result.errors).toEqual(times === 0 ? [expect.stringMatching(IN_THE_LOG)] : []);
      expect(begun(requests)).toBe(times);
      clean(await engine.up(acting));
      await expectSettled(world, engine, acting);
    });

    test("destroyed and made anew the next day: it restores again", async () => {
      const engine = world.engine();
      clean(await ended(engine.up(acting)));
      clean(await engine.destroy());
      world.simulator.advance(24 * HOUR);
      const { requests } = await world.requestsDuring(async () => clean(await ended(engine.up(acting))));
      expect(begun(requests)).toBe(1);
    });
  });
}, SPEED);
