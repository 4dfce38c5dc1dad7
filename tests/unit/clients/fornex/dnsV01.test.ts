import type { FornexClient } from "../../../../provider/clients/fornex/client";
import { fornexV01 } from "../../../../provider/clients/fornex/createClient";
import { refusalIn } from "../../../../provider/clients/fornex/refusal";
import type { Call } from "../../../../provider/clients/http/call";
import { HttpError, isAmbiguous } from "../../../../provider/errors/httpError";
import { VpsError } from "../../../../provider/errors/vpsError";
import { failureOf } from "../../support/errors";
import { scriptedHttp, withoutSchema } from "../../support/scriptedHttp";

const ENTRY = { id: 7, host: "www", type: "A", value: "192.0.2.10", ttl: null };
const ZONE = { name: "example.com", created: "2026-01-01T00:00:00", tags: ["a"], entry_set: [ENTRY] };
const DONE = { ok: true };

/** A client whose hoster answers every call with `answer`, and what it was asked. */
function fornex(answer: (call: Call<unknown>, count: number) => unknown) {
  const { http, calls } = scriptedHttp(answer);
  return { client: fornexV01(http), calls, asked: () => calls.map(withoutSchema) };
}

describe("each call: method, path, form, and what a second request would do", () => {
  const content = { host: "www", type: "A", value: "192.0.2.10", prio: undefined, ttl: 300 };
  const zone = { name: "example.com" };

  test.each<[string, (client: FornexClient) => Promise<unknown>, object, unknown]>([
    [
      "list zones",
      (client) => client.dns.domains(),
      { effect: "read", method: "GET", path: "/dns/v0.1/domain_list.json" },
      [ZONE],
    ],
    [
      "search zones",
      (client) => client.dns.domains("example"),
      { effect: "read", method: "GET", path: "/dns/v0.1/domain_list.json", query: { q: "example" } },
      [ZONE],
    ],
    [
      "remove a zone",
      (client) => client.dns.removeDomain("example.com"),
      { effect: "repeatable", method: "POST", path: "/dns/v0.1/{name}/delete_domain/", params: zone, form: {} },
      DONE,
    ],
    [
      "list records",
      (client) => client.dns.entries("example.com"),
      { effect: "read", method: "GET", path: "/dns/v0.1/{name}/entry_set.json", params: zone },
      { entry_set: [ENTRY] },
    ],
    [
      "add a record: what has no value is left out",
      (client) => client.dns.addEntry("example.com", { ...content, ttl: undefined }),
      {
        effect: "once",
        method: "POST",
        path: "/dns/v0.1/{name}/entry_set/add/",
        params: zone,
        form: { host: "www", type: "A", value: "192.0.2.10" },
      },
      { ok: true, pk: "123" },
    ],
    [
      "replace a record: the zone itself is @",
      (client) => client.dns.replaceEntry("example.com", 7, { ...content, host: "", prio: 10 }),
      {
        effect: "repeatable",
        method: "POST",
        path: "/dns/v0.1/{name}/entry_set/{id}/",
        params: { name: "example.com", id: 7 },
        form: { host: "@", type: "A", value: "192.0.2.10", prio: 10, ttl: 300 },
      },
      DONE,
    ],
    [
      "remove a record",
      (client) => client.dns.removeEntry("example.com", 7),
      {
        effect: "repeatable",
        method: "POST",
        path: "/dns/v0.1/{name}/entry_set/{id}/delete/",
        params: { name: "example.com", id: 7 },
        form: {},
      },
      { ok: "True" },
    ],
  ])("%s", async (_, ask, expected, answer) => {
    const { client, asked } = fornex(() => answer);
    await ask(client);
    expect(asked()).toEqual([expected]);
  });

  test("an added record is what was sent, with its number", async () => {
    const { client } = fornex(() => ({ ok: true, pk: 123 }));
    expect(await client.dns.addEntry("example.com", content)).toEqual({ id: 123, ...content });
  });

  test("a priority that goes is left out, since a form cannot say null", async () => {
    const { client, calls } = fornex(() => DONE);
    expect(await client.dns.replaceEntry("example.com", 7, { ...content, prio: null })).toBeUndefined();
    expect(calls[0]?.form).not.toHaveProperty("prio");
  });
});

describe("adding a zone, whose answer holds the name only", () => {
  test("is completed by the list", async () => {
    const { client, asked } = fornex(({ method }) =>
      method === "POST" ? { ok: true, name: "example.com" } : [{ ...ZONE, name: "notexample.com" }, ZONE],
    );
    expect(await client.dns.addDomain("example.com", "192.0.2.10")).toMatchObject({
      name: "example.com",
      entry_set: [{}],
    });
    expect(asked()).toEqual([
      {
        effect: "once",
        method: "POST",
        path: "/dns/v0.1/add_domain/",
        form: { name: "example.com", ip: "192.0.2.10" },
      },
      { effect: "read", method: "GET", path: "/dns/v0.1/domain_list.json", query: { q: "example.com" } },
    ]);
  });

  test.each([
    ["a list without it", () => []],
    [
      "no list",
      () => {
        throw new HttpError("forbidden", "Fornex: GET answered 403.");
      },
    ],
  ])("and %s leave open what was added", async (_, list) => {
    const { client } = fornex(({ method }) => (method === "POST" ? { ok: true, name: "example.com" } : list()));
    expect(isAmbiguous(await failureOf(client.dns.addDomain("example.com", "192.0.2.10"), HttpError))).toBe(true);
  });
});

test("what the API version has no call for is said before check is passed, and refused after", async () => {
  const { client, calls } = fornex(() => ({}));
  expect([...client.lacks]).toContain("tags");
  expect((await failureOf(client.dns.setTags("example.com", []), VpsError)).message).toContain("API version 0.1");
  expect(calls).toEqual([]);
});

test.each([
  [{ error: "Объект не найден." }, { kind: "refused", detail: "Объект не найден." }],
  [{ error: { name: ["taken"] } }, { kind: "refused", detail: '{"name":["taken"]}' }],
  [{ ok: true, error: null }, undefined],
  [{ ok: true, error: "" }, undefined],
  [{ ok: true }, undefined],
  [[{ error: "inside a list" }], undefined],
  [null, undefined],
  [undefined, undefined],
])("errors inside an answer with status 200: %j", (json, refusal) => {
  expect(refusalIn(json)).toEqual(refusal);
});
