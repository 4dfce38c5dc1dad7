import { patchMachine, VEID } from "./rows/machines";
import { clean, forEachAdapter } from "./scenario";
import { LOCATION, OS, UNPROVED } from "./tasks";
import { count, SPEED, useRuns } from "./unheard";
import { until } from "./world";

/** What happens at KiwiVM while a run looks, or waits for its turn. */
forEachAdapter((world) => {
  const asked = (path?: string) => {
    const requests = world.simulator.requests();
    return path === undefined ? requests.length : count(requests, path);
  };
  const locked = (task: string | null) =>
    patchMachine(world.simulator, VEID, { lock: task === null ? null : { task } });

  describe.each(UNPROVED)("%s", (_title, kind) => {
    const { program, begun, ended, atRest } = useRuns(world, kind);

    test("a lock that refuses nothing but the request itself: that is asked again at the usual pace, and not for ever", async () => {
      const home = world.home();
      const engine = await atRest(home);
      const hasty = world.engine({ timeoutSeconds: "0.2" }, home);
      hasty.state = engine.state;
      world.simulator.fault({ hoster: "kiwivm", path: kind.call, kind: "lock", times: 500 });
      const { result, requests } = await world.requestsDuring(() => hasty.up(program()));
      expect(result.errors).toEqual([expect.stringContaining("for KiwiVM to finish its work on the machine")]);
      expect(begun(requests)).toBeLessThan(50);
      world.simulator.clearFaults();
      engine.state = hasty.state;
      const next = await world.requestsDuring(async () => clean(await ended(engine.up(program()))));
      expect(begun(next.requests)).toBe(1);
    });
  });

  describe.each([
    ["another system", OS, "OS Reinstall: debian-13-x86_64", { os: "debian-13-x86_64" }],
    ["another location", LOCATION, "Migration: USCA_2", { node_location_id: "USCA_2" }],
  ])("%s, which a killed run began", (_title, kind, task, shown) => {
    const { program, begun, atRest } = useRuns(world, kind);

    test("shows up some time after its lock: it is not begun again", async () => {
      const engine = await atRest();
      locked(task);
      const { requests } = await world.requestsDuring(async () => {
        const running = engine.up(program());
        const before = asked();
        await until(() => asked() > before + 2);
        locked(null);
        const then = asked("/migrate/getLocations");
        await until(() => asked("/migrate/getLocations") > then + 4 || asked(kind.call) > 0);
        patchMachine(world.simulator, VEID, shown);
        return clean(await running);
      });
      expect(begun(requests)).toBe(0);
    });
  });

  describe("another location", () => {
    const { program, begun, atRest } = useRuns(world, LOCATION);

    test("that somebody else moves the machine to after the first look: nothing is begun, and it is no error", async () => {
      const engine = await atRest();
      const { requests } = await world.requestsDuring(async () => {
        world.simulator.fault({ hoster: "kiwivm", path: "/getServiceInfo", kind: "slow", delayMs: 200 });
        const looks = asked("/getServiceInfo");
        const running = engine.up(program());
        // The second look at its addresses goes with the one at its place.
        await until(() => asked("/getServiceInfo") > looks);
        locked("Migration: USCA_2");
        const then = asked("/migrate/getLocations");
        await until(() => asked("/migrate/getLocations") > then + 1);
        patchMachine(world.simulator, VEID, { lock: null, node_location_id: "USCA_2" });
        return clean(await running);
      });
      expect(begun(requests)).toBe(0);
    });
  });

  describe("another system, which a run that was killed a moment ago began", () => {
    const { program, begun, kills, atRest } = useRuns(world, OS);

    test.each([
      ["an update", true],
      ["a create", false],
    ])("by %s: it is waited for before it is begun again", async (_what, isThere) => {
      const home = world.home();
      const engine = isThere ? await atRest(home) : world.engine({}, home);
      await kills["during the wait"](engine, program(), home);
      patchMachine(world.simulator, VEID, { os: String(OS.rest.os) });
      const { requests } = await world.requestsDuring(async () => {
        const looks = asked("/getServiceInfo");
        const running = engine.up(program());
        await until(() => asked("/getServiceInfo") > looks + 5 || asked(OS.call) > 1);
        patchMachine(world.simulator, VEID, { os: String(OS.act.os) });
        return clean(await running);
      });
      expect(begun(requests)).toBe(0);
    });
  });
}, SPEED);
