import { send, useSimulator } from "./support";

const world = useSimulator();
const { fornex } = world;

const ZONE = "/dns/domain/example.com/";
const addZone = (name = "example.com", ip = "127.0.0.1") => fornex("POST", "/dns/domain/", { name, ip });
const addEntry = (fields: object) => fornex("POST", `${ZONE}entry_set/`, fields);
const entries = async (query = "") => (await fornex("GET", `${ZONE}entry_set/${query}`)).json;

/** A zone without any record. */
const addBareZone = () => world.simulator.patch({ fornex: { domains: { "example.com": {} } } });

describe("Fornex access", () => {
  const get = (path: string, headers: Record<string, string>) =>
    send("GET", `${world.url}/fornex/api${path}`, { headers });

  test.each([
    ["no key", {}],
    ["a wrong key", { authorization: "Api-Key simulated.wrong" }],
    ["the key without its prefix", { authorization: "Api-Key 0123456789abcdef" }],
    ["another word", { authorization: "Bearer simulated.0123456789abcdef" }],
  ])("401 for %s", async (_, headers) => {
    for (const path of ["/account/info", "/dns/domain/"]) {
      const reply = await get(path, headers as Record<string, string>);
      expect(reply.status).toBe(401);
      expect(typeof reply.json.detail).toBe("string");
    }
  });

  test("the key as a parameter still works", async () => {
    const key = world.simulator.env.FORNEX_API_KEY ?? "";
    expect((await get(`/account/info?apikey=${key}`, {})).status).toBe(200);
    const form = { name: "example.com", ip: "127.0.0.1", apikey: key };
    expect((await send("POST", `${world.url}/fornex/api/dns/domain/`, { form })).status).toBe(201);
  });

  test("the account", async () => {
    expect((await fornex("GET", "/account/balance")).json).toEqual({ balance: 91, currency: "EUR" });
    expect((await fornex("GET", "/account/info")).json).toEqual({
      email: "example@fornex.com",
      name: "Example Account",
    });
    expect((await fornex("GET", "/account/invoices")).json).toEqual({
      unpaid_invoices_count: 0,
      unpaid_invoices_amount: 0,
      currency: "EUR",
    });
    expect((await fornex("GET", "/account/info/")).status).toBe(404);
  });

  test("a forgotten slash is redirected, with its query", async () => {
    const redirect = await fornex("GET", "/dns/domain?q=a");
    expect([redirect.status, redirect.headers.get("location")]).toEqual([301, "/fornex/api/dns/domain/?q=a"]);
    expect((await fornex("GET", ZONE)).status).toBe(405);
    expect((await fornex("GET", "/nothing/")).json).toEqual({ detail: "Not found." });
  });
});

describe("Fornex domains", () => {
  test("a new domain is seeded, and the answer holds the records", async () => {
    const { status, json } = await addZone();
    expect(status).toBe(201);
    expect(Object.keys(json)).toEqual(["name", "created", "updated", "tags", "entry_set"]);
    expect(json).toMatchObject({ name: "example.com", tags: [] });
    expect(json.created).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);

    const seeded = json.entry_set.filter(({ type }: { type: string }) => type !== "NS");
    expect(seeded).toEqual([
      ...["", "*", "www", "mail"].map((host) => ({
        id: expect.any(Number),
        host,
        type: "A",
        value: "127.0.0.1",
        ttl: null,
      })),
      { id: expect.any(Number), host: "", type: "MX", value: "mail", prio: expect.any(Number), ttl: null },
    ]);
    expect(json.entry_set).toEqual(await entries());
    expect((await fornex("GET", "/dns/domain/")).json.results).toEqual([json]);
  });

  test.each([
    ["name", { ip: "127.0.0.1" }],
    ["name", { name: "", ip: "127.0.0.1" }],
    ["name", { name: "localhost", ip: "127.0.0.1" }],
    ["name", { name: "a b.example", ip: "127.0.0.1" }],
    ["name", { name: `${"a".repeat(130)}.example`, ip: "127.0.0.1" }],
    ["ip", { name: "example.com" }],
    ["ip", { name: "example.com", ip: "::1" }],
  ])("400 that names %s for %j", async (field, body) => {
    const { status, json } = await fornex("POST", "/dns/domain/", body);
    expect([status, Object.keys(json)]).toEqual([400, [field]]);
  });

  test("a domain that exists is refused", async () => {
    await addZone();
    const { status, json } = await addZone("EXAMPLE.com.");
    expect([status, Object.keys(json)]).toEqual([400, ["name"]]);
  });

  test("pages of 10 with absolute addresses", async () => {
    const names = Array.from({ length: 23 }, (_, index) => [`d${index}.example`, {}]);
    world.simulator.patch({ fornex: { domains: Object.fromEntries(names) } });

    const first = (await fornex("GET", "/dns/domain/?q=example")).json;
    expect([first.count, first.results.length, first.previous]).toEqual([23, 10, null]);
    expect(first.next).toBe(`${world.url}/fornex/api/dns/domain/?q=example&page=2`);

    const last = (await fornex("GET", "/dns/domain/?page=3")).json;
    expect([last.next, last.results.length]).toEqual([null, 3]);
    expect(last.previous).toBe(`${world.url}/fornex/api/dns/domain/?page=2`);

    expect((await fornex("GET", "/dns/domain/?page_size=1000")).json.results).toHaveLength(23);
    expect((await fornex("GET", "/dns/domain/?page=4")).status).toBe(404);
  });

  test("q finds parts of names and addresses, tag finds tags", async () => {
    await addZone("one.example", "10.10.10.18");
    await addZone("two.example", "10.10.20.19");
    await fornex("PUT", "/dns/domain/two.example/tags/", { tags: ["shop"] });
    const names = async (query: string) =>
      (await fornex("GET", `/dns/domain/${query}`)).json.results.map(({ name }: { name: string }) => name);
    expect(await names("?q=one")).toEqual(["one.example"]);
    expect(await names("?q=example")).toEqual(["one.example", "two.example"]);
    expect(await names("?q=10.20")).toEqual(["two.example"]);
    expect(await names("?tag=shop")).toEqual(["two.example"]);
    expect(await names("?tag=sho")).toEqual([]);
  });

  test("a deleted domain is gone with its records", async () => {
    await addZone();
    expect(await fornex("DELETE", ZONE)).toMatchObject({ status: 204, text: "" });
    const missing = [
      ["DELETE", ZONE],
      ["GET", `${ZONE}entry_set/`],
      ["POST", `${ZONE}entry_set/`],
      ["GET", `${ZONE}zone_file/`],
      ["PUT", `${ZONE}tags/`],
      ["DELETE", `${ZONE}entry_set/1/`],
    ] as const;
    for (const [method, path] of missing) {
      const { status, json } = await fornex(method, path);
      expect([status, json]).toEqual([404, { detail: "No Domain matches the given query." }]);
    }
  });

  test("tags", async () => {
    await addZone();
    expect((await fornex("PUT", `${ZONE}tags/`, { tags: ["a", "b"] })).json).toEqual({ tags: ["a", "b"] });
    const form = await fornex("PUT", `${ZONE}tags/`, undefined, [
      ["tags", "c"],
      ["tags", "d"],
    ]);
    expect(form.json).toEqual({ tags: ["c", "d"] });
    expect((await fornex("PUT", `${ZONE}tags/`, { tags: [""] })).status).toBe(400);
    expect((await fornex("PUT", `${ZONE}tags/`, {})).json).toEqual({ tags: ["This field is required."] });
  });

  test("the zone file is a BIND zone in plain text", async () => {
    await addZone();
    await addEntry({ type: "TXT", value: 'say "hi"', ttl: 600 });
    await addEntry({ host: "_sip._tcp", type: "SRV", value: "5 5060 sip.example.net", prio: 7 });
    const { headers, text } = await fornex("GET", `${ZONE}zone_file/`);
    expect(headers.get("content-type")).toBe("text/plain");
    const lines = text.split("\n");
    expect(lines.slice(0, 2)).toEqual(["$TTL 21600", "@ IN SOA ns1.fornex.com. hostmaster.fornex.com. ("]);
    expect(lines).toEqual(
      expect.arrayContaining([
        "@ IN NS ns1.fornex.com.",
        "www IN A 127.0.0.1",
        "@ IN MX 10 mail",
        '@ 600 IN TXT "say \\"hi\\""',
        "_sip._tcp IN SRV 7 5 5060 sip.example.net.",
      ]),
    );
  });

  test("name servers of a domain order", async () => {
    const nss = "ns1.company.com,ns2.company.com";
    expect((await fornex("POST", "/dns/order/375-13/change_ns/", { nss })).json).toEqual({ nss });
    expect(world.simulator.state().fornex.domainOrders["375-13"]).toEqual({ nss });
    expect((await fornex("POST", "/dns/order/375-13/change_ns/", { nss: "" })).status).toBe(400);
    expect((await fornex("POST", "/dns/order/375-99/change_ns/", { nss })).status).toBe(404);
  });

  test("international names are known by both spellings", async () => {
    expect((await addZone("пример.рф")).json.name).toBe("xn--e1afmkfd.xn--p1ai");
    expect((await fornex("GET", `/dns/domain/${encodeURIComponent("пример.рф")}/entry_set/`)).status).toBe(200);
  });
});

describe("Fornex records", () => {
  beforeEach(addBareZone);

  test("created, listed, replaced, deleted", async () => {
    const made = await addEntry({ host: "example", type: "A", value: "1.2.3.4", ttl: 600 });
    expect(made.status).toBe(201);
    expect(made.json).toEqual({ id: expect.any(Number), host: "example", type: "A", value: "1.2.3.4", ttl: 600 });
    expect(await entries()).toEqual([made.json]);

    const path = `${ZONE}entry_set/${made.json.id}/`;
    const put = await fornex("PUT", path, { host: "other", type: "A", value: "1.2.3.5" });
    expect([put.status, put.json]).toEqual([200, { ...made.json, host: "other", value: "1.2.3.5", ttl: null }]);
    expect(await entries()).toEqual([put.json]);

    expect(await fornex("DELETE", path)).toMatchObject({ status: 204, text: "" });
    expect((await fornex("DELETE", path)).json).toEqual({ detail: "Not found" });
    expect((await fornex("PUT", path, { type: "A", value: "1.2.3.4" })).status).toBe(404);
    expect(await entries()).toEqual([]);
  });

  test("a form: numbers as text, null as nothing", async () => {
    const form = { host: "example", type: "MX", value: "mx.example.net", ttl: "600", prio: "5" };
    expect((await fornex("POST", `${ZONE}entry_set/`, undefined, form)).json).toMatchObject({ ttl: 600, prio: 5 });
    const unset = await fornex("POST", `${ZONE}entry_set/`, undefined, { ...form, ttl: "" });
    expect(unset.json.ttl).toBeNull();
  });

  test.each([120, 300, 600, 900, 1800, 3600, 7200, 18000, 43200, 86400, null])("ttl %p stays", async (ttl) => {
    const { json } = await addEntry({ type: "A", value: "1.2.3.4", ttl });
    expect(json.ttl).toBe(ttl);
  });

  test.each([
    ["A", "203.0.113.7"],
    ["AAAA", "2001:db8::7"],
    ["TXT", "v=spf1 -all"],
    ["CNAME", "other.example.net"],
    ["NS", "ns1.example.net"],
    ["MX", "mx.example.net"],
    ["SRV", "5 5060 sip.example.net"],
    ["CAA", '0 issue "ca.example"'],
  ])("type %s", async (type, value) => {
    const { json } = await addEntry({ host: "x", type, value });
    expect(json).toMatchObject({ host: "x", type, value });
    expect(await entries(`?type=${type}`)).toEqual([json]);
  });

  test.each([
    ["type", { value: "1.2.3.4" }],
    ["type", { type: "SOA", value: "x" }],
    ["type", { type: "a", value: "1.2.3.4" }],
    ["value", { type: "A" }],
    ["value", { type: "A", value: "" }],
    ["value", { type: "A", value: "::1" }],
    ["value", { type: "AAAA", value: "1.2.3.4" }],
    ["value", { type: "TXT", value: "x".repeat(1025) }],
    ["ttl", { type: "A", value: "1.2.3.4", ttl: 60 }],
    ["ttl", { type: "A", value: "1.2.3.4", ttl: "soon" }],
    ["prio", { type: "MX", value: "mx", prio: -1 }],
    ["prio", { type: "MX", value: "mx", prio: 4294967296 }],
    ["host", { type: "A", value: "1.2.3.4", host: "x".repeat(256) }],
    ["host", { type: "A", value: "1.2.3.4", host: null }],
  ])("400 that names %s for %j", async (field, body) => {
    const { status, json } = await addEntry(body);
    expect([status, Object.keys(json)]).toEqual([400, [field]]);
  });

  test.each(["@", "", "example.com", "example.com.", "EXAMPLE.com", undefined])("host %p is the apex", async (host) => {
    const { json } = await addEntry({ host, type: "A", value: "1.2.3.4" });
    expect(json.host).toBe("");
    expect(world.simulator.state().fornex.domains["example.com"]?.entries[json.id]?.host).toBe("");
  });

  test.each([
    ["MX", 0, 1],
    ["SRV", 0, 1],
    ["MX", 10, 10],
    ["MX", 4294967295, 4294967295],
  ])("%s with prio %d is stored with %d", async (type, prio, stored) => {
    expect((await addEntry({ type, value: "1 2 mx.example.net", prio })).json.prio).toBe(stored);
  });

  test("q looks into hosts and values, type into types", async () => {
    await addEntry({ host: "www", type: "A", value: "1.2.3.4" });
    await addEntry({ host: "mail", type: "TXT", value: "www" });
    await addEntry({ host: "other", type: "TXT", value: "text" });
    expect(await entries("?q=www")).toHaveLength(2);
    expect(await entries("?q=www&type=TXT")).toHaveLength(1);
    expect(await entries("?type=null")).toHaveLength(3);
    expect((await fornex("GET", `${ZONE}entry_set/?type=SOA`)).status).toBe(400);
  });

  test("a change updates the domain's time", async () => {
    world.simulator.advance(100);
    await addEntry({ type: "A", value: "1.2.3.4" });
    const domain = world.simulator.state().fornex.domains["example.com"];
    expect(Date.parse(domain?.updated ?? "")).toBeGreaterThanOrEqual(Date.parse(domain?.created ?? "") + 100_000);
  });

  test("records changed behind everybody's back", async () => {
    const patch = (entries: object) => world.simulator.patch({ fornex: { domains: { "example.com": { entries } } } });
    patch({ "5": { host: "hand", type: "TYPE65", value: "x" } });
    expect(await entries()).toEqual([{ id: 5, host: "hand", type: "TYPE65", value: "x", ttl: null }]);
    patch({ "5": { value: "y" } });
    expect(await entries()).toMatchObject([{ host: "hand", value: "y" }]);
    patch({ "5": null });
    expect(await entries()).toEqual([]);
  });
});
