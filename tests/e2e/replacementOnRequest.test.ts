import { expectCode, type Stack, TRY_ALL, useHosters } from "./harness";

const hosters = useHosters();

const BLOB = "AAAAC3NzaC1lZDI1NTE5AAAAIHaSw601QLuAPAILOu5mzYiHEjI06gxucUPArdc/9DHt";
const ORDER = "34-177054";
const VEID = "111141";
const FOREIGN = "999999";
const FIRST = "{ deleteBeforeReplace: true }";

beforeAll(() => hosters.simulator.patch({ fornex: { domains: { "example.com": {} } } }));
beforeEach(() => hosters.simulator.clearRequests());

const id = (stack: Stack, name: string) => stack.resource(name).id ?? "";
/** The `--replace` flags for these resources. */
const replacing = (stack: Stack, ...names: string[]) =>
  names.flatMap((name) => ["--replace", stack.resource(name).urn]);
const expectSettled = async (stack: Stack) => expectCode(await stack.drift(), 0);
const records = () => hosters.records("example.org").map(({ host, type, value }) => `${host} ${type} ${value}`);

describe("a record and a server that Pulumi is told to replace", () => {
  let stack: Stack;
  beforeAll(() => {
    stack = hosters.stack();
  });

  const program = (record = "{}", server = "{}", consent = "") => `
new FornexDnsRecord("www", { domain: "example.com", host: "www", type: "A", value: "203.0.113.8" }, ${record});
new VpsOrgServer("web", { name: "web-01", planId: 1, osId: 5, location: "us-west", ${consent} }, ${server});
`;
  const taint = (state: "taint" | "untaint", ...names: string[]) =>
    stack.run("state", state, ...names.map((name) => stack.resource(name).urn), "--yes");

  test("are both kept without an option, and the text names the ways that work", async () => {
    expectCode(await stack.program(program()).upNow(), 0);
    hosters.simulator.clearRequests();
    expectCode(await taint("taint", "www", "web"), 0);
    const up = await stack.upNow(TRY_ALL);
    expectCode(up, 1);
    expect(up.output).toContain("the provider does not see that, and adopt keeps the old one");
    expect(up.output).toContain(
      "set the option deleteBeforeReplace: true. To undo a taint, run `pulumi state untaint`",
    );
    expect(up.output).toContain("with allowReplace: true, or change the option replacementTrigger");
    expectCode(await taint("untaint", "www", "web"), 0);
    expectCode(await stack.upNow("--expect-no-changes"), 0);
    expect(hosters.writes()).toEqual([]);
  });

  test("go first with deleteBeforeReplace, the server only with consent", async () => {
    const [record, server] = [id(stack, "www"), id(stack, "web")];
    const up = await stack.program(program(FIRST, FIRST)).upNow(...replacing(stack, "web"));
    expectCode(up, 1);
    expect(up.output).toContain(
      `VpsOrgServer ${server} was not deleted, because the program still describes the same server.`,
    );
    expect(up.output).toContain("To replace it, set allowReplace: true");
    expect(hosters.servers()).toEqual([expect.objectContaining({ id: server, status: "active" })]);
    // The old record is in the way of the new one at first, which keeps no server from being ordered.
    const both = replacing(stack, "www", "web");
    expectCode(await stack.program(program(FIRST, FIRST, "allowReplace: true")).upNow(...both), 0);
    expect(id(stack, "web")).not.toBe(server);
    expect(id(stack, "www")).not.toBe(record);
    expect(hosters.servers()).toEqual([expect.objectContaining({ id: id(stack, "web"), status: "active" })]);
    expect(hosters.records("example.com")).toHaveLength(1);
  });

  test("are replaced by replacementTrigger: the new server first, the old record first", async () => {
    const [record, server] = [id(stack, "www"), id(stack, "web")];
    const [one, two] = [1, 2].map((trigger) => `{ replacementTrigger: ${trigger}, deleteBeforeReplace: false }`);
    expectCode(await stack.program(program(one, one)).upNow(), 0);
    const preview = await stack.program(program(one, two)).preview();
    expectCode(preview, 1);
    expect(preview.output).toContain("The option replacementTrigger has changed, which replaces this server");
    expect(preview.output).toContain("set allowReplace: true");
    const equal = await stack.program(program(two, one)).upNow();
    expectCode(equal, 1);
    expect(equal.output).toContain("set the option deleteBeforeReplace: true as well");
    expect(hosters.writes()).toEqual([]);

    const first = "{ replacementTrigger: 2, deleteBeforeReplace: true }";
    expectCode(await stack.program(program(first, two, "allowReplace: true")).upNow(), 0);
    const writes = hosters.writes();
    expect(writes.filter((call) => call.includes("/dns/"))).toEqual([
      `DELETE /dns/domain/example.com/entry_set/${record}/`,
      "POST /dns/domain/example.com/entry_set/",
    ]);
    expect(writes.filter((call) => call.includes("/servers/"))).toEqual([
      "POST /servers/",
      `DELETE /servers/${server}/`,
    ]);
    await expectSettled(stack);
  });
});

describe("a parent that goes first", () => {
  let stack: Stack;
  beforeAll(() => {
    stack = hosters.stack();
  });

  const program = (zone: string, options = FIRST) => `
const { FornexSshKeyAttachment, KiwiIpv6 } = require("pulumi-vps");
const zone = new FornexDnsDomain("zone", { name: "example.org", ip: "192.0.2.1", seededRecords: "remove", ${zone} }, ${options});
new FornexDnsRecord("www", { domain: zone.name, host: "www", type: "A", value: "203.0.113.8" });
const key = new SshKey("key", { title: "laptop", key: "ssh-ed25519 ${BLOB} me" }, ${options});
new FornexSshKeyAttachment("link", { orderId: "${ORDER}", keyId: key.keyId });
const ipv6 = new KiwiIpv6("ipv6", { veid: "${VEID}", allowReplace: true }, ${options});
new KiwiPtr("ptr", { veid: "${VEID}", ip: ipv6.address.apply((address) => address + "25"), ptr: "mail.example.com" });
const snapshot = new KiwiSnapshot("snapshot", { veid: "${VEID}", description: "before", allowReplace: true }, ${options});
new KiwiSnapshotRestore("restore", { veid: "${VEID}", snapshot: snapshot.fileName, trigger: "1", allowRestore: true });
`;
  const CHILDREN = ["www", "link", "ptr"];

  test("takes no child along in an ordinary update", async () => {
    const machine = { ip_addresses: ["203.0.113.21"], ptr: {} };
    hosters.simulator.patch({ kiwivm: { machines: { [VEID]: machine } } });
    expectCode(await stack.program(program("allowReplace: true,")).upNow(), 0);
    const before = CHILDREN.map((name) => id(stack, name));
    const up = await stack.program(program(`tags: ["web"], allowReplace: true,`)).up();
    expectCode(up, 0);
    expect(up.output).not.toContain("replace");
    expect(CHILDREN.map((name) => id(stack, name))).toEqual(before);
  });

  test("whose delete refuses has lost them; the next up makes them again", async () => {
    const foreign = { host: "other", type: "A", value: "203.0.113.99" };
    hosters.simulator.patch({ fornex: { domains: { "example.org": { entries: { [FOREIGN]: foreign } } } } });
    const up = await stack.upNow(...replacing(stack, "zone"));
    expectCode(up, 1);
    expect(up.output).toContain("The zone holds 1 record that did not come with it");
    expect(records()).toEqual(["other A 203.0.113.99"]);
    expectCode(await stack.program(program(`tags: ["web"], allowReplace: true, forceDestroy: true,`)).upNow(), 0);
    expect(records().sort()).toEqual(["other A 203.0.113.99", "www A 203.0.113.8"]);
    await expectSettled(stack);
  });

  test("comes back with what died with it, in one run; what only depends on it stays", async () => {
    const before = [...CHILDREN, "restore"].map((name) => id(stack, name));
    hosters.simulator.clearRequests();
    expectCode(await stack.upNow(...replacing(stack, "zone", "key", "ipv6", "snapshot")), 0);
    const after = [...CHILDREN, "restore"].map((name) => id(stack, name));
    expect(after.map((one, i) => one === before[i])).toEqual([false, false, false, true]);
    expect(hosters.asked()).not.toContain("POST /snapshot/restore");
    expect(records()).toEqual(["www A 203.0.113.8"]);
    const { orders, sshKeys } = hosters.simulator.state().fornex;
    const key = id(stack, "key");
    expect(Object.keys(sshKeys)).toContain(key);
    expect(orders[ORDER]?.vps?.sshKeys).toMatchObject({ [key]: true });
    const { ptr } = hosters.simulator.state().kiwivm.machines[VEID] ?? {};
    expect(ptr?.[id(stack, "ptr").replace(`${VEID}/`, "")]).toBe("mail.example.com");
    await expectSettled(stack);
  });
});
