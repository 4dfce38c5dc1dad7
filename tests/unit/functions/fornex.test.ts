import { VpsError } from "../../../provider/errors/vpsError";
import { functions } from "../../../provider/functions";
import { callFunction } from "../../../provider/functions/call";
import { failureOf } from "../support/errors";
import { useHttpServer } from "../support/httpServer";
import { offlineRun } from "../support/run";

const server = useHttpServer();
const run = (fornexApiVersion: "2" | "0.1" = "2") => offlineRun({ fornexUrl: server.url, fornexApiVersion });
const urls = () => server.received.map(({ url }) => url);

describe("statistics have one shape", () => {
  const args = { orderId: "34-177054", field: "traffic", start: "2015-11-16", end: "2015-11-17" };
  const incoming = {
    name: "Incoming",
    points: [
      { time: 1447687200000, value: 61410.9215552 },
      { time: 1447687500000, value: undefined },
      { time: 1447687800000, value: 67115.7455904 },
    ],
  };

  test("from API version 0.1, whose values have a place but no time (seed 003)", async () => {
    const series = {
      color: "#60B5FF",
      data: [61410.9215552, null, "67115.7455904"],
      name: "Incoming",
      pointEnd: 1447773600000,
      pointInterval: 300000,
      pointStart: 1447687200000,
    };
    server.answers({ body: { series: [series], subtitle: "November 16" } });
    expect(await callFunction(functions.getFornexVpsStats, run("0.1"), args)).toEqual({
      subtitle: "November 16",
      series: [incoming],
    });
    expect(urls()).toEqual(["/vps_stat/34-177054/traffic/2015-11-16--2015-11-17.json?apikey=simulated.0123"]);
  });

  test("from API version 2, whose values come with their time", async () => {
    const data = incoming.points.map(({ time, value }) => [time, value ?? null]);
    server.answers({ body: { series: [{ name: "Incoming", data }], subtitle: "November 16" } });
    expect((await callFunction(functions.getFornexVpsStats, run(), args)).series).toEqual([incoming]);
    expect(urls()).toEqual(["/vps/34-177054/stats/traffic/?start=2015-11-16&end=2015-11-17"]);
  });

  test("without times, API version 2 decides, and 0.1 gets yesterday and today", async () => {
    jest.useFakeTimers({
      now: Date.parse("2026-03-01T00:00:00Z"),
      doNotFake: ["setTimeout", "setImmediate", "nextTick"],
    });
    server.answers({ body: { series: [] } });
    const { start, end, ...rest } = args;
    await callFunction(functions.getFornexVpsStats, run(), rest);
    await callFunction(functions.getFornexVpsStats, run("0.1"), rest);
    jest.useRealTimers();
    expect(urls().map((url) => url.replace(/\?apikey.*/, ""))).toEqual([
      "/vps/34-177054/stats/traffic/",
      "/vps_stat/34-177054/traffic/2026-02-28--2026-03-01.json",
    ]);
  });

  test.each(["2026-02-31", "2026-13-01", "26-01-31", "yesterday"])("%s is no day: nothing is asked", async (start) => {
    const { message } = await failureOf(callFunction(functions.getFornexVpsStats, run(), { ...args, start }), VpsError);
    expect(message).toBe("start: must be a day, such as 2026-01-31, or relative, such as -1h or now");
    expect(urls()).toEqual([]);
  });

  test("times relative to now are API version 2's", async () => {
    server.answers({ body: { series: [] } });
    await callFunction(functions.getFornexVpsStats, run(), { ...args, start: "-1h", end: "now" });
    const { message } = await failureOf(
      callFunction(functions.getFornexVpsStats, run("0.1"), { ...args, start: "-1h" }),
      VpsError,
    );
    expect(message).toBe("start: must be a day, such as 2026-01-31, in Fornex's API version 0.1");
    expect(urls()).toHaveLength(1);
  });
});

describe("what API version 0.1 alone has is asked in it, whatever is set", () => {
  const { getFornexPlans, getFornexVpsStats, getFornexVpnConfig } = functions;
  const inodes = { orderId: "34-1", field: "inodes", start: "2026-01-01", end: "2026-01-02" };
  const vpn = { orderId: "301-12312", protocol: "udp" };
  type Ask = () => Promise<object>;

  test.each<[string, Ask, object | string, string]>([
    ["plans of VPNs", () => callFunction(getFornexPlans, run("2"), { kind: "vpn" }), [], "/plans/vpn"],
    [
      "inodes",
      () => callFunction(getFornexVpsStats, run("2"), inodes),
      { series: [] },
      "/vps_stat/34-1/inodes/2026-01-01--2026-01-02.json",
    ],
    [
      "configurations of VPNs",
      () => callFunction(getFornexVpnConfig, run("2"), vpn),
      "client",
      "/vpn/301-12312/config-udp.ovpn",
    ],
  ])("%s", async (_, ask, body, path) => {
    server.answers({ body });
    await ask();
    expect(urls()).toEqual([`${path}?apikey=simulated.0123`]);
    expect(server.received[0]?.headers.authorization).toBeUndefined();
  });
});

test("locations are codes, however an API version writes them", async () => {
  const plans = [
    { location: "DE" },
    {
      locations: [
        ["DE", "Germany"],
        ["NL", "Netherlands"],
      ],
    },
    { available_locations: ["RU"] },
  ];
  server.answers({ body: plans });
  const found = await callFunction(functions.getFornexPlans, run(), { kind: "dedicated" });
  expect(found.plans.map(({ locations }) => locations)).toEqual([["DE"], ["DE", "NL"], ["RU"]]);
});

test("records are filtered by type in both API versions", async () => {
  const records = [
    { id: 1, type: "A" },
    { id: 2, type: "MX" },
  ];
  server.answers({ body: { entry_set: records } });
  const old = await callFunction(functions.getFornexDnsRecords, run("0.1"), { domain: "example.com", type: "MX" });
  expect(old.records.map(({ recordId }) => recordId)).toEqual([2]);
  server.answers({ body: records.slice(1) });
  await callFunction(functions.getFornexDnsRecords, run(), { domain: "example.com", type: "MX" });
  expect(urls()[1]).toBe("/dns/domain/example.com/entry_set/?type=MX");
});
