import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { type Simulator, startSimulator } from "../../../simulator";

const TEXT = expect.any(String);
const NUMBER = expect.any(Number);

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ world: "seeds", speed: 100 });
});
afterAll(() => simulator.close());

const key = () => simulator.env.KIWIVM_API_KEY ?? "";
/** An address as the help page writes it, with our host and key. */
const here = (url: string) =>
  url.replace("https://api.kiwivm.it7.net/v1", `${simulator.env.KIWIVM_API_URL}`).replace("YOUR_API_KEY_HERE", key());

/** The bytes PHP's file_get_contents sends: HTTP 1.0, and nothing but the host. */
async function fileGetContents(url: string): Promise<string> {
  const { hostname, port, pathname, search, host } = new URL(here(url));
  const socket = connect(Number(port), hostname);
  socket.write(`GET ${pathname}${search} HTTP/1.0\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  const reply = await text(socket);
  expect(reply).toMatch(/^HTTP\/1\.[01] 200 OK\r\n/);
  return reply.slice(reply.indexOf("\r\n\r\n") + 4);
}

/** What PHP's curl sends for an array: multipart. */
async function curlPost(url: string, fields: Record<string, string>): Promise<string> {
  const boundary = "------------------------d74496d66958873e";
  const lines = Object.entries(fields).flatMap(([name, value]) => [
    `--${boundary}`,
    `Content-Disposition: form-data; name="${name}"`,
    "",
    value,
  ]);
  const reply = await fetch(here(url), {
    method: "POST",
    headers: { accept: "*/*", "content-type": `multipart/form-data; boundary=${boundary}` },
    body: [...lines, `--${boundary}--`, ""].join("\r\n"),
  });
  return reply.text();
}

/** Every key shown is there, with the value shown and in the order shown; the call table of the same page adds more. */
function expectShown(answer: Record<string, unknown>, shown: Record<string, unknown>): void {
  expect(answer).toMatchObject(shown);
  expect(Object.keys(answer).filter((name) => name in shown)).toEqual(Object.keys(shown));
}

// In the order of the help page, to one machine: its examples do not get in each other's way.
describe("the examples of KiwiVM's help page", () => {
  test("1: information about the server, by file_get_contents", async () => {
    const url = "https://api.kiwivm.it7.net/v1/getServiceInfo?veid=111141&api_key=YOUR_API_KEY_HERE";
    // print_r shows true as 1, and the page has no addresses.
    expectShown(JSON.parse(await fileGetContents(url)), {
      hostname: "my.server.com",
      node_ip: expect.any(String),
      node_alias: "IT7_Node32",
      node_location: "US, Florida",
      plan: "micro128",
      plan_monthly_data: 322122547200,
      plan_disk: 4294967296,
      plan_ram: 155189248,
      plan_swap: 37748736,
      os: "centos-6-x86_64",
      data_counter: 569810827,
      data_next_reset: 1430193600,
      ip_addresses: ["203.0.113.21", "203.0.113.22"],
      rdns_api_available: true,
      ptr: { "203.0.113.21": "ns1.my.server.com", "203.0.113.22": "ns2.my.server.com" },
      error: 0,
    });
  });

  test("2: a snapshot", async () => {
    const url =
      "https://api.kiwivm.it7.net/v1/snapshot/create?description=Automatic_Snapshot&veid=111141&api_key=YOUR_API_KEY_HERE";
    const answer = JSON.parse(await fileGetContents(url));
    expect(answer).toEqual({ error: 0, notificationEmail: "customer@example.com" });
    expectShown(answer, { error: 0, notificationEmail: "customer@example.com" });
  });

  test("3: a restart", async () => {
    const url = "https://api.kiwivm.it7.net/v1/restart?veid=111141&api_key=YOUR_API_KEY_HERE";
    expect(await fileGetContents(url)).toBe('{"error":0}');
  });

  test("4: a PTR record; the page breaks off behind ip=", async () => {
    const rest = "203.0.113.21&ptr=ns1.my.server.com&veid=111141&api_key=YOUR_API_KEY_HERE";
    expect(await fileGetContents(`https://api.kiwivm.it7.net/v1/setPTR?ip=${rest}`)).toBe('{"error":0}');
  });

  test("5: a restart by wget", async () => {
    const url = "https://api.kiwivm.it7.net/v1/restart?veid=111141&api_key=YOUR_API_KEY_HERE";
    const reply = await fetch(here(url), { headers: { "user-agent": "Wget/1.21.3", "accept-encoding": "identity" } });
    expect(await reply.text()).toBe('{"error":0}');
  });

  test("6: a restart by curl, everything in a POST", async () => {
    const fields = { veid: "111141", api_key: key() };
    expect(await curlPost("https://api.kiwivm.it7.net/v1/restart", fields)).toBe('{"error":0}');
  });
});

describe("the calls of KiwiVM's help page, and what they return", () => {
  beforeEach(() => simulator.reset());

  const call = (name: string, fields: Record<string, string> = {}) =>
    curlPost(`https://api.kiwivm.it7.net/v1/${name}`, { veid: "111141", api_key: key(), ...fields });
  const patchMachine = (part: object) => simulator.patch({ kiwivm: { machines: { "111141": part } } });
  const snapshot = "snapshot-1.tar.gz";

  test.each<[string, Record<string, string>, Record<string, unknown>]>([
    ["stop", {}, {}],
    ["restart", {}, {}],
    ["kill", {}, {}],
    [
      "getLiveServiceInfo",
      {},
      { vz_status: { nproc: TEXT }, vz_quota: { occupied_kb: TEXT }, is_cpu_throttled: "", ssh_port: NUMBER },
    ],
    ["getAvailableOS", {}, { installed: "centos-6-x86_64", templates: expect.any(Array) }],
    ["reinstallOS", { os: "centos-6-x86_64" }, {}],
    ["resetRootPassword", {}, { password: TEXT }],
    ["getUsageGraphs", {}, {}],
    ["getRawUsageStats", {}, { data: expect.any(Array) }],
    ["setHostname", { newHostname: "web.example.com" }, {}],
    ["setPTR", { ip: "203.0.113.22", ptr: "web.example.com" }, {}],
    ["basicShell/cd", { currentDir: "/", newDir: "root" }, { pwd: "/root\n" }],
    ["basicShell/exec", { command: "echo hello" }, { message: "hello\n" }],
    ["shellScript/exec", { script: "echo hello" }, { log: TEXT }],
    ["snapshot/create", {}, { notificationEmail: "customer@example.com" }],
    ["snapshot/delete", { snapshot }, {}],
    ["snapshot/restore", { snapshot }, {}],
    ["snapshot/toggleSticky", { snapshot, sticky: "1" }, {}],
    ["ipv6/add", {}, { ip: TEXT }],
    ["migrate/start", { location: "USCA_2" }, {}],
    [
      "migrate/getLocations",
      {},
      { currentLocation: "USFL_1", locations: expect.any(Array), descriptions: expect.any(Object) },
    ],
  ])("%s", async (name, fields, returned) => {
    patchMachine({ snapshots: { [snapshot]: {} } });
    expect(JSON.parse(await call(name, fields))).toMatchObject({ error: 0, ...returned });
  });

  test("start", async () => {
    patchMachine({ power: { status: "stopped" } });
    expect(JSON.parse(await call("start"))).toMatchObject({ error: 0 });
  });

  test("getServiceInfo, with all it describes", async () => {
    expect(JSON.parse(await call("getServiceInfo"))).toMatchObject({
      location_ipv6_ready: true,
      email: "customer@example.com",
      plan_max_ipv6s: NUMBER,
      suspended: false,
    });
  });

  test("snapshot/list", async () => {
    patchMachine({ snapshots: { [snapshot]: {} } });
    const [listed] = JSON.parse(await call("snapshot/list")).snapshots;
    const names = ["fileName", "os", "description", "size", "md5", "sticky", "purgesIn", "downloadLink"];
    expect(Object.keys(listed).filter((name) => names.includes(name))).toEqual(names);
  });

  test("ipv6/delete", async () => {
    const { ip } = JSON.parse(await call("ipv6/add"));
    expect(await call("ipv6/delete", { ip })).toBe('{"error":0}');
  });
});
