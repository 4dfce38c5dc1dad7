import { z } from "zod";
import { interpret } from "../../../../provider/clients/http/answer";
import type { Call, Refusal } from "../../../../provider/clients/http/call";
import type { RawAnswer } from "../../../../provider/clients/http/exchange";
import type { Endpoint } from "../../../../provider/clients/http/send";
import { HttpError, type HttpFailure } from "../../../../provider/errors/httpError";
import { failureOf } from "../../support/errors";

const endpoint: Endpoint = {
  hoster: "Fornex",
  baseUrl: "https://fornex.example/api",
  headers: {},
  secrets: ["simulated.credential"],
};
const call: Call<{ id: number }> = {
  effect: "once",
  method: "POST",
  path: "/dns/domain/{name}/entry_set/",
  params: { name: "example.com" },
  body: { value: "super-secret-value", ttl: 300 },
  answer: z.object({ id: z.number() }),
};
const raw = (status: number, text: string, retryAfter?: string): RawAnswer => ({ status, text, retryAfter });
const failure = (answer: RawAnswer, asked: Call<unknown> = call) =>
  failureOf(() => interpret(endpoint, asked, answer), HttpError);

const PAGE = "\n  <!doctype html><html><body>super-secret-value</body></html>";

describe("answers as documented", () => {
  test("are parsed; what nobody documented is ignored", () => {
    expect(interpret(endpoint, call, raw(201, '{"id": 7, "new_field": null}'))).toEqual({ id: 7 });
  });
  test("as text", () => {
    expect(interpret(endpoint, { ...call, answer: "text" }, raw(200, "$ORIGIN example.com."))).toBe(
      "$ORIGIN example.com.",
    );
  });
  test.each(['{"detail": "x"}', '"x"', "[]", "null", "", " \n"])(
    "not as text, where it is JSON or nothing: %j",
    async (json) => {
      const error = await failureOf(
        async () => interpret(endpoint, { ...call, answer: "text" }, raw(200, json)),
        HttpError,
      );
      expect([error.kind, error.message]).toEqual([
        "unexpected",
        expect.stringMatching(/(JSON|nothing) in place of text/),
      ]);
    },
  );

  test("as one that may differ, where it does not", () => {
    expect(interpret(endpoint, { ...call, mayDiffer: true }, raw(200, '{"id": 7}'))).toEqual({ id: 7 });
  });
  test.each(["", "{}", "ok", "[]"])("as one that may differ, of which nothing is known then: %j", (text) => {
    expect(interpret(endpoint, { ...call, mayDiffer: true }, raw(200, text))).toBeUndefined();
  });
  test("a page and a refusal are no answer that may differ", async () => {
    expect((await failure(raw(200, PAGE), { ...call, mayDiffer: true })).kind).toBe("unreadable");
    expect((await failure(raw(403, "{}"), { ...call, mayDiffer: true })).kind).toBe("forbidden");
  });

  test.each(["", "{}", "ok"])("as nothing we use: %j", (text) => {
    expect(interpret(endpoint, { ...call, answer: "none" }, raw(204, text))).toBeUndefined();
  });
});

test("the hoster's words of closed sets stay readable in an error", async () => {
  const asked = { ...call, body: { type: "CNAME", value: "super-secret-value" } };
  const answer = raw(400, '{"detail": "CNAME super-secret-value is not alone"}');
  const error = await failureOf(() => interpret({ ...endpoint, words: ["CNAME"] }, asked, answer), HttpError);
  expect(error.message).toContain("CNAME […] is not alone");
});

describe("statuses", () => {
  test.each<[number, string, HttpFailure, string]>([
    [301, "", "rejected", ""],
    [400, '{"value": ["Enter a valid value."]}', "rejected", ": value: Enter a valid value."],
    [401, '{"detail": "Invalid key."}', "unauthorized", "does not accept the credential"],
    [402, "{}", "payment", "Add credit at Fornex"],
    [403, '{"detail": "No permission."}', "forbidden", "lacks this permission"],
    [403, PAGE, "blocked", "The protection in front of Fornex blocked the request"],
    [404, '{"detail": "Not found"}', "not-found", ": Not found. Check the number or name"],
    [408, "", "broken", ""],
    [409, '{"error": "busy"}', "rejected", ": busy."],
    [429, "", "rate-limited", "Rate limit reached. Run again later."],
    [500, "boom", "server", ": boom. That is a fault at Fornex"],
    [502, PAGE, "server", "an HTML page. That is a fault at Fornex"],
  ])("%i %j is %s", async (status, text, kind, advice) => {
    const error = await failure(raw(status, text));
    expect([error.kind, error.status, error.code]).toEqual([kind, status, "http"]);
    expect(error.message).toMatch(new RegExp(`^Fornex: POST /dns/domain/\\{name\\}/entry_set/ answered ${status}[.:]`));
    expect(error.message).toContain(advice);
    expect(error.message).toMatch(/[.?]$/);
    expect(error.message).not.toContain("super-secret-value");
  });
});

test("a 404 to a question that names nothing can only be a wrong address", async () => {
  const asked: Call<unknown> = { effect: "read", method: "GET", path: "/account/info", answer: "text" };
  const { message } = await failure(raw(404, ""), asked);
  expect(message).toBe("Fornex: GET /account/info answered 404. Check Fornex's address in the configuration.");
});

describe("bodies that are not what they should be", () => {
  test.each<[string, string, HttpFailure]>([
    ["an HTML page", PAGE, "unreadable"],
    ["text", "super-secret-value", "unreadable"],
    ["nothing", "", "unreadable"],
    ["half of the JSON", '{"id": ', "unreadable"],
    ["another shape", '{"id": "super-secret-value"}', "unexpected"],
    ["a list", "[]", "unexpected"],
    ["null", "null", "unexpected"],
  ])("%s with status 200", async (_, text, kind) => {
    const error = await failure(raw(200, text));
    expect(error.kind).toBe(kind);
    expect(error.message).not.toContain("super-secret-value");
  });

  test("an HTML page is no answer also where the body does not matter", async () => {
    for (const answer of ["none", "empty", "text"] as const) {
      expect((await failure(raw(200, PAGE), { ...call, answer })).kind).toBe("unreadable");
    }
  });

  test("JSON or text in place of nothing is not as documented", async () => {
    const asked: Call<unknown> = { ...call, answer: "empty" };
    for (const text of ['{"detail": "super-secret-value"}', "done"]) {
      const error = await failure(raw(200, text), asked);
      expect(error.kind).toBe("unexpected");
      expect(error.message).not.toContain("super-secret-value");
    }
    expect(interpret(endpoint, asked, raw(204, ""))).toBeUndefined();
  });

  test("the place that is wrong is named", async () => {
    const answer = z.object({ results: z.array(z.object({ id: z.number() })) });
    const error = await failure(raw(200, '{"results": [{"id": 1}, {"id": "x"}]}'), { ...call, answer });
    expect(error.message).toContain("results.1.id is not as documented");
  });
});

describe("an answer with status 200 that refuses in words nobody can interpret", () => {
  const refusal = (): Refusal => ({ kind: "refused", detail: "Объект не найден." });
  const told = async (asked: Call<unknown>) => (await failure(raw(200, "{}"), { ...asked, refusal })).message;

  test("says what to check if they mean that what was named is missing", async () => {
    expect(await told(call)).toBe(
      "Fornex: POST /dns/domain/{name}/entry_set/ answered 200: Объект не найден. If that means that the object does not exist, check its number or name.",
    );
  });

  test("says nothing of the kind where nothing was named", async () => {
    const { params: _, ...unnamed } = { ...call, path: "/dns/domain/" };
    expect(await told(unnamed)).toBe("Fornex: POST /dns/domain/ answered 200: Объект не найден.");
  });
});

describe("the hoster's own words", () => {
  test.each([
    ['{"detail": "Authentication credentials were not provided."}', "Authentication credentials were not provided."],
    ['{"non_field_errors": ["One.", "Two."]}', "One. Two."],
    ['{"message": "Bad plan", "code": 17}', "Bad plan; code: 17"],
    ['{"errors": {"name": ["taken"]}}', 'errors: {"name":["taken"]}'],
    ['"just text"', "just text"],
    ["plain\n\n  words", "plain words"],
  ])("%s", async (text, words) => {
    expect((await failure(raw(400, text))).message).toBe(
      `Fornex: POST /dns/domain/{name}/entry_set/ answered 400: ${words.replace(/\.$/, "")}.`,
    );
  });

  test("are cut when they are long", async () => {
    const { message } = await failure(raw(400, "x".repeat(5000)));
    expect(message.length).toBeLessThan(400);
    expect(message).toContain("…");
  });
});

describe("what was sent is blotted out", () => {
  test.each([
    ["the credential", '{"detail": "key simulated.credential is unknown"}'],
    ["a value of the body", '{"value": ["super-secret-value is no address"]}'],
    ["a value that ends with a dot", '{"detail": "no such host: secret.example."}', { value: "secret.example." }],
    ["a value with line breaks", JSON.stringify({ detail: "secret\n  key" }), { key: "secret\n  key" }],
    ["a value across the place where long texts are cut", `${"x".repeat(290)}super-secret-value`],
    ["a value that is no JSON", "super-secret-value?"],
    ["a value inside unknown JSON", '{"errors": [{"got": "super-secret-value"}]}'],
  ])("%s", async (_, text, body: Record<string, unknown> = { value: "super-secret-value" }) => {
    const { message } = await failure(raw(400, text), { ...call, body });
    expect(message).not.toMatch(/secret|simulated/);
    expect(message).toContain("[…]");
  });

  test("parameters of path and query, too", async () => {
    const asked = { ...call, params: { name: "zone.example" }, query: { q: "search words" }, body: {} };
    const { message } = await failure(raw(404, "zone.example: search words / search%20words"), asked);
    expect(message).toContain("[…]: […] / […]");
  });
});

describe("Retry-After", () => {
  test.each([
    ["120", 120],
    ["0", 0],
    ["1.5", 1.5],
    ["-3", 0],
    ["", undefined],
    ["soon", undefined],
    [undefined, undefined],
    ["Wed, 01 Jan 2031 00:00:42 GMT", 42],
    ["Wed, 01 Jan 2030 00:00:00 GMT", 0],
  ])("%j is %s seconds", async (header, expected) => {
    jest.spyOn(Date, "now").mockReturnValue(Date.UTC(2031, 0, 1));
    expect((await failure(raw(429, "", header))).retryAfter).toBe(expected);
    jest.restoreAllMocks();
  });
});
