import { send, useSimulator } from "./support";

const world = useSimulator();
const { airvpn } = world;

const url = (rest: string) => `${world.simulator.env.AIRVPN_API_URL}${rest}`;
const key = () => world.simulator.env.AIRVPN_API_KEY ?? "";
const devices = () => Object.values(world.simulator.state().airvpn.sessions).map(({ device_name }) => device_name);
const sent = () => Object.values(world.simulator.state().airvpn.notifications);

describe("AirVPN requests", () => {
  const path = () => url("/userinfo/");

  test.each<[string, () => ReturnType<typeof send>]>([
    ["key in the query", () => send("GET", `${path()}?key=${key()}`)],
    ["key in a form", () => send("POST", path(), { form: { key: key() } })],
    ["key in JSON", () => send("POST", path(), { json: { key: key() } })],
    ["key in the header", () => send("GET", path(), { headers: { "API-KEY": key() } })],
    ["key in the header of a POST", () => send("POST", path(), { headers: { "api-key": key() } })],
    ["the service as a parameter", () => send("GET", url(`/?service=userinfo&format=json&key=${key()}`))],
  ])("%s", async (_, ask) => {
    const { status, json } = await ask();
    expect([status, json.result, json.user.login]).toEqual([200, "ok", "member"]);
  });

  test.each(["userinfo", "notification", "disconnect"])(
    "%s without or with a wrong key is a 200 with an error",
    async (service) => {
      for (const query of ["", "?key=wrong", "?key="]) {
        const { status, json } = await send("GET", url(`/${service}/${query}`));
        expect([status, json]).toEqual([200, { error: "Not authorized" }]);
      }
      expect([devices(), sent()]).toEqual([["laptop", "router"], []]);
    },
  );

  test("an unknown service, another method and a forgotten slash", async () => {
    for (const service of ["nothing", "constructor"]) {
      expect(await airvpn(service)).toEqual({ error: "Unknown service" });
    }
    expect((await send("DELETE", url("/status/"))).status).toBe(405);
    const { status, headers } = await send("GET", url("/status?format=text"));
    expect([status, headers.get("location")]).toEqual([301, "/airvpn/api/status/?format=text"]);
    expect((await send("POST", path(), { json: [] })).json).toEqual({ error: "Not authorized" });
  });

  test("the log never shows the key", async () => {
    await send("GET", `${path()}?key=${key()}`, { headers: { "user-agent": `me ${key()}` } });
    expect(world.simulator.requests()).toMatchObject([{ hoster: "airvpn", path: "/userinfo/", status: 200 }]);
    expect(JSON.stringify(world.simulator.requests())).not.toContain(key());
  });
});

describe("AirVPN userinfo", () => {
  test("the member, its sessions in the order they began, and the first once more", async () => {
    world.simulator.patch({ airvpn: { sessions: { "0": { server: "Menkab", device_name: "late" } } } });
    const answer = await airvpn("userinfo");
    expect(Object.keys(answer)).toEqual(["user", "sessions", "connection", "result"]);
    expect(answer.user).toMatchObject({
      login: "member",
      premium: true,
      connected: true,
      register_unix: 1580551200,
      register_date: "2020-02-01 10:00:00",
      posts: 3,
      credit: [],
    });
    expect(answer.sessions.map((session: { device_name: string }) => session.device_name)).toEqual([
      ...["laptop", "router", "late"],
    ]);
    expect(answer.connection).toEqual(answer.sessions[0]);
    expect(answer.sessions[1]).toEqual({
      device_name: "router",
      device_description: "At home",
      vpn_ip: "10.128.0.3",
      vpn_ipv4: "10.128.0.3",
      vpn_ipv6: "fd7d:76ee:e68f:a993::3",
      exit_ip: "203.0.113.200",
      exit_ipv4: "203.0.113.200",
      exit_ipv6: "2001:db8:ffff::200",
      entry_ip: expect.stringMatching(/^203\.0\.113\.\d+$/),
      entry_ipv4: expect.any(String),
      entry_ipv6: expect.stringMatching(/^2001:db8:/),
      server_name: "Menkab",
      server_country: "Spain",
      server_country_code: "es",
      server_continent: "Europe",
      server_location: "Madrid",
      server_bw: 2000,
      bytes_read: 1048576,
      bytes_write: 8388608,
      connected_since_unix: 1736938800,
      connected_since_date: "2025-01-15 11:00:00",
      speed_read: 1024,
      speed_write: 65536,
    });
  });

  test("days to the expiration are counted down", async () => {
    const days = async () => (await airvpn("userinfo")).user.expiration_days;
    world.simulator.patch({ airvpn: { user: { expires: new Date(Date.now() + 36 * 3_600_000).toISOString() } } });
    expect(await days()).toBe(1);
    world.simulator.advance(2 * 86_400);
    expect(await days()).toBe(0);
  });
});

describe("AirVPN status", () => {
  test("public, with the keys of a real reply in their order", async () => {
    const { status, json } = await send("GET", url("/status/"));
    expect(status).toBe(200);
    expect(Object.keys(json)).toEqual([
      ...["deprecated_warning", "servers", "routing", "countries", "continents", "planets", "result"],
    ]);
    const inputs = [4, 6].flatMap((family) => [1, 2, 3, 4].map((index) => `ip_v${family}_in${index}`));
    const place = ["public_name", "country_name", "country_code", "location", "continent"];
    const sums = ["server_best", "bw", "bw_max", "users", "servers", "currentload", ...inputs, "health"];
    expect(Object.keys(json.servers[0])).toEqual([
      ...place,
      "bw",
      "bw_max",
      "users",
      "currentload",
      ...inputs,
      "health",
    ]);
    expect(Object.keys(json.routing[0])).toEqual([...place, "bw", "bw_max", "currentload", "health"]);
    expect(Object.keys(json.countries[0])).toEqual(["country_name", "country_code", ...sums]);
    expect(Object.keys(json.continents[0])).toEqual(["public_name", ...sums]);
    expect(Object.keys(json.planets[0])).toEqual(["public_name", ...sums]);
  });

  test("loads are rounded down, groups are sums, troubles have a warning", async () => {
    const { servers, countries, continents, planets } = await airvpn("status");
    const summary = servers.map((server: Record<string, unknown>) => [
      ...[server.public_name, server.currentload, server.health, server.warning],
    ]);
    expect(summary).toEqual([
      ["Alderamin", 25, "ok", undefined],
      ["Menkab", 104, "ok", undefined],
      ["Sadalsuud", 25, "warning", "Low packet loss"],
      ["Taiyi", 0, "error", "High packet loss"],
    ]);
    expect(countries).toMatchObject([
      { country_code: "es", servers: 1, ip_v4_in2: "es2.vpn.airdns.org", ip_v6_in1: "es.ipv6.vpn.airdns.org" },
      { country_code: "jp", server_best: "Taiyi", currentload: 0 },
      { country_code: "nl", servers: 2, server_best: "Alderamin", bw: 1000, bw_max: 4000, users: 80 },
    ]);
    expect(continents.map(({ public_name }: { public_name: string }) => public_name)).toEqual(["Asia", "Europe"]);
    expect(planets).toMatchObject([{ public_name: "Earth", servers: 4, users: 170, health: "ok", currentload: 38 }]);
  });

  test("without servers the lists are empty", async () => {
    world.simulator.patch({ airvpn: { servers: null, routing: null } });
    const { deprecated_warning: _, ...rest } = await airvpn("status");
    expect(rest).toEqual({ servers: [], routing: [], countries: [], continents: [], planets: [], result: "ok" });
  });
});

describe("AirVPN notification and disconnect", () => {
  test("a message to oneself", async () => {
    expect(await airvpn("notification", { subject: "Übung", body: "a & b" })).toEqual({ result: "ok" });
    await airvpn("notification", { subject: "two", body: "b" });
    expect(sent()).toMatchObject([{ subject: "Übung", body: "a & b" }, { subject: "two" }]);
    expect(await airvpn("notification", { subject: "no body" })).toEqual({ error: "Missing parameter: body" });
    expect(sent()).toHaveLength(2);
  });

  test.each([
    ["everything", {}, 2, []],
    ["a server", { server: "Menkab" }, 1, ["laptop"]],
    ["a device", { device: "laptop" }, 1, ["router"]],
    ["a device at a server", { device: "laptop", server: "Menkab" }, 0, ["laptop", "router"]],
    ["nothing that matches", { server: "Nowhere" }, 0, ["laptop", "router"]],
  ])("disconnecting %s", async (_, filters, count, left) => {
    expect(await airvpn("disconnect", filters)).toEqual({ sessions_disconnected: count, result: "ok" });
    expect(devices()).toEqual(left);
    expect((await airvpn("userinfo")).user.connected).toBe(left.length > 0);
  });
});

describe("AirVPN's limit", () => {
  const patch = (limit: object) => world.simulator.patch({ airvpn: { limit } });

  test("600 requests in 10 minutes, public ones and refused ones too", async () => {
    await send("GET", url("/status/"));
    await send("GET", url("/userinfo/"));
    expect(world.simulator.state().airvpn.limit).toMatchObject({ requests: 600, windowSeconds: 600, used: 2 });
    patch({ used: 599 });
    await airvpn("status");
    await expect(airvpn("status")).rejects.toThrow();
    world.simulator.advance(599);
    await expect(airvpn("status")).rejects.toThrow();
    world.simulator.advance(2);
    expect((await airvpn("status")).result).toBe("ok");
  });

  test("one request in a window, where a test wants it so", async () => {
    patch({ requests: 1, windowSeconds: 60, banSeconds: 5 });
    await airvpn("status");
    world.simulator.advance(60);
    await airvpn("status");
    await expect(airvpn("status")).rejects.toThrow();
    world.simulator.advance(5);
    expect((await airvpn("status")).result).toBe("ok");
  });

  test("what was refused was not carried out", async () => {
    patch({ used: 600, since: new Date().toISOString() });
    await expect(airvpn("disconnect")).rejects.toThrow();
    expect(devices()).toHaveLength(2);
  });
});

describe("AirVPN state", () => {
  test("can be given back as it is, and is begun anew", async () => {
    await airvpn("notification", { subject: "one", body: "b" });
    const before = world.simulator.state();
    world.simulator.patch(before);
    expect(world.simulator.state()).toEqual(before);
    world.simulator.reset();
    expect(sent()).toEqual([]);
  });

  test.each([
    ["airvpn.servers.X.health", { servers: { X: { health: "fine" } } }],
    ["airvpn.sessions.1", { sessions: { "1": { name: "x" } } }],
    ["numbers", { notifications: { one: {} } }],
    ["airvpn.limit.requests", { limit: { requests: 0 } }],
  ])("a patch that is wrong at %s", (named, part) => {
    expect(() => world.simulator.patch({ airvpn: part } as object)).toThrow(named);
  });

  test.each(["status", "html", "cut", "slow", "reset-before", "reset-after"] as const)("the fault %s", async (kind) => {
    world.simulator.fault({ hoster: "airvpn", path: "/disconnect/", kind, delayMs: 1 });
    await airvpn("disconnect").catch(() => undefined);
    const isCarriedOut = ["cut", "slow", "reset-after"].includes(kind);
    expect(devices()).toHaveLength(isCarriedOut ? 0 : 2);
    expect((await airvpn("disconnect")).result).toBe("ok");
  });
});
