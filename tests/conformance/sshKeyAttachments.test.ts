import type { Program } from "./engine";
import { listed } from "./importing";
import { fornexSshKeyAttachmentRow } from "./rows/fornexSshKeyAttachment";
import { clean, expectSettled, forEachApiVersion } from "./scenario";
import { writes } from "./world";

const ORDER = "34-501";
const KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHaSw601QLuAPAILOu5mzYiHEjI06gxucUPArdc/9DHt me@laptop";
const attached = (keyId: unknown = 67) => ({ type: "FornexSshKeyAttachment", inputs: { orderId: ORDER, keyId } });
const program: Program = { it: attached() };

/** What only attachments do: be there already, and end with their order or their key. */
forEachApiVersion((world) => {
  beforeEach(() => fornexSshKeyAttachmentRow.arrange(world.simulator));
  const linked = () => Object.keys(world.simulator.state().fornex.orders[ORDER]?.vps?.sshKeys ?? {});
  const linkBy = (id: number, link: true | null) =>
    world.simulator.patch({ fornex: { orders: { [ORDER]: { vps: { sshKeys: { [id]: link } } } } } });

  test("one that is there already is success without a write, and is taken off at the end", async () => {
    linkBy(67, true);
    const engine = world.engine();
    const { result, requests } = await world.requestsDuring(() => engine.up(program));
    expect(clean(result).operations).toEqual(["create it"]);
    expect(writes(requests)).toEqual([]);
    await expectSettled(world, engine, program);
    clean(await engine.destroy());
    expect(linked()).toEqual([]);
  });

  test("a walk over the account passes over an order that has ended, and over none that is active", async () => {
    linkBy(67, true);
    const status = (text: string) => world.simulator.patch({ fornex: { orders: { "34-1234": { status: text } } } });
    status("expired");
    await expect(listed(fornexSshKeyAttachmentRow, world)).resolves.toContain(`${ORDER}/67`);
    status("active");
    world.simulator.fault({ hoster: "fornex", path: "/*34-1234/ssh_keys/", kind: "status", status: 404 });
    world.simulator.fault({ hoster: "fornex", path: "/ssh_keys/34-1234/", kind: "status", status: 404 });
    await expect(listed(fornexSshKeyAttachmentRow, world)).rejects.toThrow("contradict each other");
  });

  test("of a new key, which Fornex has linked to every order: success", async () => {
    const engine = world.engine();
    clean(await engine.up({ key: { type: "SshKey", inputs: { title: "laptop", key: KEY } } }));
    const { keyId } = engine.get("key").outputs;
    const both = { key: { type: "SshKey", inputs: { title: "laptop", key: KEY } }, it: attached(keyId) };
    const { result, requests } = await world.requestsDuring(() => engine.up(both));
    clean(result);
    expect(writes(requests)).toEqual([]);
    await expectSettled(world, engine, both);
    clean(await engine.destroy());
    expect(linked()).toEqual([]);
  });

  test("refused since it is there by now: success", async () => {
    const engine = world.engine();
    world.simulator.fault({ hoster: "fornex", path: "/*ssh_keys/*add/", kind: "reset-after", times: 1 });
    world.simulator.fault({ hoster: "fornex", path: "/*ssh_keys/*add/", kind: "status", status: 400, times: 1 });
    clean(await engine.up(program));
    expect(linked()).toEqual(["67"]);
  });

  test("a key that does not exist is refused, and nothing is kept", async () => {
    const engine = world.engine();
    expect((await engine.up({ it: attached(999) })).errors).toEqual([
      expect.stringMatching(/POST \/.*ssh_keys.*key_pk/),
    ]);
    expect(engine.state).toEqual([]);
  });

  test("an order that does not exist is said before anything is sent", async () => {
    const elsewhere = { it: { type: "FornexSshKeyAttachment", inputs: { orderId: "34-999", keyId: 67 } } };
    const { result, requests } = await world.requestsDuring(() => world.engine().up(elsewhere));
    expect(result.errors).toEqual([expect.stringContaining("Order 34-999 does not exist in this account")]);
    expect(writes(requests)).toEqual([]);
  });

  test.each([
    ["order", () => ({ orders: { [ORDER]: null } })],
    ["key", () => ({ orders: { [ORDER]: { vps: { sshKeys: { 67: null } } } }, sshKeys: { 67: null } })],
  ])("whose %s is gone is gone, and destroyed without a write", async (_what, patch) => {
    const engine = world.engine();
    clean(await engine.up(program));
    world.simulator.patch({ fornex: patch() });
    expect(clean(await engine.preview(program, { refresh: true })).operations).toEqual(["gone it", "create it"]);
    const { result, requests } = await world.requestsDuring(() => engine.destroy());
    clean(result);
    expect(writes(requests)).toEqual([]);
    expect(engine.state).toEqual([]);
  });

  test("to an order that has expired is not called gone: the refresh says what is in the way", async () => {
    const engine = world.engine();
    clean(await engine.up(program));
    world.simulator.patch({ fornex: { orders: { [ORDER]: { status: "expired" } } } });
    expect((await engine.refresh()).errors).toEqual([
      expect.stringMatching(new RegExp(`lists order ${ORDER} as expired, so the answers contradict each other.*panel`)),
    ]);
    expect(engine.get("it").id).toBe(`${ORDER}/67`);
  });

  test.each([[false], [true]])("a rename keeps it without a write (refresh: %s)", async (refresh) => {
    const engine = world.engine();
    clean(await engine.up(program));
    const renamed = { renamed: attached() };
    const { result, requests } = await world.requestsDuring(() => engine.up(renamed, { refresh }));
    expect(clean(result).operations).toEqual(expect.arrayContaining(["create renamed", "delete it"]));
    expect(writes(requests)).toEqual([]);
    expect(linked()).toEqual(["67"]);
    await expectSettled(world, engine, renamed);
  });

  test.each([
    ["at once", undefined],
    ["one after the other", ["first"]],
  ])("two resources for one attachment %s: one is an error", async (_what, after) => {
    const second = { ...attached(), ...(after ? { after } : {}) };
    const { errors } = await world.engine().up({ first: attached(), second });
    expect(errors).toEqual([expect.stringContaining("Two resources")]);
  });

  test("an answer that stays lost says what to do, and the next run goes on", async () => {
    world.simulator.fault({ hoster: "fornex", path: "/*ssh_keys/*add/", kind: "reset-before", times: 1_000_000 });
    const engine = world.engine();
    const { errors } = await engine.up(program);
    expect(errors).toEqual([
      expect.stringMatching(/was created is unknown.*Run `pulumi up` again\. \(vps:ambiguous-create\)$/s),
    ]);
    expect(errors[0]).not.toContain("adopt");
    world.simulator.clearFaults();
    clean(await engine.up(program));
    expect(linked()).toEqual(["67"]);
  });

  test("the attachments of an order share one question in a refresh", async () => {
    const engine = world.engine();
    clean(await engine.up({ first: attached(67), second: attached(68) }));
    const { requests } = await world.requestsDuring(() => engine.refresh());
    expect(requests.filter(({ path }) => path.includes("ssh_keys"))).toHaveLength(1);
  });
});
