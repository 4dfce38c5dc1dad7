import { startSimulator } from "../../../simulator";
import { type Client, type Example, replay } from "./replay";

const clients: Client[] = ["curl", "python"];
const text = expect.any(String);
const number = expect.any(Number);
const OK = { ok: true };
const OK_TEXT = { ok: "True" };

const get = (path: string, answer: unknown, query: Record<string, string> = {}): Example => ({
  ...{ clients, path, query: { ...query, apikey: "KEY" }, answer },
});
const post = (path: string, answer: unknown, form: Record<string, string> = {}): Example => ({
  ...{ clients, path, form: { ...form, apikey: "KEY" }, answer },
});

const KEY = {
  ...{ date: "December 19, 2017", id: 67, title: "test@test" },
  key: "ssh-rsa tt3BPrBTUCGXsCXmiF03LD/f9 test@test",
};
const HOOK = "https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX";
const RECORD = { host: "example", type: "A", value: "1.2.3.4", ttl: "600", prio: "5" };
const ZONE = "/dns/v0.1/example.com/";
/** Where lists hold more than the example shows, because other examples name more. */
const holding = (...items: unknown[]) => expect.arrayContaining(items);

const times = { pointEnd: number, pointInterval: 300000, pointStart: number };
const values = expect.arrayContaining([number]);

const examples: Record<string, Example> = {
  "account/balance": get("/account/balance", { balance: 91, currency: "EUR" }),
  "account/info": get("/account/info", { email: "example@fornex.com", name: "Example Account" }),
  "account/invoices": get("/account/invoices", {
    ...{ unpaid_invoices_count: 1, unpaid_invoices_amount: 100, currency: "EUR" },
  }),
  "orders/list": get(
    "/orders/list",
    holding({
      ...{ cost_month: 148, expiration_date: "2015-12-18T17:21:46", id: "34-1234", ipaddress_set: ["123.123.123.123"] },
      ...{ name: "user-defined-name", hostname: "srv-123.fornex.org", status: "active", tariff: "VPS Master" },
      ...{ tariff_id: 33, tariff_price: 140, type: "vps" },
    }),
  ),

  "plans/backups": get("/plans/backups", [
    { price: 3, space: 100, units: "Gb" },
    { price: 4.5, space: 150, units: "Gb" },
    { price: 6, space: 200, units: "Gb" },
  ]),
  "plans/dedicated": get("/plans/dedicated", [
    {
      ...{ bandwidth: "1 Gbit/s", cpu_model: "Intel Xeon E3-1270 (4×3.4Ghz)", cpu_count: 1, ram: "16 GB", id: 101 },
      ...{ disk: "4 × 300 GB SAS 15k", name: "DS XeonSAS", price: 198, location: "DE" },
    },
  ]),
  "plans/vpn": get("/plans/vpn", [
    { available_locations: ["DE", "NL", "US", "RU"], type: "dedicated", id: 1, price: 10 },
  ]),
  "plans/vps": get("/plans/vps", [
    { bandwidth: "100 Mbit/s", cpu_count: 1, disk: "10 GB", id: 433, name: "SSD Cloud 1GB", price: 5, ram: "1 GB" },
  ]),
  "plans/hosting": get("/plans/hosting", [
    {
      ...{ available_locations: ["DE", "RU"], cpu_cores: 1, databases: 2, hdd_space: 1000, mail_domains: 2 },
      ...{ mailboxes: 20, name: "VH-SSD-2", id: 33, price: 1, sites: 2 },
    },
  ]),

  "vps/log_details": get(
    "/vps/log_details/34-1234/",
    {
      ...{ action: "Set root password", completed: false, job_action: "set_root_passwd", job_state: "ready" },
      ...{ note: "Resetting root password", pk: 222287, time: "03.01.2019 11:10", user: "username" },
    },
    { log_id: "222287" },
  ),
  "vps/stop": post("/vps/stop/34-177054/", OK_TEXT),
  "vps/start": post("/vps/start/34-177054/", OK_TEXT),
  "vps/hard_reset": post("/vps/hard_reset/34-177054/", OK_TEXT),
  "vps/restart": post("/vps/restart/34-177054/", OK_TEXT),
  "vps/passwd_reset": get("/vps/passwd_reset/34-177054/", { resp_id: 1234, passwd: text }),
  vps_stat: get("/vps_stat/34-177054/traffic/2015-11-16--2015-11-17.json", {
    series: [
      { color: "#60B5FF", data: values, name: "Incoming", ...times },
      { color: "#61D561", data: values, name: "Outgoing", ...times, type: "areaspline" },
    ],
    subtitle: expect.stringMatching(/^November 16, 2015, \d\d:\d\d - November 17, 2015, \d\d:\d\d \(.+\)$/),
  }),
  "vps/status": get("/vps/status/34-177054/", { status: "off" }),

  "ssh_keys/add": post(
    "/ssh_keys/add/",
    // The example's answer has another key than its request, and the id of a key that other examples show.
    { date: expect.stringMatching(/^[A-Z][a-z]+ \d{1,2}, \d{4}$/), id: number, key: text, title: "test@test" },
    { title: "test key", key: "ssh-rsa tt3BPrBTUCasdasdGXsCXmiF03LD/f9 test@test" },
  ),
  "ssh_keys/[order]/add": post("/ssh_keys/34-177054/add/", OK, { key_pk: "99" }),
  "ssh_keys/delete": post("/ssh_keys/delete/", OK, { key_pk: "74" }),
  "ssh_keys/[order]/delete": post("/ssh_keys/34-177054/delete/", OK, { key_pk: "74" }),
  "ssh_keys/[order]": get("/ssh_keys/34-177054/", holding(KEY)),
  ssh_keys: get("/ssh_keys/", holding(KEY)),

  "tickets/webhook_set": post("/tickets/webhook_set/", OK, { url: HOOK }),
  "tickets/webhook_info": get("/tickets/webhook_info/", {
    ...{ last_error_date: null, last_error_message: null, url: HOOK },
  }),

  // The example shows its lines as one.
  "vpn/config": get(
    "/vpn/301-12312/config-udp.ovpn",
    expect.stringMatching(/^client\s+dev tun\s+<connection>\s+remote 209\.222\.104\.210 443 udp\s+<\/connection>/),
  ),

  "dns/add_domain": post(
    "/dns/v0.1/add_domain/",
    { ok: true, name: "example.com" },
    { name: "example.com", ip: "127.0.0.1" },
  ),
  "dns/entry_set/add": post(`${ZONE}entry_set/add/`, { ok: true, pk: 123 }, RECORD),
  "dns/delete_domain": post(`${ZONE}delete_domain/`, OK),
  "dns/entry_set/[pk]/delete": post(`${ZONE}entry_set/366182/delete/`, OK),
  "dns/domain_list": get(
    "/dns/v0.1/domain_list.json",
    [
      {
        ...{ name: "test.com", created: "2013-04-16T19:07:10", updated: "2017-02-05T21:41:25", tags: [] },
        entry_set: [{ host: "", id: 366182, type: "A", ttl: null, value: "10.10.10.18" }],
      },
    ],
    { q: "10.10.10.18" },
  ),
  "dns/entry_set": get(`${ZONE}entry_set.json`, {
    entry_set: holding(
      { id: 12344, host: "", prio: null, type: "A", ttl: 600, value: "127.0.0.1" },
      { id: 12345, host: "", type: "MX", prio: 1, ttl: null, value: "aspmx.l.google.com" },
    ),
  }),
  "dns/entry_set/[pk]": post(`${ZONE}entry_set/366182/`, OK, RECORD),
  "dns/zone_file": get(
    `${ZONE}zone_file/`,
    expect.stringMatching(/^\$TTL 21600\s+@ IN SOA ns1\.fornex\.com\. hostmaster\.fornex\.com\. \(/),
  ),
  change_ns: post("/change_ns/375-13/", [OK], { nss: "ns1.company.com,ns2.company.com" }),

  "ds/traffic": get("/ds/34-1234/traffic.json", {
    data: [
      ["2015-11-11", { input: 41348840999.42331, output: 969929788001.3163 }],
      ["2015-11-12", { input: 44384423647.10196, output: 1019910108491.1565 }],
    ],
    ...{ order: "34-1234 DS HyperXeon (example.net)", period: "month" },
  }),
  "ds/traffic_used": get("/ds/34-1234/traffic_used.json", {
    // The example calls the tariff otherwise than the one above.
    ...{ limit: 14293651161088, order: expect.stringMatching(/^34-1234 DS \w+ \(example\.net\)$/) },
    ...{ range_end: "2015-11-21", range_start: "2015-10-21" },
    ...{ used: 3508146044885.079, used_rate: 0.24543386468220252 },
  }),
};

test("all 37 endpoints of the seed", () => expect(Object.keys(examples)).toHaveLength(37));

replay({ url: (env) => env.FORNEX_BASE_URL ?? "", key: (env) => env.FORNEX_API_KEY ?? "" }, examples);

// Python and PHP tell 91.0 from 91, so it is the text that counts here.
test.each([
  ["/account/balance", ['"balance":91.0,']],
  ["/account/invoices", ['"unpaid_invoices_amount":100,']],
  ["/orders/list", ['"cost_month":148.0,', '"tariff_price":140,']],
  ["/plans/backups", ['"price":3.0,', '"price":4.5,', '"price":6.0,']],
  ["/plans/dedicated", ['"price":198.0,']],
  ["/plans/vpn", ['"price":10.0}']],
  ["/plans/vps", ['"price":5.0}']],
  ["/plans/hosting", ['"price":1.0}']],
  ["/ds/34-1234/traffic_used.json", ['"limit":14293651161088.0,', '"used":3508146044885.079,']],
])("%s has floats where the seed has them", async (path, shown) => {
  const { env, close } = await startSimulator({ world: "seeds" });
  const answer = await fetch(`${env.FORNEX_BASE_URL}${path}?apikey=${env.FORNEX_API_KEY}`);
  const text = await answer.text();
  await close();
  for (const part of shown) expect(text).toContain(part);
});
