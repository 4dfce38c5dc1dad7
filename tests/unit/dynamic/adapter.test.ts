import type { dynamic } from "@pulumi/pulumi";
import { specialSecretSig, specialSigKey } from "@pulumi/pulumi/runtime";
import { z } from "zod";
import { adapter } from "../../../provider/dynamic/adapter";
import { VpsError } from "../../../provider/errors/vpsError";
import type { Resource } from "../../../provider/lifecycle/contract";
import { PULUMI_UNKNOWN } from "../../../provider/pulumi/unknown";
import { fornexDnsRecord } from "../../../provider/resources/fornex/dnsRecord";
import { kiwiPtr } from "../../../provider/resources/kiwivm/ptr";
import { kiwiServerOs } from "../../../provider/resources/kiwivm/serverOs";
import { vpsOrgServer } from "../../../provider/resources/vpsorg/server";
import { failureOf } from "../support/errors";
import { useHttpServer } from "../support/httpServer";
import { startOperation } from "../support/operation";
import { offlineRun } from "../support/run";

const server = useHttpServer();
const PROVIDER = 'exports.handler=()=>require("pulumi-vps/dynamic").FornexDnsRecord';
const RECORD = { domain: "example.com", host: "www", type: "A", value: "192.0.2.10", __provider: PROVIDER };
const SERVER = { name: "web", planId: 1, osId: 5, location: "us-west", __provider: PROVIDER };

/** Adapters of a run of their own whose hosters are the server of this file. */
const run = () => offlineRun({ vpsorgUrl: server.url, fornexUrl: server.url, timeoutSeconds: "0.01" });
const silently = () => startOperation().operation;
const recordAdapter = () => adapter(fornexDnsRecord, run(), silently);
const serverAdapter = () => adapter(vpsOrgServer, run(), silently);

/** Answers by "METHOD path"; a request nobody foresaw is a 500. */
function hosterAnswers(answers: Record<string, object>) {
  server.onRequest(({ method, url }, response) => {
    const answer = answers[`${method} ${url.split("?")[0]}`];
    response.writeHead(answer ? 200 : 500).end(JSON.stringify(answer ?? {}));
  });
}
const FORNEX = {
  "GET /account/info": { email: "a@example.org", name: "A" },
  "GET /dns/domain/example.com/entry_set/": [],
  "POST /dns/domain/example.com/entry_set/": {
    id: 7,
    host: "www",
    type: "A",
    value: "192.0.2.10",
    prio: null,
    ttl: null,
  },
};
const BUILDING = {
  id: 17,
  name: "web",
  status: "building",
  hostname: null,
  ip_address: null,
  location: "us-west",
  plan: { id: 1, name: null, vcpus: 1, memory: 1024, storage: 20, bandwidth: 1000 },
  os: { id: 5, name: "Debian 13" },
};
const VPSORG = {
  "GET /account/me/": { account: { email: "a@example.org" } },
  "GET /servers/": { count: 0, results: [] },
  "POST /servers/": BUILDING,
  "GET /servers/17/": BUILDING,
};

/** Places inside `value` that hold undefined or null. */
function holes(value: unknown, path = "outs"): string[] {
  if (value === undefined || value === null) return [path];
  if (typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, one]) => holes(one, `${path}.${key}`));
}

const secret = (value: unknown) => ({ [specialSigKey]: specialSecretSig, value });

/** As Pulumi hands a dynamic provider what is a secret. */
function bare(state: object): object {
  return JSON.parse(JSON.stringify(state), (_, value) => (value?.[specialSigKey] === undefined ? value : value.value));
}

/** What Pulumi reads off whatever a dynamic provider throws. */
interface Thrown extends Error {
  id?: string;
  properties?: Record<string, unknown>;
  reasons?: string[];
}
const thrownBy = (work: Promise<unknown>) => failureOf<Thrown>(work, Error);

/** The package's entry in a process of its own: nothing configured yet. */
function freshEntry(): typeof import("../../../provider/dynamic") {
  let entry: typeof import("../../../provider/dynamic") | undefined;
  jest.isolateModules(() => {
    entry = require("../../../provider/dynamic");
  });
  if (!entry) throw new Error("the entry could not be loaded");
  return entry;
}
const configured = (values: Record<string, string>): dynamic.ConfigureRequest => ({
  config: { get: (key) => values[key], require: (key) => values[key] ?? "" },
});

describe("configuration", () => {
  const variables = ["VPS_API_TOKEN", "VPS_API_URL", "FORNEX_API_KEY", "FORNEX_BASE_URL"];
  beforeEach(() => {
    const bare = Object.entries(process.env).filter(([name]) => !variables.includes(name));
    jest.replaceProperty(process, "env", Object.fromEntries(bare));
    jest.spyOn(console, "log").mockImplementation(() => undefined);
  });
  afterEach(() => jest.restoreAllMocks());
  // The hosters are nowhere: what is new is looked for.
  const KEY = { "vps:fornexApiKey": "simulated.0123", "vps:fornexUrl": "http://127.0.0.1:1" };

  test("is there for whoever calls before configure's promise is resolved", async () => {
    const { FornexDnsRecord } = freshEntry();
    const unfinished = FornexDnsRecord.configure(configured(KEY));
    const { failures } = await FornexDnsRecord.check({}, RECORD);
    expect(failures).toEqual([]);
    await unfinished;
  });

  test("is one for all kinds of resources of the process, whichever was configured", async () => {
    const { FornexDnsRecord, FornexDnsDomain, VpsOrgServer } = freshEntry();
    await FornexDnsDomain.configure(configured(KEY));
    await VpsOrgServer.configure(configured({}));
    expect((await FornexDnsRecord.check({}, RECORD)).failures).toEqual([]);
    expect((await VpsOrgServer.check({}, SERVER)).failures).toEqual([
      { property: "", reason: expect.stringMatching(/^vps:vpsorgToken is not set.* \(vps:config\)$/) },
    ]);
  });

  test("of the stack is asked for under its own namespace, and wins over the environment", async () => {
    process.env.FORNEX_API_KEY = "two words";
    const { FornexDnsRecord } = freshEntry();
    const request = configured(KEY);
    const get = jest.spyOn(request.config, "get");
    await FornexDnsRecord.configure(request);
    expect((await FornexDnsRecord.check({}, RECORD)).failures).toEqual([]);
    for (const [key] of get.mock.calls) expect(key).toMatch(/^vps:/);
  });

  test("without any the environment does", async () => {
    process.env.FORNEX_API_KEY = "simulated.0123";
    expect((await freshEntry().FornexDnsRecord.check({}, RECORD)).failures).toEqual([]);
  });
});

describe("check", () => {
  test("failures have an empty property, since Pulumi would print its value", async () => {
    const { failures } = await recordAdapter().check({}, { ...RECORD, value: "m4rk3d", ttl: 3601 });
    expect(failures).toHaveLength(2);
    for (const { property, reason } of failures) {
      expect(property).toBe("");
      expect(reason).toMatch(/^(ttl|value): /);
      expect(reason).not.toContain("m4rk3d");
    }
  });

  test("inputs come back as they were given, without null, with the provider, as a copy", async () => {
    const news = { ...RECORD, ttl: null, prio: undefined };
    const { inputs } = await recordAdapter().check({}, news);
    expect(inputs).toStrictEqual(RECORD);
    expect(inputs).not.toBe(news);
  });

  test("old inputs may be missing altogether", async () => {
    const { failures } = await serverAdapter().check(undefined as unknown as object, SERVER);
    expect(failures).toEqual([]);
  });

  test("unknown values pass unchanged", async () => {
    const news = { ...SERVER, planId: PULUMI_UNKNOWN, powerState: PULUMI_UNKNOWN };
    expect(await serverAdapter().check({}, news)).toEqual({ inputs: news, failures: [] });
    const state = { ...SERVER, __vps: { specified: [], owner: "mine", account: "" } };
    const difference = { changes: true, replaces: [] };
    expect(await serverAdapter().diff("17", state, { ...news, allowReplace: true })).toMatchObject(difference);
  });
});

describe("outputs", () => {
  test("of a create hold nothing undefined or null, at any depth", async () => {
    hosterAnswers(FORNEX);
    const { id, outs } = await recordAdapter().create({ ...RECORD, ttl: null });
    expect(id).toBe("7");
    expect(outs).toMatchObject({ recordId: 7, value: "192.0.2.10", __vps: { specified: ["host"] } });
    expect(holes(outs)).toEqual([]);
  });

  test("of a read, too; what is proved gone has an empty id", async () => {
    hosterAnswers(FORNEX);
    const dns = recordAdapter();
    const { outs } = await dns.create(RECORD);
    const found = await dns.read("7", { ...outs, __provider: PROVIDER });
    expect(found.id).toBe("7");
    expect([...holes(found.props), ...holes(found.inputs)]).toEqual([]);
    expect(found.inputs).toEqual({ domain: "example.com", host: "www", type: "A", value: "192.0.2.10" });
    hosterAnswers(FORNEX);
    expect(await recordAdapter().read("7", outs)).toEqual({ id: "", props: {} });
  });

  test("of an update, too", async () => {
    hosterAnswers(FORNEX);
    const dns = recordAdapter();
    const { outs } = await dns.create(RECORD);
    const updated = await dns.update("7", outs, { ...RECORD, adopt: true });
    expect(holes(updated.outs)).toEqual([]);
  });

  test("are not what Pulumi handed in, since it adds to what it gets back", async () => {
    hosterAnswers(FORNEX);
    const inputs = Object.freeze({ ...RECORD });
    const { outs } = await recordAdapter().create(inputs);
    outs.__provider = "added by Pulumi";
    expect(inputs.__provider).toBe(PROVIDER);
  });
});

describe("what the class hands on", () => {
  const __vps = { name: "www", secrets: ["value"] };

  test("is in every answer that becomes state, and in the inputs of a read", async () => {
    hosterAnswers(FORNEX);
    const dns = recordAdapter();
    const inputs = { ...RECORD, __vps };
    expect((await dns.check({}, inputs)).inputs).toMatchObject({ __vps });
    const { outs } = await dns.create(inputs);
    expect(outs).toMatchObject({ __vps: { ...__vps, owner: expect.any(String) } });
    const found = await dns.read("7", { ...outs, __provider: PROVIDER });
    expect(found.props).toMatchObject({ __vps: outs.__vps });
    expect(found.inputs).toHaveProperty("__vps", __vps);
    const renamed = { name: "web", secrets: [] };
    expect((await dns.update("7", outs, { ...RECORD, __vps: renamed })).outs).toMatchObject({ __vps: renamed });
  });

  test("is in what a failed create leaves, and names the resource in its lines", async () => {
    hosterAnswers(VPSORG);
    const lines: string[] = [];
    jest.spyOn(console, "log").mockImplementation((line) => lines.push(line));
    const error = await thrownBy(
      adapter(vpsOrgServer, run()).create({ ...SERVER, __vps: { name: "web", secrets: [] } }),
    );
    jest.restoreAllMocks();
    expect(error.properties).toMatchObject({ __vps: { name: "web", secrets: [] } });
    expect(lines).toEqual([expect.stringMatching(/^web: VPS\.org says building/)]);
  });

  test("alone is no difference, whatever it says", async () => {
    hosterAnswers(FORNEX);
    const dns = recordAdapter();
    const { outs } = await dns.create({ ...RECORD, __vps });
    for (const other of [undefined, { name: "web", secrets: [] }, "nonsense"]) {
      expect((await dns.diff("7", outs, { ...RECORD, __vps: other })).changes).toBe(false);
    }
  });
});

/** A resource whose arguments are called as what the lifecycle keeps; its work stays pending. */
interface Box {
  account: string;
  owner: string;
  given: string;
  pending: string;
}
const NAMES = { account: "a", owner: "b", given: "c", pending: "d" };
function boxAdapter(behaviour: Partial<Resource<Box, Box & { parts?: unknown }, object>> = {}) {
  const text = z.string();
  const box: Resource<Box, Box & { parts?: unknown }, object> = {
    name: "Box",
    hoster: "fornex",
    noun: "box",
    schema: z.object({ account: text, owner: text, given: text, pending: text }),
    arguments: {
      account: { role: "drift" },
      owner: { role: "drift" },
      given: { role: "drift" },
      pending: { role: "drift" },
    },
    outputs: { parts: {} },
    canonical: (args) => ({ ...args }),
    naturalKey: () => "box",
    costs: "nothing",
    idOf: () => "1",
    list: async () => [],
    keysOf: () => [],
    create: async () => ({}),
    find: async () => ({}),
    observe: () => ({}),
    start: () => ({ pending: "create" }),
    isDone: () => false,
    reconcile: async () => {},
    remove: async () => {},
    ...behaviour,
  };
  return adapter(box, run());
}

const cut = async () => {
  throw new VpsError("timeout", "cut");
};

describe("what the lifecycle keeps", () => {
  const pendingIn = (state: object) => (state as { __vps?: { pending?: object } }).__vps?.pending;
  const PENDING = secret({ kind: "create", since: expect.any(String), finished: {} });

  test("has names of its own: arguments may be called the same", async () => {
    hosterAnswers(FORNEX);
    const box = boxAdapter();
    const { id, outs } = await box.create(NAMES);
    expect(outs).toMatchObject({ ...NAMES, __vps: { specified: [], owner: expect.any(String) } });
    expect(outs.__vps).not.toMatchObject({ owner: "b" });
    const state = bare(outs);
    const found = await box.read(id, state);
    expect(found).toMatchObject({ id, props: outs, inputs: NAMES });
    const other = { account: "A", owner: "B", given: "C", pending: "D" };
    const sync: Resource<Box, Box, object>["reconcile"] = async (reconciler) => reconciler.keep(reconciler.args);
    expect((await boxAdapter({ reconcile: sync }).update(id, state, other)).outs).toMatchObject({
      ...other,
      __vps: outs.__vps,
    });
    await box.delete(id, state);
  });

  test("holds pending work as a secret in every answer, though Pulumi hands it back bare", async () => {
    hosterAnswers(FORNEX);
    const { outs } = await boxAdapter().create(NAMES);
    const state = bare(outs);
    expect(pendingIn(outs)).toEqual(PENDING);
    expect(pendingIn((await boxAdapter().read("1", state)).props)).toEqual(PENDING);
    expect(pendingIn((await boxAdapter().update("1", state, NAMES)).outs)).toEqual(PENDING);
    const failing = () => boxAdapter({ reconcile: cut });
    for (const work of [() => failing().create(NAMES), () => failing().update("1", state, NAMES)]) {
      expect(pendingIn((await thrownBy(work())).properties ?? {})).toEqual(PENDING);
    }
  });

  test("is not mistaken for something else where it was damaged", async () => {
    const damaged = { ...NAMES, __vps: { owner: "x", account: "y", pending: { kind: 7 } } };
    const error = await thrownBy(boxAdapter().read("1", damaged));
    expect(error.message).toMatch(/^The stack's state of this resource was damaged: __vps\.pending\.kind/);
  });
});

test("undefined and null are left out of every answer, at any depth: Pulumi takes none, and the object would be lost", async () => {
  hosterAnswers(FORNEX);
  const parts = { size: undefined, list: [{ name: null, sizes: [1, undefined] }, undefined] };
  const observe = () => ({ parts });
  const { outs } = await boxAdapter({ observe }).create(NAMES);
  expect(outs.parts).toEqual({ list: [{ sizes: [1] }] });
  const failure = await thrownBy(boxAdapter({ observe, reconcile: cut }).create(NAMES));
  const found = await boxAdapter({ observe }).read("1", bare(outs));
  const updated = await boxAdapter({ observe }).update("1", bare(outs), NAMES);
  for (const state of [outs, failure.properties, found.props, found.inputs, updated.outs])
    expect(holes(state)).toEqual([]);
});

describe("errors", () => {
  test("print as one clean line, without a stack of frames", async () => {
    hosterAnswers({});
    const error = await thrownBy(recordAdapter().create(RECORD));
    expect(error.message).toMatch(/^Fornex: GET \/account\/info answered 500/);
    expect(`${error}: ${error.stack}`).not.toMatch(/\n|\bat .*\.ts/);
    expect([error.id, error.properties, error.reasons]).toEqual([undefined, undefined, undefined]);
  });

  test("say what they are about by its name in the program, as lines about it do, else by kind and id", async () => {
    hosterAnswers({});
    const dns = recordAdapter();
    const named = { ...RECORD, __vps: { name: "www", secrets: [] } };
    expect(`${await thrownBy(dns.create(named))}`).toBe("www");
    expect(`${await thrownBy(dns.delete("7", named))}`).toBe("www");
    expect(`${await thrownBy(dns.delete("7", RECORD))}`).toBe("FornexDnsRecord 7");
  });

  test("end in their code, whatever method they leave by, and so do the failures of a check", async () => {
    hosterAnswers({});
    const dns = recordAdapter();
    const state = { ...RECORD, recordId: 7 };
    const other = { ...RECORD, value: "192.0.2.11" };
    for (const work of [
      () => dns.create(RECORD),
      () => dns.read("7", state),
      () => dns.update("7", state, other),
      () => dns.delete("7", state),
    ]) {
      expect((await thrownBy(work())).message).toMatch(/ \(vps:http-server\)$/);
    }
    const { failures } = await recordAdapter().check({}, { ...RECORD, ttl: 3601 });
    expect(failures).toEqual([{ property: "", reason: expect.stringMatching(/^ttl: .* \(vps:invalid-arguments\)$/) }]);
    hosterAnswers(VPSORG);
    const partial = await thrownBy(serverAdapter().create(SERVER));
    expect(partial.message).toMatch(/ \(vps:timeout\)$/);
    expect(partial.message.match(/\(vps:/g)).toHaveLength(1);
    expect(partial.reasons).toEqual([partial.message]);
  });

  test("of our own making are reported as bugs, with method and stack, without any value", async () => {
    const bug = () => JSON.parse("m4rk3d");
    hosterAnswers(FORNEX);
    const failing = boxAdapter({ canonical: bug, list: bug, find: bug, reconcile: bug, remove: bug });
    const state = { ...NAMES, __vps: { specified: [], owner: "x", account: "y" } };
    const calls = {
      create: () => failing.create(NAMES),
      read: () => failing.read("1", state),
      diff: () => failing.diff("1", state, NAMES),
      update: () => failing.update("1", state, NAMES),
      delete: () => boxAdapter({ find: bug, list: bug }).delete("1", state),
      check: () => failing.check({ ...NAMES, account: "z" }, NAMES),
    };
    for (const [method, call] of Object.entries(calls)) {
      const { message, stack } = await thrownBy(call());
      expect(message).toMatch(
        /^This is a bug in pulumi-vps\. Please report it at https:\S+ \(vps:unforeseen\)\nBox\.\w+: SyntaxError, pulumi-vps \S+, Node\.js \S+\n {4}at /,
      );
      expect(message).toContain(`\nBox.${method}: `);
      expect(message).toContain("adapter.test.ts");
      expect(`${message}${stack}`).not.toContain("m4rk3d");
    }
    const partial = await thrownBy(boxAdapter({ reconcile: bug }).create(NAMES));
    expect([partial.id, partial.reasons]).toEqual(["1", [partial.message]]);
    expect(partial.message).toContain("Box.create: SyntaxError");
  });

  test("a create that was begun keeps what is known: id, state, reason, and the provider", async () => {
    hosterAnswers(VPSORG);
    jest.spyOn(console, "log").mockImplementation(() => undefined);
    const error = await thrownBy(serverAdapter().create(SERVER));
    expect(error.id).toBe("17");
    expect(error.reasons).toEqual([error.message]);
    expect(error.message).toContain("VPS.org says building");
    expect(error.properties).toMatchObject({
      __provider: PROVIDER,
      serverId: "17",
      status: "building",
      __vps: { specified: [], pending: { value: { kind: "create" } } },
    });
    expect(holes(error.properties)).toEqual([]);
    expect(error.stack).not.toMatch(/\n|\bat .*\.ts/);
    jest.restoreAllMocks();
  });

  test("an update that was begun, too", async () => {
    hosterAnswers(VPSORG);
    const created = await thrownBy(serverAdapter().create(SERVER));
    const error = await thrownBy(serverAdapter().update("17", bare(created.properties ?? {}), SERVER));
    expect(error.id).toBe("17");
    expect(error.properties).toMatchObject({ __provider: PROVIDER, __vps: { pending: { value: { kind: "create" } } } });
  });

  test("no credential in any of them", async () => {
    for (const [work, credential] of [
      [() => recordAdapter().create(RECORD), "simulated.0123"],
      [() => serverAdapter().create(SERVER), "vps_0123"],
    ] as const) {
      server.answers({ status: 401, body: { detail: `${credential} is unknown` } });
      const error = await thrownBy(work());
      expect(error.message).toContain("answered 401: […] is unknown");
      expect([error.message, error.stack, String(error)].join()).not.toContain(credential);
    }
  });
});

describe("an update that failed", () => {
  const KEPT = { specified: ["host"], owner: "x", account: "y" };
  const OLD = { ...RECORD, type: "TXT", value: "once secret", recordId: 7, __vps: KEPT };
  const NEWS = { ...RECORD, type: "TXT", host: undefined, value: "plain" };
  test("marks as secret what the program no longer says, and only that", async () => {
    const { properties } = await thrownBy(recordAdapter().update("7", OLD, NEWS));
    expect(properties).toEqual({ ...OLD, host: secret("www"), value: secret("once secret") });
  });

  test("marks nothing the program still says, nor what the hoster alone says", async () => {
    const old = { ...OLD, ttl: 600 };
    const { properties } = await thrownBy(recordAdapter().update("7", old, { ...RECORD, type: "TXT", value: "plain" }));
    expect(properties).toEqual({ ...old, value: secret("once secret") });
  });

  test("marks nothing that cannot be a secret, since others may be made of it that cannot be one either", async () => {
    const old = { veid: "123456", os: "debian-12", currentOs: "debian-12", __vps: { ...KEPT, specified: [] } };
    const news = { veid: 123456, os: "debian-13", allowReinstall: true };
    const { properties } = await thrownBy(adapter(kiwiServerOs, run()).update("123456", old, news));
    expect(properties).toMatchObject({ veid: "123456", os: "debian-12" });
  });

  test("nor an address in another spelling", async () => {
    const place = {
      veid: "123456",
      ip: "2001:db8::1",
      shownUnder: "2001:db8::1",
      previousPtr: "",
      ours: ["a.example.com"],
    };
    const old = { ...place, ptr: "a.example.com", __vps: { ...KEPT, specified: [] } };
    const news = { veid: 123456, ip: "2001:DB8:0::1", ptr: "b.example.com" };
    const { properties } = await thrownBy(adapter(kiwiPtr, run()).update("123456/2001:db8::1", old, news));
    expect(properties).toMatchObject({ ...place, ptr: secret("a.example.com") });
  });
});
