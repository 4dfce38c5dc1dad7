import { VpsError } from "../../../provider/errors/vpsError";
import { functions } from "../../../provider/functions";
import { callFunction } from "../../../provider/functions/call";
import { failureOf } from "../support/errors";
import { useHttpServer } from "../support/httpServer";
import { offlineRun } from "../support/run";

const server = useHttpServer();
const run = () => offlineRun({ vpsorgUrl: server.url });

describe("what a token must permit", () => {
  const account = (permissions: unknown, requires: string[]) => {
    server.answers({ body: { account: { email: "a@example.org" }, token: { permissions } } });
    return callFunction(functions.getVpsOrgAccount, run(), { requires });
  };

  test.each([
    [["servers:create"], ["servers:create"]],
    [["servers:*"], ["servers:create", "servers:*"]],
    [["*:*"], ["servers:create", "dns:*", "*:*"]],
    [["servers:list"], []],
  ])("%j permits %j", async (permissions, requires) => {
    expect((await account(permissions, requires)).token.permissions).toEqual(permissions);
  });

  test.each([
    [["servers:list", "dns:*"], ["servers:create", "dns:list", "servers:power"], "servers:create, servers:power"],
    [["servers:create"], ["servers:*"], "servers:*"],
    [["server:*"], ["servers:create"], "servers:create"],
    [null, ["servers:create"], "servers:create"],
  ])("%j lacks some of %j", async (permissions, requires, missing) => {
    const { message } = await failureOf(account(permissions, requires), VpsError);
    expect(message).toContain(`the token lacks ${missing}.`);
  });

  test("a permission has a form", async () => {
    const { message } = await failureOf(account([], ["create servers"]), VpsError);
    expect(message).toBe("requires.0: must be a permission, such as servers:create");
  });
});

describe("servers", () => {
  const page = (from: number, to: number, count: number) => ({
    count,
    results: Array.from({ length: to - from + 1 }, (_, index) => ({ id: from + index, name: `web-${from + index}` })),
  });

  test("a list that may be cut is asked for to its end, with the filter on every page", async () => {
    server.answers({ body: page(1, 20, 25) }, { body: page(21, 25, 25) });
    const { servers } = await callFunction(functions.getVpsOrgServers, run(), { status: "active" });
    expect(servers).toHaveLength(25);
    expect(server.received.map(({ url }) => url)).toEqual([
      "/servers/?status=active",
      "/servers/?status=active&page=2",
    ]);
  });

  test("one that stays shorter than it counts is an error", async () => {
    server.answers({ body: page(1, 20, 25) }, { status: 404 });
    const { code } = await failureOf(callFunction(functions.getVpsOrgServers, run(), {}), VpsError);
    expect(code).toBe("incomplete-list");
  });

  test("ids are opaque: numbers are numbers in any spelling, others text", async () => {
    server.answers({ body: { id: "0b5c-f4d6", plan: { id: "7" }, os: { id: "a1b2" } } });
    const found = await callFunction(functions.getVpsOrgServer, run(), { serverId: "0b5c-f4d6" });
    expect(found).toMatchObject({ serverId: "0b5c-f4d6", plan: { id: 7 }, os: { id: "a1b2" } });
  });
});
