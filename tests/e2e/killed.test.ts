import { expectCode, killProvider, type Stack, until, useHosters } from "./harness";

// As slow as real servers, so that the create is under way for minutes unless the test hurries it.
const hosters = useHosters(1);

const program = (more = "") =>
  `new VpsOrgServer("web", { name: "web-01", planId: 1, osId: 5, location: "us-west", ${more} });`;

describe("kill -9 of the provider in the middle of a server's create", () => {
  let stack: Stack;
  let id: string;
  beforeAll(() => {
    stack = hosters.stack();
  });

  test("ends the up; the engine has forgotten the server", async () => {
    stack.program(program());
    const up = await stack.start("up", "--yes", "--skip-preview");
    await until(
      () => hosters.orders() > 0,
      () => `no server was ordered: ${up.output()}`,
    );
    await killProvider(up);
    expect(stack.resources()).toEqual([]);
    expect(hosters.servers()).toHaveLength(1);
    id = hosters.servers()[0]?.id ?? "";
  });

  test("the next up stops and names the server's id; nothing is ordered", async () => {
    hosters.simulator.clearRequests();
    const up = await stack.upNow();
    expectCode(up, 1);
    expect(up.output).toContain(`VpsOrgServer exists already: id ${id}. Nothing was created.`);
    expect(up.output).toContain("set adopt: true");
    expect(hosters.orders()).toBe(0);
    expect(hosters.servers()).toHaveLength(1);
  });

  test("with adopt: true the up finishes it: one server exists, and it is in state", async () => {
    stack.program(program("adopt: true"));
    const up = await stack.start("up", "--yes", "--skip-preview");
    await until(
      () => hosters.asked().includes(`GET /servers/${id}/`),
      () => `the server is not waited for: ${up.output()}`,
    );
    hosters.simulator.advance(300);
    expectCode(await up.ended, 0);
    expect(hosters.orders()).toBe(0);
    expect(hosters.servers()).toEqual([expect.objectContaining({ id, status: "active" })]);
    expect(stack.resource("web").id).toBe(id);
  });

  test("adopt may leave the program afterwards: nothing differs", async () => {
    stack.program(program());
    expectCode(await stack.drift(), 0);
    const up = await stack.upNow("--expect-no-changes");
    expectCode(up, 0);
    expectCode(await stack.drift(), 0);
  });
});
