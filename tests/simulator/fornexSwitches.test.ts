import type { FornexOrderSwitches, FornexSwitches } from "../../simulator";
import { send, useSimulator } from "./support";

const world = useSimulator();
const { fornex, legacy } = world;

const ZONE = "/dns/domain/example.com/";
const set = (switches: Partial<FornexSwitches>) => world.simulator.patch({ fornex: { switches } });
const addEntry = (fields: object) => fornex("POST", `${ZONE}entry_set/`, fields);
const entries = async (query = "") => (await fornex("GET", `${ZONE}entry_set/${query}`)).json;
const A = { host: "www", type: "A", value: "1.2.3.4" };

/** How the list spells one record, host and value. */
async function spelled(switches: Partial<FornexSwitches>, record: object) {
  set(switches);
  await addEntry(record);
  const [{ host, value }] = await entries();
  return { host, value };
}

const NOT_ACCEPTABLE = { detail: "Could not satisfy the request Accept header." };
/** In this order: JSON, text, any type, text with all others far behind. */
const ACCEPTS = ["application/json", "Text/Plain", "*/*", "text/plain, */*;q=0.1"];

async function acceptedBy(path: string): Promise<number[]> {
  const { FORNEX_BASE_URL, FORNEX_API_KEY } = world.simulator.env;
  const separator = path.includes("?") ? "&" : "?";
  const statuses: number[] = [];
  for (const accept of ACCEPTS) {
    const url = `${FORNEX_BASE_URL}${path}${separator}apikey=${FORNEX_API_KEY}`;
    statuses.push((await send("GET", url, { headers: { accept } })).status);
  }
  return statuses;
}

const TEXTS = [`${ZONE}zone_file/`, "/dns/v0.1/example.com/zone_file/", "/vpn/301-12312/config-udp.ovpn"];
const JSONS = [`${ZONE}entry_set/`, "/dns/v0.1/example.com/entry_set.json", "/account/info"];

const DUPLICATE = { non_field_errors: ["Такая запись уже существует."] };
const BESIDE_CNAME = {
  non_field_errors: ["Запись CNAME не может существовать вместе с другими записями этого хоста."],
};
const CNAME = { host: "www", type: "CNAME", value: "other.example.net" };
const LONG = `${"ä".repeat(127)}x${"y".repeat(100)}`;

type Switch = Exclude<keyof FornexSwitches, keyof FornexOrderSwitches>;

/** The type makes sure that no switch is forgotten; those of orders have a file of their own. */
const checks: { [S in Switch]: Record<string, () => Promise<void>> } = {
  acceptEqualRecords: {
    on: async () => {
      await addEntry(A);
      expect((await addEntry(A)).status).toBe(201);
      expect(await entries()).toHaveLength(2);
    },
    off: async () => {
      set({ acceptEqualRecords: false });
      const first = await addEntry(A);
      const again = await addEntry({ ...A, ttl: 600 });
      expect([again.status, again.json]).toEqual([400, DUPLICATE]);
      const other = await addEntry({ ...A, value: "1.2.3.5" });
      expect((await fornex("PUT", `${ZONE}entry_set/${other.json.id}/`, A)).json).toEqual(DUPLICATE);
      expect((await fornex("PUT", `${ZONE}entry_set/${first.json.id}/`, A)).status).toBe(200);

      const mx = { type: "MX", value: "mx.example.net" };
      expect((await addEntry({ ...mx, prio: 5 })).status).toBe(201);
      expect((await addEntry({ ...mx, prio: 6 })).status).toBe(201);
      expect((await addEntry({ ...mx, prio: 5 })).status).toBe(400);
    },
  },
  acceptRecordsBesideCname: {
    "off: a CNAME beside another record of its host is refused, and the other way round": async () => {
      const a = await addEntry(A);
      for (const host of ["www", "WWW", "www.example.com", "www.example.com."]) {
        const refused = await addEntry({ ...CNAME, host });
        expect([refused.status, refused.json]).toEqual([400, BESIDE_CNAME]);
      }
      expect((await addEntry({ ...CNAME, host: "w" })).status).toBe(201);
      for (const record of [CNAME, A, { type: "TXT", value: "text" }]) {
        expect((await addEntry({ ...record, host: "w" })).json).toEqual(BESIDE_CNAME);
      }
      expect((await addEntry({ ...A, host: "a.w" })).status).toBe(201);
      // The only record of its host may become one, and change as one.
      for (const value of ["other.example.net", "another.example.net"]) {
        const put = await fornex("PUT", `${ZONE}entry_set/${a.json.id}/`, { ...CNAME, value });
        expect([put.status, put.json]).toMatchObject([200, { id: a.json.id, type: "CNAME", value }]);
      }
    },
    "off: a change is refused like a new record": async () => {
      const [a, txt] = [await addEntry(A), await addEntry({ ...A, type: "TXT", value: "text" })];
      expect((await fornex("PUT", `${ZONE}entry_set/${a.json.id}/`, CNAME)).json).toEqual(BESIDE_CNAME);
      await fornex("DELETE", `${ZONE}entry_set/${txt.json.id}/`);
      expect((await fornex("PUT", `${ZONE}entry_set/${a.json.id}/`, CNAME)).status).toBe(200);
      const moved = await addEntry({ ...A, host: "w" });
      expect((await fornex("PUT", `${ZONE}entry_set/${moved.json.id}/`, A)).json).toEqual(BESIDE_CNAME);
    },
    "off: none at the zone itself, which has its SOA": async () => {
      expect(await entries()).toEqual([]);
      for (const host of ["", "@", "example.com."]) {
        expect((await addEntry({ ...CNAME, host })).json).toEqual(BESIDE_CNAME);
      }
    },
    "off: a host beyond ASCII is the same in both scripts": async () => {
      await addEntry({ ...A, host: "bücher" });
      expect((await addEntry({ ...CNAME, host: "xn--bcher-kva" })).json).toEqual(BESIDE_CNAME);
    },
    on: async () => {
      set({ acceptRecordsBesideCname: true });
      for (const record of [A, CNAME, { ...CNAME, host: "" }, { ...A, type: "TXT", value: "text" }]) {
        expect((await addEntry(record)).status).toBe(201);
      }
    },
  },
  accept: {
    "strict, the default: what the view renders": async () => {
      for (const path of TEXTS) expect(await acceptedBy(path)).toEqual([406, 200, 200, 200]);
      for (const path of JSONS) expect(await acceptedBy(path)).toEqual([200, 406, 200, 200]);
    },
    "strict: in Django REST framework's words, whoever asks": async () => {
      const url = `${world.simulator.env.FORNEX_BASE_URL}${ZONE}zone_file/`;
      const { status, json } = await send("GET", url, { headers: { accept: "application/json" } });
      expect([status, json]).toEqual([406, NOT_ACCEPTABLE]);
    },
    "text-as-json": async () => {
      set({ accept: "text-as-json" });
      for (const path of [...TEXTS, ...JSONS]) expect(await acceptedBy(path)).toEqual([200, 406, 200, 200]);
    },
    ignored: async () => {
      set({ accept: "ignored" });
      for (const path of [...TEXTS, ...JSONS]) expect(await acceptedBy(path)).toEqual([200, 200, 200, 200]);
    },
  },
  redirectWrites: {
    on: async () => {
      const { status, headers } = await fornex("POST", "/dns/domain", { name: "a.example", ip: "127.0.0.1" });
      expect([status, headers.get("location")]).toEqual([301, "/fornex/api/dns/domain/"]);
      expect((await fornex("DELETE", "/dns/domain/example.com")).status).toBe(301);
      const old = await legacy("POST", "/dns/v0.1/add_domain", { name: "a.example", ip: "127.0.0.1" });
      expect([old.status, old.headers.get("location")]).toEqual([301, "/fornex/api/dns/v0.1/add_domain/"]);
      expect(Object.keys(world.simulator.state().fornex.domains)).toEqual(["example.com"]);
    },
    off: async () => {
      set({ redirectWrites: false });
      expect((await fornex("POST", "/dns/domain", { name: "a.example", ip: "127.0.0.1" })).status).toBe(404);
      expect((await fornex("DELETE", "/dns/domain/example.com")).status).toBe(404);
      expect((await legacy("POST", "/dns/v0.1/add_domain", {})).status).toBe(404);
      expect((await fornex("GET", "/dns/domain")).status).toBe(301);
      expect(Object.keys(world.simulator.state().fornex.domains)).toEqual(["example.com"]);
    },
  },
  domainCreationDenied: {
    off: async () => {
      expect((await fornex("POST", "/dns/domain/", { name: "a.example", ip: "127.0.0.1" })).status).toBe(201);
    },
    on: async () => {
      set({ domainCreationDenied: true });
      const { status, json } = await fornex("POST", "/dns/domain/", { name: "a.example", ip: "127.0.0.1" });
      expect([status, json]).toEqual([403, { detail: "You do not have permission to perform this action." }]);
    },
  },
  refuseTakenZones: {
    on: async () => {
      await fornex("POST", "/dns/domain/", { name: "a.example", ip: "127.0.0.1" });
      expect((await fornex("POST", "/dns/domain/", { name: "a.example", ip: "127.0.0.2" })).status).toBe(400);
    },
    off: async () => {
      set({ refuseTakenZones: false });
      const first = await fornex("POST", "/dns/domain/", { name: "a.example", ip: "127.0.0.1" });
      const again = await fornex("POST", "/dns/domain/", { name: "a.example", ip: "127.0.0.2" });
      expect([again.status, again.json]).toEqual([201, first.json]);
    },
  },
  putOmittedHostMovesToApex: {
    on: async () => {
      const { json } = await addEntry(A);
      const put = await fornex("PUT", `${ZONE}entry_set/${json.id}/`, { type: "A", value: "1.2.3.4" });
      expect(put.json.host).toBe("");
    },
    off: async () => {
      set({ putOmittedHostMovesToApex: false });
      const { json } = await addEntry(A);
      const put = await fornex("PUT", `${ZONE}entry_set/${json.id}/`, { type: "A", value: "1.2.3.4" });
      expect(put.json.host).toBe("www");
    },
  },
  putOmittedPrio: {
    "kept, the default": async () => {
      const put = await mxPutWithout();
      expect([put.mx, put.a, put.cleared]).toEqual([7, 7, undefined]);
    },
    cleared: async () => {
      set({ putOmittedPrio: "cleared" });
      const put = await mxPutWithout();
      expect([put.mx, put.a, put.cleared]).toEqual([1, undefined, undefined]);
    },
  },
  stripZoneSuffix: {
    off: async () => {
      expect(await spelled({}, { ...A, host: "www.example.com" })).toMatchObject({ host: "www.example.com" });
    },
    on: async () => {
      expect(await spelled({ stripZoneSuffix: true }, { ...A, host: "www.example.com." })).toMatchObject({
        host: "www",
      });
    },
    "either way, q finds a host by its whole name": async () => {
      for (const stripZoneSuffix of [false, true]) {
        world.simulator.patch({
          fornex: { domains: { "example.com": { entries: {} } }, switches: { stripZoneSuffix } },
        });
        const host = `www${Number(stripZoneSuffix)}`;
        const { json } = await addEntry({ ...A, host: `${host}.example.com` });
        for (const q of [`${host}.example.com`, host]) {
          expect(await entries(`?q=${q}`)).toMatchObject([{ id: json.id }]);
          expect((await legacy("GET", "/dns/v0.1/example.com/entry_set.json", { q })).json.entry_set).toMatchObject([
            { id: json.id },
          ]);
        }
      }
      expect(await entries("?q=w.example.com")).toEqual([]);
    },
  },
  omittedPrio: {
    "one, the default": async () => expect((await addEntry({ type: "MX", value: "mx" })).json.prio).toBe(1),
    null: async () => {
      set({ omittedPrio: "null", otherPrio: "null" });
      expect((await addEntry({ type: "MX", value: "mx" })).json.prio).toBeNull();
    },
  },
  otherPrio: {
    "omitted, the default": async () => expect((await addEntry({ ...A, prio: 5 })).json).not.toHaveProperty("prio"),
    null: async () => {
      set({ otherPrio: "null" });
      expect((await addEntry({ ...A, prio: 5 })).json.prio).toBeNull();
    },
  },
  domainList: {
    "paged, the default": async () => expect((await fornex("GET", "/dns/domain/")).json.count).toBe(1),
    bare: async () => {
      set({ domainList: "bare" });
      expect((await fornex("GET", "/dns/domain/?page=1")).json).toMatchObject([{ name: "example.com" }]);
    },
  },
  foreignNext: {
    off: async () => expect(await next()).toMatch(`${world.url}/`),
    on: async () => {
      set({ foreignNext: true });
      expect(await next()).toBe("https://fornex.invalid/fornex/api/dns/domain/?page_size=1&page=2");
    },
  },
  tagsPut: {
    "replace, the default": async () => expect(await twoTagCalls()).toEqual(["b"]),
    add: async () => {
      set({ tagsPut: "add" });
      expect(await twoTagCalls()).toEqual(["a", "b"]);
    },
  },
  listSoa: {
    off: async () => expect(await entries()).toEqual([]),
    on: async () => {
      set({ listSoa: true });
      expect(await entries()).toMatchObject([{ type: "SOA", host: "" }]);
      expect((await fornex("GET", "/dns/domain/")).json.results[0].entry_set).toHaveLength(1);
    },
  },
  apexSpelling: {
    '"", the default': async () => expect(await spelled({}, { ...A, host: "@" })).toMatchObject({ host: "" }),
    "@": async () => expect(await spelled({ apexSpelling: "@" }, { ...A, host: "" })).toMatchObject({ host: "@" }),
    zone: async () =>
      expect(await spelled({ apexSpelling: "zone" }, { ...A, host: "" })).toMatchObject({ host: "example.com" }),
    "zone.": async () =>
      expect(await spelled({ apexSpelling: "zone." }, { ...A, host: "" })).toMatchObject({ host: "example.com." }),
  },
  hostSpelling: {
    "as sent": async () => expect(await spelled({}, A)).toMatchObject({ host: "www" }),
    fqdn: async () => expect(await spelled({ hostSpelling: "fqdn" }, A)).toMatchObject({ host: "www.example.com" }),
    "fqdn.": async () =>
      expect(await spelled({ hostSpelling: "fqdn." }, A)).toMatchObject({ host: "www.example.com." }),
  },
  caseSpelling: {
    "as sent": async () => expect(await spelled({}, { ...A, host: "Www" })).toMatchObject({ host: "Www" }),
    lower: async () =>
      expect(await spelled({ caseSpelling: "lower" }, { host: "Www", type: "CNAME", value: "A.Example" })).toEqual({
        host: "www",
        value: "a.example",
      }),
    upper: async () =>
      expect(await spelled({ caseSpelling: "upper" }, { host: "Www", type: "TXT", value: "Text" })).toEqual({
        host: "WWW",
        value: "Text",
      }),
  },
  targetSpelling: {
    "as sent": async () => {
      expect(await spelled({}, { host: "a", type: "CNAME", value: "a.example." })).toMatchObject({
        value: "a.example.",
      });
    },
    dot: async () => {
      const record = { type: "SRV", value: "5 5060 sip.example", prio: 1 };
      expect(await spelled({ targetSpelling: "dot" }, record)).toMatchObject({ value: "5 5060 sip.example." });
    },
    "no dot": async () => {
      expect(await spelled({ targetSpelling: "no-dot" }, { type: "MX", value: "mx.example." })).toMatchObject({
        value: "mx.example",
      });
    },
    "no dot: the root keeps its own": async () => {
      const record = { type: "SRV", value: "0 0 .", prio: 1 };
      expect(await spelled({ targetSpelling: "no-dot" }, record)).toMatchObject({ value: "0 0 ." });
    },
  },
  txtSpelling: {
    "as sent": async () => expect(await spelled({}, { type: "TXT", value: '"a b"' })).toMatchObject({ value: '"a b"' }),
    bare: async () =>
      expect(await spelled({ txtSpelling: "bare" }, { type: "TXT", value: '"a \\"b" "c"' })).toMatchObject({
        value: 'a "bc',
      }),
    quoted: async () =>
      expect(await spelled({ txtSpelling: "quoted" }, { type: "TXT", value: 'say "hi"' })).toMatchObject({
        value: '"say \\"hi\\""',
      }),
    "chunked, by bytes": async () =>
      expect(await spelled({ txtSpelling: "chunked" }, { type: "TXT", value: LONG })).toMatchObject({
        value: `"${"ä".repeat(127)}x" "${"y".repeat(100)}"`,
      }),
  },
  ipv6Spelling: {
    "as sent": async () => expect(await spelledIpv6("as-sent")).toBe("2001:DB8:0::1"),
    compressed: async () => expect(await spelledIpv6("compressed")).toBe("2001:db8::1"),
    expanded: async () => expect(await spelledIpv6("expanded")).toBe("2001:0db8:0000:0000:0000:0000:0000:0001"),
  },
  spacing: {
    "as sent": async () => expect(await spelledCaa({})).toBe('0  issue "a;  b"'),
    single: async () => expect(await spelledCaa({ spacing: "single" })).toBe('0 issue "a;  b"'),
    double: async () => {
      const record = { type: "SRV", value: "5 5060 sip.example", prio: 1 };
      expect(await spelled({ spacing: "double" }, record)).toMatchObject({ value: "5  5060  sip.example" });
    },
  },
  caaSpelling: {
    "as sent": async () => expect(await spelledCaa({})).toBe('0  issue "a;  b"'),
    bare: async () => expect(await spelledCaa({ caaSpelling: "bare" })).toBe("0  issue a;  b"),
    quoted: async () => {
      const record = { type: "CAA", value: "0 issue ca.example" };
      expect(await spelled({ caaSpelling: "quoted" }, record)).toMatchObject({ value: '0 issue "ca.example"' });
    },
    "quoted: what stands inside is escaped, and read with its escapes": async () => {
      const record = { type: "CAA", value: '0 issue "a\\"b\\\\c\\064d\\195\\188"' };
      const value = '0 issue "a\\"b\\\\c@dü"';
      expect(await spelled({ caaSpelling: "quoted" }, record)).toMatchObject({ value });
    },
    "bare, but for what would say something else without quotes": async () => {
      for (const value of ['0 issue "\\"a\\""', '0 issue " a"']) {
        world.simulator.patch({ fornex: { domains: { "example.com": null } } });
        world.simulator.patch({ fornex: { domains: { "example.com": {} } } });
        expect(await spelled({ caaSpelling: "bare" }, { type: "CAA", value })).toMatchObject({ value });
      }
    },
  },
  idnSpelling: {
    "as sent": async () => expect(await spelledIdn("as-sent", "тест")).toEqual({ host: "тест", value: "*.тест" }),
    punycode: async () =>
      expect(await spelledIdn("punycode", "тест")).toEqual({ host: "xn--e1aybc", value: "*.xn--e1aybc" }),
    "labels of digits, and those of RFC 2317, are no addresses": async () => {
      const record = { host: "1.0/26", type: "CNAME", value: "7.0/26" };
      for (const idnSpelling of ["punycode", "unicode"] as const) {
        expect(await spelled({ idnSpelling }, record)).toEqual({ host: record.host, value: record.value });
      }
    },
    unicode: async () => expect(await spelledIdn("unicode", "xn--e1aybc")).toEqual({ host: "тест", value: "*.тест" }),
  },
  ignores: {
    "nothing, the default": async () => {
      expect((await fornex("PUT", `${ZONE}tags/`, { tags: ["a"] })).json).toEqual({ tags: ["a"] });
    },
    "fields of zones, records and orders: the answer shows what is kept": async () => {
      const { id } = (await addEntry({ ...A, ttl: 300 })).json;
      await fornex("PATCH", `/orders/${ORDER}/`, { name: "web", tags: ["a"] });
      set({ ignores: ["domain.tags", "entry.host", "entry.ttl", "order.name"] });
      const put = await fornex("PUT", `${ZONE}tags/`, { tags: ["a"] });
      expect([put.status, put.json]).toEqual([200, { tags: [] }]);
      const replaced = await fornex("PUT", `${ZONE}entry_set/${id}/`, { ...A, host: "x", value: "5.6.7.8", ttl: 600 });
      expect([replaced.status, replaced.json]).toMatchObject([200, { host: "www", value: "5.6.7.8", ttl: 300 }]);
      expect(await entries()).toMatchObject([{ host: "www", value: "5.6.7.8", ttl: 300 }]);
      expect((await addEntry({ ...A, ttl: 600 })).json.ttl).toBe(null);
      const patched = await fornex("PATCH", `/orders/${ORDER}/`, { name: "mail", tags: ["b"] });
      expect([patched.status, patched.json]).toMatchObject([200, { name: "web", tags: ["b"] }]);
      set({ ignores: ["order.tags", "entry.type", "entry.value", "entry.prio"] });
      expect((await fornex("PATCH", `/orders/${ORDER}/`, { tags: ["c"] })).json.tags).toEqual(["b"]);
      const mx = { type: "MX", value: "mx", prio: 5 };
      expect((await fornex("PUT", `${ZONE}entry_set/${id}/`, mx)).json).toMatchObject({ type: "A", value: "5.6.7.8" });
    },
    "the webhook and what is said of a new key": async () => {
      set({ ignores: ["webhook.url", "sshKey.title", "sshKey.default"] });
      await fornex("POST", "/tickets/webhook_set/", { url: "https://example.com/hook" });
      expect(world.simulator.state().fornex.webhook.url).toBe("");
      const key = (await fornex("POST", "/ssh_keys/", { title: "laptop", key: KEY, default: true })).json;
      expect(key).toMatchObject({ title: "", default: false });
    },
    "power jobs: done, and nothing happened": async () => {
      set({ ignores: ["stop"] });
      const { pk } = (await fornex("POST", `/vps/${ORDER}/stop/`)).json;
      world.simulator.advance(60);
      expect((await fornex("GET", `/vps/${ORDER}/log_details/${pk}/`)).json).toMatchObject({ job_state: "done" });
      expect((await fornex("GET", `/vps/${ORDER}/status/`)).json).toEqual({ status: "on" });
    },
  },
};

async function next(): Promise<string> {
  world.simulator.patch({ fornex: { domains: { "other.example": {} } } });
  return (await fornex("GET", "/dns/domain/?page_size=1")).json.next;
}

/** What a record shows as priority after a PUT without one, after one to another type, and after one with null. */
async function mxPutWithout() {
  const { json } = await addEntry({ type: "MX", value: "mx", prio: 7 });
  const put = async (fields: object) => (await fornex("PUT", `${ZONE}entry_set/${json.id}/`, fields)).json.prio;
  return {
    mx: await put({ type: "MX", value: "mx2" }),
    a: await put({ type: "A", value: "1.2.3.4" }),
    cleared: await put({ type: "A", value: "1.2.3.4", prio: null }),
  };
}

const ORDER = "34-177054";
const KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHaSw601QLuAPAILOu5mzYiHEjI06gxucUPArdc/9DHt";

async function twoTagCalls(): Promise<string[]> {
  await fornex("PUT", `${ZONE}tags/`, { tags: ["a"] });
  return (await fornex("PUT", `${ZONE}tags/`, { tags: ["b"] })).json.tags;
}

async function spelledIpv6(ipv6Spelling: FornexSwitches["ipv6Spelling"]) {
  return (await spelled({ ipv6Spelling }, { type: "AAAA", value: "2001:DB8:0::1" })).value;
}

async function spelledCaa(switches: Partial<FornexSwitches>) {
  return (await spelled(switches, { type: "CAA", value: '0  issue "a;  b"' })).value;
}

function spelledIdn(idnSpelling: FornexSwitches["idnSpelling"], label: string) {
  return spelled({ idnSpelling }, { host: label, type: "CNAME", value: `*.${label}` });
}

for (const [name, positions] of Object.entries(checks)) {
  describe(`Fornex switch ${name}`, () => {
    beforeEach(() => world.simulator.patch({ fornex: { domains: { "example.com": {} } } }));
    for (const [position, check] of Object.entries(positions)) test(position, check);
  });
}

test("a spelling changes lists only, never what is stored", async () => {
  world.simulator.patch({ fornex: { domains: { "example.com": {} } } });
  await addEntry({ ...A, host: "" });
  set({ apexSpelling: "zone.", caseSpelling: "upper" });
  expect(await entries()).toMatchObject([{ host: "example.com." }]);
  set({ apexSpelling: "", caseSpelling: "as-sent" });
  expect(await entries()).toMatchObject([{ host: "" }]);
});
