import type { FornexClient } from "../../../../provider/clients/fornex/client";
import { fornexV2 } from "../../../../provider/clients/fornex/createClient";
import type { Call } from "../../../../provider/clients/http/call";
import { VpsError } from "../../../../provider/errors/vpsError";
import { failureOf } from "../../support/errors";
import { scriptedHttp, withoutSchema } from "../../support/scriptedHttp";

const ZONE = { name: "example.com", created: "2026-01-01T00:00:00", tags: ["a"], entry_set: [] };
const ENTRY = { id: 7, host: "www", type: "A", value: "192.0.2.10", prio: null, ttl: null };

/** A client whose hoster answers every call with `answer`, and what it was asked. */
function fornex(answer: (call: Call<unknown>, count: number) => unknown) {
  const { http, calls } = scriptedHttp(answer);
  return { client: fornexV2(http), calls, asked: () => calls.map(withoutSchema) };
}

describe("each call: method, path with its slash, and what a second request would do", () => {
  const content = { host: "www", type: "A", value: "192.0.2.10", prio: undefined, ttl: 300 };

  test.each<[string, (client: FornexClient) => Promise<unknown>, object, unknown]>([
    [
      "add a zone",
      (client) => client.dns.addDomain("example.com", "192.0.2.10"),
      { effect: "once", method: "POST", path: "/dns/domain/", body: { name: "example.com", ip: "192.0.2.10" } },
      ZONE,
    ],
    [
      "remove a zone",
      (client) => client.dns.removeDomain("example.com"),
      { effect: "repeatable", method: "DELETE", path: "/dns/domain/{name}/", params: { name: "example.com" } },
      undefined,
    ],
    [
      "tags",
      (client) => client.dns.setTags("example.com", ["b"]),
      {
        effect: "repeatable",
        method: "PUT",
        path: "/dns/domain/{name}/tags/",
        params: { name: "example.com" },
        body: { tags: ["b"] },
      },
      { tags: ["b"] },
    ],
    [
      "list records",
      (client) => client.dns.entries("example.com"),
      { effect: "read", method: "GET", path: "/dns/domain/{name}/entry_set/", params: { name: "example.com" } },
      [ENTRY],
    ],
    [
      "add a record",
      (client) => client.dns.addEntry("example.com", content),
      {
        effect: "once",
        method: "POST",
        path: "/dns/domain/{name}/entry_set/",
        params: { name: "example.com" },
        body: { host: "www", type: "A", value: "192.0.2.10", ttl: 300 },
      },
      ENTRY,
    ],
    [
      "add a record that has a priority, and no ttl",
      (client) => client.dns.addEntry("example.com", { ...content, type: "MX", prio: 10, ttl: undefined }),
      {
        effect: "once",
        method: "POST",
        path: "/dns/domain/{name}/entry_set/",
        params: { name: "example.com" },
        body: { host: "www", type: "MX", value: "192.0.2.10", prio: 10, ttl: null },
      },
      ENTRY,
    ],
    [
      "replace a record, whose priority goes",
      (client) => client.dns.replaceEntry("example.com", 7, { ...content, prio: null }),
      {
        effect: "repeatable",
        method: "PUT",
        path: "/dns/domain/{name}/entry_set/{id}/",
        params: { name: "example.com", id: 7 },
        body: { host: "www", type: "A", value: "192.0.2.10", prio: null, ttl: 300 },
      },
      ENTRY,
    ],
    [
      "replace a record: every field, since Fornex defaults a missing host to the zone",
      (client) => client.dns.replaceEntry("example.com", 7, { ...content, host: "", ttl: undefined, prio: 10 }),
      {
        effect: "repeatable",
        method: "PUT",
        path: "/dns/domain/{name}/entry_set/{id}/",
        params: { name: "example.com", id: 7 },
        body: { host: "", type: "A", value: "192.0.2.10", prio: 10, ttl: null },
      },
      ENTRY,
    ],
    [
      "remove a record",
      (client) => client.dns.removeEntry("example.com", 7),
      {
        effect: "repeatable",
        method: "DELETE",
        path: "/dns/domain/{name}/entry_set/{id}/",
        params: { name: "example.com", id: 7 },
      },
      undefined,
    ],
  ])("%s", async (_, ask, expected, answer) => {
    const { client, asked } = fornex(() => answer);
    await ask(client);
    expect(asked()).toEqual([expected]);
  });
});

describe("answers in every known clothing", () => {
  test("null and missing are the same; numbers may be text; a missing host is the zone", async () => {
    const { client } = fornex(() => [
      { id: "8", type: "MX", value: "mx", prio: "10", ttl: "300" },
      { ...ENTRY, host: null },
    ]);
    expect(await client.dns.entries("example.com")).toEqual([
      { id: 8, host: "", type: "MX", value: "mx", prio: 10, ttl: 300 },
      { id: 7, host: "", type: "A", value: "192.0.2.10", prio: undefined, ttl: undefined },
    ]);
  });

  test("a type nobody documented is no error", async () => {
    const { client } = fornex(() => [{ ...ENTRY, type: "HTTPS", new_field: true }]);
    expect(await client.dns.entries("example.com")).toMatchObject([{ type: "HTTPS" }]);
  });
});

describe("the list of zones is walked to its end", () => {
  const zones = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => ({ ...ZONE, name: `zone${from + index}.example` }));
  /** A hoster that shows `size` zones a page whatever was asked for. */
  const paged = (count: number, size: number) =>
    fornex(({ query }) => {
      const first = (Number(query?.page) - 1) * size + 1;
      return { count, results: zones(first, Math.min(first + size - 1, count)) };
    });

  test("in pages of ten", async () => {
    const { client, calls } = paged(25, 10);
    expect((await client.dns.domains()).map(({ name }) => name)).toEqual(zones(1, 25).map(({ name }) => name));
    expect(calls.map(({ query }) => query)).toEqual([1, 2, 3].map((page) => ({ page, page_size: 100 })));
  });

  test("the pages of a search, too", async () => {
    const { client, calls } = paged(11, 10);
    expect(await client.dns.domains("zone")).toHaveLength(11);
    expect(calls.map(({ query }) => query?.q)).toEqual(["zone", "zone"]);
  });

  test("an empty account is one page", async () => {
    const { client, calls } = paged(0, 10);
    expect(await client.dns.domains()).toEqual([]);
    expect(calls).toHaveLength(1);
  });

  test("a bare array is the whole list", async () => {
    const { client, calls } = fornex(() => zones(1, 3));
    expect(await client.dns.domains()).toHaveLength(3);
    expect(calls).toHaveLength(1);
  });

  test("a list shorter than its own count proves nothing", async () => {
    const { client } = fornex(() => ({ count: 25, results: zones(1, 10) }));
    const error = await failureOf(client.dns.domains(), VpsError);
    expect(error.code).toBe("incomplete-list");
    expect(error.message).toContain("counts 25 zones but listed 10");
  });

  test("a zone that moves to the next page meanwhile is one zone", async () => {
    const { client } = fornex(({ query }) =>
      query?.page === 1 ? { count: 3, results: zones(1, 2) } : { count: 3, results: zones(2, 3) },
    );
    expect(await client.dns.domains()).toHaveLength(3);
  });
});
