import { expectCode, type Stack, useHosters } from "./harness";

const hosters = useHosters();

describe("arguments that are taken out of the program, or come late", () => {
  let stack: Stack;
  beforeAll(() => {
    stack = hosters.stack();
  });

  const program = (server: string, zone: string) => `
new VpsOrgServer("web", { name: "web-01", planId: 1, osId: 5, location: "us-west", ${server} });
new FornexDnsDomain("zone", { name: "example.com", ip: "192.0.2.10", ${zone} });
`;
  const id = () => stack.resource("web").id ?? "";

  test("a hostname that the program gives is kept", async () => {
    expectCode(await stack.program(program(`hostname: "web.example.com"`, "")).upNow(), 0);
    hosters.simulator.patch({ vpsorg: { servers: { [id()]: { hostname: "panel.example.com" } } } });
    expectCode(await stack.drift(), 7);
  });

  test("a removed hostname is no longer managed, and nothing is sent for that", async () => {
    hosters.simulator.clearRequests();
    stack.program(program("", ""));
    expectCode(await stack.upNow(), 0);
    expect(hosters.asked()).toEqual([]);
    expect(stack.outputs("web").given).toEqual([]);
    expectCode(await stack.drift(), 0);
    expectCode(await stack.upNow("--refresh"), 0);
    expect(hosters.writes()).toEqual([]);
    expect(stack.outputs("web").hostname).toBe("panel.example.com");
  });

  test("a zone with records of somebody else is not destroyed", async () => {
    const entries = { "999001": { host: "other", type: "A", value: "198.51.100.1" } };
    hosters.simulator.patch({ fornex: { domains: { "example.com": { entries } } } });
    const destroy = await stack.destroy();
    expectCode(destroy, 1);
    expect(destroy.output).toContain("The zone still holds 1 record(s) that did not come with it");
    expect(hosters.simulator.state().fornex.domains["example.com"]).toBeDefined();
  });

  test("a late forceDestroy takes effect, though nothing is sent for it", async () => {
    stack.program(program("", "forceDestroy: true"));
    expectCode(await stack.upNow("--target", stack.resource("zone").urn), 0);
    hosters.simulator.clearRequests();
    expectCode(await stack.destroy(), 0);
    expect(hosters.writes()).toContain("DELETE /dns/domain/example.com/");
    expect(hosters.simulator.state().fornex.domains).toEqual({});
  });
});

describe("Pulumi's own options", () => {
  let stack: Stack;
  beforeAll(() => {
    stack = hosters.stack();
  });

  const program = (name: string, options: string) =>
    `new VpsOrgServer("web", { name: "${name}", planId: 1, osId: 5, location: "us-west" }, ${options});`;
  const deletes = () => hosters.asked().filter((one) => one.startsWith("DELETE"));

  test("protect keeps a server from being destroyed, or deleted with its line of the program", async () => {
    expectCode(await stack.program(program("web-02", "{ protect: true }")).upNow(), 0);
    hosters.simulator.clearRequests();
    const destroy = await stack.destroy();
    expectCode(destroy, 1);
    expect(destroy.output).toMatch(/protect/);
    const up = await stack.program("").upNow();
    expectCode(up, 1);
    expect(up.output).toMatch(/protect/);
    expect(deletes()).toEqual([]);
    expect(hosters.servers()).toHaveLength(1);
  });

  test("retainOnDelete leaves the server with the hoster when it leaves the program", async () => {
    expectCode(await stack.program(program("web-02", "{ retainOnDelete: true }")).upNow(), 0);
    expectCode(await stack.program("").upNow(), 0);
    expect(deletes()).toEqual([]);
    expect(stack.resources()).toEqual([]);
    expect(hosters.servers()).toEqual([expect.objectContaining({ name: "web-02", status: "active" })]);
  });
});
