import { send, useSimulator } from "./support";

const world = useSimulator();
const { kiwivm } = world;

const machine = () => world.simulator.state().kiwivm.machines["111141"];
const patchMachine = (part: object) => world.simulator.patch({ kiwivm: { machines: { "111141": part } } });
const OTHER = { veid: "222252", api_key: "private_simulated000000000222252" };

describe("KiwiVM transport", () => {
  const key = () => ({ veid: "111141", api_key: world.simulator.env.KIWIVM_API_KEY ?? "" });
  const url = (call: string) => `${world.simulator.env.KIWIVM_API_URL}/${call}`;

  test("GET, form POST and multipart POST are one", async () => {
    const body = new FormData();
    for (const [name, value] of Object.entries(key())) body.set(name, value);
    const replies = [
      await (await fetch(`${url("getServiceInfo")}?${new URLSearchParams(key())}`)).json(),
      await (await fetch(url("getServiceInfo"), { method: "POST", body: new URLSearchParams(key()) })).json(),
      await (await fetch(url("getServiceInfo"), { method: "POST", body })).json(),
      await (await fetch(`${url("getServiceInfo")}?veid=111141`, { method: "POST", body })).json(),
    ];
    for (const reply of replies) expect(reply).toMatchObject({ error: 0, hostname: "my.server.com" });
  });

  test("a multipart body as curl sends it", async () => {
    const lines = Object.entries(key()).flatMap(([name, value]) => [
      "--------------------------d74496d66958873e",
      `Content-Disposition: form-data; name="${name}"`,
      "",
      value,
    ]);
    const reply = await fetch(url("snapshot/list"), {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=------------------------d74496d66958873e" },
      body: [...lines, "--------------------------d74496d66958873e--", ""].join("\r\n"),
    });
    expect(await reply.json()).toEqual({ error: 0, snapshots: [] });
  });

  test("a doubled slash is tolerated, a JSON body is not read", async () => {
    expect(await kiwivm("/snapshot//list")).toMatchObject({ error: 0 });
    const reply = await send("POST", url("getServiceInfo"), { json: key() });
    expect(JSON.parse(reply.text).error).toBe(700001);
  });

  test("200 and text/plain, whatever happened", async () => {
    const good = await send("GET", `${url("getServiceInfo")}?${new URLSearchParams(key())}`);
    const bad = await send("GET", `${url("getServiceInfo")}?veid=111141&api_key=private_wrong`);
    for (const { status, headers } of [good, bad]) {
      expect([status, headers.get("content-type")]).toEqual([200, "text/plain;charset=UTF-8"]);
    }
  });

  test("slashes and letters are escaped as PHP does", async () => {
    patchMachine({ hostname: "a/ü" });
    const { text } = await send("GET", `${url("getServiceInfo")}?${new URLSearchParams(key())}`);
    expect(text).toContain('"hostname":"a\\/\\u00fc"');
  });

  test.each<[number, Record<string, string>]>([
    [700001, {}],
    [700001, { veid: "111141" }],
    [700001, { api_key: "private_simulated000000000111141" }],
    [700005, { veid: "111141", api_key: "private_wrong" }],
    [700005, { veid: "999999", api_key: "private_simulated000000000111141" }],
    [700005, { veid: "222252", api_key: "private_simulated000000000111141" }],
  ])("error %d for %j", async (code, fields) => {
    const { status, text } = await send("POST", url("getServiceInfo"), { form: fields });
    expect([status, JSON.parse(text)]).toEqual([200, { error: code, message: expect.any(String) }]);
  });

  test("an unknown call", async () => {
    expect(await kiwivm("noSuchCall")).toEqual({ error: expect.any(Number), message: "API:invalidrequest" });
  });

  test("machines are strangers to each other, and one can be patched in", async () => {
    expect((await kiwivm("getServiceInfo", OTHER)).hostname).toBe("other.server.com");
    world.simulator.patch({ kiwivm: { machines: { "333": { apiKey: "private_own", hostname: "third" } } } });
    expect((await kiwivm("getServiceInfo", { veid: "333", api_key: "private_own" })).hostname).toBe("third");
    world.simulator.patch({ kiwivm: { machines: { "333": null } } });
    expect((await kiwivm("getServiceInfo", { veid: "333", api_key: "private_own" })).error).toBe(700005);
  });

  test("never a key in the log, wherever it travelled", async () => {
    world.simulator.patch({ kiwivm: { machines: { "333": { apiKey: "private_own" } } } });
    await kiwivm("getServiceInfo");
    await send("GET", `${url("getServiceInfo")}?veid=333&api_key=private_own`);
    await send("GET", `${url("private_own")}?${new URLSearchParams(key())}`, {
      headers: { "user-agent": "private_own" },
    });
    const log = JSON.stringify(world.simulator.requests());
    expect(world.simulator.requests()).toHaveLength(3);
    expect(log).toContain("***");
    for (const secret of ["private_own", key().api_key]) expect(log).not.toContain(secret);
  });
});

test("getServiceInfo, in full", async () => {
  expect(await kiwivm("getServiceInfo")).toEqual({
    vm_type: "kvm",
    hostname: "my.server.com",
    node_alias: "IT7_Node32",
    node_location: "US, Florida",
    node_location_id: "USFL_1",
    location_ipv6_ready: true,
    plan: "micro128",
    plan_monthly_data: 322122547200,
    monthly_data_multiplier: 1,
    plan_disk: 4294967296,
    plan_ram: 155189248,
    plan_swap: 37748736,
    plan_max_ipv6s: 1,
    os: "debian-12-x86_64",
    email: "customer@example.com",
    data_counter: 569810827,
    data_next_reset: expect.any(Number),
    ip_addresses: ["203.0.113.21", "203.0.113.22", "2001:db8:1:2::"],
    private_ip_addresses: [],
    ip_nullroutes: [],
    iso1: null,
    iso2: null,
    available_isos: [],
    plan_private_network_available: false,
    location_private_network_available: false,
    rdns_api_available: true,
    suspended: false,
    policy_violation: false,
    suspension_count: null,
    total_abuse_points: 0,
    max_abuse_points: 1000,
    ptr: { "203.0.113.21": "ns1.my.server.com", "203.0.113.22": null, "2001:db8:1:2::": "" },
    error: 0,
  });
});

test("empty maps are lists", async () => {
  patchMachine({ ip_addresses: [], ptr: null });
  expect(await kiwivm("getServiceInfo")).toMatchObject({ ip_addresses: [], ptr: [] });
});

describe("KiwiVM setPTR", () => {
  const ptr = async () => (await kiwivm("getServiceInfo")).ptr;

  test("set, changed, seen in the service info", async () => {
    expect(await kiwivm("setPTR", { ip: "203.0.113.22", ptr: "mail.example.com" })).toEqual({ error: 0 });
    expect(await ptr()).toMatchObject({ "203.0.113.21": "ns1.my.server.com", "203.0.113.22": "mail.example.com" });
    await kiwivm("setPTR", { ip: "203.0.113.22", ptr: "web.example.com." });
    expect((await ptr())["203.0.113.22"]).toBe("web.example.com.");
  });

  test("an address inside the /64, in the shortest spelling", async () => {
    const ip = "2001:0DB8:0001:0002:0000:0000:0000:0005";
    expect(await kiwivm("setPTR", { ip, ptr: "six.example.com" })).toEqual({ error: 0 });
    expect(await ptr()).toMatchObject({ "2001:db8:1:2::": "", "2001:db8:1:2::5": "six.example.com" });
    await kiwivm("setPTR", { ip: "2001:db8:1:2::/64", ptr: "net.example.com" });
    expect((await ptr())["2001:db8:1:2::"]).toBe("net.example.com");
  });

  test.each([
    ["another's address", { ip: "203.0.113.31", ptr: "a.example" }],
    ["an address outside the /64", { ip: "2001:db8:1:3::5", ptr: "a.example" }],
    ["no address", { ip: "web", ptr: "a.example" }],
    ["no host name", { ip: "203.0.113.22", ptr: "a b" }],
    ["no ip", { ptr: "a.example" }],
    ["no ptr", { ip: "203.0.113.22" }],
  ] as [string, Record<string, string>][])("an error for %s", async (_, fields) => {
    const { error, message } = await kiwivm("setPTR", fields);
    expect(error).toBeGreaterThan(0);
    expect(message).toEqual(expect.any(String));
    expect((await ptr())["203.0.113.22"]).toBeNull();
  });

  test("an error where rDNS is not available", async () => {
    patchMachine({ rdns_api_available: false });
    expect((await kiwivm("getServiceInfo")).rdns_api_available).toBe(false);
    expect((await kiwivm("setPTR", { ip: "203.0.113.22", ptr: "a.example" })).error).toBeGreaterThan(0);
  });
});

describe("KiwiVM locks", () => {
  const LOCKED = {
    error: 788888,
    message: "VE is currently locked, try again in a few minutes",
    additionalErrorInfo: "OS Reinstall: debian-13-x86_64",
    additionalLockingInfo: {
      last_status_update_s_ago: expect.any(Number),
      completed_percent: expect.any(Number),
      friendly_progress_message: expect.any(String),
    },
  };

  test("refused with a percent that rises, until the end", async () => {
    // So long that no percent passes by itself.
    patchMachine({ lock: { until: new Date(Date.now() + 60_000_000).toISOString() } });
    const first = await kiwivm("getServiceInfo");
    expect(first).toEqual(LOCKED);
    expect(first.additionalLockingInfo.completed_percent).toBe(0);
    world.simulator.advance(30_200);
    expect((await kiwivm("snapshot/create")).additionalLockingInfo.completed_percent).toBe(50);
    world.simulator.advance(28_300);
    expect((await kiwivm("snapshot/list")).additionalLockingInfo).toMatchObject({
      completed_percent: 97,
      friendly_progress_message: "Starting VM",
    });
    expect((await kiwivm("getServiceInfo", OTHER)).error).toBe(0);
    world.simulator.advance(1_600);
    expect((await kiwivm("getServiceInfo")).error).toBe(0);
    expect(machine()?.lock).toBeNull();
  });

  test("the fault: not carried out, as often as asked", async () => {
    world.simulator.fault({ hoster: "kiwivm", kind: "lock", path: "/snapshot/create", times: 3 });
    const percents = [];
    for (const _ of [1, 2, 3]) {
      const reply = await kiwivm("snapshot/create");
      expect(reply).toEqual(LOCKED);
      percents.push(reply.additionalLockingInfo.completed_percent);
    }
    expect(percents).toEqual([33, 50, 99]);
    expect(machine()?.snapshots).toEqual({});
    expect((await kiwivm("snapshot/create")).error).toBe(0);
  });
});

describe("KiwiVM points", () => {
  const patchPoints = (points: object) => patchMachine({ points });

  test("a point for every call, per machine, in two windows", async () => {
    expect(await kiwivm("getRateLimitStatus")).toEqual({
      error: 0,
      remaining_points_15min: 999,
      remaining_points_24h: 19999,
    });
    await kiwivm("snapshot/list");
    expect(await kiwivm("getRateLimitStatus")).toMatchObject({
      remaining_points_15min: 997,
      remaining_points_24h: 19997,
    });
    expect((await kiwivm("getRateLimitStatus", OTHER)).remaining_points_15min).toBe(999);
    world.simulator.advance(15 * 60);
    expect(await kiwivm("getRateLimitStatus")).toMatchObject({
      remaining_points_15min: 999,
      remaining_points_24h: 19996,
    });
    world.simulator.advance(24 * 60 * 60);
    expect((await kiwivm("getRateLimitStatus")).remaining_points_24h).toBe(19999);
  });

  test.each([
    ["the short window", { used15min: 999 }, 15 * 60],
    ["the long window", { used24h: 19_999 }, 24 * 60 * 60],
  ])("requests are dropped when %s is used up, until it is over", async (_, points, seconds) => {
    patchPoints(points);
    expect((await kiwivm("snapshot/create")).error).toBe(0);
    await expect(kiwivm("getServiceInfo")).rejects.toThrow();
    await expect(kiwivm("setPTR", { ip: "203.0.113.22", ptr: "a.example" })).rejects.toThrow();
    expect(machine()?.ptr).not.toHaveProperty("203.0.113.22");
    expect(world.simulator.requests().map(({ status }) => status)).toEqual([200, 0, 0]);
    world.simulator.advance(seconds);
    expect((await kiwivm("getServiceInfo")).error).toBe(0);
  });

  test("the caps are settings", async () => {
    world.simulator.patch({ kiwivm: { settings: { points15min: 2 } } });
    expect((await kiwivm("getRateLimitStatus")).remaining_points_15min).toBe(1);
    expect((await kiwivm("getRateLimitStatus")).remaining_points_15min).toBe(0);
    await expect(kiwivm("getRateLimitStatus")).rejects.toThrow();
  });
});

test.each([
  ["integers", { machines: { web: {} } }],
  ["kiwivm.machines.1.ip_addresses", { machines: { "1": { ip_addresses: ["web"] } } }],
  ["kiwivm.settings.points15min", { settings: { points15min: -1 } }],
  ["kiwivm.switches.emptyPtr", { switches: { emptyPtr: "maybe" } }],
])("a patch that fails names %s for %j", (named, patch) => {
  expect(() => world.simulator.patch({ kiwivm: patch } as object)).toThrow(named);
});
