import type { Call } from "../../../../provider/clients/http/call";
import { VpsOrgClient } from "../../../../provider/clients/vpsorg/client";
import { HttpError } from "../../../../provider/errors/httpError";
import { VpsError } from "../../../../provider/errors/vpsError";
import { failureOf } from "../../support/errors";
import { scriptedHttp, withoutSchema } from "../../support/scriptedHttp";

const SERVER = {
  id: 17,
  name: "web",
  status: "active",
  hostname: null,
  ip_address: "192.0.2.10",
  location: "us-west",
  plan: { id: 1, vcpus: 1, memory: 1024, storage: 20, bandwidth: 1000 },
  os: { id: 5, name: "Debian 13" },
};

function vpsorg(answer: (call: Call<unknown>, count: number) => unknown) {
  const { http, calls } = scriptedHttp(answer);
  return { client: new VpsOrgClient(http), calls, asked: () => calls.map(withoutSchema) };
}

describe("each call: method, path with its slash, and what a second request would do", () => {
  const path = "/servers/{server_id}/";
  const params = { server_id: "17" };
  const order = { name: "web", plan_id: 1, os_id: 5, location: "us-west" };

  test.each<[string, (client: VpsOrgClient) => Promise<unknown>, object, unknown]>([
    [
      "account",
      (client) => client.accountEmail(),
      { effect: "read", method: "GET", path: "/account/me/" },
      { account: { email: "a@example.org" } },
    ],
    ["one server", (client) => client.server("17"), { effect: "read", method: "GET", path, params }, SERVER],
    [
      "an order, never sent twice",
      (client) => client.order(order),
      { effect: "once", method: "POST", path: "/servers/", body: order },
      SERVER,
    ],
    [
      "all three settings",
      (client) => client.change("17", { name: "a", hostname: "a.example", backups_enabled: false }),
      {
        effect: "repeatable",
        method: "PUT",
        path,
        params,
        body: { name: "a", hostname: "a.example", backups_enabled: false },
        mayDiffer: true,
      },
      undefined,
    ],
    [
      "some settings",
      (client) => client.change("17", { backups_enabled: true }),
      { effect: "repeatable", method: "PATCH", path, params, body: { backups_enabled: true }, mayDiffer: true },
      undefined,
    ],
    [
      "a start",
      (client) => client.power("17", "start"),
      { effect: "repeatable", method: "POST", path: `${path}start/`, params },
      undefined,
    ],
    [
      "a stop",
      (client) => client.power("17", "stop"),
      { effect: "repeatable", method: "POST", path: `${path}stop/`, params },
      undefined,
    ],
    [
      "a restart, never sent twice",
      (client) => client.reboot("17"),
      { effect: "once", method: "POST", path: `${path}reboot/`, params },
      undefined,
    ],
    ["a delete", (client) => client.remove("17"), { effect: "repeatable", method: "DELETE", path, params }, undefined],
  ])("%s", async (_, ask, expected, answer) => {
    const { client, asked } = vpsorg(() => answer);
    await ask(client);
    expect(asked()).toEqual([expected]);
  });
});

test("what a change answers is the server, or nothing that is known", async () => {
  const change = (answer: unknown) => vpsorg(() => answer).client.change("17", { name: "other" });
  expect(await change(SERVER)).toMatchObject({ id: SERVER.id, name: SERVER.name });
  for (const answer of [undefined, {}, "ok"]) expect(await change(answer)).toBeUndefined();
});

test("null and missing are the same; a status nobody documented is kept; ids are opaque", async () => {
  const { client } = vpsorg(() => ({
    ...SERVER,
    id: "0b5cf4d6",
    status: "levitating",
    ip_address: null,
    new_field: 1,
  }));
  const server = await client.server("0b5cf4d6");
  expect(server).toMatchObject({ id: "0b5cf4d6", status: "levitating" });
  expect([server.hostname, server.ip_address, server.ipv6_address, server.backups_enabled]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

describe("the list of servers is complete or an error", () => {
  const servers = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => ({ ...SERVER, id: from + index }));
  const page = (call: Call<unknown>) => Number(call.query?.page ?? 1);
  const beyond = new HttpError("not-found", "VPS.org: GET /servers/ answered 404.", { status: 404 });

  test("one page that shows all it counts", async () => {
    const { client, asked } = vpsorg(() => ({ count: 3, results: servers(1, 3) }));
    expect(await client.servers()).toHaveLength(3);
    expect(asked()).toEqual([{ effect: "read", method: "GET", path: "/servers/" }]);
  });

  test("an empty account", async () => {
    const { client, calls } = vpsorg(() => ({ count: 0, results: [] }));
    expect(await client.servers()).toEqual([]);
    expect(calls).toHaveLength(1);
  });

  test("pages are walked until the count is reached", async () => {
    const { client, calls } = vpsorg((call) => ({
      count: 25,
      results: servers(page(call) * 10 - 9, Math.min(page(call) * 10, 25)),
    }));
    expect(await client.servers()).toHaveLength(25);
    expect(calls.map(({ query }) => query)).toEqual([undefined, { page: 2 }, { page: 3 }]);
  });

  test("a full page whose count is that of the page alone may go on", async () => {
    const { client } = vpsorg((call) => {
      if (page(call) > 2) throw beyond;
      return { count: 20, results: servers(page(call) * 20 - 19, page(call) * 20) };
    });
    expect(await client.servers()).toHaveLength(40);
  });

  test("a hoster that knows no pages and shows the same again ends it", async () => {
    const { client, calls } = vpsorg(() => ({ count: 20, results: servers(1, 20) }));
    expect(await client.servers()).toHaveLength(20);
    expect(calls).toHaveLength(2);
  });

  test("shorter than its count: nothing is concluded", async () => {
    const { client } = vpsorg((call) => {
      if (page(call) > 1) throw beyond;
      return { count: 25, results: servers(1, 10) };
    });
    const error = await failureOf(client.servers(), VpsError);
    expect(error.code).toBe("incomplete-list");
    expect(error.message).toContain("counts 25 servers but listed 10");
  });

  test("a failing page is an error, never a short list", async () => {
    const { client } = vpsorg((call) => {
      if (page(call) > 1) throw new HttpError("server", "503");
      return { count: 25, results: servers(1, 20) };
    });
    expect((await failureOf(client.servers(), HttpError)).kind).toBe("server");
  });
});
