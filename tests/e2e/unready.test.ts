import { expectCode, isSecret, pendingIn, type Stack, TRY_ALL, useHosters } from "./harness";

const hosters = useHosters();

const server = (resource: string, more = "") =>
  `new VpsOrgServer("${resource}", { name: "${resource}-01", planId: 1, osId: 5, location: "us-west", ${more} });\n`;

const names = () =>
  hosters
    .servers()
    .map(({ name }) => name)
    .sort();

describe("a server that never gets ready", () => {
  let stack: Stack;
  beforeAll(() => {
    stack = hosters.stack();
  });

  const upInVain = (...flags: string[]) => stack.impatiently(() => stack.upNow(TRY_ALL, ...flags));

  test("fails the up with what was last seen, and stays in state with its id", async () => {
    hosters.neverReady(true);
    stack.program(server("one") + server("two"));
    const up = await upInVain();
    expectCode(up, 1);
    expect(up.output).toContain("Waited 0.5 s for VPS.org to finish the server; last seen: VPS.org says provisioning");
    expect(hosters.orders()).toBe(2);
    for (const resource of ["one", "two"]) {
      const { id, outputs, initErrors } = stack.resource(resource);
      expect(hosters.simulator.state().vpsorg.servers[id ?? ""]?.name).toBe(`${resource}-01`);
      expect(outputs).toMatchObject({ __provider: expect.any(String), status: "provisioning", name: `${resource}-01` });
      expect(isSecret(pendingIn(outputs))).toBe(true);
      expect(initErrors).toHaveLength(1);
    }
  });

  test("is no finished server for a preview", async () => {
    expectCode(await stack.preview("--expect-no-changes"), 7);
  });

  test.each([["up"], ["up --refresh"]])(
    "is waited for again by the next %s, which orders no second one",
    async (command) => {
      hosters.simulator.clearRequests();
      const up = await upInVain(...command.split(" ").slice(1));
      expectCode(up, 1);
      expect(up.output).toContain("Waited 0.5 s for VPS.org to finish the server");
      expect(hosters.orders()).toBe(0);
      expect(names()).toEqual(["one-01", "two-01"]);
      expect(isSecret(pendingIn(stack.outputs("one")))).toBe(true);
    },
  );

  test("can be refreshed, and stays unfinished for the up after that", async () => {
    expectCode(await stack.refresh(), 0);
    expect(isSecret(pendingIn(stack.outputs("one")))).toBe(true);
    expect(isSecret(pendingIn(stack.outputs("two")))).toBe(true);
    expectCode(await stack.drift(), 7);
  });

  test("is finished by up once it is ready; one that left the program before that is deleted", async () => {
    hosters.release("one-01");
    hosters.simulator.clearRequests();
    stack.program(server("one"));
    expectCode(await stack.upNow(), 0);
    expect(hosters.orders()).toBe(0);
    expect(names()).toEqual(["one-01"]);
    expect(stack.outputs("one")).toMatchObject({ status: "active", ipAddress: hosters.servers()[0]?.ip_address });
    expect(pendingIn(stack.outputs("one"))).toBeUndefined();
    expectCode(await stack.drift(), 0);
  });

  test("is finished by up --refresh too, with what was still to be done after the wait", async () => {
    stack.program(server("one") + server("three", `powerState: "off"`));
    expectCode(await upInVain(), 1);
    hosters.release("three-01");
    hosters.simulator.clearRequests();
    expectCode(await stack.upNow("--refresh"), 0);
    expect(hosters.orders()).toBe(0);
    expect(stack.outputs("three")).toMatchObject({ status: "stopped", powerState: "off" });
    expect(pendingIn(stack.outputs("three"))).toBeUndefined();
    expectCode(await stack.drift(), 0);
  });

  test("can be destroyed", async () => {
    stack.program(server("one") + server("three", `powerState: "off"`) + server("four"));
    expectCode(await upInVain(), 1);
    expect(names()).toEqual(["four-01", "one-01", "three-01"]);
    expectCode(await stack.destroy(), 0);
    expect(names()).toEqual([]);
    expect(stack.resources()).toEqual([]);
  });
});
