import { useSimulator } from "./support";

const world = useSimulator();
const { kiwivm } = world;

const power = () => world.simulator.state().kiwivm.machines["111141"]?.power;
const patchMachine = (part: object) => world.simulator.patch({ kiwivm: { machines: { "111141": part } } });
const set = (settings: object) => world.simulator.patch({ kiwivm: { settings } });
const status = async () => (await kiwivm("getLiveServiceInfo")).ve_status;

beforeEach(() => set({ liveSeconds: 0 }));

test("stopped: it runs until it has stopped", async () => {
  expect(await kiwivm("stop")).toEqual({ error: 0 });
  expect(await status()).toBe("running");
  world.simulator.advance(20);
  expect(await status()).toBe("stopped");
  expect(power()).toEqual({ status: "stopped", next: null, boots: 1, stuck: false });
});

test("started: it starts until it runs", async () => {
  patchMachine({ power: { status: "stopped" } });
  expect(await kiwivm("start")).toEqual({ error: 0, is_mounted: expect.any(Number) });
  expect(await status()).toBe("starting");
  world.simulator.advance(20);
  expect(await status()).toBe("running");
  expect(power()?.boots).toBe(2);
});

test("restarted", async () => {
  expect(await kiwivm("restart")).toEqual({ error: 0 });
  expect(await status()).toBe("starting");
  world.simulator.advance(20);
  expect(await status()).toBe("running");
  expect(power()?.boots).toBe(2);
});

test("a machine that hangs is only killed, at once", async () => {
  patchMachine({ power: { stuck: true } });
  expect(await kiwivm("stop")).toEqual({ error: 0 });
  expect(await kiwivm("restart")).toEqual({ error: 0 });
  world.simulator.advance(1000);
  expect(await status()).toBe("running");
  expect(power()?.boots).toBe(1);
  expect(await kiwivm("kill")).toEqual({ error: 0 });
  expect(await status()).toBe("stopped");
  await kiwivm("start");
  world.simulator.advance(20);
  expect(await kiwivm("stop")).toEqual({ error: 0 });
  world.simulator.advance(20);
  expect(await status()).toBe("stopped");
});

test("a suspended machine is not started", async () => {
  patchMachine({ suspended: true, power: { status: "stopped" } });
  expect((await kiwivm("start")).error).toBeGreaterThan(0);
  expect(power()?.status).toBe("stopped");
});

test("durations are settings, and the machine can be stopped behind everybody's back", async () => {
  set({ stopSeconds: 0, startSeconds: 0 });
  await kiwivm("stop");
  expect(await status()).toBe("stopped");
  await kiwivm("start");
  expect(await status()).toBe("running");
  patchMachine({ power: { status: "stopped" } });
  expect(await status()).toBe("stopped");
});

test.each(["start", "stop", "restart", "kill"])("%s is refused while the machine is locked", async (call) => {
  patchMachine({ lock: {} });
  expect((await kiwivm(call)).error).toBe(788888);
  expect(power()).toMatchObject({ next: null, boots: 1 });
});
