import type { Engine, Outcome, Program, Properties } from "./engine";
import { VEID } from "./rows/machines";
import { clean, expectSettled, forEachAdapter } from "./scenario";
import { KINDS, OS, SAME_OS, useMachine } from "./tasks";
import { until, type World, writes } from "./world";

const IN_DOUBT = "was carried out is unknown";

forEachAdapter((world) => {
  const { machine, lasting } = useMachine(world);

  describe.each(KINDS)("%s", (_title, kind) => {
    const program = (inputs: Properties): Program => ({ it: { type: kind.type, inputs } });
    const acting = program({ ...kind.act, ...kind.consent });
    const begun = (requests: Parameters<typeof writes>[0]) =>
      writes(requests).filter((one) => one === `POST ${kind.call}`).length;

    /** A stack under which nothing is to be done. */
    async function atRest(overrides: Parameters<World["engine"]>[0] = {}): Promise<Engine> {
      const engine = world.engine(overrides);
      clean(await engine.up(program({ ...kind.rest, ...kind.consent })));
      return engine;
    }

    /** A run that was killed has begun it. */
    async function beginBehindOurBack(): Promise<void> {
      const { KIWIVM_API_URL, KIWIVM_API_KEY } = world.simulator.env;
      const body = new URLSearchParams({ veid: VEID, api_key: KIWIVM_API_KEY as string, ...kind.form });
      await fetch(`${KIWIVM_API_URL}${kind.call}`, { method: "POST", body });
    }

    /** A run that begins the task; it ends in two steps, each once the run has looked how far it is. */
    async function upThrough(engine: Engine): Promise<Outcome> {
      lasting(1_000_000);
      const running = engine.up(acting);
      for (const looks of [1, 3]) {
        await until(() => {
          const paths = world.simulator.requests().map(({ path }) => path);
          const sent = paths.lastIndexOf(kind.call);
          return sent >= 0 && paths.slice(sent).filter((path) => path === "/migrate/getLocations").length >= looks;
        });
        world.simulator.advance(500_000);
      }
      return running;
    }

    test("is refused without consent before anything is asked, saying what is lost", async () => {
      const engine = await atRest();
      const before = machine();
      const { result, requests } = await world.requestsDuring(async () => [
        await engine.preview(program(kind.act)),
        await engine.up(program(kind.act)),
      ]);
      for (const { errors } of result) {
        expect(errors).toEqual([expect.stringMatching(/All|all|everything/)]);
        expect(errors[0]).toContain(`${Object.keys(kind.consent)[0]}: true`);
      }
      expect(requests).toEqual([]);
      expect(machine()).toEqual(before);
    });

    test("is begun once, with KiwiVM's own words for how far it is", async () => {
      const engine = await atRest();
      world.simulator.clearRequests();
      const { result, requests } = await world.requestsDuring(() => upThrough(engine));
      const { lines } = clean(result);
      expect(begun(requests)).toBe(1);
      expect(kind.isDone(machine())).toBe(true);
      expect(lines.filter((line) => /, \d+ %, \w+/.test(line)).length).toBeGreaterThan(1);
      expect(engine.get("it").outputs).not.toHaveProperty("__vps.pending");
      await expectSettled(world, engine, acting);
      await expectSettled(world, engine, program(kind.act));
    });

    test("a machine that is busy with something else is waited for first", async () => {
      const engine = await atRest();
      world.simulator.fault({ hoster: "kiwivm", path: "/migrate/getLocations", kind: "lock", times: 3 });
      const { lines } = clean(await engine.up(acting));
      expect(lines.join("\n")).toContain("OS Reinstall: debian-13-x86_64");
    });

    test("a lock that comes in between is waited for, too", async () => {
      const engine = await atRest();
      world.simulator.fault({ hoster: "kiwivm", path: kind.call, kind: "lock", times: 2 });
      clean(await engine.up(acting));
      expect(kind.isDone(machine())).toBe(true);
    });

    test("with its answer lost is found by the lock, and followed to the end", async () => {
      const engine = await atRest();
      world.simulator.fault({ hoster: "kiwivm", path: kind.call, kind: "reset-after" });
      world.simulator.clearRequests();
      const { result, requests } = await world.requestsDuring(() => upThrough(engine));
      clean(result);
      expect(begun(requests)).toBe(1);
      expect(kind.isDone(machine())).toBe(true);
      await expectSettled(world, engine, acting);
    });

    describe.each([[false], [true]])("next run with refresh: %s", (refresh) => {
      test("lost on the way: what the machine shows decides; where nothing does, it stays in doubt", async () => {
        const engine = await atRest();
        world.simulator.fault({ hoster: "kiwivm", path: kind.call, kind: "reset-before" });
        const { result, requests } = await world.requestsDuring(async () => [
          await engine.up(acting),
          await engine.up(acting, { refresh }),
        ]);
        expect(result[0]?.errors).toEqual([expect.stringContaining(`no sign of the ${kind.task}`)]);
        expect(result[1]?.errors).toEqual(kind.isShown ? [] : [expect.stringContaining(IN_DOUBT)]);
        expect(begun(requests)).toBe(kind.isShown ? 2 : 1);
        expect(kind.isDone(machine())).toBe(kind.isShown);
        if (kind.isShown) await expectSettled(world, engine, acting);
      });

      test("after a kill in the middle: what the machine shows decides; where only a lock does, the run stops", async () => {
        const engine = await atRest();
        lasting(1_000_000);
        await beginBehindOurBack();
        world.simulator.clearRequests();
        const { result, requests } = await world.requestsDuring(async () => {
          const running = engine.up(acting);
          await until(() => world.simulator.requests().some(({ path }) => path === "/migrate/getLocations"));
          world.simulator.advance(1_000_000);
          return running;
        });
        expect(begun(requests)).toBe(0);
        expect(kind.isDone(machine())).toBe(true);
        if (kind.isShown) clean(result);
        else
          expect(result.errors).toEqual([
            expect.stringMatching(new RegExp(`by a run that was killed.*${IN_DOUBT}`, "s")),
          ]);
        const confirmed = program({ ...kind.act, ...kind.consent, confirmed: kind.act[kind.trigger] });
        const next = await world.requestsDuring(() => engine.up(kind.isShown ? acting : confirmed, { refresh }));
        clean(next.result);
        expect(begun(next.requests)).toBe(0);
        await expectSettled(world, engine, acting);
      });

      test("a lock that does not end: the wait does, and the next run goes on with it", async () => {
        const engine = await atRest();
        lasting(1_000_000);
        const hasty = world.engine({ timeoutSeconds: "0.1" });
        hasty.state = structuredClone(engine.state);
        const { result, requests } = await world.requestsDuring(async () => {
          const first = await hasty.up(acting);
          expect(hasty.get("it").outputs).toMatchObject({ __vps: { pending: { kind: kind.task } } });
          const second = await hasty.up(acting);
          world.simulator.advance(1_000_000);
          engine.state = hasty.state;
          return [first, second, await engine.up(acting, { refresh })];
        });
        for (const outcome of result.slice(0, 2)) {
          expect(outcome.errors).toEqual([
            expect.stringMatching(
              new RegExp(`Waited 0.1 s for KiwiVM to finish the ${kind.task}; last seen: .*\\d+ %`),
            ),
          ]);
        }
        expect(result[2]?.errors).toEqual([]);
        expect(begun(requests)).toBe(1);
        expect(kind.isDone(machine())).toBe(true);
        await expectSettled(world, engine, acting);
      });
    });

    test("destroy releases it without a call", async () => {
      const engine = await atRest();
      const before = machine();
      const { result, requests } = await world.requestsDuring(() => engine.destroy());
      expect(clean(result).operations).toEqual(["delete it"]);
      expect(requests).toEqual([]);
      expect(machine()).toEqual(before);
    });

    test("what a failed create has left to do still takes consent", async () => {
      const engine = world.engine();
      world.simulator.fault({ hoster: "kiwivm", path: kind.call, kind: "status", status: 400 });
      const first = kind === SAME_OS ? OS.act : kind.act;
      expect((await engine.up(program({ ...first, ...kind.consent }))).errors).toHaveLength(1);
      const { result, requests } = await world.requestsDuring(() => engine.up(program(first)));
      expect(result.errors).toEqual([expect.stringContaining(`${Object.keys(kind.consent)[0]}: must be true`)]);
      expect(begun(requests)).toBe(0);
    });
  });
});
