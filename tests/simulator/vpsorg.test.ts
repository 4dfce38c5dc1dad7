import { send, useSimulator } from "./support";

const world = useSimulator();
const { vpsorg } = world;

const WEB = { name: "web-server-02", plan_id: 1, os_id: 5, location: "us-west" };

async function createActive(fields: object = {}): Promise<number> {
  const { json } = await vpsorg("POST", "/servers/", { ...WEB, ...fields });
  world.simulator.advance(300);
  return json.id;
}

const statusOf = async (id: number | string) => (await vpsorg("GET", `/servers/${id}/`)).json.status;

describe("VPS.org access", () => {
  test.each([
    ["no header", {}],
    ["a wrong token", { authorization: "Bearer vps_wrong" }],
    ["another scheme", { authorization: "Token vps_simulated_token" }],
  ])("401 for %s", async (_, headers) => {
    for (const path of ["/account/me/", "/servers/", "/servers/1/"]) {
      const reply = await send("GET", `${world.url}/vpsorg/api/v1${path}`, {
        headers: headers as Record<string, string>,
      });
      expect(reply.status).toBe(401);
      expect(typeof reply.json.detail).toBe("string");
    }
  });

  test("401 once the token has expired", async () => {
    world.simulator.patch({ vpsorg: { token: { expires_at: "2020-01-01T00:00:00Z" } } });
    expect((await vpsorg("GET", "/account/me/")).status).toBe(401);
  });

  test("the account and its token, in full", async () => {
    const { status, json } = await vpsorg("GET", "/account/me/");
    expect(status).toBe(200);
    expect(json).toEqual({
      account: {
        email: "john@example.com",
        first_name: "John",
        last_name: "Doe",
        company_name: "Acme Inc.",
        created_at: "2024-06-15",
      },
      token: {
        name: "Simulated token",
        permissions: ["*:*"],
        created_at: "2025-01-10T14:30:00Z",
        last_used_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        expires_at: null,
        is_expired: false,
      },
    });
  });

  test("an account without a company has null", async () => {
    world.simulator.patch({ vpsorg: { account: { company_name: null } } });
    expect((await vpsorg("GET", "/account/me/")).json.account.company_name).toBeNull();
  });

  test.each([
    [["servers:list"], 403],
    [["servers:create"], 201],
    [["servers:*"], 201],
    [["*:*"], 201],
  ])("a token with %j creating a server", async (permissions, expected) => {
    world.simulator.patch({ vpsorg: { token: { permissions } } });
    expect((await vpsorg("POST", "/servers/", WEB)).status).toBe(expected);
    expect((await vpsorg("GET", "/account/me/")).status).toBe(200);
  });
});

describe("VPS.org paths", () => {
  test("a forgotten slash is redirected for GET, with its query", async () => {
    const reply = await vpsorg("GET", "/servers?status=active");
    expect(reply.status).toBe(301);
    expect(reply.headers.get("location")).toBe("/vpsorg/api/v1/servers/?status=active");
  });

  test("unknown paths and methods", async () => {
    const unknown = await vpsorg("GET", "/nothing/");
    expect([unknown.status, unknown.json]).toEqual([404, { detail: "Not found." }]);
    expect((await vpsorg("DELETE", "/servers/")).status).toBe(405);
    expect((await vpsorg("GET", "/servers/%zz/")).status).toBe(400);
    expect((await vpsorg("GET", "/servers/constructor/")).status).toBe(404);
  });
});

describe("VPS.org servers", () => {
  test("the documented creation", async () => {
    const { status, json } = await vpsorg("POST", "/servers/", {
      ...WEB,
      hostname: "web02.example.com",
      backups_enabled: true,
    });
    expect(status).toBe(201);
    expect(json).toEqual({
      id: 12345,
      name: "web-server-02",
      hostname: "web02.example.com",
      status: "provisioning",
      ip_address: null,
      location: "us-west",
      plan: { id: 1, name: "Standard VPS", vcpus: 2, memory: 4096, storage: 80 },
      os: { id: 5, name: "Ubuntu 22.04 LTS" },
      backups_enabled: true,
      created_at: expect.stringMatching(/Z$/),
      updated_at: json.created_at,
      message: expect.any(String),
    });
  });

  test("a form is as good as JSON", async () => {
    const form = { ...WEB, plan_id: "1", os_id: "5", backups_enabled: "true" };
    const headers = { authorization: `Bearer ${world.simulator.env.VPS_API_TOKEN}` };
    const { status, json } = await send("POST", `${world.simulator.env.VPS_API_URL}/servers/`, { form, headers });
    expect([status, json.backups_enabled]).toEqual([201, true]);
  });

  test.each([
    ["name", { name: undefined }],
    ["name", { name: "web server" }],
    ["name", { name: "web_1" }],
    ["name", { name: 7 }],
    ["plan_id", { plan_id: 99 }],
    ["plan_id", { plan_id: "large" }],
    ["os_id", { os_id: 99 }],
    ["location", { location: "mars" }],
    ["location", { location: undefined }],
    ["hostname", { hostname: "not a host" }],
    ["ssh_key_id", { ssh_key_id: "key" }],
    ["backups_enabled", { backups_enabled: "perhaps" }],
  ])("400 that names %s for %j", async (field, wrong) => {
    const { status, json } = await vpsorg("POST", "/servers/", { ...WEB, ...wrong });
    expect(status).toBe(400);
    expect(Object.keys(json)).toEqual([field]);
  });

  test("402 when the credit is used up, and nothing is created", async () => {
    world.simulator.patch({ vpsorg: { account: { credit: 15 } } });
    expect((await vpsorg("POST", "/servers/", WEB)).status).toBe(201);
    expect((await vpsorg("POST", "/servers/", WEB)).status).toBe(402);
    expect((await vpsorg("GET", "/servers/")).json.count).toBe(1);
  });

  test("provisioning takes 2 to 5 minutes; the address may come before the status", async () => {
    const { json } = await vpsorg("POST", "/servers/", WEB);
    const get = async () => (await vpsorg("GET", `/servers/${json.id}/`)).json;
    world.simulator.advance(50);
    expect(await get()).toMatchObject({ status: "provisioning", ip_address: null, ipv6_address: null });

    const due = Date.parse(world.simulator.state().vpsorg.servers[json.id]?.transition?.at ?? "");
    const created = Date.parse(json.created_at);
    expect(due - created).toBeGreaterThanOrEqual(120_000);
    expect(due - created).toBeLessThan(302_000);

    world.simulator.advance((due - created) / 1000 - 60);
    expect(await get()).toMatchObject({ status: "provisioning", ip_address: expect.stringMatching(/^203\.0\.113\./) });
    world.simulator.advance(15);
    expect(await get()).toMatchObject({ status: "active", ipv6_address: expect.stringMatching(/^2001:0db8::/) });
  });

  test("a single server has every documented field, a listed one fewer", async () => {
    const id = await createActive();
    const { json } = await vpsorg("GET", `/servers/${id}/`);
    expect(Object.keys(json)).toEqual([
      ...["id", "name", "hostname", "status", "ip_address", "ipv6_address", "location", "plan", "os"],
      ...["backups_enabled", "resource_usage", "created_at", "updated_at"],
    ]);
    expect(json.plan.bandwidth).toBe(2048);
    expect(Object.keys(json.resource_usage)).toEqual(["cpu_percent", "memory_used", "disk_used", "bandwidth_used"]);

    const list = (await vpsorg("GET", "/servers/")).json;
    expect(Object.keys(list)).toEqual(["count", "results"]);
    expect(Object.keys(list.results[0])).toEqual([
      ...["id", "name", "hostname", "status", "ip_address", "location", "plan", "os", "created_at", "updated_at"],
    ]);
    expect(list.results[0].plan).not.toHaveProperty("bandwidth");
  });

  test("the list's filters", async () => {
    const stopped = await createActive();
    await createActive({ location: "us-east" });
    world.simulator.patch({ vpsorg: { servers: { [stopped]: { status: "stopped" } } } });
    const counts = async (query: string) => (await vpsorg("GET", `/servers/${query}`)).json.count;
    expect(await counts("?status=stopped")).toBe(1);
    expect(await counts("?location=us-east")).toBe(1);
    expect(await counts("?status=stopped&location=us-east")).toBe(0);
    expect(await counts("")).toBe(2);
  });

  test("PUT needs all three fields, PATCH any of them", async () => {
    const id = await createActive();
    expect((await vpsorg("PUT", `/servers/${id}/`, { name: "new", hostname: "a.example" })).json).toHaveProperty(
      "backups_enabled",
    );
    const all = { name: "new", hostname: "web-updated.example.com", backups_enabled: true };
    expect((await vpsorg("PUT", `/servers/${id}/`, all)).status).toBe(200);
    expect((await vpsorg("GET", `/servers/${id}/`)).json).toMatchObject(all);

    expect((await vpsorg("PATCH", `/servers/${id}/`, { name: "newer" })).status).toBe(200);
    expect((await vpsorg("GET", `/servers/${id}/`)).json).toMatchObject({ ...all, name: "newer" });
    expect((await vpsorg("PATCH", `/servers/${id}/`, { name: "a b" })).status).toBe(400);
  });

  test("stop, start and reboot go through their statuses", async () => {
    const id = await createActive();
    const steps = [
      ["stop", "stopping", "stopped"],
      ["start", "starting", "active"],
      ["reboot", "rebooting", "active"],
    ] as const;
    for (const [verb, during, after] of steps) {
      const { status, json } = await vpsorg("POST", `/servers/${id}/${verb}/`);
      expect(status).toBe(200);
      expect(json).toEqual({
        status: "success",
        message: `Server is ${during}`,
        server: { id, name: "web-server-02", status: during },
      });
      expect(await statusOf(id)).toBe(during);
      world.simulator.advance(30);
      expect(await statusOf(id)).toBe(after);
    }
  });

  test("power actions in the wrong state are a 400", async () => {
    const id = await createActive();
    expect((await vpsorg("POST", `/servers/${id}/start/`)).status).toBe(400);
    for (const status of ["stopped", "suspended", "maintenance-x", "provisioning"]) {
      world.simulator.patch({ vpsorg: { servers: { [id]: { status } } } });
      expect((await vpsorg("POST", `/servers/${id}/reboot/`)).status).toBe(400);
      expect((await vpsorg("POST", `/servers/${id}/stop/`)).status).toBe(400);
      expect(await statusOf(id)).toBe(status);
    }
  });

  test("404 for what does not exist", async () => {
    const calls = [
      ["GET", ""],
      ["PUT", ""],
      ["PATCH", ""],
      ["DELETE", ""],
      ["POST", "start/"],
      ["POST", "stop/"],
      ["POST", "reboot/"],
    ] as const;
    for (const [method, rest] of calls) expect((await vpsorg(method, `/servers/1/${rest}`)).status).toBe(404);
  });

  test("broken bodies", async () => {
    const url = `${world.simulator.env.VPS_API_URL}/servers/`;
    const headers = { authorization: `Bearer ${world.simulator.env.VPS_API_TOKEN}` };
    const post = (body: string, type: string) =>
      fetch(url, { method: "POST", body, headers: { ...headers, "content-type": type } });
    expect((await post("{", "application/json")).status).toBe(400);
    expect((await post("[]", "application/json")).status).toBe(400);
    expect((await post("<a/>", "text/xml")).status).toBe(415);
    expect((await post(`"${"x".repeat(2_000_000)}"`, "application/json")).status).toBe(413);
  });
});

describe("servers changed behind everybody's back", () => {
  test("a server that is patched in gets what is missing", async () => {
    world.simulator.patch({ vpsorg: { servers: { "777": { name: "by-hand" } } } });
    expect((await vpsorg("GET", "/servers/777/")).json).toMatchObject({
      id: 777,
      name: "by-hand",
      status: "active",
      ip_address: expect.any(String),
      plan: { id: 1 },
    });
  });

  test("ids that are taken are skipped", async () => {
    world.simulator.patch({ vpsorg: { servers: { "12345": {} } } });
    expect((await vpsorg("POST", "/servers/", WEB)).json.id).toBe(12346);
  });

  test("null deletes, and an id never comes back", async () => {
    const id = await createActive();
    world.simulator.patch({ vpsorg: { servers: { [id]: null } } });
    expect((await vpsorg("GET", `/servers/${id}/`)).status).toBe(404);
    expect((await vpsorg("POST", "/servers/", WEB)).json.id).toBe(id + 1);
  });

  test("a status nobody documented sticks", async () => {
    const { json } = await vpsorg("POST", "/servers/", WEB);
    world.simulator.patch({ vpsorg: { servers: { [json.id]: { status: "maintenance-x" } } } });
    world.simulator.advance(10_000);
    expect(await statusOf(json.id)).toBe("maintenance-x");
  });

  test("a stuck server goes on once it is let go", async () => {
    const { json } = await vpsorg("POST", "/servers/", WEB);
    world.simulator.patch({ vpsorg: { servers: { [json.id]: { stuck: true } } } });
    world.simulator.advance(10_000);
    expect(await statusOf(json.id)).toBe("provisioning");
    world.simulator.patch({ vpsorg: { servers: { [json.id]: { stuck: false } } } });
    expect(await statusOf(json.id)).toBe("active");
  });
});
