import type { Program, Properties } from "./engine";
import { patchMachine, VEID } from "./rows/machines";
import { clean, expectSettled, forEachAdapter } from "./scenario";
import { LOCATION, OS, useMachine } from "./tasks";
import { until, writes } from "./world";

forEachAdapter((world) => {
  const { machine, lasting } = useMachine(world);

  describe.each([
    ["another system", OS, "os", { os: "debian-13-x86_64" }],
    ["another location", LOCATION, "location", { node_location_id: "USCA_2" }],
  ] as const)("%s", (_title, kind, argument, shown) => {
    const program = (inputs: Properties): Program => ({ it: { type: kind.type, inputs } });
    const consentName = Object.keys(kind.consent)[0] as string;

    test("the refusal names both values", async () => {
      const engine = world.engine();
      clean(await engine.up(program(kind.rest)));
      const { errors } = await engine.preview(program(kind.act));
      expect(errors[0]).toContain(`from ${kind.rest[argument]} to ${kind.act[argument]}`);
    });

    test("at create: without consent what KiwiVM shows is named, and nothing is begun", async () => {
      const engine = world.engine();
      const { result, requests } = await world.requestsDuring(() => engine.up(program(kind.act)));
      expect(result.errors).toEqual([expect.stringContaining(`${argument}: "${kind.rest[argument]}"`)]);
      expect(result.errors[0]).toContain(`${consentName}: true`);
      expect(writes(requests)).toEqual([]);
      expect(engine.state).toEqual([]);
    });

    test("at create: with consent it is done", async () => {
      const engine = world.engine();
      clean(await engine.up(program({ ...kind.act, ...kind.consent })));
      expect(kind.isDone(machine())).toBe(true);
      await expectSettled(world, engine, program(kind.act));
    });

    test("that is not offered: an error that lists what is", async () => {
      const engine = world.engine();
      clean(await engine.up(program(kind.rest)));
      const { result, requests } = await world.requestsDuring(() =>
        engine.up(program({ ...kind.rest, [argument]: "XX_9", ...kind.consent })),
      );
      expect(result.errors).toEqual([expect.stringContaining(`${kind.act[argument]}`)]);
      expect(writes(requests)).toEqual([]);
    });

    test("that comes to nothing is said, and asked for again", async () => {
      const engine = world.engine();
      clean(await engine.up(program(kind.rest)));
      lasting(1_000_000);
      const running = engine.up(program({ ...kind.act, ...kind.consent }));
      await until(() => world.simulator.requests().some(({ path }) => path === kind.call));
      await until(() => machine().lock !== null);
      patchMachine(world.simulator, VEID, { lock: null });
      const { errors } = await running;
      expect(errors).toEqual([expect.stringMatching(new RegExp(`had no effect.*shows ${kind.rest[argument]}`))]);
      lasting(600);
      clean(await engine.up(program({ ...kind.act, ...kind.consent })));
      expect(kind.isDone(machine())).toBe(true);
    });

    test("that another stack begins after our look is not begun once more", async () => {
      const engine = world.engine();
      clean(await engine.up(program(kind.rest)));
      const patch = (values: object) => patchMachine(world.simulator, VEID, values);
      world.simulator.clearRequests();
      world.simulator.fault({ hoster: "kiwivm", path: "/getServiceInfo", kind: "slow", delayMs: 200, times: 5 });
      const paths = () => world.simulator.requests().map(({ path }) => path);
      const running = engine.up(program({ ...kind.act, ...kind.consent }));
      await until(() => paths().at(-1) === "/getServiceInfo" && paths().lastIndexOf("/migrate/getLocations") > 1);
      patch({ lock: { until: "9999-12-31T00:00:00Z" } });
      const looked = paths().length;
      await until(() => paths().length >= looked + 3);
      patch({ lock: null, ...shown });
      clean(await running);
      expect(paths()).not.toContain(kind.call);
      await expectSettled(world, engine, program(kind.act));
    });

    test("that two stacks want at once is begun once", async () => {
      // A second or two, in which the other one meets the lock.
      lasting(20_000);
      const engines = [world.engine(), world.engine()];
      const outcomes = await Promise.all(engines.map((engine) => engine.up(program({ ...kind.act, ...kind.consent }))));
      outcomes.forEach(clean);
      expect(kind.isDone(machine())).toBe(true);
      expect(machine().power.boots).toBe(2);
    });
  });
});
