import { connect } from "node:net";
import { startSimulator } from "../../simulator";
import { send } from "./support";

test("env points at the simulator", async () => {
  const simulator = await startSimulator();
  expect(simulator.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(simulator.env).toEqual({
    VPS_API_TOKEN: expect.stringMatching(/^vps_\w+$/),
    VPS_API_URL: `${simulator.url}/vpsorg/api/v1`,
    FORNEX_API_KEY: expect.stringMatching(/^\w+\.\w+$/),
    FORNEX_BASE_URL: `${simulator.url}/fornex/api`,
    KIWIVM_VEID: "111141",
    KIWIVM_API_KEY: expect.stringMatching(/^private_[a-z0-9]{24}$/),
    KIWIVM_API_URL: `${simulator.url}/kiwivm/v1`,
    AIRVPN_API_KEY: expect.stringMatching(/^\w{32}$/),
    AIRVPN_API_URL: `${simulator.url}/airvpn/api`,
    VPS_POLL_SECONDS: "5",
  });
  await simulator.close();
});

test.each([
  [10, "0.5"],
  [60, "0.083"],
  [1000, "0.05"],
])("speed %d polls every %s seconds", async (speed, seconds) => {
  const simulator = await startSimulator({ speed });
  expect(simulator.env.VPS_POLL_SECONDS).toBe(seconds);
  await simulator.close();
});

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])("speed %d is refused", async (speed) => {
  await expect(startSimulator({ speed })).rejects.toThrow("speed");
});

test("an unknown world is refused", async () => {
  // @ts-expect-error: programs without types can say anything
  await expect(startSimulator({ world: "flat" })).rejects.toThrow("default, seeds");
});

test("reset goes back to the world it began with", async () => {
  const simulator = await startSimulator({ world: "seeds" });
  const before = simulator.state();
  simulator.patch({ vpsorg: null, fornex: null, kiwivm: null });
  expect(simulator.state()).not.toEqual(before);
  simulator.reset();
  expect(simulator.state()).toEqual(before);
  await simulator.close();
});

test("two simulators share nothing", async () => {
  const [one, two] = await Promise.all([startSimulator(), startSimulator()]);
  const untouched = two.state();
  one.patch({
    vpsorg: { servers: { "1": {} }, switches: { uuidIds: true } },
    fornex: { domains: { "a.example": {} } },
  });
  one.fault({ hoster: "fornex", kind: "status", times: 9 });
  one.advance(1_000_000);
  await send("GET", `${one.url}/fornex/api/account/info`);
  expect(two.state()).toEqual(untouched);
  expect(two.requests()).toEqual([]);
  expect((await send("GET", `${two.url}/fornex/api/account/info`)).status).toBe(401);
  await Promise.all([one.close(), two.close()]);
});

test("a taken port is an error", async () => {
  const simulator = await startSimulator();
  const port = Number(new URL(simulator.url).port);
  await expect(startSimulator({ port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  await simulator.close();
});

test("close does not wait for idle connections, nor for slow answers", async () => {
  const simulator = await startSimulator();
  const idle = connect(Number(new URL(simulator.url).port), "127.0.0.1");
  idle.on("error", () => {});
  const idleEnded = new Promise((resolve) => idle.on("close", resolve));
  await send("GET", `${simulator.url}/_simulator/state`); // fetch keeps this one alive

  simulator.fault({ hoster: "fornex", kind: "slow", delayMs: 600_000 });
  const slow = send("GET", `${simulator.url}/fornex/api/account/info`);
  slow.catch(() => {});
  while (simulator.requests().length === 0) await new Promise(setImmediate);

  await simulator.close();
  await idleEnded;
  await expect(slow).rejects.toThrow();
});

test("paths of no hoster", async () => {
  const simulator = await startSimulator();
  for (const path of ["/", "/vpsorg", "/kiwivm", "/airvpn", "//", "/vpsorg/api/v10/servers/"]) {
    const { status, json } = await send("GET", simulator.url + path);
    expect([status, json]).toEqual([404, { detail: "Not found." }]);
  }
  expect(simulator.requests()).toEqual([]);
  await simulator.close();
});
