import { useSimulator } from "./support";

const world = useSimulator();
const { fornex } = world;

const ORDER = "/orders/34-177054/";
const VPS = "/vps/34-177054";
const vps = () => world.simulator.state().fornex.orders["34-177054"]?.vps;
const statusOf = async () => (await fornex("GET", `${VPS}/status/`)).json.status;
const detailsOf = async (pk: number) => (await fornex("GET", `${VPS}/log_details/${pk}/`)).json;
const patchVps = (part: object) => world.simulator.patch({ fornex: { orders: { "34-177054": { vps: part } } } });

describe("Fornex orders", () => {
  test("the account begins with two servers and one of every other kind", async () => {
    const { status, json } = await fornex("GET", "/orders/");
    expect(status).toBe(200);
    expect(json).toMatchObject({ count: 5, next: null, previous: null });
    expect(json.results.map(({ id, type }: { id: string; type: string }) => [id, type])).toEqual([
      ["34-1234", "vps"],
      ["34-5678", "ds"],
      ["34-177054", "vps"],
      ["301-12312", "vpn"],
      ["375-13", "domain"],
    ]);
    expect(json.results[0]).toEqual({
      id: "34-1234",
      name: "user-defined-name",
      tariff: "VPS Master",
      tariff_price: 140,
      type: "vps",
      hostname: "srv-123.fornex.org",
      ipaddress_set: ["203.0.113.123"],
      status: "active",
      cost_month: 148,
      expiration_date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
      tags: [],
      cancel_mark: false,
      project: null,
    });
    expect((await fornex("GET", "/orders/34-1234/")).json).toEqual(json.results[0]);
    expect((await fornex("GET", "/orders/375-13/")).json).toMatchObject({ type: "domain", ipaddress_set: null });
  });

  test("as servers they show their configuration", async () => {
    const { json } = await fornex("GET", "/orders/vps/");
    expect(json.results).toHaveLength(2);
    expect(json.results[1]).toMatchObject({
      id: "34-177054",
      configuration: { cpu_count: 1, ram_size: 2, disk_size: 20, disk_class: null, cpu_arch: "x86_64" },
    });
    expect((await fornex("GET", "/orders/vps/34-177054/")).json).toEqual(json.results[1]);
    expect((await fornex("GET", "/orders/vps/375-13/")).status).toBe(404);
  });

  test("pages of 10, filtered and ordered", async () => {
    const more = Array.from({ length: 21 }, (_, index) => [`34-${index + 1}`, { cancel_mark: index < 3 }]);
    world.simulator.patch({ fornex: { orders: Object.fromEntries(more) } });
    const first = (await fornex("GET", "/orders/vps/")).json;
    expect([first.count, first.results.length]).toEqual([23, 10]);
    expect(first.results.slice(0, 2).map(({ id }: { id: string }) => id)).toEqual(["34-1", "34-2"]);
    expect(first.next).toBe(`${world.url}/fornex/api/orders/vps/?page=2`);
    expect((await fornex("GET", "/orders/?cancel_mark=true")).json.count).toBe(3);
    expect((await fornex("GET", "/orders/?cancel_mark=false")).json.count).toBe(23);

    world.simulator.patch({ fornex: { orders: { "34-20": { expiration_date: "2020-01-01T00:00:00" } } } });
    expect((await fornex("GET", "/orders/?ordering=expired")).json.results[0].id).toBe("34-20");
    expect((await fornex("GET", "/orders/?ordering=name")).status).toBe(400);
    world.simulator.patch({ fornex: { switches: { foreignNext: true } } });
    expect((await fornex("GET", "/orders/")).json.next).toBe("https://fornex.invalid/fornex/api/orders/?page=2");
  });

  test("name and tags are changed, the rest stays", async () => {
    const changed = await fornex("PATCH", ORDER, { name: "shop" });
    expect([changed.status, changed.json]).toEqual([200, { name: "shop", tags: [], project: null }]);
    expect((await fornex("PATCH", ORDER, { tags: ["a", "b"] })).json).toEqual({
      name: "shop",
      tags: ["a", "b"],
      project: null,
    });
    expect((await fornex("GET", ORDER)).json).toMatchObject({ name: "shop", tags: ["a", "b"], cost_month: 5 });
    expect((await fornex("PATCH", ORDER, { tags: [], project: null })).json.tags).toEqual([]);
    expect((await fornex("PATCH", ORDER, undefined, { name: "form", tags: "one" })).json).toMatchObject({
      name: "form",
      tags: ["one"],
    });
  });

  test.each([
    ["name", { name: "" }],
    ["name", { name: "x".repeat(65) }],
    ["tags", { tags: [""] }],
    ["tags", { tags: {} }],
    ["project", { project: 7 }],
  ])("400 that names %s for %j", async (field, body) => {
    const { status, json } = await fornex("PATCH", ORDER, body);
    expect([status, Object.keys(json)]).toEqual([400, [field]]);
  });

  test("cancelled at the end of its term, and not", async () => {
    expect((await fornex("POST", `${ORDER}cancel/`)).json.status).toBe("cancel_pending");
    expect((await fornex("GET", ORDER)).json).toMatchObject({ cancel_mark: true, status: "active" });
    expect(await fornex("DELETE", `${ORDER}cancel/`)).toMatchObject({ status: 204, text: "" });
    expect((await fornex("GET", ORDER)).json.cancel_mark).toBe(false);
    expect((await fornex("POST", `${ORDER}cancel/`, { when: "now" })).status).toBe(400);

    world.simulator.patch({ fornex: { orders: { "34-177054": { status: "unpaid" } } } });
    expect((await fornex("POST", `${ORDER}cancel/`, { save_backup: false })).json.status).toBe("canceled");
    expect((await fornex("GET", ORDER)).status).toBe(404);
  });

  test("ordering a server is not granted", async () => {
    expect((await fornex("POST", "/orders/vps/", { location: "DE" })).status).toBe(403);
  });

  test.each([
    ["GET", "/orders/34-9/"],
    ["PATCH", "/orders/34-9/"],
    ["POST", "/orders/34-9/cancel/"],
    ["GET", "/vps/34-9/status/"],
    ["POST", "/vps/34-9/start/"],
    ["POST", "/vps/34-9/passwd_reset/"],
    ["GET", "/vps/34-9/ssh_keys/"],
    ["GET", "/vps/34-177054/log_details/1/"],
    ["GET", "/vps/375-13/status/"],
  ])("404 for %s %s", async (method, path) => {
    expect((await fornex(method, path)).status).toBe(404);
  });
});

describe("Fornex jobs", () => {
  test("stop: ready, then done, and the server is off", async () => {
    const { status, json } = await fornex("POST", `${VPS}/stop/`);
    expect(status).toBe(200);
    expect(json).toEqual({
      pk: expect.any(Number),
      action: "Stop",
      note: "Stopping",
      user: "username",
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/),
      completed: false,
      job_state: "ready",
      job_action: "stop",
    });
    expect(await detailsOf(json.pk)).toEqual(json);
    expect(await statusOf()).toBe("on");

    world.simulator.advance(21);
    expect(await detailsOf(json.pk)).toMatchObject({ completed: true, job_state: "done", note: "Stopping: done" });
    expect(await statusOf()).toBe("off");
  });

  test.each([
    ["start", "off", "on"],
    ["restart", "on", "on"],
    ["restart", "off", "on"],
    ["hard_reset", "on", "on"],
  ])("%s of what is %s ends %s", async (action, power, end) => {
    patchVps({ power });
    const { json } = await fornex("POST", `${VPS}/${action}/`);
    world.simulator.advance(60);
    expect(await statusOf()).toBe(end);
    expect(await detailsOf(json.pk)).toMatchObject({ job_action: action, job_state: "done" });
  });

  test("the rescue system", async () => {
    await fornex("POST", `${VPS}/rescue_mode/`);
    world.simulator.advance(60);
    expect(vps()).toMatchObject({ rescue: true, power: "on" });
    await fornex("POST", `${VPS}/stop_rescue_mode/`);
    world.simulator.advance(60);
    expect(vps()?.rescue).toBe(false);
  });

  test("a new root password opens the server once its job is done", async () => {
    const { status, json } = await fornex("POST", `${VPS}/passwd_reset/`);
    expect([status, Object.keys(json)]).toEqual([200, ["passwd", "resp_id"]]);
    expect(await detailsOf(json.resp_id)).toMatchObject({
      action: "Set root password",
      job_action: "set_root_passwd",
      note: "Resetting root password",
      job_state: "ready",
    });
    expect(vps()?.rootPassword).toBe("oldpassword");
    world.simulator.advance(30);
    expect(vps()?.rootPassword).toBe(json.passwd);
    expect((await fornex("GET", `${VPS}/passwd_reset/`)).status).toBe(405);
  });

  test("a job that is patched to fail keeps the old password", async () => {
    const { json } = await fornex("POST", `${VPS}/passwd_reset/`);
    patchVps({ log: { [json.resp_id]: { outcome: "error" } } });
    world.simulator.advance(30);
    expect(await detailsOf(json.resp_id)).toMatchObject({ completed: true, job_state: "error" });
    expect(vps()?.rootPassword).toBe("oldpassword");
  });

  test("a reset that never got an answer has happened nevertheless", async () => {
    world.simulator.fault({ hoster: "fornex", kind: "reset-after", path: "/vps/*/passwd_reset/" });
    await expect(fornex("POST", `${VPS}/passwd_reset/`)).rejects.toThrow();
    expect(Object.values(vps()?.log ?? {})).toMatchObject([{ job_action: "set_root_passwd" }]);
  });

  test("what is on is patched behind everybody's back", async () => {
    patchVps({ power: "off" });
    expect(await statusOf()).toBe("off");
    patchVps({ power: "migrating" });
    expect(await statusOf()).toBe("migrating");
  });

  test("the state can be given back as it is, in the middle of a job", async () => {
    await fornex("POST", `${VPS}/passwd_reset/`);
    const before = world.simulator.state();
    world.simulator.reset();
    world.simulator.patch(before);
    expect(world.simulator.state()).toEqual(before);
    world.simulator.advance(30);
    expect(vps()?.rootPassword).not.toBe("oldpassword");
  });
});

test.each([
  ["order ids", { orders: { web: {} } }],
  ["fornex.orders.34-1.vps.log", { orders: { "34-1": { vps: { log: { "5": { outcome: "maybe" } } } } } }],
  ["integers", { sshKeys: { one: {} } }],
])("400 that names %s for %j", (named, fornexPatch) => {
  expect(() => world.simulator.patch({ fornex: fornexPatch } as object)).toThrow(named);
});
