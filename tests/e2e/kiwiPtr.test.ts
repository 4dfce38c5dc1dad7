import { expectCode, expectNoStackTrace, type Stack, useHosters } from "./harness";

const hosters = useHosters();

const VEID = "111141";
const IPV4 = "203.0.113.21";
/** Inside of the machine's /64. */
const IPV6 = "2001:db8:1:2::25";
const BEFORE = "ns1.my.server.com";

const program = (name = "mail.example.com") => `
new KiwiPtr("v4", { veid: ${VEID}, ip: "${IPV4}", ptr: "${name}" });
new KiwiPtr("v6", { veid: "${VEID}", ip: "${IPV6}", ptr: "${name}" });
`;

const ptr = (ip: string) => hosters.simulator.state().kiwivm.machines[VEID]?.ptr[ip];
const somebodySets = (ip: string, name: string) =>
  hosters.simulator.patch({ kiwivm: { machines: { [VEID]: { ptr: { [ip]: name } } } } });

beforeEach(() => hosters.simulator.clearRequests());

describe("the PTRs of a machine", () => {
  let stack: Stack;
  beforeAll(() => {
    stack = hosters.stack();
  });

  test("are set, and what was there before is remembered; a second up finds nothing to do", async () => {
    const up = await stack.program(program()).up();
    expectCode(up, 0);
    expect(hosters.writes()).toEqual(["POST /setPTR", "POST /setPTR"]);
    expect([ptr(IPV4), ptr(IPV6)]).toEqual(["mail.example.com", "mail.example.com"]);
    expect(stack.resource("v4").id).toBe(`${VEID}/${IPV4}`);
    stack.program(program("Mail.Example.com."));
    expectCode(await stack.upNow("--expect-no-changes"), 0);
  });

  test("that somebody changed are found, and repaired", async () => {
    somebodySets(IPV4, "changed.example.net");
    const drift = await stack.drift();
    expectCode(drift, 7);
    expect(drift.output).toMatch(/KiwiPtr v4 .*update/);
    expect(drift.output).not.toMatch(/KiwiPtr v6 .*update/);
    expectCode(await stack.upNow("--refresh"), 0);
    expect(hosters.writes()).toEqual(["POST /setPTR"]);
    expect(ptr(IPV4)).toBe("mail.example.com");
    expectCode(await stack.drift(), 0);
  });

  test("are put back by a destroy, except for one that somebody changed meanwhile", async () => {
    somebodySets(IPV6, "changed.example.net");
    const destroy = await stack.destroy();
    expectCode(destroy, 0);
    expect(destroy.output).toContain(
      "v6: the address resolves to something that this program did not set; released without a change",
    );
    expect(hosters.writes()).toEqual(["POST /setPTR"]);
    expect([ptr(IPV4), ptr(IPV6)]).toEqual([BEFORE, "changed.example.net"]);
    expect(stack.resources()).toEqual([]);
  });

  test("of a machine without rDNS are refused before anything is sent", async () => {
    hosters.simulator.patch({ kiwivm: { machines: { [VEID]: { rdns_api_available: false } } } });
    const up = await stack.program(program()).upNow();
    expectCode(up, 1);
    expect(up.output).toContain(
      `KiwiVM does not accept PTRs by API for machine ${VEID} (rdns_api_available is false). Ask BandwagonHost's support.`,
    );
    expectNoStackTrace(up);
    expect(hosters.writes()).toEqual([]);
    expect(stack.resources()).toEqual([]);
  });
});

describe("what stood at an address before", () => {
  let stack: Stack;
  beforeAll(() => {
    stack = hosters.stack();
    const machine = { rdns_api_available: true, ptr: { [IPV4]: BEFORE } };
    hosters.simulator.patch({ kiwivm: { machines: { [VEID]: machine } } });
  });

  const named = (name: string, options = "{}") =>
    `new KiwiPtr("${name}", { veid: ${VEID}, ip: "${IPV4}", ptr: "mail.example.com" }, ${options});`;
  const TOLD = `a: before this program set its PTR, the address resolved to ${BEFORE};`;

  test("is put back and recorded anew by a replacement on request that deletes first", async () => {
    expectCode(await stack.program(named("a", "{ deleteBeforeReplace: true }")).upNow(), 0);
    hosters.simulator.clearRequests();
    const up = await stack.upNow("--replace", stack.resource("a").urn);
    expectCode(up, 0);
    expect(hosters.writes()).toEqual(["POST /setPTR", "POST /setPTR"]);
    expect(up.output).not.toContain(TOLD);
  });

  test("is told when a resource of another name takes the address", async () => {
    hosters.simulator.clearRequests();
    const up = await stack.program(named("b")).upNow();
    expectCode(up, 0);
    expect(up.output).toContain(TOLD);
    expect(hosters.writes()).toEqual([]);
    expectCode(await stack.destroy(), 0);
  });
});
