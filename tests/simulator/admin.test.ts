import { send, useSimulator } from "./support";

const world = useSimulator();
const { vpsorg, fornex, admin } = world;

const WEB = { name: "web", plan_id: 1, os_id: 5, location: "us-west" };

describe("state", () => {
  test("both forms show the same plain document of maps", async () => {
    await vpsorg("POST", "/servers/", WEB);
    await fornex("POST", "/dns/domain/", { name: "example.com", ip: "127.0.0.1" });
    const { json } = await admin("GET", "/state");
    expect(json).toEqual(world.simulator.state());
    expect(Object.keys(json.vpsorg.servers)).toEqual(["12345"]);
    expect(Object.keys(json.fornex.domains["example.com"].entries)).toHaveLength(7);
    expect(JSON.stringify(json)).not.toContain(world.simulator.env.VPS_API_TOKEN);
  });

  test("what is shown is a copy", () => {
    world.simulator.state().vpsorg.account.credit = -1;
    expect(world.simulator.state().vpsorg.account.credit).toBeGreaterThan(0);
  });

  test("PATCH merges, and answers the state", async () => {
    const { status, json } = await admin("PATCH", "/state", {
      vpsorg: { servers: { "1": { name: "one" } }, account: { email: "a@b.example" } },
      fornex: { domains: { "a.example": { entries: { "7": { host: "x", value: "1.1.1.1" } } } } },
    });
    expect(status).toBe(200);
    expect(json).toEqual(world.simulator.state());
    expect(json.vpsorg.account).toMatchObject({ email: "a@b.example", first_name: "John" });

    await admin("PATCH", "/state", { fornex: { domains: { "a.example": null } }, vpsorg: { servers: { "1": null } } });
    expect(world.simulator.state()).toMatchObject({ vpsorg: { servers: {} }, fornex: { domains: {} } });
  });

  test("the state can be given back as it is", async () => {
    await vpsorg("POST", "/servers/", WEB);
    const before = world.simulator.state();
    world.simulator.patch(before);
    expect(world.simulator.state()).toEqual(before);
  });

  test("null empties a hoster", () => {
    world.simulator.patch({ vpsorg: { servers: { "1": {} } } });
    world.simulator.patch({ vpsorg: null });
    expect(world.simulator.state().vpsorg.servers).toEqual({});
  });

  test.each([
    ["map", []],
    ["acme", { acme: {} }],
    ["vpsorg.servers", { vpsorg: { servers: [] } }],
    ["vpsorg.servers.1", { vpsorg: { servers: { "1": [] } } }],
    ["vpsorg.servers.1.plan_id", { vpsorg: { servers: { "1": { plan_id: 99 } } } }],
    ["nmae", { vpsorg: { servers: { "1": { nmae: "x" } } } }],
    ["vpsorg.switches", { vpsorg: { switches: { noSuchSwitch: true } } }],
    ["fornex.switches.apexSpelling", { fornex: { switches: { apexSpelling: "#" } } }],
    ["fornex.domains.a.entries", { fornex: { domains: { a: { entries: [] } } } }],
    ["integers", { fornex: { domains: { a: { entries: { abc: {} } } } } }],
    ["fornex", { fornex: 7 }],
  ])("400 that names %s for %j", async (named, patch) => {
    const before = world.simulator.state();
    const { status, json } = await admin("PATCH", "/state", patch);
    expect(status).toBe(400);
    expect(json.error).toContain(named);
    expect(() => world.simulator.patch(patch as object)).toThrow(named);
    expect(world.simulator.state()).toEqual(before);
  });

  test("a patch happens as a whole or not at all", async () => {
    await admin("PATCH", "/state", { vpsorg: { servers: { "1": {} } }, fornex: { domains: [] } });
    expect(world.simulator.state().vpsorg.servers).toEqual({});
  });
});

describe("requests", () => {
  test("a record per request, oldest first", async () => {
    await vpsorg("GET", "/servers/");
    await send("GET", `${world.url}/fornex/api/nothing/?x=1`, { headers: { "user-agent": "me/1" } });
    const { json } = await admin("GET", "/requests");
    expect(json).toEqual([
      {
        hoster: "vpsorg",
        method: "GET",
        path: "/servers/",
        status: 200,
        carriedOut: true,
        userAgent: expect.any(String),
        at: expect.any(String),
      },
      {
        hoster: "fornex",
        method: "GET",
        path: "/nothing/",
        status: 404,
        carriedOut: false,
        userAgent: "me/1",
        at: expect.any(String),
      },
    ]);
    expect(json).toEqual(world.simulator.requests());
    expect((await admin("DELETE", "/requests")).status).toBe(204);
    expect(world.simulator.requests()).toEqual([]);
  });

  test("never a key, wherever it travelled", async () => {
    const { VPS_API_TOKEN = "", FORNEX_API_KEY = "", VPS_API_URL = "", FORNEX_BASE_URL = "" } = world.simulator.env;
    await vpsorg("GET", "/account/me/");
    await send("GET", `${FORNEX_BASE_URL}/account/info?apikey=${FORNEX_API_KEY}`);
    await send("GET", `${FORNEX_BASE_URL}/account/info?apikey=another.secret`);
    await send("GET", `${FORNEX_BASE_URL}/dns/${FORNEX_API_KEY}/`, {
      headers: { "user-agent": `x ${FORNEX_API_KEY}` },
    });
    await send("POST", `${VPS_API_URL}/servers/${VPS_API_TOKEN}/start/`, { form: { apikey: FORNEX_API_KEY } });
    const log = (await admin("GET", "/requests")).text;
    expect(JSON.parse(log)).toHaveLength(5);
    for (const secret of [VPS_API_TOKEN, FORNEX_API_KEY, "another.secret"]) expect(log).not.toContain(secret);
  });
});

describe("clock", () => {
  test("advance moves the dates", async () => {
    const before = (await vpsorg("POST", "/servers/", WEB)).json.created_at;
    const { status, json } = await admin("POST", "/advance", { seconds: 86_400 });
    expect(status).toBe(200);
    expect(Date.parse(json.now)).toBeGreaterThanOrEqual(Date.parse(before) + 86_400_000);
    const after = (await vpsorg("POST", "/servers/", WEB)).json.created_at;
    expect(Date.parse(after) - Date.parse(before)).toBeGreaterThanOrEqual(86_400_000);
  });

  test.each([{}, { seconds: -1 }, { seconds: "5" }, { minutes: 5 }, undefined])("400 for %j", async (body) => {
    expect((await admin("POST", "/advance", body)).status).toBe(400);
  });
});

test("reset goes back to the beginning", async () => {
  const beginning = world.simulator.state();
  world.simulator.patch({ vpsorg: { switches: { uuidIds: true } }, fornex: { domains: { "a.example": {} } } });
  world.simulator.fault({ hoster: "vpsorg", kind: "status" });
  world.simulator.advance(1_000_000);
  await fornex("GET", "/account/info");
  expect((await admin("POST", "/reset")).status).toBe(204);
  expect(world.simulator.state()).toEqual(beginning);
  expect(world.simulator.requests()).toEqual([]);
  const { status, json } = await vpsorg("POST", "/servers/", WEB);
  expect([status, json.id]).toEqual([201, 12345]);
  expect(Date.parse(json.created_at)).toBeLessThan(Date.now() + 60_000);
});

test("unknown endpoints and broken bodies", async () => {
  expect((await admin("GET", "/nothing")).status).toBe(404);
  expect((await admin("PUT", "/state", {})).status).toBe(404);
  const broken = await fetch(`${world.url}/_simulator/state`, { method: "PATCH", body: "{" });
  expect(broken.status).toBe(400);
});
