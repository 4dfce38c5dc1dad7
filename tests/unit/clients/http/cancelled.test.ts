/** How a call ends when its operation is cancelled. The hoster never answers by itself, so that only the signal ends it. */
import { z } from "zod";
import type { Call, Effect } from "../../../../provider/clients/http/call";
import { type Http, httpClient } from "../../../../provider/clients/http/client";
import { Limit } from "../../../../provider/clients/http/limit";
import { pace } from "../../../../provider/clients/http/pace";
import type { Endpoint } from "../../../../provider/clients/http/send";
import { PointBudget } from "../../../../provider/clients/kiwivm/budget";
import { HttpError } from "../../../../provider/errors/httpError";
import { VpsError } from "../../../../provider/errors/vpsError";
import { waitFor } from "../../../../provider/wait";
import { failureOf } from "../../support/errors";
import { useHttpServer, withTcpServer } from "../../support/httpServer";
import { startOperation } from "../../support/operation";

const server = useHttpServer();
const MADE = { id: 7 };

function client(endpoint: Partial<Endpoint> = {}): Http {
  const policy = { firstPauseSeconds: 600, longestPauseSeconds: 600, longestInAllSeconds: () => 9999, retries: 5 };
  return httpClient({ hoster: "Fornex", baseUrl: server.url, headers: {}, secrets: [], ...endpoint }, policy);
}

function call(effect: Effect): Call<{ id: number }> {
  return { effect, method: "POST", path: "/things/", answer: z.object({ id: z.number() }) };
}

/** Resolves when the hoster got so many requests. */
async function arrived(requests: number): Promise<void> {
  while (server.received.length < requests) await new Promise((resolve) => setTimeout(resolve, 1));
}

/** Far above the two seconds, far below any wait of these tests. */
const SOON_MS = 10_000;
async function soon<T>(work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  expect(performance.now() - start).toBeLessThan(SOON_MS);
  return result;
}

describe.each(["read", "repeatable"] as const)("a request that is %s", (effect) => {
  test.each([
    ["without an answer", () => {}],
    ["with half an answer", (response: { write: (text: string) => void }) => response.write('{"id"')],
  ])("is torn down, %s", async (_how, begin) => {
    const torn = new Promise<void>((resolve) => {
      server.onRequest((_, response) => {
        response.on("close", resolve);
        begin(response);
      });
    });
    const { run, cancel } = startOperation();
    const asking = failureOf(
      run(() => client()(call(effect))),
      VpsError,
    );
    await arrived(1);
    cancel();
    expect((await soon(() => asking)).code).toBe("cancelled");
    await torn;
    expect(server.received).toHaveLength(1);
  });

  test("is given up while it waits for its connection", async () => {
    const connected = Promise.withResolvers<void>();
    await withTcpServer(
      () => connected.resolve(),
      async (silent) => {
        const proxy = { origin: silent, variable: "HTTP_PROXY", secrets: [] };
        const { run, cancel } = startOperation();
        const asking = failureOf(
          run(() => client({ proxy: { authorization: undefined, ...proxy } })(call(effect))),
          VpsError,
        );
        await connected.promise;
        cancel();
        expect((await soon(() => asking)).code).toBe("cancelled");
      },
    );
  });
});

describe("a request that must not be sent twice", () => {
  test("keeps a moment for its answer", async () => {
    const { run, cancel } = startOperation();
    server.onRequest((_, response) => {
      cancel();
      setImmediate(() => response.end(JSON.stringify(MADE)));
    });
    expect(await run(() => client()(call("once")))).toEqual(MADE);
  });

  test("is an unclear one without an answer, and is not sent again", async () => {
    server.onRequest(() => {});
    const { run, cancel } = startOperation();
    const asking = failureOf(
      run(() => client()(call("once"))),
      HttpError,
    );
    await arrived(1);
    cancel();
    const error = await soon(() => asking);
    expect([error.ambiguous, error.message]).toEqual([
      true,
      "Fornex: POST /things/ was sent, but the operation was cancelled before an answer came.",
    ]);
    expect(server.received).toHaveLength(1);
  });
});

const EFFECTS = ["read", "repeatable", "once"] as const;

test.each(EFFECTS)("%s: nothing is sent any more", async (effect) => {
  const { run, cancel } = startOperation();
  cancel();
  const error = await failureOf(
    run(() => client()(call(effect))),
    VpsError,
  );
  expect([error.code, server.received]).toEqual(["cancelled", []]);
});

describe("a pause ends, and nothing more is sent", () => {
  test.each(EFFECTS)("that the hoster asked for (%s)", async (effect) => {
    server.answers({ status: 429, headers: { "retry-after": "60" } });
    const { run, cancel } = startOperation();
    const asking = failureOf(
      run(() => client()(call(effect))),
      VpsError,
    );
    await arrived(1);
    cancel();
    expect((await soon(() => asking)).code).toBe("cancelled");
    expect(server.received).toHaveLength(1);
  });

  test("before another attempt", async () => {
    server.answers({ status: 500 });
    const { run, cancel } = startOperation();
    const asking = failureOf(
      run(() => client()(call("read"))),
      VpsError,
    );
    await arrived(1);
    cancel();
    expect((await soon(() => asking)).code).toBe("cancelled");
    expect(server.received).toHaveLength(1);
  });

  const ways = { who: "KiwiVM machine 1", pauseSeconds: 180, longestSeconds: () => 1200 };
  const nothingLeft = async () => ({ quarterHour: 0, day: 5000 });
  const refused = new Limit({ take: async () => {} }, ways);
  refused.failed(new HttpError("rate-limited", "too many"), 1);
  const budget = new PointBudget("1", {
    ask: nothingLeft,
    waitFor: (wait) => waitFor(wait, { pollSeconds: 5, timeoutSeconds: undefined }, () => {}),
    pauseSeconds: 180,
    timeoutSeconds: () => undefined,
  });
  const oneInAMinute = pace(60);
  void oneInAMinute();
  test.each([
    ["after a refusal", refused],
    ["until there are new points", new Limit(budget, ways)],
    ["that keeps a pace", new Limit({ take: oneInAMinute }, ways)],
  ])("%s", async (_what, limit) => {
    const { run, cancel } = startOperation();
    const asking = failureOf(
      run(() => client({ limit })(call("once"))),
      VpsError,
    );
    await new Promise((resolve) => setImmediate(resolve));
    cancel();
    expect((await soon(() => asking)).code).toBe("cancelled");
    expect(server.received).toEqual([]);
  });

  test("until another one's write is done, which goes on", async () => {
    let answer = () => {};
    server.onRequest((_, response) => {
      answer = () => response.end(JSON.stringify(MADE));
    });
    const http = client({ oneWriteAtATime: true });
    const first = http(call("once"));
    await arrived(1);
    const { run, cancel } = startOperation();
    const waiting = failureOf(
      run(() => http(call("once"))),
      VpsError,
    );
    cancel();
    expect((await soon(() => waiting)).code).toBe("cancelled");
    answer();
    expect(await first).toEqual(MADE);
    expect(server.received).toHaveLength(1);
  });
});
