import type { FornexOrder } from "../../simulator";
import type { Engine, Program, Properties } from "./engine";
import { clean, expectSettled, forEachApiVersion } from "./scenario";
import { until, writes } from "./world";

const ID = "34-501";
const vps = (inputs: Properties = {}): Program => ({ vps: { type: "FornexVps", inputs: { orderId: ID, ...inputs } } });

forEachApiVersion((world) => {
  const order = () => world.simulator.state().fornex.orders[ID] as FornexOrder;
  const opens = () => order().vps?.rootPassword;
  const outputs = (engine: Engine) => engine.get("vps").outputs;
  const resets = (requests: Parameters<typeof writes>[0]) =>
    writes(requests).filter((one) => one.includes("/passwd_reset/")).length;
  const switched = (switches: Properties) => world.simulator.patch({ fornex: { switches } });
  const breakReset = (kind: "reset-after" | "reset-before" | "cut") =>
    world.simulator.fault({ hoster: "fornex", path: "/vps/*passwd_reset*", kind });

  beforeEach(() => world.simulator.patch({ fornex: { orders: { [ID]: { name: "before" }, "34-502": {} } } }));

  async function made(inputs: Properties = {}): Promise<Engine> {
    const engine = world.engine();
    clean(await engine.up(vps(inputs)));
    return engine;
  }

  describe("an order", () => {
    test("that is not there is an error, and nothing is bought", async () => {
      const { result, requests } = await world.requestsDuring(() => world.engine().up(vps({ orderId: "34-999" })));
      expect(result.errors).toEqual([expect.stringContaining("34-999 does not exist")]);
      expect(writes(requests)).toEqual([]);
    });

    test("of another kind is not there either", async () => {
      expect((await world.engine().up(vps({ orderId: "375-13" }))).errors).toHaveLength(1);
    });

    test("beyond the first page is found", async () => {
      const orders = Object.fromEntries(Array.from({ length: 120 }, (_, number) => [`34-${1000 + number}`, {}]));
      world.simulator.patch({ fornex: { orders } });
      clean(await world.engine().up(vps({ orderId: "34-1119" })));
    });

    test("needs no adopt, and is released without a call", async () => {
      const engine = await made({ powerState: "on" });
      const before = order();
      const { result, requests } = await world.requestsDuring(() => engine.destroy());
      expect(clean(result).operations).toEqual(["delete vps"]);
      expect(requests).toEqual([]);
      expect(order()).toEqual(before);
    });

    test("is kept by a rename of the resource, and changed by one resource only", async () => {
      const engine = await made();
      const renamed = { renamed: { type: "FornexVps", inputs: { orderId: ID } } };
      const { result, requests } = await world.requestsDuring(() => engine.up(renamed));
      clean(result);
      expect(writes(requests)).toEqual([]);
      expect((await world.engine().up({ ...vps(), ...renamed })).errors).toHaveLength(1);
    });

    test("of another number takes its place; the old one stays as it is", async () => {
      const engine = await made();
      const { result, requests } = await world.requestsDuring(() => engine.up(vps({ orderId: "34-502" })));
      expect(clean(result).operations).toEqual(["replace vps", "delete vps"]);
      expect(writes(requests)).toEqual([]);
      expect(engine.get("vps").id).toBe("34-502");
    });
  });

  describe.each(["expired", "blocked"])("an order that is %s, of which only the list knows", (status) => {
    const lapse = () => world.simulator.patch({ fornex: { orders: { [ID]: { status } } } });

    test("stays in the stack: a refresh says its status and warns", async () => {
      const engine = await made({ powerState: "on" });
      lapse();
      const { lines } = clean(await engine.refresh());
      expect(lines).toEqual([
        expect.stringMatching(new RegExp(`^vps: warning: Fornex lists the order as ${status} .*panel`)),
      ]);
      expect(outputs(engine)).toMatchObject({ status, powerState: "on" });
      expect(clean(await engine.up(vps({ powerState: "on" }))).operations).toEqual(["same vps"]);
      world.simulator.patch({ fornex: { orders: { [ID]: { status: "active" } } } });
      expect(clean(await engine.refresh()).lines).toEqual([]);
      expect(outputs(engine)).toMatchObject({ status: "active" });
    });

    test.each([{ powerState: "off" }, { restartTrigger: "2" }, { rootPasswordVersion: "2" }])(
      "asked for %j, says what is in the way and sends nothing",
      async (change) => {
        const before = { powerState: "on", restartTrigger: "1", rootPasswordVersion: "1" };
        const engine = await made(before);
        lapse();
        const { result, requests } = await world.requestsDuring(() => engine.up(vps({ ...before, ...change })));
        expect(result.errors).toEqual([
          expect.stringMatching(
            new RegExp(`FornexVps ${ID}: .* as ${status} .*neither started nor stopped.*pulumi up`),
          ),
        ]);
        expect(writes(requests)).toEqual([]);
        world.simulator.patch({ fornex: { orders: { [ID]: { status: "active" } } } });
        clean(await engine.up(vps({ ...before, ...change })));
        await expectSettled(world, engine, vps({ ...before, ...change }));
      },
    );

    test("can be adopted all the same", async () => {
      lapse();
      const engine = await made();
      expect(outputs(engine)).toMatchObject({ status });
    });

    test("that leaves the list meanwhile is gone", async () => {
      const engine = await made();
      world.simulator.patch({ fornex: { orders: { [ID]: null } } });
      clean(await engine.refresh());
      expect(engine.state).toEqual([]);
    });
  });

  test("an active order whose machine is not found is a contradiction: the refresh fails and keeps it", async () => {
    const engine = await made();
    world.simulator.fault({ hoster: "fornex", path: "/vps/*status*", kind: "status", status: 404 });
    expect((await engine.refresh()).errors).toEqual([
      expect.stringMatching(new RegExp(`lists order ${ID} as active, so the answers contradict each other. Run again`)),
    ]);
    expect(engine.get("vps").id).toBe(ID);
  });

  describe("rootPasswordVersion", () => {
    const program = vps({ rootPasswordVersion: "1" });

    test("sets a password at create and whenever it changes, once each", async () => {
      const { result: engine, requests } = await world.requestsDuring(() => made({ rootPasswordVersion: "1" }));
      expect(resets(requests)).toBe(1);
      const first = opens();
      expect(outputs(engine)).toMatchObject({ rootPassword: first, rootPasswordStatus: "set" });
      expect(outputs(engine)).not.toHaveProperty("__vps.pending");
      await expectSettled(world, engine, program);
      clean(await engine.up(vps({ rootPasswordVersion: "2" })));
      expect(opens()).not.toBe(first);
      expect(outputs(engine).rootPassword).toBe(opens());
      await expectSettled(world, engine, vps({ rootPasswordVersion: "2" }));
    });

    test("after a run that was killed, sets another one: of the first one nothing is known", async () => {
      const engine = await made({ rootPasswordVersion: "1" });
      const killed = world.engine();
      killed.state = structuredClone(engine.state);
      clean(await killed.up(vps({ rootPasswordVersion: "2" })));
      const lost = opens();
      clean(await engine.up(vps({ rootPasswordVersion: "2" })));
      expect(opens()).not.toBe(lost);
      expect(outputs(engine)).toMatchObject({ rootPassword: opens(), rootPasswordStatus: "set" });
    });

    test("taken out and given again is recorded, as when first given", async () => {
      const engine = await made({ rootPasswordVersion: "1" });
      const { requests } = await world.requestsDuring(async () => {
        clean(await engine.up(vps()));
        clean(await engine.up(vps({ rootPasswordVersion: "2" })));
      });
      expect(resets(requests)).toBe(0);
      expect(outputs(engine)).toMatchObject({ rootPassword: opens() });
    });

    test("given later for the first time is only recorded", async () => {
      const engine = await made();
      const { requests } = await world.requestsDuring(async () => clean(await engine.up(program)));
      expect(resets(requests)).toBe(0);
      await expectSettled(world, engine, program);
    });

    describe.each([[false], [true]])("next run with refresh: %s", (refresh) => {
      test.each(["reset-after", "reset-before", "cut"] as const)(
        "an answer lost (%s): unknown is said, and only a new version resets again",
        async (kind) => {
          const engine = await made({ rootPasswordVersion: "1" });
          const known = opens();
          breakReset(kind);
          const { result, requests } = await world.requestsDuring(async () => {
            const lost = await engine.up(vps({ rootPasswordVersion: "2" }));
            return [lost, await engine.up(vps({ rootPasswordVersion: "2" }), { refresh })];
          });
          expect(result[0]?.errors).toEqual([expect.stringMatching(/unknown.*rootPasswordVersion/s)]);
          expect(result[1]?.errors).toEqual([]);
          expect(resets(requests)).toBe(1);
          expect(outputs(engine)).toMatchObject({ rootPassword: known, rootPasswordStatus: "unknown" });
          await expectSettled(world, engine, vps({ rootPasswordVersion: "2" }));
          world.simulator.advance(1_000);
          clean(await engine.up(vps({ rootPasswordVersion: "3" }), { refresh }));
          expect(outputs(engine)).toMatchObject({ rootPassword: opens(), rootPasswordStatus: "set" });
        },
      );

      test("an answer lost at create keeps the resource, says unknown, and does not reset again", async () => {
        breakReset("reset-after");
        const engine = world.engine();
        const { requests } = await world.requestsDuring(async () => {
          expect((await engine.up(program)).errors).toHaveLength(1);
          clean(await engine.up(program, { refresh }));
        });
        expect(resets(requests)).toBe(1);
        expect(outputs(engine)).toMatchObject({ rootPasswordStatus: "unknown" });
        expect(outputs(engine)).not.toHaveProperty("rootPassword");
      });

      test("a job that ends in error keeps the old password and the new one, marked; the next run resets again", async () => {
        const engine = await made({ rootPasswordVersion: "1" });
        const known = opens();
        switched({ jobs: "error" });
        const { errors } = await engine.up(vps({ rootPasswordVersion: "2" }));
        expect(errors).toEqual([expect.stringMatching(/job \d+ ended in error\. Fornex says Set root password: /)]);
        expect(outputs(engine)).toMatchObject({
          rootPassword: known,
          rootPasswordTried: expect.any(String),
          rootPasswordStatus: "failed",
        });
        expect(errors.join()).not.toContain(outputs(engine).rootPasswordTried);
        switched({ jobs: "done" });
        clean(await engine.up(vps({ rootPasswordVersion: "2" }), { refresh }));
        expect(outputs(engine)).toMatchObject({ rootPassword: opens(), rootPasswordStatus: "set" });
        expect(outputs(engine)).not.toHaveProperty("rootPasswordTried");
        await expectSettled(world, engine, vps({ rootPasswordVersion: "2" }));
      });

      test("a job that takes too long is waited for by its number, not begun again", async () => {
        const engine = await made();
        clean(await engine.up(program));
        switched({ jobs: "stuck" });
        const hasty = world.engine({ timeoutSeconds: "0.05" });
        hasty.state = engine.state;
        const { result, requests } = await world.requestsDuring(async () => {
          const first = await hasty.up(vps({ rootPasswordVersion: "2" }));
          const [log = ""] =
            Object.entries(order().vps?.log ?? {}).find(([, { outcome }]) => outcome === "stuck") ?? [];
          // Fornex shows it this once, so it is in the stack before the job is polled.
          expect(outputs(hasty)).toMatchObject({
            __vps: {
              pending: { kind: "rootPassword", job: Number(log), finished: { rootPassword: expect.any(String) } },
            },
          });
          world.simulator.patch({ fornex: { orders: { [ID]: { vps: { log: { [log]: { outcome: "done" } } } } } } });
          world.simulator.advance(10_000);
          engine.state = hasty.state;
          return [first, await engine.up(vps({ rootPasswordVersion: "2" }), { refresh })];
        });
        expect(result[0]?.errors).toEqual([
          expect.stringMatching(/0\.05 s.*last seen: Fornex says Set root password: Resetting root password/s),
        ]);
        expect(result[1]?.errors).toEqual([]);
        expect(resets(requests)).toBe(1);
        expect(outputs(engine)).toMatchObject({ rootPassword: opens(), rootPasswordStatus: "set" });
        await expectSettled(world, engine, vps({ rootPasswordVersion: "2" }));
      });
    });
  });

  describe("power", () => {
    const restarts = (requests: Parameters<typeof writes>[0]) =>
      writes(requests).filter((one) => /restart|hard_reset/.test(one));

    test.each([
      ["graceful", "restart"],
      ["hard", "hard_reset"],
    ])("a restart is %s by %s, once when the trigger changes", async (restartMode, call) => {
      const engine = await made({ restartMode, restartTrigger: "1" });
      const { requests } = await world.requestsDuring(async () =>
        clean(await engine.up(vps({ restartMode, restartTrigger: "2" }))),
      );
      expect(restarts(requests)).toEqual([expect.stringContaining(`/${call}/`)]);
      await expectSettled(world, engine, vps({ restartMode, restartTrigger: "2" }));
    });

    test("a restart of a stopped VPS is recorded without a call or a word", async () => {
      const engine = await made({ powerState: "off", restartTrigger: "1" });
      const program = vps({ powerState: "off", restartTrigger: "2" });
      const { result, requests } = await world.requestsDuring(() => engine.up(program));
      expect(clean(result).lines).toEqual([
        expect.stringMatching("^vps: restartTrigger: restarts the machine if it is running"),
      ]);
      expect(writes(requests)).toEqual([]);
      await expectSettled(world, engine, program);
    });

    test("a restart of a VPS that is started in the same run is recorded: one start, no restart", async () => {
      const engine = await made({ powerState: "off", restartTrigger: "1" });
      const program = vps({ powerState: "on", restartTrigger: "2" });
      const { requests } = await world.requestsDuring(async () => clean(await engine.up(program)));
      expect(writes(requests)).toEqual([expect.stringContaining("start")]);
      expect(restarts(requests)).toEqual([]);
      await expectSettled(world, engine, program);
    });

    test.each(["reset-after", "reset-before"] as const)(
      "a restart whose answer is lost (%s) is not repeated",
      async (kind) => {
        const engine = await made({ restartTrigger: "1" });
        world.simulator.fault({ hoster: "fornex", path: "/vps/*restart*", kind });
        const { requests } = await world.requestsDuring(async () => {
          expect((await engine.up(vps({ restartTrigger: "2" }))).errors).toEqual([
            expect.stringContaining("change restartTrigger"),
          ]);
          clean(await engine.up(vps({ restartTrigger: "2" })));
        });
        expect(restarts(requests)).toHaveLength(1);
      },
    );

    test("a restart is done once more after a run that was killed: Fornex shows no sign of the first", async () => {
      const engine = await made({ restartTrigger: "1" });
      const killed = world.engine();
      killed.state = structuredClone(engine.state);
      const { requests } = await world.requestsDuring(async () => {
        clean(await killed.up(vps({ restartTrigger: "2" })));
        // In 0.1 a restart is over for us once the status says "on", which may be before its job is.
        world.simulator.advance(1_000);
        clean(await engine.up(vps({ restartTrigger: "2" })));
      });
      expect(restarts(requests)).toHaveLength(2);
      await expectSettled(world, engine, vps({ restartTrigger: "2" }));
    });

    test("a refused restart is asked for again", async () => {
      const engine = await made({ restartTrigger: "1" });
      world.simulator.fault({ hoster: "fornex", path: "/vps/*restart*", kind: "status", status: 400 });
      expect((await engine.up(vps({ restartTrigger: "2" }))).errors).toHaveLength(1);
      const { requests } = await world.requestsDuring(async () => clean(await engine.up(vps({ restartTrigger: "2" }))));
      expect(restarts(requests)).toHaveLength(1);
    });

    test("that was changed behind our back to what the program now says is no call", async () => {
      const engine = await made({ powerState: "on" });
      world.simulator.patch({ fornex: { orders: { [ID]: { vps: { power: "off" } } } } });
      const { requests } = await world.requestsDuring(async () => clean(await engine.up(vps({ powerState: "off" }))));
      expect(writes(requests)).toEqual([]);
    });

    test.each(["done", "error", "refused"] as const)(
      "stays right where a redundant call is %s",
      async (redundantPower) => {
        switched({ redundantPower });
        const engine = await made({ powerState: "on" });
        clean(await engine.up(vps({ powerState: "off" })));
        expect(order().vps?.power).toBe("off");
        await expectSettled(world, engine, vps({ powerState: "off" }));
      },
    );
  });

  if (world.apiVersion === "2") {
    test("name and tags mean the same with space around them", async () => {
      const spaced = { name: " web ", tags: ["b ", "a", " b"] };
      const engine = await made(spaced);
      expect(order()).toMatchObject({ name: "web" });
      await expectSettled(world, engine, vps(spaced));
      await expectSettled(world, engine, vps({ name: "web", tags: ["a", "b"] }));
    });

    test.each([{ name: " " }, { tags: ["a", " "] }])("%j is refused before anything is sent", async (inputs) => {
      const { result, requests } = await world.requestsDuring(() => world.engine().up(vps(inputs)));
      expect(result.errors).toEqual([expect.stringMatching(/(name|tags\.1): must not be empty/)]);
      expect(requests).toEqual([]);
    });

    test("a restart whose job ends in error says so, and is asked for again", async () => {
      const engine = await made({ restartTrigger: "1" });
      switched({ jobs: "error" });
      expect((await engine.up(vps({ restartTrigger: "2" }))).errors).toEqual([
        expect.stringMatching(/job \d+ ended in error\. Fornex says Restart: /),
      ]);
      expect(outputs(engine)).not.toHaveProperty("__vps.pending");
      switched({ jobs: "done" });
      const { requests } = await world.requestsDuring(async () => clean(await engine.up(vps({ restartTrigger: "2" }))));
      expect(writes(requests)).toEqual([expect.stringContaining("restart")]);
    });

    test("a power job that ends in error says so, and is asked for again", async () => {
      const engine = await made({ powerState: "on" });
      switched({ jobs: "error" });
      expect((await engine.up(vps({ powerState: "off" }))).errors).toEqual([
        expect.stringMatching(/job \d+ ended in error\. Fornex says Stop: /),
      ]);
      expect(outputs(engine)).not.toHaveProperty("__vps.pending");
      switched({ jobs: "done" });
      clean(await engine.up(vps({ powerState: "off" })));
      expect(order().vps?.power).toBe("off");
    });
  }
});

// At a real pace, so that the restart is under way until the test says otherwise.
forEachApiVersion(
  (world) => {
    test("a restart names no job, so the status is waited for", async () => {
      const engine = world.engine();
      clean(await engine.up(vps({ orderId: "34-177054", restartTrigger: "1" })));
      world.simulator.patch({ fornex: { switches: { statusWhileBusy: "unknown" } } });
      const updated = engine.up(vps({ orderId: "34-177054", restartTrigger: "2" }));
      const isRestart = ({ path }: { path: string }) => path.includes("/restart/");
      const looks = () => {
        const requests = world.simulator.requests();
        return requests.length - 1 - requests.findIndex(isRestart);
      };
      await until(() => world.simulator.requests().some(isRestart) && looks() > 1);
      world.simulator.advance(60);
      const { lines } = clean(await updated);
      expect(lines.slice(-2)).toEqual([expect.stringContaining("says unknown"), expect.stringContaining("says on")]);
    });
  },
  ["0.1"],
  1,
);
