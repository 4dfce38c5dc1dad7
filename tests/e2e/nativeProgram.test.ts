import { KINDS } from "../../sdk/kindTable";
import { ROWS } from "../conformance/rows";
import { patchMachine, VEID } from "../conformance/rows/machines";
import { expectCode, isSecret, type Stack, useHosters } from "./harness";

/** One resource of every kind, some protected, some below a component. Only the import line says who serves them. */
const everything = (entry: string, protect = true) => {
  // The zone of the records is there already.
  const own: Record<string, object> = { FornexDnsDomain: { name: "own.example", ip: "192.0.2.10" } };
  const rest = ROWS.map(({ subject: { name }, required, consent }) => ({
    name,
    args: own[name] ?? { ...required, ...consent },
  }))
    .filter(({ name }) => name !== "KiwiSnapshotRestore")
    .map(({ name, args }, index) => {
      const place = index % 3 === 0 ? "parent: box," : "";
      const guard = protect && index % 4 === 0 ? "protect: true," : "";
      const order = index % 5 === 0 ? "deleteBeforeReplace: true," : "";
      return `new vps.${name}("it-${name}", ${JSON.stringify(args)}, { ${place} ${guard} ${order} dependsOn: restored });`;
    });
  const restore = ROWS.find(({ subject: { name } }) => name === "KiwiSnapshotRestore");
  return `
const vps = require("${entry}");
class Box extends pulumi.ComponentResource { constructor() { super("e2e:index:Box", "box"); } }
const box = new Box();
const restored = new vps.KiwiSnapshotRestore("restore", ${JSON.stringify({ ...restore?.required, ...restore?.consent })});
${rest.join("\n")}
const outer = new vps.FornexDnsDomain("outer", { name: "outer.example", ip: "192.0.2.10" });
new vps.FornexDnsRecord("inner", { domain: outer.name, host: "inner", type: "A", value: "192.0.2.11" }, { parent: outer });
`;
};

describe("a stack of the dynamic provider", () => {
  const hosters = useHosters();
  let stack: Stack;
  beforeAll(() => {
    for (const { arrange } of ROWS) arrange(hosters.simulator);
    // As the program says already, so that one machine need not be moved and reinstalled while others look at it.
    patchMachine(hosters.simulator, VEID, { node_location_id: "USCA_2", os: "debian-12-x86_64" });
    stack = hosters.stack();
    stack.hasPlugin = true;
  });

  test("is taken over by the plugin when the import line changes: every kind, without a write", async () => {
    expectCode(await stack.program(everything("pulumi-vps")).upNow(), 0);
    const before = stack.resources();
    hosters.simulator.clearRequests();
    stack.program(everything("pulumi-vps/native"));
    const preview = await stack.preview("--expect-no-changes");
    expectCode(preview, 0);
    expectCode(await stack.upNow(), 0);
    expect(hosters.writes()).toEqual([]);

    const after = stack.resources();
    const kinds = new Set(after.filter(({ type }) => type !== "e2e:index:Box").map(({ type }) => type));
    expect([...kinds].sort()).toEqual(ROWS.map(({ subject: { name } }) => `vps:index:${name}`).sort());
    const kept = (all: typeof after) => all.map(({ id, protect }) => `${id} ${protect ?? false}`).sort();
    expect(kept(after)).toEqual(kept(before));
    for (const { name, secret } of KINDS) {
      const outputs = after.find(({ type }) => type === `vps:index:${name}`)?.outputs ?? {};
      const bare = secret.filter((output) => outputs[output] !== undefined && !isSecret(outputs[output]));
      expect({ name, bare }).toEqual({ name, bare: [] });
    }
  });

  test("is then the plugin's: no drift, nothing to do, and it can be destroyed", async () => {
    expectCode(await stack.drift(), 0);
    expectCode(await stack.upNow("--refresh", "--expect-no-changes"), 0);
    expectCode(await stack.program(everything("pulumi-vps/native", false)).upNow(), 0);
    expectCode(await stack.destroy(), 0);
    expect(stack.resources()).toEqual([]);
  });
});

describe("a program with a second account", () => {
  const hosters = useHosters();
  const second = useHosters();
  let stack: Stack;
  beforeAll(() => {
    const entries = { 777: { host: "kept", type: "A", value: "192.0.2.77" } };
    second.simulator.patch({ fornex: { domains: { "second.example": { entries } } } });
    stack = hosters.stack();
    stack.hasPlugin = true;
    stack.env.SECOND_KEY = second.simulator.env.FORNEX_API_KEY ?? "";
    stack.env.SECOND_URL = second.simulator.env.FORNEX_BASE_URL ?? "";
  });

  const program = (value: string, more = "") =>
    stack.program(`
const vps = require("pulumi-vps/native");
// In plain, as a person may forget.
const second = new vps.Provider("second", { fornexApiKey: process.env.SECOND_KEY, fornexUrl: process.env.SECOND_URL, pollSeconds: 1 });
const zone = new vps.FornexDnsDomain("first", { name: "first.example", ip: "192.0.2.10" });
const other = new vps.FornexDnsRecord("other", { domain: "second.example", host: "www2", type: "A", value: "${value}" }, { provider: second });
exports.zones = vps.getFornexDnsDomainsOutput({}, { provider: second }).domains.apply((all) => all.map(({ name }) => name).join());
exports.records = vps.getFornexDnsRecordsOutput({ domain: zone.name, type: "NS" }).records.length;
${more}`);
  const entries = () => Object.values(second.simulator.state().fornex.domains["second.example"]?.entries ?? {});

  test("has each object in its own; the key is encrypted though the program forgot that", async () => {
    const preview = await program("192.0.2.11").preview();
    expectCode(preview, 0);
    expectCode(await stack.upNow(), 0);
    expect(entries()).toContainEqual(expect.objectContaining({ host: "www2", value: "192.0.2.11" }));
    expect(hosters.simulator.state().fornex.domains["second.example"]).toBeUndefined();
    expect(stack.stateText()).not.toContain(stack.env.SECOND_KEY);
    expect(stack.stateText()).toContain('"zones":"second.example"');
    expectCode(await stack.drift(), 0);
  });

  test("changes there only; what is looked up in the other account is shown, and stays", async () => {
    const { id = "" } = stack.resource("other");
    const looked = `const looked = vps.FornexDnsRecord.get("looked", "second.example/${id}", {}, { provider: second });
exports.looked = looked.value;
exports.again = vps.FornexDnsRecord.get("again", "${id}", { domain: "second.example" }, { provider: second }).host;`;
    hosters.simulator.clearRequests();
    expectCode(await program("192.0.2.12", looked).upNow(), 0);
    expect(hosters.writes()).toEqual([]);
    expect(stack.stateText()).toMatch(/"looked":"192\.0\.2\.1[12]"/);
    expect(stack.stateText()).toContain('"again":"www2"');
    expect(entries()).toContainEqual(expect.objectContaining({ host: "www2", value: "192.0.2.12" }));
  });

  test("imports by an option, and leaves alone what it ignores, by whomever it is changed", async () => {
    const more = (options: string) => `
const kept = { domain: "second.example", host: "kept", type: "A", value: "192.0.2.77" };
new vps.FornexDnsRecord("kept", kept, { provider: second, ignoreChanges: ["value"], ${options} });`;
    second.simulator.clearRequests();
    expectCode(await program("192.0.2.12", more('import: "second.example:777"')).up(), 0);
    expect(stack.resource("kept").id).toBe("777");
    expect(second.writes()).toEqual([]);
    second.simulator.patch({
      fornex: { domains: { "second.example": { entries: { 777: { value: "192.0.2.78" } } } } },
    });
    const drift = await program("192.0.2.12", more("")).drift();
    expectCode(drift, 0);
    expectCode(await stack.upNow("--refresh"), 0);
    expect(second.writes()).toEqual([]);
    // Without the option it is released, and stays at the hoster.
    expectCode(await program("192.0.2.12", more("retainOnDelete: true")).upNow(), 0);
    expectCode(await program("192.0.2.12").upNow(), 0);
    expect(entries()).toContainEqual(expect.objectContaining({ host: "kept", value: "192.0.2.78" }));
  });

  test("moves nothing to another account when its key is exchanged: that is refused", async () => {
    stack.env.SECOND_KEY = hosters.simulator.env.FORNEX_API_KEY ?? "";
    stack.env.SECOND_URL = hosters.simulator.env.FORNEX_BASE_URL ?? "";
    const refused = await program("192.0.2.13").upNow();
    expect(refused.code).not.toBe(0);
    expect(refused.output).toMatch(/\(vps:(other-account|http-not-found)\)/);
    expect(entries()).toContainEqual(expect.objectContaining({ host: "www2", value: "192.0.2.12" }));
  });
});

describe("a replacement by the plugin", () => {
  const hosters = useHosters();
  let stack: Stack;
  beforeAll(() => {
    hosters.simulator.patch({ fornex: { domains: { "one.example": {}, "two.example": {} } } });
    stack = hosters.stack();
    stack.hasPlugin = true;
  });
  const program = (args: { domain?: string; planId?: number; allowReplace?: boolean }, options = {}) => {
    const { domain = "one.example", ...server } = args;
    const web = { name: "web", planId: 1, osId: 5, location: "us-west", hostname: "a.example.com", ...server };
    return stack.program(`
const vps = require("pulumi-vps/native");
new vps.FornexDnsRecord("www", { domain: "${domain}", host: "www2", type: "A", value: "192.0.2.11" });
new vps.VpsOrgServer("web", ${JSON.stringify(web)}, ${JSON.stringify(options)});
`);
  };
  const idOf = (name: string) => stack.resource(name).id ?? "";
  const web = () => hosters.servers().filter(({ name }) => name === "web");

  test("makes the new object before the old one goes, and of a server only with consent", async () => {
    expectCode(await program({}).upNow(), 0);
    const old = idOf("web");
    hosters.simulator.clearRequests();
    const refused = await program({ domain: "two.example", planId: 2 }).up();
    expectCode(refused, 1);
    expect(refused.output).toContain("To allow it, set allowReplace: true.");
    expect(hosters.writes()).toEqual([]);
    expectCode(await program({ domain: "two.example", planId: 2, allowReplace: true }).upNow(), 0);
    const order = hosters.writes().filter((write) => write.includes("/servers/"));
    expect(order).toEqual(["POST /servers/", `DELETE /servers/${old}/`]);
    expect(hosters.records("one.example")).toEqual([]);
    expect(web()).toMatchObject([{ id: idOf("web"), plan_id: 2 }]);
    expectCode(await stack.drift(), 0);
  });

  test("that replaceOnChanges asks for, even because of drift, takes the same consent", async () => {
    const options = { replaceOnChanges: ["hostname"], deleteBeforeReplace: true };
    const old = idOf("web");
    hosters.simulator.patch({ vpsorg: { servers: { [old]: { hostname: "drift.example.com" } } } });
    const without = { domain: "two.example", planId: 2 };
    for (const given of [options, { replaceOnChanges: ["hostname"] }]) {
      hosters.simulator.clearRequests();
      expectCode(await program(without, given).upNow("--refresh"), 1);
      expect(hosters.writes()).toEqual([]);
    }
    expectCode(await program({ ...without, allowReplace: true }, options).upNow("--refresh"), 0);
    expect(web()).toMatchObject([{ id: idOf("web"), hostname: "a.example.com" }]);
    expect(idOf("web")).not.toBe(old);
  });
});
