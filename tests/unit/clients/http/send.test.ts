import { setImmediate as idle } from "node:timers/promises";
import { z } from "zod";
import type { Call } from "../../../../provider/clients/http/call";
import type { RawAnswer } from "../../../../provider/clients/http/exchange";
import { neverLeft, sender } from "../../../../provider/clients/http/send";
import { HttpError } from "../../../../provider/errors/httpError";
import { failureOf } from "../../support/errors";
import { UNUSED_URL, useHttpServer, withTcpServer } from "../../support/httpServer";

const server = useHttpServer();
const KEY = "simulated.credential";

function send(baseUrl: string, call: Partial<Call<unknown>> = {}): Promise<RawAnswer> {
  return sendVia(baseUrl)({ effect: "read", method: "GET", path: "/things/", answer: "text", ...call });
}

function sendVia(baseUrl: string) {
  const headers = { "user-agent": "pulumi-vps/test", authorization: `Api-Key ${KEY}` };
  return sender({ hoster: "Fornex", baseUrl, headers, secrets: [KEY] });
}

describe("what is sent", () => {
  test("method, path, JSON body and headers", async () => {
    server.answers({ status: 201, headers: { "retry-after": "3" }, body: "grün" });
    const answer = await send(`${server.url}/api`, {
      method: "POST",
      body: { name: "ü", none: null },
      answer: "none",
    });
    expect(answer).toEqual({ status: 201, text: "grün", retryAfter: "3" });
    const [request] = server.received;
    expect(request).toMatchObject({ method: "POST", url: "/api/things/", body: '{"name":"ü","none":null}' });
    expect(request?.headers).toMatchObject({
      accept: "application/json",
      "content-type": "application/json",
      "user-agent": "pulumi-vps/test",
      authorization: "Api-Key simulated.credential",
    });
  });

  test.each(["none", z.object({})] as const)("JSON is asked for, whatever is made of it", async (answer) => {
    server.answers({});
    await send(server.url, { answer });
    expect(server.received[0]?.headers.accept).toBe("application/json");
  });

  test("text is asked for where text is expected, and any other type behind it", async () => {
    server.answers({});
    await send(server.url, { answer: "text" });
    expect(server.received[0]?.headers.accept).toBe("text/plain, */*;q=0.1");
  });

  test("no content type without a body", async () => {
    server.answers({});
    await send(server.url);
    expect(server.received[0]?.headers).not.toHaveProperty("content-type");
  });

  test("the credential stands in the header only", async () => {
    server.answers({});
    await send(server.url, {
      method: "POST",
      params: { id: "7" },
      path: "/x/{id}/",
      query: { q: "y" },
      body: { a: 1 },
    });
    const [request] = server.received;
    expect(request?.url).not.toContain(KEY);
    expect(request?.body).not.toContain(KEY);
  });

  test.each([
    ["/dns/domain/{name}/", { name: "a/b?c#d%e" }, "/dns/domain/a%2Fb%3Fc%23d%25e/"],
    ["/dns/domain/{name}/", { name: "../orders" }, "/dns/domain/..%2Forders/"],
    ["/dns/domain/{name}/", { name: "bücher.example" }, "/dns/domain/b%C3%BCcher.example/"],
    ["/dns/{name}/entry_set/{id}/", { name: "$&", id: 12 }, "/dns/%24%26/entry_set/12/"],
  ])("parameters of %s are percent-encoded", async (path, params, url) => {
    server.answers({});
    await send(server.url, { path, params });
    expect(server.received[0]?.url).toBe(url);
  });

  test.each(["", ".", ".."])("a parameter %j would be another path and is not sent", async (name) => {
    await failureOf(send(server.url, { path: "/dns/domain/{name}/", params: { name } }), TypeError);
    await failureOf(send(server.url, { path: "/dns/domain/{name}/" }), TypeError);
    expect(server.received).toEqual([]);
  });

  test("the query is encoded", async () => {
    server.answers({});
    await send(server.url, { query: { q: "a&b=ü c", page: 2 } });
    expect(server.received[0]?.url).toBe("/things/?q=a%26b%3D%C3%BC+c&page=2");
  });
});

test("a redirect is an answer, not followed: the credential stays with its host", async () => {
  server.answers({ status: 301, headers: { location: "/elsewhere/" } }, { status: 200 });
  expect((await send(server.url)).status).toBe(301);
  expect(server.received).toHaveLength(1);
});

describe("no connection", () => {
  test("refused: provably not sent, with what to check", async () => {
    const error = await failureOf(send(UNUSED_URL), HttpError);
    expect([error.kind, error.neverCarriedOut, error.ambiguous]).toEqual(["unsent", true, false]);
    expect(error.message).toBe(
      `Fornex: GET /things/ could not be sent: no connection to ${new URL(UNUSED_URL).host} (ECONNREFUSED). Check the address and the network.`,
    );
  });

  test.each([
    ["EAI_AGAIN", true],
    ["UND_ERR_CONNECT_TIMEOUT", true],
    ["CERT_HAS_EXPIRED", true],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", true],
    ["ERR_TLS_CERT_ALTNAME_INVALID", true],
    ["ECONNRESET", false],
    ["UND_ERR_HEADERS_TIMEOUT", false],
    ["UND_ERR_SOCKET", false],
  ])("%s proves that nothing was sent: %s", (code, proves) => {
    expect(neverLeft(code)).toBe(proves);
  });
});

describe("no whole answer", () => {
  const brokenBy = (behave: Parameters<typeof withTcpServer>[0]) =>
    withTcpServer(behave, async (url) => failureOf(send(url, { query: { q: "secret" } }), HttpError));

  test.each<[string, Parameters<typeof withTcpServer>[0]]>([
    ["a reset after the request", (socket) => socket.once("data", () => socket.resetAndDestroy())],
    ["an orderly end without an answer", (socket) => socket.once("data", () => socket.end())],
    ["a cut in the header", (socket) => socket.once("data", () => socket.end("HTTP/1.1 200 OK\r\nContent-"))],
    [
      "a cut in the body",
      (socket) => socket.once("data", () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"id":')),
    ],
    [
      "a cut in a chunked body",
      (socket) =>
        socket.once("data", () => socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n{"id":\r\n')),
    ],
    ["no HTTP", (socket) => socket.once("data", () => socket.end("SSH-2.0-OpenSSH_9.9\r\n"))],
  ])("%s is `broken`: it may have been carried out", async (_, behave) => {
    const error = await brokenBy(behave);
    expect([error.kind, error.ambiguous, error.neverCarriedOut]).toEqual(["broken", true, false]);
    expect(error.message).toMatch(/^Fornex: GET \/things\/ got no complete answer \(\w+\)\.$/);
  });
});

test("a body without end is not read to its end", async () => {
  const piece = Buffer.alloc(1024 * 1024, "x");
  server.onRequest((_, response) => {
    response.writeHead(200);
    const pour = () => {
      while (response.write(piece));
      response.once("drain", pour);
    };
    pour();
  });
  const error = await failureOf(send(server.url), HttpError);
  expect(error.kind).toBe("unexpected");
  expect(error.message).toContain("answered 200 with more than 16777216 bytes");
});

describe("a kept-alive connection", () => {
  const OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  test("is used again", async () => {
    let connections = 0;
    await withTcpServer(
      (socket, connection) => {
        connections = connection;
        socket.on("data", () => socket.write(OK));
      },
      async (url) => {
        const viaOne = sendVia(url);
        const call: Call<unknown> = { effect: "read", method: "GET", path: "/", answer: "text" };
        await viaOne(call);
        await idle();
        await viaOne(call);
        expect(connections).toBe(1);
      },
    );
  });

  test.each(["POST", "PUT", "DELETE", "GET"] as const)(
    "that the server closes under a %s does not make it leave twice",
    async (method) => {
      const requests: string[] = [];
      await withTcpServer(
        (socket) => {
          let first = true;
          socket.on("data", (data) => {
            requests.push(String(data).split(" ")[1] ?? "");
            if (first) socket.write(OK);
            else socket.destroy();
            first = false;
          });
        },
        async (url) => {
          const viaOne = sendVia(url);
          await viaOne({ effect: "read", method: "GET", path: "/first", answer: "text" });
          await idle();
          const second = viaOne({ effect: "once", method, path: "/second", answer: "none" });
          expect((await failureOf(second, HttpError)).kind).toBe("broken");
          expect(requests).toEqual(["/first", "/second"]);
        },
      );
    },
  );

  test("closed between two requests is replaced by a new one, and the second leaves once", async () => {
    const requests: string[] = [];
    let ended: Promise<unknown> = Promise.resolve();
    await withTcpServer(
      (socket, connection) => {
        socket.on("data", (data) => {
          requests.push(`${connection} ${String(data).split(" ")[1]}`);
          ended = new Promise((resolve) => socket.once("close", resolve));
          socket.end(OK);
        });
      },
      async (url) => {
        const viaOne = sendVia(url);
        await viaOne({ effect: "read", method: "GET", path: "/first", answer: "text" });
        await ended;
        await viaOne({ effect: "once", method: "POST", path: "/second", body: { a: 1 }, answer: "none" });
        expect(requests).toEqual(["1 /first", "2 /second"]);
      },
    );
  });
});
