import { setTimeout as sleep } from "node:timers/promises";
import * as grpc from "@grpc/grpc-js";
import { PluginAttach } from "@pulumi/pulumi/proto/plugin_pb.js";
import * as pb from "@pulumi/pulumi/proto/provider_pb.js";
import { Status } from "@pulumi/pulumi/proto/status_pb.js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb.js";
import { message, received } from "../../../provider/native/values";
import { asSecret } from "../../../provider/pulumi/secret";
import { PULUMI_UNKNOWN } from "../../../provider/pulumi/unknown";
import { type Simulator, startSimulator } from "../../../simulator";
import { type Served, served, type Unary } from "./served";

/** What the engine may ask, as it asks it: over the wire, of a plugin that is pointed at the simulator. */
let simulator: Simulator;
let plugin: Served;
let client: Served["client"];
let asked: Served["asked"];

beforeAll(async () => {
  simulator = await startSimulator({ speed: 1000 });
});
beforeEach(async () => {
  simulator.reset();
  simulator.patch({ fornex: { domains: { "example.com": {} } } });
  plugin = await served();
  ({ client, asked } = plugin);
});
afterEach(() => plugin.stop());
afterAll(() => simulator.close());

const urnOf = (type: string) => `urn:pulumi:test::project::vps:index:${type}::it`;
const SERVER = { name: "web", planId: 1, osId: 5, location: "us-west" };
const RECORD = { domain: "example.com", host: "www2", type: "A", value: "192.0.2.11" };

/** Settings that point at the simulator, as a stack's configuration has them. */
const settings = () => ({
  vpsorgToken: asSecret(simulator.env.VPS_API_TOKEN),
  vpsorgUrl: simulator.env.VPS_API_URL,
  fornexApiKey: asSecret(simulator.env.FORNEX_API_KEY),
  fornexUrl: simulator.env.FORNEX_BASE_URL,
  pollSeconds: "0.01",
});

async function configure(args: object = settings()): Promise<pb.ConfigureResponse> {
  const request = new pb.ConfigureRequest();
  request.setArgs(message(args));
  return asked<pb.ConfigureRequest, pb.ConfigureResponse>(client.configure, request);
}

async function check(type: string, news: object): Promise<pb.CheckResponse> {
  const request = new pb.CheckRequest();
  request.setUrn(urnOf(type));
  request.setNews(message(news));
  return asked<pb.CheckRequest, pb.CheckResponse>(client.check, request);
}

async function create(type: string, news: object, { preview = false, timeout = 0 } = {}): Promise<pb.CreateResponse> {
  const request = new pb.CreateRequest();
  request.setUrn(urnOf(type));
  request.setProperties(message(news));
  request.setPreview(preview);
  request.setTimeout(timeout);
  return asked<pb.CreateRequest, pb.CreateResponse>(client.create, request);
}

async function read(type: string, id: string): Promise<pb.ReadResponse> {
  const request = new pb.ReadRequest();
  request.setUrn(urnOf(type));
  request.setId(id);
  return asked<pb.ReadRequest, pb.ReadResponse>(client.read, request);
}

/** What an error says is left of a resource. */
function initFailedIn(error: unknown): pb.ErrorResourceInitFailed {
  const [details] = (error as grpc.ServiceError).metadata.get("grpc-status-details-bin");
  const any = Status.deserializeBinary(details as Buffer).getDetailsList()[0];
  expect(any?.getTypeName()).toBe("pulumirpc.ErrorResourceInitFailed");
  return pb.ErrorResourceInitFailed.deserializeBinary(any?.getValue_asU8() ?? new Uint8Array());
}

describe("before any work", () => {
  test("Handshake and Configure say the same, for engines that know only the latter", async () => {
    const handshake = await asked<pb.ProviderHandshakeRequest, pb.ProviderHandshakeResponse>(
      client.handshake,
      new pb.ProviderHandshakeRequest(),
    );
    const configured = await configure();
    expect(handshake.getAcceptSecrets()).toBe(true);
    expect(configured.getAcceptsecrets()).toBe(true);
    expect(configured.getSupportspreview()).toBe(true);
    for (const flag of ["getAcceptResources", "getAcceptOutputs"] as const) expect(handshake[flag]()).toBe(false);
    for (const flag of ["getAcceptresources", "getAcceptoutputs"] as const) expect(configured[flag]()).toBe(false);
  });

  test("CheckConfig requires nothing, and names a setting that is malformed or unknown", async () => {
    const failuresOf = async (args: object) => {
      const request = new pb.CheckRequest();
      request.setNews(message(args));
      const response = await asked<pb.CheckRequest, pb.CheckResponse>(client.checkConfig, request);
      return response.getFailuresList().map((one) => [one.getProperty(), one.getReason()]);
    };
    expect(await failuresOf({})).toEqual([]);
    expect(await failuresOf({ version: "1.0.0", fornexApiKey: asSecret(null), pollSeconds: PULUMI_UNKNOWN })).toEqual(
      [],
    );
    const failures = await failuresOf({ pollSeconds: "soon", fornexKey: "s3cret", kiwivmKeys: asSecret("s3cret") });
    expect(failures.map(([property]) => property).sort()).toEqual(["", "fornexKey", "pollSeconds"]);
    expect(JSON.stringify(failures)).not.toContain("s3cret");
  });

  test("DiffConfig replaces nothing: a provider that changed is updated", async () => {
    const request = new pb.DiffRequest();
    request.setOlds(message({ fornexApiKey: "one" }));
    request.setNews(message({ fornexApiKey: "two" }));
    const response = await asked<pb.DiffRequest, pb.DiffResponse>(client.diffConfig, request);
    expect([response.getReplacesList(), response.getDeletebeforereplace()]).toEqual([[], false]);
  });

  test("a setting that is null, or not known yet, is none; the environment has its turn", async () => {
    await configure({ ...settings(), fornexApiKey: asSecret(null), vpsorgToken: PULUMI_UNKNOWN });
    const failures = (await check("VpsOrgServer", SERVER)).getFailuresList();
    expect(failures.map((one) => one.getReason())).toEqual([expect.stringContaining("vps:vpsorgToken is not set")]);
  });

  test.each([
    ["attach", new PluginAttach()],
    ["getMapping", new pb.GetMappingRequest()],
    ["getMappings", new pb.GetMappingsRequest()],
    ["cancel", new Empty()],
  ] as const)("%s is answered, and says nothing", async (method, request) => {
    const call = client[method] as unknown as Unary<object, { toArray(): unknown[] }>;
    const answer = (await asked(call, request)).toArray().flat();
    expect(answer.filter((one) => one !== "" && one !== undefined)).toEqual([]);
  });

  test("what a component or a method would be asked for is not implemented", async () => {
    const call = client.construct as Unary<pb.ConstructRequest, unknown>;
    await expect(asked(call, new pb.ConstructRequest())).rejects.toMatchObject({ code: grpc.status.UNIMPLEMENTED });
  });
});

describe("values", () => {
  beforeEach(() => configure());

  test("secrets and unknown values come back from Check as they came, at any depth", async () => {
    const news = {
      veid: "111141",
      create: "true",
      environment: { TOKEN: asSecret("s3cret"), LATER: PULUMI_UNKNOWN },
    };
    const inputs = (await check("KiwiCommand", news)).getInputs();
    expect(received(inputs).secrets).toEqual(["environment"]);
    expect(JSON.stringify(inputs?.toJavaScript())).toContain(PULUMI_UNKNOWN);
    const record = { ...RECORD, value: PULUMI_UNKNOWN, domain: asSecret("example.com") };
    expect((await check("FornexDnsRecord", record)).getInputs()?.toJavaScript()).toMatchObject({
      value: PULUMI_UNKNOWN,
      domain: asSecret("example.com"),
    });
  });

  test("a preview of a create tells what the program says; the rest is not known yet, and nothing is sent", async () => {
    simulator.clearRequests();
    const response = await create("FornexDnsRecord", { ...RECORD, value: PULUMI_UNKNOWN }, { preview: true });
    expect(response.getProperties()?.toJavaScript()).toMatchObject({
      domain: "example.com",
      value: PULUMI_UNKNOWN,
      recordId: PULUMI_UNKNOWN,
    });
    expect(simulator.requests()).toEqual([]);
  });
});

describe("work that takes long", () => {
  beforeEach(() => {
    simulator.patch({ vpsorg: { switches: { neverReady: true } } });
    return configure();
  });

  const expectPartial = (error: unknown, words: string) => {
    const left = initFailedIn(error);
    expect(left.getId()).toMatch(/^\d+$/);
    expect(left.getReasonsList()).toEqual([expect.stringContaining(words)]);
    expect(received(left.getProperties()).values).toMatchObject(SERVER);
    expect(received(left.getInputs()).values).toMatchObject(SERVER);
    return left;
  };

  test("ends at the time that the program gives it (customTimeouts), keeps the server, and goes on with the next update", async () => {
    const failed = await create("VpsOrgServer", SERVER, { timeout: 0.2 }).catch((error: unknown) => error);
    const left = expectPartial(failed, "(vps:timeout)");
    simulator.patch({
      vpsorg: { switches: { neverReady: false }, servers: { [left.getId()]: { stuck: false } } },
    });
    const request = new pb.UpdateRequest();
    request.setUrn(urnOf("VpsOrgServer"));
    request.setId(left.getId());
    request.setOlds(left.getProperties());
    request.setNews(message(SERVER));
    const response = await asked<pb.UpdateRequest, pb.UpdateResponse>(client.update, request);
    expect(received(response.getProperties()).values).toMatchObject({ status: "active" });
    expect(simulator.requests().filter(({ method, path }) => `${method} ${path}` === "POST /servers/")).toHaveLength(1);
  });

  test("ends within two seconds of a cancel, and keeps the server; a new Handshake begins anew", async () => {
    const creating = create("VpsOrgServer", SERVER).catch((error: unknown) => error);
    while (Object.values(simulator.state().vpsorg.servers).every(({ name }) => name !== "web")) await sleep(1);
    const begin = performance.now();
    await asked(client.cancel, new Empty());
    expectPartial(await creating, "(vps:cancelled)");
    expect(performance.now() - begin).toBeLessThan(2_000);
    await asked(client.handshake, new pb.ProviderHandshakeRequest());
    await configure();
    expect((await create("FornexDnsRecord", RECORD)).getId()).toMatch(/^\d+$/);
  });
});

describe("what exists", () => {
  beforeEach(() => configure());

  test("is imported with all its inputs; what does not exist has no id; what is no id is told so", async () => {
    const id = (await create("FornexDnsRecord", RECORD)).getId();
    const found = await read("FornexDnsRecord", `example.com/${id}`);
    expect((await read("FornexDnsRecord", `example.com:${id}`)).getId()).toBe(id);
    expect(found.getId()).toBe(id);
    expect(received(found.getInputs()).values).toMatchObject(RECORD);
    expect(received(found.getProperties()).values).toMatchObject({ ...RECORD, recordId: Number(id) });
    expect((await read("FornexDnsRecord", "example.com/999")).getId()).toBe("");
    for (const wrong of ["", "nonsense", id]) {
      await expect(read("FornexDnsRecord", wrong)).rejects.toMatchObject({
        details: expect.stringContaining("domain/recordId, such as example.com/123"),
      });
    }
  });

  const list = async (token: string, page: { limit?: number; pageSize?: number; from?: string } = {}) => {
    const request = new pb.ListRequest();
    request.setToken(token);
    request.setLimit(page.limit ?? 0);
    request.setPageSize(page.pageSize ?? 0);
    request.setContinuationToken(page.from ?? "");
    const responses: pb.ListResponse[] = [];
    for await (const response of client.list(request)) responses.push(response as pb.ListResponse);
    return {
      ids: responses.flatMap((one) => one.getResult()?.getId() ?? []),
      next: responses.at(-1)?.getContinuation()?.getContinuationToken(),
    };
  };

  test("is listed by the ids that import takes, page by page, up to a limit", async () => {
    const names = ["a.example", "b.example", "c.example", "d.example"];
    simulator.patch({
      fornex: { domains: { "example.com": null, ...Object.fromEntries(names.map((one) => [one, {}])) } },
    });
    const zones = "vps:index:FornexDnsDomain";
    const { ids, next } = await list(zones);
    expect([ids.toSorted(), next]).toEqual([names, undefined]);
    const first = await list(zones, { pageSize: 3 });
    expect(first).toEqual({ ids: ids.slice(0, 3), next: "3" });
    expect(await list(zones, { pageSize: 3, from: "3" })).toEqual({ ids: ids.slice(3), next: undefined });
    expect(await list(zones, { limit: 2 })).toEqual({ ids: ids.slice(0, 2), next: undefined });
    for (const id of (await list("vps:index:FornexDnsRecord")).ids) {
      expect((await read("FornexDnsRecord", id)).getId()).not.toBe("");
    }
    for (const kind of ["KiwiCommand", "FornexNameservers"]) {
      await expect(list(`vps:index:${kind}`)).rejects.toMatchObject({
        details: `There is no list of ${kind}. (vps:invalid-arguments)`,
      });
    }
    await expect(list("vps:index:Nothing")).rejects.toMatchObject({
      details: "This version of the provider has no vps:index:Nothing. (vps:invalid-arguments)",
    });
  });

  test("is listed no further for a client that hangs up", async () => {
    const zones = Array.from({ length: 300 }, (_, index) => {
      const entries = { [5000 + index]: { host: "www", type: "A", value: "192.0.2.11" } };
      return [`zone-${index}.example`, { entries }];
    });
    simulator.patch({ fornex: { domains: Object.fromEntries(zones) } });
    simulator.clearRequests();
    const request = new pb.ListRequest();
    request.setToken("vps:index:FornexDnsRecord");
    const stream = client.list(request);
    await new Promise((resolve) => stream.once("data", resolve));
    stream.cancel();
    await expect(new Promise((_resolve, reject) => stream.once("error", reject))).rejects.toMatchObject({
      code: grpc.status.CANCELLED,
    });
    await list("vps:index:FornexDnsDomain");
    expect(simulator.requests().length).toBeLessThan(300);
  });
});

describe("functions", () => {
  beforeEach(() => configure());

  const invoke = async (name: string, args: object) => {
    const request = new pb.InvokeRequest();
    request.setTok(`vps:index:${name}`);
    request.setArgs(message(args));
    return asked<pb.InvokeRequest, pb.InvokeResponse>(client.invoke, request);
  };

  test("answer; say what is wrong with an argument; and are not made up", async () => {
    const found = await invoke("getFornexDnsDomains", {});
    expect(received(found.getReturn()).values).toMatchObject({ domains: [{ name: "example.com" }] });
    const wrong = await invoke("getFornexDnsRecords", { domian: "example.com" });
    expect(wrong.getFailuresList().map((one) => one.getReason())).toEqual([
      expect.stringContaining("domian: is not an argument of getFornexDnsRecords"),
    ]);
    await expect(invoke("getNothing", {})).rejects.toMatchObject({ details: expect.stringContaining("getNothing") });
  });
});
