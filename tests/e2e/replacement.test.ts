import { expectCode, type Stack, useHosters } from "./harness";

const hosters = useHosters();

const program = (plan: number, more = "", options = "") => `
const server = new VpsOrgServer("web", { name: "web-01", planId: ${plan}, osId: 5, location: "us-west", ${more} }, { ${options} });
new FornexDnsRecord("apex", { domain: "example.com", type: "A", value: server.ipAddress });
`;

describe("a server in another plan", () => {
  let stack: Stack;
  let old: string;
  let now: string;
  beforeAll(() => {
    hosters.simulator.patch({ fornex: { domains: { "example.com": {} } } });
    stack = hosters.stack();
  });

  test("is refused without allowReplace, already in the preview", async () => {
    expectCode(await stack.program(program(1)).upNow(), 0);
    old = stack.resource("web").id ?? "";
    hosters.simulator.clearRequests();
    const preview = await stack.program(program(2)).preview();
    expectCode(preview, 1);
    expect(preview.output).toContain("planId: cannot be changed from 1 to 2 without replacing the server.");
    expect(preview.output).toContain("The old server is deleted with everything on its disk");
    expect(preview.output).toContain("set allowReplace: true");
    expect(hosters.asked()).toEqual([]);
  });

  test("is created first with allowReplace; then the record moves; then the old server goes", async () => {
    expectCode(await stack.program(program(2, "allowReplace: true")).up(), 0);
    now = stack.resource("web").id ?? "";
    expect(hosters.writes()).toEqual([
      "POST /servers/",
      expect.stringMatching("^PUT /dns/domain/example.com/entry_set/"),
      `DELETE /servers/${old}/`,
    ]);
    expect(hosters.servers()).toEqual([expect.objectContaining({ id: now, plan_id: 2, status: "active" })]);
    expect(hosters.records("example.com")).toMatchObject([{ value: hosters.servers()[0]?.ip_address }]);
  });

  test("survives being changed in the panel, even with a forgotten allowReplace: true", async () => {
    hosters.simulator.patch({ vpsorg: { servers: { [now]: { plan_id: 3 } } } });
    hosters.simulator.clearRequests();
    expectCode(await stack.drift(), 7);
    for (const flags of [["--refresh"], []]) {
      const up = await stack.upNow(...flags);
      expectCode(up, 1);
      expect(up.output).toContain("was changed at the hoster, and only a replacement could change it back");
      expect(up.output).toContain("planId: 3");
      expect(up.output).toContain("write this value with allowReplace: true");
    }
    expect(hosters.writes()).toEqual([]);
    expect(hosters.servers()).toEqual([expect.objectContaining({ id: now, status: "active" })]);
  });

  test("is left as it is with ignoreChanges, also by a forgotten allowReplace: true", async () => {
    stack.program(program(2, "allowReplace: true", `ignoreChanges: ["planId"]`));
    expectCode(await stack.upNow("--refresh"), 0);
    expectCode(await stack.preview("--expect-no-changes"), 0);
    expectCode(await stack.drift(), 0);
    expect(hosters.writes()).toEqual([]);
    expect(stack.resource("web").id).toBe(now);
    expect(stack.outputs("web")).toMatchObject({ planId: 2, plan: { id: 3 } });
  });

  test("is drift again once the option has left the program", async () => {
    expectCode(await stack.program(program(2, "allowReplace: true")).drift(), 7);
    expectCode(await stack.upNow("--refresh"), 1);
    expect(hosters.writes()).toEqual([]);
  });

  test("is left as it is with *, which the provider hears of although Pulumi puts back every input", async () => {
    stack.program(program(2, "allowReplace: true", `ignoreChanges: ["*"]`));
    expectCode(await stack.upNow("--refresh"), 0);
    const { name } = hosters.servers()[0] ?? {};
    const rename = (to: unknown) => hosters.simulator.patch({ vpsorg: { servers: { [now]: { name: to as string } } } });
    rename("renamed");
    expectCode(await stack.drift(), 0);
    expectCode(await stack.upNow("--refresh", "--expect-no-changes"), 0);
    expect(stack.outputs("web")).toMatchObject({ name: "renamed", planId: 2, plan: { id: 3 } });
    expect(hosters.writes()).toEqual([]);
    rename(name);
    expectCode(await stack.refresh(), 0);
  });

  test("is accepted by writing the plan it has: nothing is replaced", async () => {
    expectCode(await stack.program(program(3, "allowReplace: true")).up(), 0);
    expect(hosters.writes()).toEqual([]);
    expect(stack.resource("web").id).toBe(now);
    expect(stack.outputs("web")).toMatchObject({ planId: 3, plan: { id: 3 } });
  });

  test("has no difference when only allowReplace leaves the program", async () => {
    stack.program(program(3));
    expectCode(await stack.upNow("--expect-no-changes"), 0);
    expectCode(await stack.drift(), 0);
  });
});
