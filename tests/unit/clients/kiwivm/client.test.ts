import type { Call } from "../../../../provider/clients/http/call";
import { KiwivmClient } from "../../../../provider/clients/kiwivm/client";
import { kiwivmRefusal } from "../../../../provider/clients/kiwivm/refusal";
import { scriptedHttp, withoutSchema } from "../../support/scriptedHttp";

function kiwivm(answer: (call: Call<unknown>) => unknown) {
  const { http, calls } = scriptedHttp(answer);
  return { client: new KiwivmClient(http), asked: () => calls.map(withoutSchema) };
}

const DONE = { error: 0, notificationEmail: "customer@example.com" };

test.each<[string, (client: KiwivmClient) => Promise<unknown>, object, unknown]>([
  [
    "a PTR",
    (client) => client.setPtr("192.0.2.1", "a.example"),
    { effect: "repeatable", path: "/setPTR", form: { ip: "192.0.2.1", ptr: "a.example" } },
    DONE,
  ],
  [
    "a snapshot, never sent twice",
    (client) => client.createSnapshot("daily"),
    { effect: "once", path: "/snapshot/create", form: { description: "daily" } },
    DONE,
  ],
  [
    "a delete",
    (client) => client.removeSnapshot("s"),
    { effect: "repeatable", path: "/snapshot/delete", form: { snapshot: "s" } },
    DONE,
  ],
  [
    "sticky",
    (client) => client.setSticky("s", true),
    { effect: "repeatable", path: "/snapshot/toggleSticky", form: { snapshot: "s", sticky: 1 } },
    DONE,
  ],
  [
    "not sticky",
    (client) => client.setSticky("s", false),
    { effect: "repeatable", path: "/snapshot/toggleSticky", form: { snapshot: "s", sticky: 0 } },
    { error: "0" },
  ],
  [
    "points",
    (client) => client.pointsLeft(),
    { effect: "read", path: "/getRateLimitStatus" },
    { error: 0, remaining_points_15min: "997", remaining_points_24h: 19852 },
  ],
])("%s: always a POST", async (_, ask, call, answer) => {
  const { client, asked } = kiwivm(() => answer);
  const result = await ask(client);
  expect(asked()).toEqual([{ method: "POST", ...call }]);
  expect(result).toEqual(asked()[0]?.path === "/getRateLimitStatus" ? { quarterHour: 997, day: 19852 } : undefined);
});

test.each<[string, (client: KiwivmClient) => Promise<unknown>, object, unknown, unknown]>([
  ["a start", (client) => client.power("start"), { effect: "repeatable", path: "/start" }, DONE, undefined],
  ["a stop", (client) => client.power("stop"), { effect: "repeatable", path: "/stop" }, DONE, undefined],
  ["a kill", (client) => client.power("kill"), { effect: "repeatable", path: "/kill" }, DONE, undefined],
  ["a restart, never sent twice", (client) => client.restart(), { effect: "once", path: "/restart" }, DONE, undefined],
  [
    "a host name",
    (client) => client.setHostname("web.example.com"),
    { effect: "repeatable", path: "/setHostname", form: { newHostname: "web.example.com" } },
    DONE,
    undefined,
  ],
  [
    "a new root password, never sent twice",
    (client) => client.resetRootPassword(),
    { effect: "once", path: "/resetRootPassword" },
    { error: 0, password: "p4ss" },
    "p4ss",
  ],
  [
    "a reinstallation, never sent twice",
    (client) => client.reinstallOs("debian"),
    { effect: "once", path: "/reinstallOS", form: { os: "debian" } },
    { error: 0, rootPassword: "p4ss", sshPort: "27015", sshKeys: "" },
    expect.objectContaining({ rootPassword: "p4ss", sshPort: 27015 }),
  ],
  [
    "a reinstallation of which an old edition tells nothing",
    (client) => client.reinstallOs("debian"),
    { effect: "once", path: "/reinstallOS", form: { os: "debian" } },
    { error: 0 },
    expect.objectContaining({ rootPassword: "" }),
  ],
  [
    "a migration, never sent twice",
    (client) => client.migrate("USCA_2"),
    { effect: "once", path: "/migrate/start", form: { location: "USCA_2" } },
    { ...DONE, newIps: ["203.0.113.1"] },
    undefined,
  ],
  [
    "a restore, never sent twice",
    (client) => client.restoreSnapshot("s"),
    { effect: "once", path: "/snapshot/restore", form: { snapshot: "s" } },
    DONE,
    undefined,
  ],
  [
    "systems",
    (client) => client.osTemplates(),
    { effect: "read", path: "/getAvailableOS" },
    { error: 0, installed: "debian", templates: ["debian", "centos"] },
    ["debian", "centos"],
  ],
  [
    "locations",
    (client) => client.locations(),
    { effect: "read", path: "/migrate/getLocations" },
    { error: 0, currentLocation: "USCA_2", locations: { 1: "EUNL_3" }, descriptions: [] },
    { current: "USCA_2", others: ["EUNL_3"] },
  ],
])("%s: a POST, and what is used of the answer", async (_, ask, call, answer, expected) => {
  const { client, asked } = kiwivm(() => answer);
  expect(await ask(client)).toEqual(expected);
  expect(asked()).toEqual([{ method: "POST", ...call }]);
});

describe("loose types", () => {
  const INFO = { error: 0, ip_addresses: ["203.0.113.21"], rdns_api_available: true, ptr: {} };

  test.each([
    [[], {}],
    [null, {}],
    [
      { "203.0.113.21": null, "2001:db8::": "" },
      { "203.0.113.21": "", "2001:db8::": "" },
    ],
    [{ "203.0.113.21": "a.example" }, { "203.0.113.21": "a.example" }],
  ])("PTRs %j", async (ptr, expected) => {
    expect((await kiwivm(() => ({ ...INFO, ptr })).client.serviceInfo()).ptr).toEqual(expected);
  });

  test.each([
    [true, true],
    [1, true],
    ["1", true],
    [false, false],
    [0, false],
    ["", false],
    [null, false],
  ])("a boolean as %j", async (rdns_api_available, expected) => {
    const { client } = kiwivm(() => ({ ...INFO, error: "0", rdns_api_available }));
    expect((await client.serviceInfo()).rdns_api_available).toBe(expected);
  });

  test.each([
    ["KVM", { ve_status: "running", ssh_port: 27015 }, "running", 27015],
    ["KVM as the help page writes it", { ve_status: "Stopped" }, "stopped", undefined],
    ["OpenVZ", { vz_status: { status: "running", nproc: "23" }, ssh_port: "22" }, "running", 22],
    ["neither", { vz_status: [], ssh_port: null }, "", undefined],
  ])("status and SSH port: %s", async (_, live, status, sshPort) => {
    const seen = await kiwivm(() => ({ ...INFO, ...live, hostname: null, suspended: "0" })).client.liveInfo();
    expect(seen).toMatchObject({ status, hostname: "", suspended: false });
    expect(seen.sshPort).toBe(sshPort);
  });

  const SNAPSHOT = { fileName: "s", os: "debian", description: null, size: "431", md5: "x", sticky: 1, purgesIn: "5" };

  test.each([
    ["empty", [], 0],
    ["a list", [SNAPSHOT], 1],
    ["a map", { 1: SNAPSHOT, 5: { ...SNAPSHOT, size: 431 } }, 2],
  ])("snapshots: %s", async (_, snapshots, count) => {
    const listed = await kiwivm(() => ({ error: 0, snapshots })).client.snapshots();
    expect(listed).toHaveLength(count);
    for (const one of listed) expect(one).toMatchObject({ size: 431, sticky: true, description: "", downloadLink: "" });
  });

  test.each([[[]], [{}], [null], [{ snapshots: [] }], [{ error: 0 }], [{ error: 0, snapshots: null }]])(
    "%j is no list of snapshots",
    async (answer) => {
      await expect(kiwivm(() => answer).client.snapshots()).rejects.toThrow();
    },
  );
});

describe("what an answer refuses", () => {
  test.each([[{ error: 0 }], [{ error: "0" }], [[]], [null], ["text"], [{ message: "no error" }]])(
    "%j: nothing",
    (answer) => {
      expect(kiwivmRefusal(answer)).toBeUndefined();
    },
  );

  test("a wrong key", () => {
    expect(kiwivmRefusal({ error: "700005", message: "whatever it says" })).toEqual({
      kind: "unauthorized",
      detail: "error 700005: whatever it says",
      plain: "error 700005 (the VEID and the key do not match)",
    });
  });

  test("a locked machine, with how far KiwiVM is", () => {
    const additionalLockingInfo = { completed_percent: "40", friendly_progress_message: "Starting VM" };
    expect(
      kiwivmRefusal({ error: 788888, message: "locked", additionalErrorInfo: "Snapshot", additionalLockingInfo }),
    ).toEqual({
      kind: "locked",
      detail: "error 788888: locked: Snapshot",
      plain: "error 788888 (the machine is locked)",
      busy: { task: "Snapshot", percent: 40, note: "Starting VM" },
    });
    expect(kiwivmRefusal({ error: 788888, additionalLockingInfo: [] })).toEqual({
      kind: "locked",
      detail: "error 788888",
      plain: "error 788888 (the machine is locked)",
      busy: { task: "", percent: undefined, note: "" },
    });
  });

  test("anything else stays unexplained", () => {
    expect(kiwivmRefusal({ error: 1, message: "VE is currently locked; Authentication failure" })?.kind).toBe(
      "refused",
    );
  });
});
