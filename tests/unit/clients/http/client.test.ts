import { z } from "zod";
import type { Effect } from "../../../../provider/clients/http/call";
import { httpClient } from "../../../../provider/clients/http/client";
import { HttpError, type HttpFailure } from "../../../../provider/errors/httpError";
import { failureOf } from "../../support/errors";
import { useHttpServer } from "../../support/httpServer";

const server = useHttpServer();

function ask(effect: Effect, method: "GET" | "POST" = "POST") {
  const http = httpClient(
    { hoster: "VPS.org", baseUrl: server.url, headers: {}, secrets: [] },
    { firstPauseSeconds: 0.001, retries: 2 },
  );
  return http({ effect, method, path: "/servers/", answer: z.object({ id: z.number() }) });
}

const PAGE = "<html>maintenance</html>";

describe("through the whole pipeline, the number of requests that reach the hoster", () => {
  test.each<[string, Parameters<typeof server.answers>[0], HttpFailure, Record<Effect, number>]>([
    ["429", { status: 429 }, "rate-limited", { read: 3, repeatable: 3, once: 3 }],
    ["408", { status: 408 }, "broken", { read: 3, repeatable: 3, once: 1 }],
    ["500", { status: 500 }, "server", { read: 3, repeatable: 3, once: 1 }],
    ["502 as HTML", { status: 502, body: PAGE }, "server", { read: 3, repeatable: 3, once: 1 }],
    [
      "503 with Retry-After",
      { status: 503, headers: { "retry-after": "0" } },
      "server",
      { read: 3, repeatable: 3, once: 1 },
    ],
    ["200 as HTML", { body: PAGE }, "unreadable", { read: 3, repeatable: 3, once: 1 }],
    ["200 in another shape", { body: { id: "x" } }, "unexpected", { read: 1, repeatable: 1, once: 1 }],
    ["403 as HTML", { status: 403, body: PAGE }, "blocked", { read: 1, repeatable: 1, once: 1 }],
    ["401", { status: 401 }, "unauthorized", { read: 1, repeatable: 1, once: 1 }],
    ["404", { status: 404 }, "not-found", { read: 1, repeatable: 1, once: 1 }],
    [
      "429 that asks for an hour",
      { status: 429, headers: { "retry-after": "3600" } },
      "rate-limited",
      { read: 1, repeatable: 1, once: 1 },
    ],
  ])("%s", async (_, answer, kind, expected) => {
    server.answers(answer);
    for (const effect of ["read", "repeatable", "once"] as const) {
      server.received.length = 0;
      const error = await failureOf(ask(effect), HttpError);
      expect([effect, error.kind, server.received.length]).toEqual([effect, kind, expected[effect]]);
    }
  });

  test("a connection cut after the request: once only for `once`, whatever the method", async () => {
    server.onRequest((_, response) => response.destroy());
    for (const method of ["GET", "POST"] as const) {
      for (const [effect, expected] of [
        ["once", 1],
        ["repeatable", 3],
        ["read", 3],
      ] as const) {
        server.received.length = 0;
        expect((await failureOf(ask(effect, method), HttpError)).kind).toBe("broken");
        expect([method, effect, server.received.length]).toEqual([method, effect, expected]);
      }
    }
  });
});

test("what passes by itself ends in the answer", async () => {
  server.answers({ status: 429, headers: { "retry-after": "0" } }, { status: 500 }, { body: { id: 5 } });
  expect(await ask("repeatable")).toEqual({ id: 5 });
  server.received.length = 0;
  server.answers({ status: 429, headers: { "retry-after": "0" } }, { status: 201, body: { id: 6 } });
  expect(await ask("once")).toEqual({ id: 6 });
});
