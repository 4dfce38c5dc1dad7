import { expectCode, type Stack, useHosters } from "./harness";

const hosters = useHosters();

const server = (resource: string, more = "") =>
  `new VpsOrgServer("${resource}", { name: "${resource}-01", planId: 1, osId: 5, location: "us-west", ${more} });\n`;

describe("a replacement whose new server never gets ready", () => {
  let stack: Stack;
  let old: string;
  beforeAll(() => {
    stack = hosters.stack();
  });

  const upInVain = (...flags: string[]) => stack.impatiently(() => stack.upNow(...flags));
  const expectOldToLive = () => {
    expect(hosters.servers().find(({ id }) => id === old)).toMatchObject({ status: "active", plan_id: 1 });
    expect(hosters.asked()).not.toContain(`DELETE /servers/${old}/`);
    expect(hosters.servers()).toHaveLength(2);
  };

  test("leaves the old server alive", async () => {
    hosters.neverReady(false);
    stack.program(server("five"));
    expectCode(await stack.upNow(), 0);
    old = stack.resource("five").id ?? "";
    hosters.neverReady(true);
    hosters.simulator.clearRequests();
    stack.program(server("five", "allowReplace: true").replace("planId: 1", "planId: 2"));
    expectCode(await upInVain(), 1);
    expectOldToLive();
    expect(hosters.orders()).toBe(1);
  });

  test.each([["up --refresh"], ["refresh, then up"]])("still leaves it alive after %s", async (commands) => {
    hosters.simulator.clearRequests();
    if (commands.startsWith("refresh")) expectCode(await stack.refresh(), 0);
    expectCode(await upInVain(...(commands.includes("--refresh") ? ["--refresh"] : [])), 1);
    expectOldToLive();
    expect(hosters.orders()).toBe(0);
  });

  test("deletes it once the new one is ready, and not before", async () => {
    hosters.release("five-01");
    hosters.simulator.clearRequests();
    expectCode(await stack.upNow(), 0);
    const asked = hosters.asked();
    const finished = stack.resource("five").id;
    expect(finished).not.toBe(old);
    expect(asked.indexOf(`GET /servers/${finished}/`)).toBeLessThan(asked.indexOf(`DELETE /servers/${old}/`));
    expect(hosters.servers()).toEqual([expect.objectContaining({ id: finished, status: "active", plan_id: 2 })]);
    expectCode(await stack.drift(), 0);
  });

  test("can be given up: with adopt the old server is taken back, and the new one is deleted", async () => {
    old = stack.resource("five").id ?? "";
    stack.program(server("five", "allowReplace: true"));
    expectCode(await upInVain(), 1);
    const unready = stack.resource("five").id;
    const args = `allowReplace: true, adopt: "${old}"`;
    stack.program(server("five", args).replace("planId: 1", "planId: 2"));
    expectCode(await stack.upNow(), 0);
    expect(hosters.asked()).not.toContain(`DELETE /servers/${old}/`);
    expect(hosters.asked()).toContain(`DELETE /servers/${unready}/`);
    expect(hosters.servers()).toEqual([expect.objectContaining({ id: old, status: "active", plan_id: 2 })]);
    expect(stack.resource("five").id).toBe(old);
    expectCode(await stack.destroy(), 0);
    expect(hosters.servers()).toEqual([]);
  });
});
