import fc from "fast-check";
import { type Difference, diff } from "../../../provider/lifecycle/diff";
import type { Internal } from "../../../provider/lifecycle/record";
import { objectKey } from "../../../provider/lifecycle/runtime/keys";
import type { Runtime } from "../../../provider/lifecycle/runtime/runtime";
import { UNKNOWN } from "../../../provider/lifecycle/unknown";
import { fornexDnsDomain } from "../../../provider/resources/fornex/dnsDomain";
import { fornexDnsRecord } from "../../../provider/resources/fornex/dnsRecord";
import { kiwiPtr } from "../../../provider/resources/kiwivm/ptr";
import { vpsOrgServer } from "../../../provider/resources/vpsorg/server";
import { recorded } from "../support/record";
import { offlineRun } from "../support/run";

let runtime: Runtime;
beforeEach(() => {
  runtime = offlineRun();
});

const RECORD = { domain: "example.com", host: "www", type: "A" as const, value: "192.0.2.10", ttl: 300 as const };
const RECORD_STATE = { ...RECORD, recordId: 7 };
const SERVER = { name: "web", planId: 1, osId: 5, location: "us-west" };
const SERVER_STATE = {
  ...SERVER,
  powerState: "on" as const,
  backupsEnabled: false,
  serverId: "17",
  status: "active",
  ipAddress: "192.0.2.10",
  ipv6Address: "",
  plan: { id: 1 },
  os: { id: 5 },
  currentLocation: "us-west",
  createdAt: "",
  updatedAt: "",
};
const ZONE = { name: "example.com", ip: "192.0.2.10" };
const ZONE_STATE = {
  ...ZONE,
  tags: ["a"],
  seeded: [],
  apexRecords: [],
  createdAt: "",
};

const recordDiff = (news: object, state: object = {}, specified = ["host", "ttl"]) =>
  diff(fornexDnsRecord, runtime, "7", recorded({ ...RECORD_STATE, ...state }, { specified }), news);
const serverDiff = (news: object, state: object = {}, internal: Partial<Internal> = {}) =>
  diff(vpsOrgServer, runtime, "17", recorded({ ...SERVER_STATE, ...state }, internal), news);

/** What it comes to. */
const inAll = ({ changes, deleteBeforeReplace }: Difference) => ({
  changes: changes.length > 0,
  replaces: changes.filter(({ replaces }) => replaces).map(({ argument }) => argument),
  deleteBeforeReplace,
});
const record = (...args: Parameters<typeof recordDiff>) => inAll(recordDiff(...args));
const server = (...args: Parameters<typeof serverDiff>) => inAll(serverDiff(...args));
const zone = (news: object, state: object = {}, internal: Partial<Internal> = {}) =>
  inAll(diff(fornexDnsDomain, runtime, "example.com", recorded({ ...ZONE_STATE, ...state }, internal), news));

const NOTHING = { changes: false, replaces: [] };
const UPDATE = { changes: true, replaces: [] };

describe("nothing to do", () => {
  test("the same arguments", () => {
    expect(record(RECORD)).toMatchObject(NOTHING);
    expect(server(SERVER)).toMatchObject(NOTHING);
    expect(zone(ZONE)).toMatchObject(NOTHING);
  });

  test.each<[string, object]>([
    ["the host as a whole name", { ...RECORD, host: "WWW.example.com." }],
    ["the zone with a dot", { ...RECORD, domain: "Example.com." }],
    ["what Pulumi adds", { ...RECORD, __provider: "x" }],
    ["null for what is left out", { ...RECORD, prio: null, adopt: null }],
    ["undefined for what is left out", { ...RECORD, prio: undefined }],
  ])("another spelling: %s", (_, news) => {
    expect(record(news)).toMatchObject(NOTHING);
  });

  test("ids as number or text", () => {
    expect(server({ ...SERVER, planId: "1", osId: "5" })).toMatchObject(NOTHING);
  });

  test("what the hoster shows of arguments that were never given", () => {
    expect(server(SERVER, { backupsEnabled: true, powerState: "off", hostname: "web.example.com" })).toMatchObject(
      NOTHING,
    );
    expect(zone(ZONE, { tags: ["added", "in the panel"] })).toMatchObject(NOTHING);
  });

  test("quiet arguments alone, given or taken away", () => {
    expect(server({ ...SERVER, adopt: true, allowReplace: true })).toMatchObject(NOTHING);
    expect(server(SERVER, { adopt: "17", allowReplace: true })).toMatchObject(NOTHING);
    expect(record({ ...RECORD, adopt: true })).toMatchObject(NOTHING);
  });

  test("the default written out", () => {
    const { host: _, ...apex } = RECORD;
    expect(record({ ...apex, host: "@" }, { host: "" }, ["ttl"])).toMatchObject(NOTHING);
    expect(record(apex, { host: "" })).toMatchObject(NOTHING);
  });
});

describe("an update in place", () => {
  test.each<[string, object]>([
    ["value", { ...RECORD, value: "192.0.2.11" }],
    ["ttl", { ...RECORD, ttl: 600 }],
    ["host", { ...RECORD, host: "other" }],
    ["type", { ...RECORD, type: "AAAA", value: "::1" }],
    ["an argument given for the first time", { ...RECORD, prio: 10 }],
  ])("%s", (_, news) => {
    expect(record(news)).toMatchObject(UPDATE);
  });

  test("what is left out and has a default goes back to it", () => {
    const { host: _, ...apex } = RECORD;
    expect(record(apex)).toMatchObject(UPDATE);
  });

  test("a given argument that the hoster shows otherwise", () => {
    expect(record(RECORD, { ttl: 600 })).toMatchObject(UPDATE);
    expect(server({ ...SERVER, powerState: "on" }, { powerState: "off" }, { specified: ["powerState"] })).toMatchObject(
      UPDATE,
    );
  });

  test("given or taken away, also with the value that is there: from now on it is managed, or no longer", () => {
    const { ttl: _, ...without } = RECORD;
    expect(record(without)).toMatchObject(UPDATE);
    expect(record(RECORD, {}, ["host"])).toMatchObject(UPDATE);
    expect(record(RECORD, {}, [])).toMatchObject(UPDATE);
    expect(server({ ...SERVER, powerState: "on" })).toMatchObject(UPDATE);
  });

  test("arguments that delete uses", () => {
    expect(zone({ ...ZONE, forceDestroy: true })).toMatchObject(UPDATE);
    expect(
      zone({ ...ZONE, forceDestroy: true }, { forceDestroy: false }, { specified: ["forceDestroy"] }),
    ).toMatchObject(UPDATE);
  });

  test("pending work, also when nothing else differs", () => {
    const pending = { kind: "create", since: "2026-01-01T00:00:00Z", finished: {} };
    expect(server(SERVER, {}, { pending })).toMatchObject(UPDATE);
    expect(server({ ...SERVER, allowReplace: true }, {}, { pending })).toMatchObject(UPDATE);
  });
});

describe("a replacement", () => {
  test.each<[string, object]>([
    ["planId", { ...SERVER, planId: 2 }],
    ["osId", { ...SERVER, osId: 6 }],
    ["location", { ...SERVER, location: "eu" }],
    ["sshKeyId", { ...SERVER, sshKeyId: 3 }],
  ])("%s: with consent only", (name, news) => {
    expect(server({ ...news, allowReplace: true })).toMatchObject({ changes: true, replaces: [name] });
    expect(server(news)).toMatchObject(UPDATE);
    expect(server({ ...news, allowReplace: false })).toMatchObject(UPDATE);
    expect(server({ ...news, allowReplace: UNKNOWN })).toMatchObject(UPDATE);
  });

  test("servers: new before old; which object goes is announced, so that the look passes it over", () => {
    expect(server({ ...SERVER, planId: 2, allowReplace: true }).deleteBeforeReplace).toBe(false);
    expect(runtime.claims.isBeingReplaced(objectKey(vpsOrgServer, "17"))).toBe(true);
    server({ ...SERVER, planId: 2 });
    expect(runtime.claims.isBeingReplaced(objectKey(vpsOrgServer, "18"))).toBe(false);
  });

  test("a record in another zone needs no consent", () => {
    expect(record({ ...RECORD, domain: "example.org" })).toMatchObject({ changes: true, replaces: ["domain"] });
  });

  test("drift never replaces: what the hoster shows beside the applied value is a change without one", () => {
    for (const allowReplace of [true, false]) {
      expect(server({ ...SERVER, allowReplace }, { plan: { id: 2 } })).toMatchObject(UPDATE);
      expect(server({ ...SERVER, allowReplace }, { currentLocation: "eu" })).toMatchObject(UPDATE);
    }
  });

  test("accepting what the hoster shows replaces nothing", () => {
    expect(server({ ...SERVER, planId: 2, allowReplace: true }, { plan: { id: 2 } })).toMatchObject(UPDATE);
  });
});

describe("a value not known yet is a change that replaces nothing", () => {
  test.each(["planId", "osId", "location", "sshKeyId", "name", "hostname"])("%s", (name) => {
    expect(server({ ...SERVER, [name]: UNKNOWN, allowReplace: true })).toMatchObject(UPDATE);
  });
  test("in a number argument, in a list, in what addresses the object", () => {
    expect(record({ ...RECORD, ttl: UNKNOWN })).toMatchObject(UPDATE);
    expect(record({ ...RECORD, domain: UNKNOWN })).toMatchObject(UPDATE);
    expect(zone({ ...ZONE, tags: ["a", UNKNOWN] })).toMatchObject(UPDATE);
    expect(zone({ ...ZONE, name: UNKNOWN, allowReplace: true })).toMatchObject(UPDATE);
  });
});

describe("each change says what and why", () => {
  const changed = (argument: string, kind: string, why: string, replaces = false) => ({
    argument,
    kind,
    why,
    replaces,
  });
  const { ttl: _, ...withoutTtl } = RECORD;
  const { host: __, ...withoutHost } = RECORD;

  test("by argument", () => {
    expect(recordDiff(RECORD).changes).toEqual([]);
    expect(recordDiff({ ...RECORD, value: "192.0.2.11" }).changes).toEqual([changed("value", "update", "program")]);
    expect(recordDiff({ ...RECORD, value: UNKNOWN }).changes).toEqual([changed("value", "update", "unknown")]);
    expect(recordDiff({ ...RECORD, domain: "example.org" }).changes).toEqual([
      changed("domain", "update", "program", true),
    ]);
    expect(recordDiff({ ...RECORD, prio: 10 }).changes).toEqual([changed("prio", "add", "program")]);
    expect(recordDiff(RECORD, {}, ["host"]).changes).toEqual([changed("ttl", "add", "now managed")]);
    expect(recordDiff(withoutTtl).changes).toEqual([changed("ttl", "delete", "no longer managed")]);
    expect(recordDiff(withoutHost).changes).toEqual([changed("host", "delete", "program")]);
    expect(serverDiff(SERVER, { plan: { id: 2 } }).changes).toEqual([changed("planId", "update", "drift")]);
    expect(serverDiff({ ...SERVER, planId: 2, allowReplace: true }).changes).toEqual([
      changed("planId", "update", "program", true),
    ]);
  });

  test("several at once, each argument once", () => {
    const { changes } = serverDiff({ ...SERVER, planId: UNKNOWN, hostname: "web.example.com" }, { plan: { id: 2 } });
    expect(changes).toHaveLength(2);
    expect(changes).toEqual(
      expect.arrayContaining([changed("planId", "update", "unknown"), changed("hostname", "add", "program")]),
    );
  });

  test("what belongs to no argument", () => {
    const pending = { kind: "create", since: "2026-01-01T00:00:00Z", finished: {} };
    expect(serverDiff(SERVER, {}, { pending }).changes).toEqual([{ kind: "update", replaces: false, why: "pending" }]);
    const ptr = { veid: "123456", ip: "192.0.2.1", ptr: "a.example.com" };
    const held = recorded({ ...ptr, previousPtr: "", shownUnder: "192.0.2.1", ours: [] });
    const { changes } = diff(kiwiPtr, runtime, "123456/192.0.2.1", held, ptr);
    expect(changes).toEqual([{ kind: "update", replaces: false, why: "not recorded" }]);
  });
});

test("every diff marks the id as held", () => {
  record(RECORD);
  expect(runtime.claims.heldByAnother(objectKey(fornexDnsRecord, "7"), "another")).toBe(true);
  expect(runtime.claims.heldByAnother(objectKey(fornexDnsRecord, "7"), "mine")).toBe(false);
});

test("never throws on arguments that passed check, whatever is unknown or left out in state", () => {
  const news = fc.record(
    {
      domain: fc.constantFrom("example.com", UNKNOWN),
      host: fc.constantFrom("", "www", UNKNOWN, null),
      type: fc.constantFrom("A", "TXT", "SRV", UNKNOWN),
      value: fc.oneof(fc.string(), fc.constant(UNKNOWN)),
      ttl: fc.constantFrom(300, UNKNOWN, null),
      prio: fc.constantFrom(10, UNKNOWN, null),
    },
    { requiredKeys: ["domain", "type", "value"] },
  );
  const kept = Object.entries(RECORD_STATE).map(([name, value]) => [name, fc.constant<unknown>(value)]);
  const state = fc.record(Object.fromEntries(kept) as Record<string, fc.Arbitrary<unknown>>, { requiredKeys: [] });
  fc.assert(
    fc.property(news, state, (wanted, held) => {
      // An older version, or a crash, may have left a state with less in it.
      const odd = held as unknown as typeof RECORD_STATE;
      expect(diff(fornexDnsRecord, runtime, "7", recorded(odd), wanted).changes).toBeInstanceOf(Array);
    }),
  );
});
