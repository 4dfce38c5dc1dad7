import type { FornexClient } from "../../../../provider/clients/fornex/client";
import { fornexV2, fornexV01 } from "../../../../provider/clients/fornex/createClient";
import type { Call } from "../../../../provider/clients/http/call";
import { VpsError } from "../../../../provider/errors/vpsError";
import { failureOf } from "../../support/errors";
import { scriptedHttp, withoutSchema } from "../../support/scriptedHttp";

const CLIENTS = { "2": fornexV2, "0.1": fornexV01 };

/** A client of the API version whose hoster answers every call with `answer`, and what it was asked. */
function fornex(apiVersion: "2" | "0.1", answer: (call: Call<unknown>) => unknown) {
  const { http, calls } = scriptedHttp(answer);
  const client = CLIENTS[apiVersion](http);
  return { client, asked: () => calls.map(withoutSchema) };
}

const ID = "34-1";
const JOB = { pk: 9, action: "Start", note: "Starting", completed: false, job_state: "ready" };
const KEY = { id: 67, key: "ssh-rsa AAAA me@laptop", title: "me@laptop", date: "December 19, 2017" };
const params = { id: ID };
const linked = { order: ID };
const link = { effect: "repeatable", method: "POST", params: linked };
const WEBHOOK = { last_error_date: null, last_error_message: null };
const NAMES = { nss: "ns1.example.net,ns2.example.net" };

describe("keys, servers and settings in both API versions: method, path, and what a second request would do", () => {
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
      "keys of a server",
      (client) => client.keys.linked(ID),
      [{ effect: "read", method: "GET", path: "/vps/{order}/ssh_keys/", params: linked }, [KEY]],
      [{ effect: "read", method: "GET", path: "/ssh_keys/{order}/", params: linked }, [KEY]],
    ],
    [
      "link a key",
      (client) => client.keys.link(ID, 67),
      [{ ...link, path: "/vps/{order}/ssh_keys/add/", body: { key_pk: 67 } }, undefined],
      [{ ...link, path: "/ssh_keys/{order}/add/", form: { key_pk: 67 } }, { ok: true }],
    ],
    [
      "unlink a key",
      (client) => client.keys.unlink(ID, 67),
      [{ ...link, path: "/vps/{order}/ssh_keys/delete/", body: { key_pk: 67 } }, undefined],
      [{ ...link, path: "/ssh_keys/{order}/delete/", form: { key_pk: 67 } }, { ok: true }],
    ],
    [
      "the webhook",
      (client) => client.tickets.webhook(),
      [{ effect: "read", method: "GET", path: "/tickets/webhook_info/" }, WEBHOOK],
      [{ effect: "read", method: "GET", path: "/tickets/webhook_info/" }, WEBHOOK],
    ],
    [
      "switch the webhook off",
      (client) => client.tickets.setWebhook(""),
      [{ effect: "repeatable", method: "POST", path: "/tickets/webhook_set/", body: { url: "" } }, WEBHOOK],
      [{ effect: "repeatable", method: "POST", path: "/tickets/webhook_set/", form: { url: "" } }, { ok: true }],
    ],
    [
      "set name servers",
      (client) => client.dns.setNameservers(ID, ["ns1.example.net", "ns2.example.net"]),
      [{ ...link, path: "/dns/order/{order}/change_ns/", body: NAMES }, NAMES],
      [{ ...link, path: "/change_ns/{order}/", form: NAMES }, [{ ok: true }]],
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
  ])("%s", async (_, ask, ...apiVersions) => {
    const answers: unknown[] = [];
    for (const [index, [expected, answer]] of apiVersions.entries()) {
      const { client, asked } = fornex(index === 0 ? "2" : "0.1", () => answer);
      answers.push(await ask(client));
      expect(asked()).toEqual([expected]);
    }
    expect(answers).toHaveLength(2);
  });

  test("only 2.x names the job of a power action; a password's job is named in both", async () => {
    expect(await fornex("2", () => JOB).client.vps.power(ID, "stop")).toBe(9);
    expect(await fornex("0.1", () => ({ ok: "True" })).client.vps.power(ID, "stop")).toBeUndefined();
    for (const apiVersion of ["2", "0.1"] as const) {
      const { client } = fornex(apiVersion, () => ({ passwd: "new", resp_id: 9 }));
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

  test("of every kind are numbered in both API versions", async () => {
    const orders = [order("34-1"), order("375-13", "domain")];
    const paged = fornex("2", () => ({ count: 2, results: orders }));
    const listed = fornex("0.1", () => orders);
    for (const { client } of [paged, listed]) expect(await client.orders.numbers()).toEqual(["34-1", "375-13"]);
    expect(paged.asked()).toMatchObject([{ path: "/orders/" }]);
    expect(listed.asked()).toMatchObject([{ path: "/orders/list" }]);
  });

  test("are changed in 2.x only", async () => {
    const { client, asked } = fornex("2", () => undefined);
    expect(await client.orders.change(ID, { name: "web" })).toBeUndefined();
    expect(asked()).toMatchObject([
      { effect: "repeatable", method: "PATCH", path: "/orders/{id}/", body: { name: "web" } },
    ]);
    const error = await failureOf(fornex("0.1", () => ({})).client.orders.change(ID, { name: "web" }), VpsError);
    expect(error.message).toContain("API version 0.1");
  });

  test("show what was changed, where the answer tells", async () => {
    const shown = { name: "before", tags: ["a"] };
    const { client } = fornex("2", () => ({ ...shown, project: null }));
    expect(await client.orders.change(ID, { name: "web" })).toEqual(shown);
  });
});

describe("the webhook", () => {
  const url = (answer: object) =>
    fornex("2", () => answer)
      .client.tickets.webhook()
      .then((webhook) => webhook.url);

  test("that is missing, null or empty is none", async () => {
    for (const none of [WEBHOOK, { ...WEBHOOK, url: null }, { ...WEBHOOK, url: "" }]) expect(await url(none)).toBe("");
  });

  test("is not read out of an answer that shows nothing at all", async () => {
    await expect(url({})).rejects.toThrow();
  });
});
