import { expectCode, type Stack, useHosters } from "./harness";

const hosters = useHosters();

describe("arguments that are taken out of the program, or come late", () => {
  let stack: Stack;
  beforeAll(() => {
    stack = hosters.stack();
  });
  afterAll(() => hosters.simulator.patch({ vpsorg: { servers: { [id()]: null } } }));

  const program = (server: string) =>
    `new VpsOrgServer("web", { name: "web-01", planId: 1, osId: 5, location: "us-west", ${server} });`;
  const id = () => stack.resource("web").id ?? "";

  test("a hostname that the program gives is kept", async () => {
    expectCode(await stack.program(program(`hostname: "web.example.com"`)).upNow(), 0);
    hosters.simulator.patch({ vpsorg: { servers: { [id()]: { hostname: "panel.example.com" } } } });
    expectCode(await stack.drift(), 7);
  });

  test("a removed hostname is no longer managed, and nothing is sent for that", async () => {
    hosters.simulator.clearRequests();
    stack.program(program(""));
    expectCode(await stack.upNow(), 0);
    expect(hosters.asked()).toEqual([]);
    expect(stack.outputs("web").__vps).toMatchObject({ specified: [] });
    expectCode(await stack.drift(), 0);
    expectCode(await stack.upNow("--refresh"), 0);
    expect(hosters.writes()).toEqual([]);
    expect(stack.outputs("web").hostname).toBe("panel.example.com");
  });
});

describe("a zone with a record of somebody else", () => {
  let stack: Stack;
  beforeAll(() => {
    stack = hosters.stack();
  });

  const program = (name: string, zone = "") => `
const zone = new FornexDnsDomain("zone", { name: "${name}", ip: "192.0.2.10", ${zone} });
new FornexDnsRecord("h7", { domain: zone.name, host: "h7", type: "A", value: "192.0.2.7" });
`;
  const zones = () => Object.keys(hosters.simulator.state().fornex.domains);
  const somebodyAdds = (zone: string) => {
    const entries = { "999001": { host: "k8s", type: "NS", value: "ns1.other.example" } };
    hosters.simulator.patch({ fornex: { domains: { [zone]: { entries } } } });
  };
  const HELD = "k8s NS ns1.other.example (id 999001). ";
  beforeEach(() => hosters.simulator.clearRequests());

  test("is not deleted by a replacement", async () => {
    expectCode(await stack.program(program("example.com")).upNow(), 0);
    somebodyAdds("example.com");
    const up = await stack.program(program("example.net", "allowReplace: true")).upNow();
    expectCode(up, 1);
    expect(up.output).toContain(
      `The zone holds 1 record that did not come with it, or changed since. It would be deleted with the zone: ${HELD}`,
    );
    expect(up.output).toContain("declare this one under another resource name with adopt: true and forceDestroy: true");
    expect(zones()).toEqual(["example.com", "example.net"]);
  });

  test("goes once another resource has brought the consent, as the refusal says", async () => {
    const old = `new FornexDnsDomain("old", { name: "example.com", ip: "192.0.2.10", adopt: true, forceDestroy: true });`;
    expectCode(await stack.program(program("example.net") + old).upNow(), 0);
    expect(hosters.writes()).toEqual([]);
    expectCode(await stack.program(program("example.net")).upNow(), 0);
    expect(hosters.writes()).toEqual(["DELETE /dns/domain/example.com/"]);
    expect(zones()).toEqual(["example.net"]);
  });

  test("is not destroyed", async () => {
    somebodyAdds("example.net");
    const destroy = await stack.destroy();
    expectCode(destroy, 1);
    expect(destroy.output).toContain(HELD);
    expect(destroy.output).toContain("run `pulumi up --target <URN of the zone>`");
    expect(stack.resources()).toHaveLength(1);
    expect(zones()).toEqual(["example.net"]);
  });

  test("is destroyed once it has the consent, and what was deleted before is not made again for that", async () => {
    stack.program(program("example.net", "forceDestroy: true"));
    expectCode(await stack.up("--target", stack.resource("zone").urn), 0);
    expect(hosters.writes()).toEqual([]);
    expectCode(await stack.destroy(), 0);
    expect(hosters.writes()).toEqual(["DELETE /dns/domain/example.net/"]);
    expect(zones()).toEqual([]);
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
