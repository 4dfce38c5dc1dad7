import { send, useSimulator } from "./support";

const world = useSimulator();
const { fornex, legacy } = world;

const ZONE = "/dns/v0.1/example.com/";
const RECORD = { host: "example", type: "A", value: "1.2.3.4", ttl: "600", prio: "5" };
const addZone = () => legacy("POST", "/dns/v0.1/add_domain/", { name: "example.com", ip: "127.0.0.1" });
const entries = async (fields = {}) => (await legacy("GET", `${ZONE}entry_set.json`, fields)).json.entry_set;
const vps = () => world.simulator.state().fornex.orders["34-177054"]?.vps;

const MISSING = { error: "Объект не найден." };

describe("Fornex 0.1 access", () => {
  const ask = (method: string, path: string, asked = {}) => send(method, `${world.url}/fornex/api${path}`, asked);

  test.each([
    ["GET", "/orders/list"],
    ["GET", "/orders/list?apikey=simulated.wrong"],
    ["GET", "/vps/passwd_reset/34-177054/"],
    ["POST", "/dns/v0.1/add_domain/"],
    ["POST", "/vps/stop/34-177054/?apikey=simulated.0123456789abcdef"],
    ["GET", "/account/info?apikey=simulated.wrong"],
    ["GET", "/ssh_keys/?apikey=simulated.wrong"],
  ])("403 for %s %s", async (method, path) => {
    const { status, json } = await ask(method, path);
    expect([status, typeof json.error]).toEqual([403, "string"]);
    expect(vps()?.log).toEqual({});
  });

  test("the header opens nothing that only this API version has, nor does a JSON body", async () => {
    const headers = { authorization: `Api-Key ${world.simulator.env.FORNEX_API_KEY}` };
    expect((await ask("GET", "/orders/list", { headers })).status).toBe(403);
    const json = { apikey: world.simulator.env.FORNEX_API_KEY };
    expect((await ask("POST", "/vps/stop/34-177054/", { json })).status).toBe(403);
  });

  test("common paths speak the API version of the key's place", async () => {
    expect((await legacy("GET", "/account/balance")).json).toEqual({ balance: 91, currency: "EUR" });
    expect((await legacy("GET", "/ssh_keys/")).json[0]).toEqual({
      date: "December 19, 2017",
      id: 67,
      key: expect.any(String),
      title: "test@test",
    });
    expect((await fornex("GET", "/ssh_keys/")).json[0].date).toBe("2017-12-19T09:30:00");
    expect((await ask("GET", "/ssh_keys/")).status).toBe(401);
    expect((await legacy("GET", "/orders/")).json.count).toBe(5);
  });
});

describe("Fornex 0.1 DNS", () => {
  beforeEach(addZone);

  test("a domain: added, listed, deleted", async () => {
    const made = await legacy("POST", "/dns/v0.1/add_domain/", { name: "test.com", ip: "10.10.10.18" });
    expect([made.status, made.json]).toEqual([200, { ok: true, name: "test.com" }]);
    const { json } = await legacy("GET", "/dns/v0.1/domain_list.json", { q: "10.10.10.18" });
    expect(json).toMatchObject([{ name: "test.com", tags: [] }]);
    expect(json[0].created).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
    expect(json[0].entry_set).toContainEqual({
      id: expect.any(Number),
      host: "",
      type: "A",
      value: "10.10.10.18",
      ttl: null,
    });
    expect((await legacy("GET", "/dns/v0.1/domain_list.json", { tag: "none" })).json).toEqual([]);

    expect((await legacy("POST", "/dns/v0.1/test.com/delete_domain/")).json).toEqual({ ok: true });
    expect((await legacy("GET", "/dns/v0.1/domain_list.json")).json).toHaveLength(1);
    expect(await legacy("POST", "/dns/v0.1/test.com/delete_domain/")).toMatchObject({ status: 200, json: MISSING });
  });

  test("the list is not cut into pages", async () => {
    const names = Array.from({ length: 23 }, (_, index) => [`d${index}.example`, {}]);
    world.simulator.patch({ fornex: { domains: Object.fromEntries(names) } });
    expect((await legacy("GET", "/dns/v0.1/domain_list.json")).json).toHaveLength(24);
  });

  test("a record: added, listed, changed, deleted", async () => {
    const { json } = await legacy("POST", `${ZONE}entry_set/add/`, RECORD);
    expect(json).toEqual({ ok: true, pk: expect.any(Number) });
    expect(await entries({ q: "example" })).toEqual([
      { id: json.pk, host: "example", prio: null, type: "A", ttl: 600, value: "1.2.3.4" },
    ]);

    const path = `${ZONE}entry_set/${json.pk}/`;
    expect((await legacy("POST", path, { ...RECORD, value: "1.2.3.5", ttl: "" })).json).toEqual({ ok: true });
    expect(await entries({ q: "example" })).toMatchObject([{ id: json.pk, value: "1.2.3.5", ttl: null }]);
    expect((await legacy("POST", `${path}delete/`)).json).toEqual({ ok: true });
    expect(await entries({ q: "example" })).toEqual([]);
    expect((await legacy("POST", `${path}delete/`)).json).toEqual(MISSING);
  });

  test("priorities: 0 becomes 1", async () => {
    await legacy("POST", `${ZONE}entry_set/add/`, { type: "MX", value: "aspmx.example", prio: "0" });
    expect(await entries({ q: "aspmx" })).toMatchObject([{ host: "", type: "MX", prio: 1, ttl: null }]);
  });

  test("an equal record is refused, in Russian, with 200", async () => {
    await legacy("POST", `${ZONE}entry_set/add/`, RECORD);
    const { status, json } = await legacy("POST", `${ZONE}entry_set/add/`, RECORD);
    expect([status, json]).toEqual([200, { error: "Такая запись уже существует." }]);
    expect((await fornex("POST", "/dns/domain/example.com/entry_set/", { ...RECORD, ttl: 600 })).status).toBe(201);
  });

  test("a CNAME beside another record is refused, in Russian, with 200; where that is taken, it is taken here too", async () => {
    const cname = { ...RECORD, type: "CNAME", value: "other.example.net" };
    const BESIDE_CNAME = { error: "Запись CNAME не может существовать вместе с другими записями этого хоста." };
    const { pk } = (await legacy("POST", `${ZONE}entry_set/add/`, RECORD)).json;
    const refused = await legacy("POST", `${ZONE}entry_set/add/`, cname);
    expect([refused.status, refused.json]).toEqual([200, BESIDE_CNAME]);
    expect((await legacy("POST", `${ZONE}entry_set/add/`, { ...cname, host: "@" })).json).toEqual(BESIDE_CNAME);
    expect((await legacy("POST", `${ZONE}entry_set/${pk}/`, cname)).json).toEqual({ ok: true });
    expect((await legacy("POST", `${ZONE}entry_set/add/`, RECORD)).json).toEqual(BESIDE_CNAME);
    world.simulator.patch({ fornex: { switches: { acceptRecordsBesideCname: true } } });
    expect((await legacy("POST", `${ZONE}entry_set/add/`, RECORD)).json).toMatchObject({ ok: true });
  });

  test.each([
    ["type", { type: "SOA" }],
    ["value", { value: "" }],
    ["ttl", { ttl: "60" }],
  ])("200 with an error that names %s for %j", async (field, fields) => {
    const { status, json } = await legacy("POST", `${ZONE}entry_set/add/`, { ...RECORD, ...fields });
    expect([status, json]).toEqual([200, { error: `Ошибка в полях: ${field}.` }]);
  });

  test.each([
    ["GET", "/dns/v0.1/none.example/entry_set.json"],
    ["GET", "/dns/v0.1/none.example/zone_file/"],
    ["POST", "/dns/v0.1/none.example/entry_set/add/"],
    ["POST", `${ZONE}entry_set/1/`],
    ["POST", "/change_ns/375-99/"],
  ] as const)("200 with an error for %s %s", async (method, path) => {
    expect(await legacy(method, path)).toMatchObject({ status: 200, json: MISSING });
  });

  test("403 for who may not create domains", async () => {
    world.simulator.patch({ fornex: { switches: { domainCreationDenied: true } } });
    const { status, json } = await legacy("POST", "/dns/v0.1/add_domain/", { name: "a.example", ip: "127.0.0.1" });
    expect([status, Object.keys(json)]).toEqual([403, ["error"]]);
  });

  test("the zone file is text", async () => {
    const { headers, text } = await legacy("GET", `${ZONE}zone_file/`);
    expect(headers.get("content-type")).toBe("text/plain");
    expect(text).toMatch(/^\$TTL 21600\n@ IN SOA ns1\.fornex\.com\. hostmaster\.fornex\.com\. \(/);
  });

  test("name servers: the answer is an array", async () => {
    const nss = "ns1.company.com,ns2.company.com";
    expect((await legacy("POST", "/change_ns/375-13/", { nss })).json).toEqual([{ ok: true }]);
    expect(world.simulator.state().fornex.domainOrders["375-13"]).toEqual({ nss });
  });

  test("both API versions show one world", async () => {
    const { json } = await legacy("POST", `${ZONE}entry_set/add/`, RECORD);
    expect((await fornex("GET", "/dns/domain/example.com/entry_set/?q=1.2.3.4")).json).toMatchObject([{ id: json.pk }]);
  });
});

describe("Fornex 0.1 orders and servers", () => {
  test("orders as a bare array", async () => {
    const { json } = await legacy("GET", "/orders/list");
    expect(json).toHaveLength(5);
    expect(json.map(({ tariff_id }: { tariff_id: number }) => tariff_id)).toEqual([33, 433, 101, 12, 1]);
    expect(json[0]).toEqual({
      cost_month: 148,
      expiration_date: expect.any(String),
      id: "34-1234",
      ipaddress_set: ["203.0.113.123"],
      name: "user-defined-name",
      hostname: "srv-123.fornex.org",
      status: "active",
      tariff: "VPS Master",
      tariff_id: 33,
      tariff_price: 140,
      type: "vps",
    });
  });

  test.each([
    ["stop", "on", "off"],
    ["start", "off", "on"],
    ["restart", "on", "on"],
    ["hard_reset", "on", "on"],
  ])("%s answers no job: only the status tells", async (action, power, end) => {
    world.simulator.patch({ fornex: { orders: { "34-177054": { vps: { power } } } } });
    const { status, json } = await legacy("POST", `/vps/${action}/34-177054/`);
    expect([status, json]).toEqual([200, { ok: "True" }]);
    expect((await legacy("GET", "/vps/status/34-177054/")).json).toEqual({ status: power });
    world.simulator.advance(60);
    expect((await legacy("GET", "/vps/status/34-177054/")).json).toEqual({ status: end });
  });

  test("passwd_reset: a GET that changes something, and its log entry", async () => {
    world.simulator.patch({ fornex: { orders: { "34-177054": {} } } });
    const { json } = await legacy("GET", "/vps/passwd_reset/34-177054/");
    expect(json).toEqual({ passwd: expect.any(String), resp_id: expect.any(Number) });
    const details = async () =>
      (await legacy("GET", "/vps/log_details/34-177054/", { log_id: String(json.resp_id) })).json;
    expect(await details()).toEqual({
      action: "Set root password",
      completed: false,
      job_action: "set_root_passwd",
      job_state: "ready",
      note: "Resetting root password",
      pk: json.resp_id,
      time: expect.stringMatching(/^\d\d\.\d\d\.\d{4} \d\d:\d\d$/),
      user: "username",
    });
    world.simulator.advance(30);
    expect(await details()).toMatchObject({ completed: true, job_state: "done" });
    expect(vps()?.rootPassword).toBe(json.passwd);
    expect((await legacy("POST", "/vps/passwd_reset/34-177054/")).status).toBe(405);
  });

  test("a busy server: 200 with an error", async () => {
    await legacy("POST", "/vps/restart/34-177054/");
    expect(await legacy("GET", "/vps/passwd_reset/34-177054/")).toMatchObject({
      status: 200,
      json: { error: "Операция невозможна." },
    });
  });

  test.each([
    ["GET", "/vps/status/34-9/"],
    ["POST", "/vps/stop/34-9/"],
    ["GET", "/vps/passwd_reset/34-9/"],
    ["GET", "/vps/log_details/34-177054/"],
    ["GET", "/ssh_keys/34-9/"],
    ["POST", "/ssh_keys/34-9/add/"],
  ] as const)("200 with an error for %s %s", async (method, path) => {
    expect(await legacy(method, path, { log_id: "1", key_pk: "67" })).toMatchObject({ status: 200, json: MISSING });
  });
});

describe("Fornex 0.1 SSH keys", () => {
  const KEY = "ssh-rsa tt3BPrBTUCasdasdGXsCXmiF03LD/f9 test@test";
  const linked = async () => (await legacy("GET", "/ssh_keys/34-177054/")).json.map(({ id }: { id: number }) => id);

  test("added, linked everywhere, unlinked, linked, deleted", async () => {
    const { status, json } = await legacy("POST", "/ssh_keys/add/", { title: "test key", key: KEY });
    expect([status, json]).toEqual([
      200,
      {
        date: expect.stringMatching(/^[A-Z][a-z]+ \d{1,2}, \d{4}$/),
        id: expect.any(Number),
        key: KEY,
        title: "test@test",
      },
    ]);
    const key_pk = String(json.id);
    expect(await linked()).toEqual([67, json.id]);
    expect((await legacy("POST", "/ssh_keys/34-177054/delete/", { key_pk })).json).toEqual({ ok: true });
    expect(await linked()).toEqual([67]);
    expect((await legacy("POST", "/ssh_keys/34-177054/add/", { key_pk })).json).toEqual({ ok: true });
    expect(await linked()).toEqual([67, json.id]);
    expect((await legacy("POST", "/ssh_keys/delete/", { key_pk })).json).toEqual({ ok: true });
    expect(await linked()).toEqual([67]);
    expect((await legacy("POST", "/ssh_keys/delete/", { key_pk })).json).toEqual(MISSING);
    expect((await legacy("POST", "/ssh_keys/delete/")).json).toEqual({ error: "Ошибка в полях: key_pk." });
  });
});
