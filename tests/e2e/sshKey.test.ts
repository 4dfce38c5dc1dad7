import { expectCode, type Stack, useHosters } from "./harness";

const hosters = useHosters();

const ONE = "AAAAC3NzaC1lZDI1NTE5AAAAIHaSw601QLuAPAILOu5mzYiHEjI06gxucUPArdc/9DHt";
const TWO = "AAAAC3NzaC1lZDI1NTE5AAAAID/EzP50WHDiwNmfcfMP8GVsje3UHMHX09N2sNvmheLz";
/** The key of the account that no program here knows. */
const OTHER = "67";

const program = (title: string, blob: string, comment = "me@laptop") =>
  `new SshKey("key", { title: "${title}", key: "ssh-ed25519 ${blob} ${comment}" });`;

const CALLS = {
  "2": { add: "POST /ssh_keys/", remove: (id: string) => `DELETE /ssh_keys/${id}/` },
  "0.1": { add: "POST /ssh_keys/add/", remove: () => "POST /ssh_keys/delete/" },
};

describe.each(["2", "0.1"] as const)("an SSH key in Fornex's API version %s", (apiVersion) => {
  const { add, remove } = CALLS[apiVersion];
  let stack: Stack;
  beforeAll(() => {
    stack = hosters.stack({ FORNEX_API_VERSION: apiVersion });
    // Only a hoster that refuses equal keys shows that the old one went first.
    hosters.simulator.patch({ fornex: { switches: { acceptEqualKeys: false } } });
  });
  beforeEach(() => hosters.simulator.clearRequests());

  const keys = () => Object.entries(hosters.simulator.state().fornex.sshKeys).filter(([id]) => id !== OTHER);
  const onlyKey = () => {
    expect(keys()).toHaveLength(1);
    return keys()[0]?.[0] ?? "";
  };
  const id = () => stack.resource("key").id ?? "";

  test("is added once; a second up finds nothing to do", async () => {
    expectCode(await stack.program(program("laptop", ONE)).up(), 0);
    expect(hosters.writes()).toEqual([add]);
    expect(stack.outputs("key")).toMatchObject({
      title: "laptop",
      keyId: Number(onlyKey()),
      fingerprint: "SHA256:hA/Or20GTGdVLLL7N3U9N5K3GmEqH6JLSopKLDqqrVE",
    });
    // The same key with another comment is the same key.
    stack.program(program("laptop", ONE, "me@desk"));
    expectCode(await stack.upNow("--expect-no-changes"), 0);
    expectCode(await stack.drift(), 0);
  });

  test("that somebody deleted is found, and added again", async () => {
    hosters.simulator.patch({ fornex: { sshKeys: { [id()]: null } } });
    const drift = await stack.drift();
    expectCode(drift, 7);
    expect(drift.output).toMatch(/SshKey key .*create/);
    expectCode(await stack.upNow("--refresh"), 0);
    expect(hosters.writes()).toEqual([add]);
    expect(id()).toBe(onlyKey());
  });

  test("of another text is added first; then the old one goes", async () => {
    const old = id();
    expectCode(await stack.program(program("laptop", TWO)).upNow(), 0);
    expect(hosters.writes()).toEqual([add, remove(old)]);
    expect(keys()).toEqual([[id(), expect.objectContaining({ key: `ssh-ed25519 ${TWO} me@laptop` })]]);
  });

  test("of another title goes first, since the same text may be refused; then it is added again", async () => {
    const old = id();
    expectCode(await stack.program(program("desk", TWO)).upNow(), 0);
    expect(hosters.writes()).toEqual([remove(old), add]);
    expect(id()).toBe(onlyKey());
    expect(id()).not.toBe(old);
    expectCode(await stack.drift(), 0);
  });

  test("is deleted with the stack; keys of others stay", async () => {
    const old = id();
    expectCode(await stack.destroy(), 0);
    expect(hosters.writes()).toEqual([remove(old)]);
    expect(keys()).toEqual([]);
    expect(hosters.simulator.state().fornex.sshKeys[OTHER]).toBeDefined();
    expect(stack.resources()).toEqual([]);
  });
});
