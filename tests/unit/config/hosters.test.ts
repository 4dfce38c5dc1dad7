import { Config, type Setting } from "../../../provider/config";
import { VpsError } from "../../../provider/errors/vpsError";
import type { Hosters } from "../../../provider/hosters";
import { connect } from "../../../provider/hosters/connect";
import { hosterOf } from "../../../provider/lifecycle/runtime/hoster";
import { once } from "../../../provider/once";
import { kiwiPtr } from "../../../provider/resources/kiwivm/ptr";
import { VERSION } from "../../../provider/version";
import { failureOf } from "../support/errors";
import { useHttpServer } from "../support/httpServer";
import { offlineRun } from "../support/run";

const server = useHttpServer();

function hosters(stack: Partial<Record<Setting, string>>): Hosters {
  const urls: Partial<Record<Setting, string>> = { vpsorgUrl: `${server.url}/v`, fornexUrl: `${server.url}/f` };
  return connect(new Config({ stack: (setting) => ({ ...urls, ...stack })[setting], environment: {} }));
}

test("each hoster gets its credential in its own way, in the header only, and an explicit User-Agent", async () => {
  server.onRequest(({ url }, response) => {
    const isFornex = url.startsWith("/f/");
    response.end(
      JSON.stringify(isFornex ? { email: "a@example.org", name: "A" } : { account: { email: "a@b.example" } }),
    );
  });
  const both = hosters({ vpsorgToken: "vps_0123", fornexApiKey: "simulated.0123" });
  await both.vpsorg.account();
  await both.fornex.account();
  expect(server.received.map(({ method, url, headers, body }) => [method, url, headers.authorization, body])).toEqual([
    ["GET", "/v/account/me/", "Bearer vps_0123", ""],
    ["GET", "/f/account/info", "Api-Key simulated.0123", ""],
  ]);
  for (const { headers } of server.received) expect(headers["user-agent"]).toBe(`pulumi-vps/${VERSION}`);
});

test("Fornex's API version 0.1 gets the credential as a parameter, and no header", async () => {
  server.answers({ body: { email: "a@example.org", name: "A" } }, { body: { error: "нет" } });
  const { fornex } = hosters({ fornexApiKey: "simulated.0123", fornexApiVersion: "0.1" });
  await fornex.account();
  expect(server.received.map(({ url, headers }) => [url, headers.authorization])).toEqual([
    ["/f/account/info?apikey=simulated.0123", undefined],
  ]);
  const error = await failureOf(fornex.client.dns.removeDomain("example.com"), VpsError);
  expect(error.message).toBe(
    "Fornex: POST /dns/v0.1/{name}/delete_domain/ answered 200: нет. If that means that the object does not exist, check its number or name.",
  );
  expect(server.received[1]).toMatchObject({
    url: "/f/dns/v0.1/example.com/delete_domain/",
    body: "apikey=simulated.0123",
  });
});

test("a hoster needs its own credential and none of the others", async () => {
  expect(hosters({ vpsorgToken: "vps_0123" }).vpsorg.client).toBeDefined();
  expect(hosters({ fornexApiKey: "simulated.0123" }).fornex.client).toBeDefined();
  const { message } = await failureOf(() => hosters({ vpsorgToken: "vps_0123" }).fornex, VpsError);
  expect(message).toContain("vps:fornexApiKey is not set");
  expect(message).toContain("FORNEX_API_KEY");
});

describe("the account's fingerprint", () => {
  const fingerprint = async (info: object) => {
    server.answers({ body: info });
    return hosters({ fornexApiKey: "simulated.0123" }).fornex.account();
  };

  test("holds no e-mail, is the same for the same account and another for another", async () => {
    const first = await fingerprint({ email: "Somebody@Example.org", name: "Some" });
    expect(first).toMatch(/^[0-9a-f]{16}$/);
    expect(await fingerprint({ email: "somebody@example.org", name: "some" })).toBe(first);
    expect(await fingerprint({ email: "else@example.org", name: "Some" })).not.toBe(first);
  });

  test("is asked for once a run, but a failure is not kept", async () => {
    server.answers({ status: 401 }, { body: { email: "a@example.org", name: "A" } });
    const { fornex } = hosters({ fornexApiKey: "simulated.0123" });
    await expect(fornex.account()).rejects.toThrow("401");
    await Promise.all([fornex.account(), fornex.account()]);
    await fornex.account();
    expect(server.received).toHaveLength(2);
  });
});

test("once: callers at the same time share one answer", async () => {
  const ask = jest.fn(async () => Symbol("answer"));
  const asked = once(ask);
  const [first, second] = await Promise.all([asked(), asked()]);
  expect(first).toBe(second);
  expect(await asked()).toBe(first);
  expect(ask).toHaveBeenCalledTimes(1);
});

test("KiwiVM is asked per machine, by POST form with the machine's own key, never in the URL", async () => {
  const key = (veid: string) => `private_of${veid}`;
  const kiwivmKeys = JSON.stringify({ "123": key("123"), "456": key("456") });
  const machines = hosters({ kiwivmKeys, kiwivmUrl: `${server.url}/k` });
  server.onRequest((_, response) => response.end('{"error":700005,"message":"Authentication failure private_of456"}'));
  for (const veid of ["123", "456"]) {
    const error = await failureOf(machines.kiwivm(veid).client.serviceInfo(), VpsError);
    expect(error.message).toMatch(/^KiwiVM: POST \/getServiceInfo answered 200: error 700005/);
    if (veid === "456") expect(error.message).not.toContain(key(veid));
  }
  expect(server.received.map(({ method, url, body }) => [method, url, body])).toEqual([
    ["POST", "/k/getRateLimitStatus", "veid=123&api_key=private_of123"],
    ["POST", "/k/getServiceInfo", "veid=123&api_key=private_of123"],
    ["POST", "/k/getRateLimitStatus", "veid=456&api_key=private_of456"],
    ["POST", "/k/getServiceInfo", "veid=456&api_key=private_of456"],
  ]);
  expect(await machines.kiwivm("123").account()).not.toBe(await machines.kiwivm("456").account());
  await failureOf(() => machines.kiwivm("789"), VpsError);
  const unsaid = await failureOf(() => hosterOf(kiwiPtr, offlineRun(), {}), VpsError);
  expect(unsaid.message).toContain("KiwiPtr: the machine is not known yet");
});

test("an error names the hoster and the template, never the credential", async () => {
  server.answers({ status: 401, body: { detail: "no user has key simulated.0123" } });
  const error = await failureOf(hosters({ fornexApiKey: "simulated.0123" }).fornex.account(), VpsError);
  expect(error.message).toBe(
    "Fornex: GET /account/info answered 401: no user has key […]. Fornex does not accept the credential. Check that it is complete, not expired, and from this account. It is set as vps:fornexApiKey (environment FORNEX_API_KEY).",
  );
});

test("a 403 of Fornex's API version 0.1 may mean the credential", async () => {
  server.answers({ status: 403, body: { error: "Доступ запрещён" } });
  const { fornex } = hosters({ fornexApiKey: "simulated.0123", fornexApiVersion: "0.1" });
  const error = await failureOf(fornex.account(), VpsError);
  expect(error.message).toBe(
    "Fornex: GET /account/info answered 403: Доступ запрещён. Fornex does not accept the credential. Check that it is complete, not expired, and from this account. It is set as vps:fornexApiKey (environment FORNEX_API_KEY). " +
      "Or: The account or the credential lacks this permission. Ask for it in Fornex's panel or at its support.",
  );
});
