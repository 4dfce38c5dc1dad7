import { useSimulator } from "./support";

const world = useSimulator();
const { kiwivm } = world;

const machine = () => world.simulator.state().kiwivm.machines["111141"];
const patchMachine = (part: object) => world.simulator.patch({ kiwivm: { machines: { "111141": part } } });
const addresses = async (): Promise<string[]> => (await kiwivm("getServiceInfo")).ip_addresses;
const refusal = async (call: string, fields?: Record<string, string>) => {
  const { error, message } = await kiwivm(call, fields);
  expect([error > 0, message]).toEqual([true, expect.any(String)]);
};

describe("IPv6 subnets of a new node", () => {
  test("given, up to the plan's number; never the same twice", async () => {
    patchMachine({ plan_max_ipv6s: 2 });
    const { assigned_subnet, ...rest } = await kiwivm("ipv6/add");
    expect(rest).toEqual({ error: 0 });
    const subnet = assigned_subnet.replace("/64", "");
    expect((await addresses())[3]).toBe(subnet);
    await refusal("ipv6/add");
    expect(await kiwivm("ipv6/delete", { ip: assigned_subnet })).toEqual({ error: 0 });
    expect(await addresses()).not.toContain(subnet);
    expect((await kiwivm("ipv6/add")).assigned_subnet).not.toBe(assigned_subnet);
  });

  test("released in any spelling, PTRs with them", async () => {
    await kiwivm("setPTR", { ip: "2001:db8:1:2::5", ptr: "six.example.com" });
    expect(await kiwivm("ipv6/delete", { ip: "2001:0DB8:1:2:0::" })).toEqual({ error: 0 });
    const { ip_addresses, ptr } = await kiwivm("getServiceInfo");
    expect(ip_addresses).toEqual(["203.0.113.21", "203.0.113.22"]);
    expect(ptr).toEqual({ "203.0.113.21": "ns1.my.server.com", "203.0.113.22": null });
  });

  test("not where there is no IPv6", async () => {
    patchMachine({ location_ipv6_ready: false, plan_max_ipv6s: 9 });
    await refusal("ipv6/add");
  });
});

describe("IPv6 addresses of an old node", () => {
  beforeEach(() => {
    world.simulator.patch({ kiwivm: { switches: { nodeAge: "old" } } });
    patchMachine({ plan_max_ipv6s: 3, ip_addresses: ["203.0.113.21"] });
  });

  test("the first one is given, the others are chosen within its /64", async () => {
    await refusal("ipv6/add", { ip: "2001:db8:9::1" });
    const first = await kiwivm("ipv6/add", { ip: "" });
    expect(first).toEqual({ error: 0, ip: expect.stringMatching(/::$/) });
    await refusal("ipv6/add");
    await refusal("ipv6/add", { ip: "2001:db8:9::1" });
    const second = `${first.ip}5`;
    expect(await kiwivm("ipv6/add", { ip: second })).toEqual({ error: 0, ip: second });
    await refusal("ipv6/add", { ip: second });
    expect(await addresses()).toEqual(["203.0.113.21", first.ip, second]);
    expect((await kiwivm("ipv6/add", { ip: `${first.ip}6` })).error).toBe(0);
    await refusal("ipv6/add", { ip: `${first.ip}7` });
  });

  test("one is released without the others", async () => {
    const { ip } = await kiwivm("ipv6/add");
    await kiwivm("ipv6/add", { ip: `${ip}5` });
    await kiwivm("setPTR", { ip, ptr: "a.example" });
    await kiwivm("setPTR", { ip: `${ip}5`, ptr: "b.example" });
    expect(await kiwivm("ipv6/delete", { ip: `${ip}5` })).toEqual({ error: 0 });
    expect(machine()?.ip_addresses).toEqual(["203.0.113.21", ip]);
    expect(machine()?.ptr).toEqual({ "203.0.113.21": "ns1.my.server.com", [ip]: "a.example" });
  });
});

test.each(["203.0.113.21", "2001:db8:1:3::", "2001:db8:1:2::5", "web"])("%s cannot be released", async (ip) => {
  await refusal("ipv6/delete", { ip });
  expect(await addresses()).toHaveLength(3);
});

test("ipv6/delete needs an address", async () => expect((await kiwivm("ipv6/delete")).error).toBe(700001));

describe("migration", () => {
  beforeEach(() => world.simulator.patch({ kiwivm: { settings: { migrateAnswerSeconds: 0 } } }));

  test("locations: where it is, and where it could be", async () => {
    expect(await kiwivm("migrate/getLocations")).toEqual({
      error: 0,
      currentLocation: "USFL_1",
      locations: ["USCA_2", "EUNL_3", "JPOS_1"],
      descriptions: {
        USCA_2: "US: Los Angeles, California",
        EUNL_3: "EU: Amsterdam, The Netherlands",
        JPOS_1: "JP: Osaka, Japan",
      },
      dataTransferMultipliers: { USCA_2: 1, EUNL_3: 1, JPOS_1: 2 },
    });
  });

  test("nowhere to go: empty maps are lists", async () => {
    world.simulator.patch({ kiwivm: { locations: { USCA_2: null, EUNL_3: null, JPOS_1: null } } });
    expect(await kiwivm("migrate/getLocations")).toMatchObject({
      locations: [],
      descriptions: [],
      dataTransferMultipliers: [],
    });
  });

  test("locked to the end, then elsewhere with new IPv4 addresses and without IPv6", async () => {
    // So long that no percent passes by itself.
    world.simulator.patch({ kiwivm: { settings: { migrateSeconds: 90_000 } } });
    const started = await kiwivm("migrate/start", { location: "JPOS_1" });
    expect(started).toEqual({
      error: 0,
      notificationEmail: "customer@example.com",
      newIps: [expect.stringMatching(/^198\.51\.100\./), expect.stringMatching(/^198\.51\.100\./)],
    });
    const percents = [];
    for (const seconds of [0, 45_000, 43_500]) {
      world.simulator.advance(seconds);
      const { error, additionalErrorInfo, additionalLockingInfo } = await kiwivm("migrate/getLocations");
      expect([error, additionalErrorInfo]).toEqual([788888, "Migration: JPOS_1"]);
      percents.push(additionalLockingInfo.completed_percent);
    }
    expect(percents).toEqual([0, 50, 98]);
    expect(machine()?.ip_addresses).toContain("203.0.113.21");
    world.simulator.advance(1_500);
    expect((await kiwivm("migrate/getLocations")).currentLocation).toBe("JPOS_1");
    const [first, second] = started.newIps;
    expect(await kiwivm("getServiceInfo")).toMatchObject({
      node_location: "Japan",
      node_location_id: "JPOS_1",
      location_ipv6_ready: false,
      monthly_data_multiplier: 2,
      ip_addresses: [first, second],
    });
    expect(machine()?.ptr).toEqual({});
    expect(first).not.toBe(second);
  });

  test.each(["USFL_1", "MOON_1", ""])("not to %j", async (location) => {
    await refusal("migrate/start", { location });
    expect(machine()?.lock).toBeNull();
  });

  test("not without a location", async () => expect((await kiwivm("migrate/start")).error).toBe(700001));

  test("begun although the answer never came", async () => {
    world.simulator.fault({ hoster: "kiwivm", kind: "reset-after", path: "/migrate/start" });
    await expect(kiwivm("migrate/start", { location: "USCA_2" })).rejects.toThrow();
    expect((await kiwivm("migrate/getLocations")).error).toBe(788888);
  });
});
