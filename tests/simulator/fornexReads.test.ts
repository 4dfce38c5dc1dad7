import { send, useSimulator } from "./support";

const world = useSimulator();
const { fornex, legacy } = world;

const ask = (path: string, headers = {}) => send("GET", `${world.url}/fornex/api${path}`, { headers });
const MISSING = { error: "Объект не найден." };

describe("Fornex plans", () => {
  test("in the current API version", async () => {
    expect((await fornex("GET", "/plans/backups")).json).toEqual([
      { space: 100, price: 3, units: "GB" },
      { space: 150, price: 4.5, units: "GB" },
      { space: 200, price: 6, units: "GB" },
    ]);
    expect((await fornex("GET", "/plans/dedicated")).json).toEqual([
      {
        id: 101,
        name: "DS XeonSAS",
        cpu_model: "Intel Xeon E3-1270 (4×3.4Ghz)",
        cpu_count: 1,
        ram: "16 GB",
        disk: "4 × 300 GB SAS 15k",
        bandwidth: "1 Gbit/s",
        price: 198,
        locations: [["DE", "Germany"]],
      },
    ]);
    expect((await fornex("GET", "/plans/vps")).json[1]).toEqual({
      id: 433,
      name: "SSD Cloud 1GB",
      cpu_count: 1,
      ram: "1 GB",
      disk: "10 GB",
      bandwidth: "100 Mbit/s",
      price: 5,
      disk_class: null,
    });
    expect((await fornex("GET", "/plans/hosting")).json).toEqual([
      { id: 33, name: "VH-SSD-2", sites: 2, cpu_cores: 1, hdd_space: 1, price: 1, available_locations: ["DE", "RU"] },
    ]);
    expect((await fornex("GET", "/plans/vpn")).status).toBe(403); // API version 0.1 only, which wants its key
  });

  test("in API version 0.1", async () => {
    expect((await legacy("GET", "/plans/backups")).json[0]).toEqual({ price: 3, space: 100, units: "Gb" });
    const [dedicated] = (await legacy("GET", "/plans/dedicated")).json;
    expect(dedicated).toMatchObject({ id: 101, location: "DE" });
    expect(dedicated).not.toHaveProperty("locations");
    expect((await legacy("GET", "/plans/vps")).json[1]).not.toHaveProperty("disk_class");
    expect((await legacy("GET", "/plans/hosting")).json[0]).toMatchObject({
      ...{ hdd_space: 1000, databases: 2, mail_domains: 2, mailboxes: 20 },
    });
    expect((await legacy("GET", "/plans/vpn")).json).toEqual([
      { available_locations: ["DE", "NL", "US", "RU"], type: "dedicated", id: 1, price: 10 },
    ]);
  });

  test.each(["backups", "dedicated", "vps", "hosting"])("%s are shown to everybody", async (kind) => {
    expect((await ask(`/plans/${kind}`)).status).toBe(200);
    expect((await ask(`/plans/${kind}?apikey=wrong`)).status).toBe(403);
    expect((await fornex("POST", `/plans/${kind}`)).status).toBe(405);
  });

  test("none at all, and what has no limit", async () => {
    world.simulator.patch({ fornex: { plans: { hosting: { "33": { sites: null } } } } });
    expect((await fornex("GET", "/plans/hosting")).json[0].sites).toBeNull();
    world.simulator.patch({ fornex: { plans: null } });
    for (const kind of ["backups", "dedicated", "vps", "hosting"]) {
      expect((await fornex("GET", `/plans/${kind}`)).json).toEqual([]);
      expect((await legacy("GET", `/plans/${kind}`)).json).toEqual([]);
    }
  });
});

describe("Fornex ticket webhook", () => {
  const NONE = { last_error_date: null, last_error_message: null };
  const URL = "https://hooks.example.com/T0/B0";
  const info = async () => (await fornex("GET", "/tickets/webhook_info/")).json;

  test("set, shown, blanked", async () => {
    expect(await info()).toEqual(NONE);
    const { status, json } = await fornex("POST", "/tickets/webhook_set/", { url: URL });
    expect([status, json]).toEqual([201, { ...NONE, url: URL }]);
    expect(await info()).toEqual({ ...NONE, url: URL });
    expect((await legacy("GET", "/tickets/webhook_info/")).json).toEqual({ ...NONE, url: URL });
    expect((await fornex("POST", "/tickets/webhook_set/", { url: "" })).status).toBe(201);
    expect(await info()).toEqual(NONE);
  });

  test("in API version 0.1", async () => {
    expect((await legacy("POST", "/tickets/webhook_set/", { url: URL })).json).toEqual({ ok: true });
    expect((await info()).url).toBe(URL);
    expect((await legacy("POST", "/tickets/webhook_set/", { url: "" })).json).toEqual({ ok: true });
    expect((await legacy("POST", "/tickets/webhook_set/", { url: "ftp" })).json).toEqual({
      error: "Ошибка в полях: url.",
    });
  });

  test.each([{}, { url: "hooks" }, { url: `https://a.example/${"x".repeat(512)}` }, { url: 7 }])(
    "400 for %j",
    async (body) => {
      const { status, json } = await fornex("POST", "/tickets/webhook_set/", body);
      expect([status, Object.keys(json)]).toEqual([400, ["url"]]);
    },
  );

  test("an error that is patched in is shown until the webhook changes", async () => {
    const error = { last_error_date: "2024-01-01T00:00:00", last_error_message: "404" };
    world.simulator.patch({ fornex: { webhook: { url: URL, ...error } } });
    expect(await info()).toEqual({ url: URL, ...error });
    await fornex("POST", "/tickets/webhook_set/", { url: URL });
    expect(await info()).toEqual({ url: URL, ...NONE });
  });
});

describe("Fornex statistics", () => {
  const STATS = "/vps/34-177054/stats";

  test.each([
    ["cpu", 1],
    ["disk", 1],
    ["io", 2],
    ["memory", 1],
    ["traffic", 2],
  ])("%s: %d series of pairs", async (field, count) => {
    const { status, json } = await fornex("GET", `${STATS}/${field}/?start=2015-11-16&end=2015-11-17`);
    expect([status, json.series.length]).toEqual([200, count]);
    for (const { name, data } of json.series) {
      expect([typeof name, data.length]).toEqual(["string", 289]);
      expect(data[1]).toEqual([Date.parse("2015-11-16T00:05:00Z"), expect.any(Number)]);
    }
    expect(json.subtitle).toBe("November 16, 2015, 00:00 - November 17, 2015, 00:00 (UTC)");
  });

  test("the last hour, as long as nothing else is asked for", async () => {
    const { json } = await fornex("GET", `${STATS}/cpu/`);
    expect(json.series[0].data).toHaveLength(13);
    expect(Math.abs(json.series[0].data[12][0] - Date.now())).toBeLessThan(60_000);
    expect((await fornex("GET", `${STATS}/cpu/?start=-2d`)).json.series[0].data).toHaveLength(289);
    const exact = `${STATS}/cpu/?start=2024-01-01T10:00:00Z&end=2024-01-01T10:10:00Z`;
    expect((await fornex("GET", exact)).json.series[0].data).toHaveLength(3);
  });

  test("in API version 0.1: flat values, and inodes too", async () => {
    const { json } = await legacy("GET", "/vps_stat/34-177054/traffic/2015-11-16--2015-11-17.json");
    expect(json.series).toEqual([
      {
        name: "Incoming",
        color: "#60B5FF",
        data: expect.arrayContaining([65379.49276]),
        pointStart: Date.parse("2015-11-16"),
        pointEnd: Date.parse("2015-11-17"),
        pointInterval: 300000,
      },
      expect.objectContaining({ name: "Outgoing", type: "areaspline" }),
    ]);
    const inodes = await legacy("GET", "/vps_stat/34-177054/inodes/2015-01-01--2015-12-31.json");
    expect(inodes.json.series[0].data.length).toBeLessThan(300);
    expect((await fornex("GET", `${STATS}/inodes/`)).status).toBe(404);
  });

  test.each([
    [404, "/vps/34-9/stats/cpu/"],
    [404, "/vps/375-13/stats/cpu/"],
    [404, `${STATS}/constructor/`],
    [400, `${STATS}/cpu/?start=yesterday`],
    [400, `${STATS}/cpu/?end=2024-13-01`],
    [400, `${STATS}/cpu/?start=2024-01-02&end=2024-01-01`],
  ])("%d for %s", async (status, path) => {
    expect((await fornex("GET", path)).status).toBe(status);
  });

  test.each(["/vps_stat/34-9/cpu/2015-11-16--2015-11-17.json", "/vps_stat/34-1234/cpu/-1h--now.json"])(
    "200 with an error for %s",
    async (path) => {
      expect(await legacy("GET", path)).toMatchObject({ status: 200, json: MISSING });
    },
  );
});

describe("Fornex dedicated servers and VPN", () => {
  test.each([
    ["2.x", (rest: string) => fornex("GET", `/orders/ds/34-5678/traffic/?${rest}`)],
    ["0.1", (rest: string) => legacy("GET", "/ds/34-5678/traffic.json", Object.fromEntries(new URLSearchParams(rest)))],
  ])("traffic in API version %s", async (_, traffic) => {
    expect((await traffic("")).json).toEqual({
      data: [
        ["2015-11-11", { input: 41348840999.42331, output: 969929788001.3163 }],
        ["2015-11-12", { input: 44384423647.10196, output: 1019910108491.1565 }],
      ],
      order: "34-5678 DS HyperXeon (example.net)",
      period: "month",
    });
    const year = (await traffic("period=year&port=0")).json;
    expect([year.period, year.data.length, year.data[0][0]]).toEqual(["year", 3, "2015-10-01"]);
    expect((await traffic("port=1")).json.data).toEqual([]);
    expect(Object.keys((await traffic("period=week")).json)).toHaveLength(1);
  });

  test("traffic used", async () => {
    const { json } = await fornex("GET", "/orders/ds/34-5678/traffic_used/");
    expect(json).toEqual({
      limit: 14293651161088,
      order: "34-5678 DS HyperXeon (example.net)",
      range_end: "2015-11-21",
      range_start: "2015-10-21",
      used: 3508146044885.079,
      used_rate: 0.24543386468220252,
    });
    expect((await legacy("GET", "/ds/34-5678/traffic_used.json")).json).toEqual(json);
    world.simulator.patch({ fornex: { orders: { "34-5678": { dedicated: { limit: 0 } } } } });
    expect((await fornex("GET", "/orders/ds/34-5678/traffic_used/")).json.used_rate).toBe(0);
  });

  test("a VPN's configuration, in API version 0.1 only", async () => {
    const { status, text, headers } = await legacy("GET", "/vpn/301-12312/config-udp.ovpn");
    expect([status, headers.get("content-type")]).toEqual([200, "text/plain"]);
    expect(text).toMatch(/^client\ndev tun\n<connection>\nremote 203\.0\.113\.210 443 udp\n<\/connection>\n/);
    expect(text).toContain("<key>\n-----BEGIN");
    expect((await legacy("GET", "/vpn/301-12312/config-tcp.ovpn")).text).toContain("443 tcp");
    expect((await ask("/vpn/301-12312/config-udp.ovpn")).status).toBe(403);
  });

  test.each(["/vpn/34-1234/config-udp.ovpn", "/vpn/301-12312/config-icmp.ovpn", "/ds/34-1234/traffic.json"])(
    "200 with an error for %s",
    async (path) => {
      expect(await legacy("GET", path)).toMatchObject({ status: 200, json: MISSING });
    },
  );

  test.each(["/orders/ds/34-1234/traffic/", "/orders/ds/34-9/traffic_used/"])("404 for %s", async (path) => {
    expect((await fornex("GET", path)).status).toBe(404);
  });
});

test("faults hit the new paths too", async () => {
  world.simulator.fault({ hoster: "fornex", path: "/plans/*", kind: "status", status: 503 });
  world.simulator.fault({ hoster: "fornex", path: "/tickets/*", kind: "reset-after" });
  world.simulator.fault({ hoster: "fornex", path: "/orders/ds/*", kind: "cut" });
  expect((await fornex("GET", "/plans/vps")).status).toBe(503);
  await expect(fornex("POST", "/tickets/webhook_set/", { url: "https://a.example/" })).rejects.toThrow();
  expect(world.simulator.state().fornex.webhook.url).toBe("https://a.example/");
  await expect(fornex("GET", "/orders/ds/34-5678/traffic/")).rejects.toThrow();
});
