import type { FornexClient } from "../../../../provider/clients/fornex/client";
import { fornexV2, fornexV01 } from "../../../../provider/clients/fornex/dialects";
import type { Call } from "../../../../provider/clients/http/call";
import { VpsError } from "../../../../provider/errors/vpsError";
import { failureOf } from "../../support/errors";
import { scriptedHttp, withoutSchema } from "../../support/scriptedHttp";

const CLIENTS = { "2": fornexV2, "0.1": fornexV01 };

/** A client of the dialect whose hoster answers every call with `answer`, and what it was asked. */
function fornex(dialect: "2" | "0.1", answer: (call: Call<unknown>) => unknown) {
  const { http, calls } = scriptedHttp(answer);
  const client = CLIENTS[dialect](http);
  return { client, asked: () => calls.map(withoutSchema) };
}

const ID = "34-1";
const JOB = { pk: 9, action: "Start", note: "Starting", completed: false, job_state: "ready" };
const KEY = { id: 67, key: "ssh-rsa AAAA me@laptop", title: "me@laptop", date: "December 19, 2017" };
const params = { id: ID };

describe("keys and servers in both dialects: method, path, and what a second request would do", () => {
  test.each<[string, (client: FornexClient) => Promise<unknown>, [object, unknown], [object, unknown]]>([
    [
      "remove a key",
      (client) => client.keys.remove(67),
      [{ effect: "repeatable", method: "DELETE", path: "/ssh_keys/{id}/", params: { id: 67 } }, undefined],
      [{ effect: "repeatable", method: "POST", path: "/ssh_keys/delete/", form: { key_pk: 67 } }, { ok: true }],
    ],
    [
      "add a key",
      (client) => client.keys.add({ title: "laptop", key: KEY.key }),
      [{ effect: "once", method: "POST", path: "/ssh_keys/", body: { title: "laptop", key: KEY.key } }, KEY],
      [{ effect: "once", method: "POST", path: "/ssh_keys/add/", form: { title: "laptop", key: KEY.key } }, KEY],
    ],
    [
      "status",
      (client) => client.vps.status(ID),
      [{ effect: "read", method: "GET", path: "/vps/{id}/status/", params }, { status: "on" }],
      [{ effect: "read", method: "GET", path: "/vps/status/{id}/", params }, { status: "on" }],
    ],
    [
      "start",
      (client) => client.vps.power(ID, "start"),
      [{ effect: "repeatable", method: "POST", path: "/vps/{id}/start/", params }, JOB],
      [{ effect: "repeatable", method: "POST", path: "/vps/start/{id}/", params, form: {} }, { ok: "True" }],
    ],
    [
      "restart",
      (client) => client.vps.power(ID, "hard_reset"),
      [{ effect: "once", method: "POST", path: "/vps/{id}/hard_reset/", params }, JOB],
      [{ effect: "once", method: "POST", path: "/vps/hard_reset/{id}/", params, form: {} }, { ok: "True" }],
    ],
    [
      "a new root password, which 0.1 sets by a GET",
      (client) => client.vps.resetPassword(ID),
      [
        { effect: "once", method: "POST", path: "/vps/{id}/passwd_reset/", params },
        { passwd: "new", resp_id: 9 },
      ],
      [
        { effect: "once", method: "GET", path: "/vps/passwd_reset/{id}/", params },
        { passwd: "new", resp_id: "9" },
      ],
    ],
    [
      "a job",
      (client) => client.vps.job(ID, 9),
      [{ effect: "read", method: "GET", path: "/vps/{id}/log_details/{log}/", params: { id: ID, log: 9 } }, JOB],
      [{ effect: "read", method: "GET", path: "/vps/log_details/{id}/", params, query: { log_id: 9 } }, JOB],
    ],
  ])("%s", async (_, ask, ...dialects) => {
    const answers: unknown[] = [];
    for (const [index, [expected, answer]] of dialects.entries()) {
      const { client, asked } = fornex(index === 0 ? "2" : "0.1", () => answer);
      answers.push(await ask(client));
      expect(asked()).toEqual([expected]);
    }
    expect(answers).toHaveLength(2);
  });

  test("only 2.x names the job of a power action; a password's job is named in both", async () => {
    expect(await fornex("2", () => JOB).client.vps.power(ID, "stop")).toBe(9);
    expect(await fornex("0.1", () => ({ ok: "True" })).client.vps.power(ID, "stop")).toBeUndefined();
    for (const dialect of ["2", "0.1"] as const) {
      const { client } = fornex(dialect, () => ({ passwd: "new", resp_id: 9 }));
      expect(await client.vps.resetPassword(ID)).toEqual({ password: "new", job: 9 });
    }
  });
});

describe("a key whose title is its comment", () => {
  test("has that title in 2.x", async () => {
    expect(await fornex("2", () => [KEY]).client.keys.list()).toMatchObject([{ title: "me@laptop" }]);
  });

  test("says nothing about its title in 0.1", async () => {
    const { client } = fornex("0.1", () => [KEY, { ...KEY, id: 68, title: "laptop" }]);
    const [one, other] = await client.keys.list();
    expect(one?.title).toBeUndefined();
    expect(other?.title).toBe("laptop");
  });
});

describe("orders", () => {
  const order = (id: string, type = "vps") => ({ id, type, status: "active", name: null, ipaddress_set: null });

  test("of 2.x are walked page by page", async () => {
    const { client, asked } = fornex("2", ({ query }) => ({ count: 2, results: [order(`34-${query?.page}`)] }));
    expect((await client.orders.vps()).map(({ id }) => id)).toEqual(["34-1", "34-2"]);
    expect(asked()).toMatchObject([{ path: "/orders/vps/" }, { path: "/orders/vps/" }]);
  });

  test("of 0.1 are of every kind", async () => {
    const { client, asked } = fornex("0.1", () => [order("34-1"), order("375-13", "domain")]);
    expect((await client.orders.vps()).map(({ id }) => id)).toEqual(["34-1"]);
    expect(asked()).toMatchObject([{ path: "/orders/list" }]);
  });

  test("are changed in 2.x only", async () => {
    const { client, asked } = fornex("2", () => undefined);
    await client.orders.change(ID, { name: "web" });
    expect(asked()).toMatchObject([
      { effect: "repeatable", method: "PATCH", path: "/orders/{id}/", body: { name: "web" } },
    ]);
    const error = await failureOf(fornex("0.1", () => ({})).client.orders.change(ID, { name: "web" }), VpsError);
    expect(error.message).toContain("dialect 0.1");
  });
});
