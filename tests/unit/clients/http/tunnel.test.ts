import type { Socket } from "node:net";
import type { Call } from "../../../../provider/clients/http/call";
import { httpClient } from "../../../../provider/clients/http/client";
import { proxyFor } from "../../../../provider/clients/http/proxy";
import { type Endpoint, sender } from "../../../../provider/clients/http/send";
import { HttpError } from "../../../../provider/errors/httpError";
import { failureOf } from "../../support/errors";
import { UNUSED_URL, useHttpServer } from "../../support/httpServer";
import { answering, opening, withProxy } from "../../support/proxy";

const server = useHttpServer();

const CALL: Call<unknown> = { effect: "once", method: "POST", path: "/orders/", body: { plan: 1 }, answer: "none" };
const PASSWORD = "hunter2";

/** Of a hoster that only a proxy can know. */
function endpoint(proxy: string, baseUrl = "https://hoster.invalid"): Endpoint {
  const named = proxyFor(new URL(baseUrl), { HTTPS_PROXY: proxy, HTTP_PROXY: proxy });
  return { hoster: "Fornex", baseUrl, headers: {}, secrets: named?.secrets ?? [], proxy: named };
}

const failing = (proxy: string) => failureOf(sender(endpoint(proxy))(CALL), HttpError);

const open = (socket: Socket) => opening(socket, server.url);

test("what is sent goes through the tunnel, and the credentials to the proxy only", async () => {
  server.answers({ body: "answered" });
  await withProxy(open, async (host, heard) => {
    const send = sender(endpoint(`ann:p%40ss@${host}`, "http://hoster.invalid/api"));
    expect((await send(CALL)).text).toBe("answered");
    expect(heard[0]).toMatch(/^CONNECT hoster\.invalid:80 HTTP\/1\.1\r\n/);
    expect(heard[0]).toContain(`proxy-authorization: Basic ${Buffer.from("ann:p@ss").toString("base64")}\r\n`);
  });
  expect(server.received).toMatchObject([{ method: "POST", url: "/api/orders/", body: '{"plan":1}' }]);
  expect(JSON.stringify(server.received)).not.toMatch(/proxy-|ann/);
});

describe("a proxy that lets nothing through is named in place of the hoster, and nothing was sent", () => {
  const told = async (proxy: string) => {
    const error = await failing(proxy);
    expect([error.kind, error.neverCarriedOut, error.ambiguous]).toEqual(["unsent", true, false]);
    return error.message;
  };

  test.each<[string, string, string, string]>([
    [
      "502",
      "502 Bad Gateway",
      "",
      "answered 502 in place of a connection to hoster.invalid:443. Ask whoever runs the proxy. NO_PROXY lists the hosts that are reached without it.",
    ],
    [
      "204",
      "204 No Content",
      "",
      "answered 204 in place of a connection to hoster.invalid:443. Ask whoever runs the proxy. NO_PROXY lists the hosts that are reached without it.",
    ],
    [
      "407",
      "407 Proxy Authentication Required",
      "",
      "answered 407: it requires a user name and a password. Write them into HTTPS_PROXY, as http://user:password@host:port.",
    ],
    [
      "407 to credentials",
      "407 Proxy Authentication Required",
      "ann:secret@",
      "answered 407: it does not accept the user name and password in HTTPS_PROXY. Correct them there, with special characters percent-encoded.",
    ],
  ])("it answers %s", async (_, status, credentials, words) => {
    await withProxy(answering(status), async (host) => {
      expect(await told(`${credentials}${host}`)).toBe(
        `Fornex: POST /orders/ could not be sent: the proxy ${host}, which HTTPS_PROXY names, ${words}`,
      );
    });
  });

  test("it is down", async () => {
    expect(await told(UNUSED_URL)).toBe(
      "Fornex: POST /orders/ could not be sent: the proxy 127.0.0.1:1, which HTTPS_PROXY names, could not be reached (ECONNREFUSED). Check its address, and that it is running.",
    );
  });

  test.each<[string, (socket: Socket) => void]>([
    ["resets", (socket) => socket.resetAndDestroy()],
    ["ends the connection", (socket) => socket.end()],
    ["is none", (socket) => socket.end("SSH-2.0-OpenSSH_9.9\r\n")],
  ])("it %s", async (_, then) => {
    await withProxy(then, async (host) => {
      expect(await told(host)).toContain(`the proxy ${host}, which HTTPS_PROXY names, could not be reached (`);
    });
  });

  test("it says nothing", async () => {
    const timeout = jest.spyOn(AbortSignal, "timeout").mockImplementation((milliseconds) => {
      if (milliseconds === 30_000) return AbortSignal.abort(new DOMException("", "TimeoutError"));
      return new AbortController().signal;
    });
    try {
      await withProxy(
        () => {},
        async (host) =>
          expect(await told(host)).toContain(`${host}, which HTTPS_PROXY names, did not answer within 30`),
      );
    } finally {
      timeout.mockRestore();
    }
  });
});

test("a fault behind the proxy is the hoster's: the tunnel was open, so the request may have left", async () => {
  const cut = (socket: Socket) => {
    socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
    socket.once("data", () => socket.resetAndDestroy());
  };
  await withProxy(cut, async (host) => {
    const error = await failing(host);
    expect(error.kind).toBe("broken");
    expect(error.message).toBe("Fornex: POST /orders/ got no complete answer (ECONNRESET).");
  });
});

test("even a call that must happen once is made again when the proxy lets it through", async () => {
  server.answers({ body: "{}" });
  let tries = 0;
  const recovering = (socket: Socket) => {
    tries += 1;
    return tries === 1 ? answering("503 Service Unavailable")(socket) : open(socket);
  };
  await withProxy(recovering, async (host) => {
    const http = httpClient(endpoint(host, "http://hoster.invalid"), { firstPauseSeconds: 0.01, retries: 2 });
    await http(CALL);
  });
  expect(server.received).toHaveLength(1);
});

test("the proxy's password is nowhere in an error", async () => {
  await withProxy(answering(`407 ${PASSWORD}`), async (host) => {
    for (const at of [host, "127.0.0.1:1"]) {
      const error = await failing(`http://ann:${PASSWORD}@${at}`);
      for (let one: unknown = error; one instanceof Error; one = one.cause) {
        expect(`${one.message} ${one.stack}`).not.toContain(PASSWORD);
      }
    }
  });
});
