import { airvpnRefusal } from "../../../../provider/clients/airvpn/refusal";
import { Config, type Setting } from "../../../../provider/config";
import { HttpError } from "../../../../provider/errors/httpError";
import type { Hosters } from "../../../../provider/hosters";
import { connect } from "../../../../provider/hosters/connect";
import { failureOf } from "../../support/errors";
import { useHttpServer } from "../../support/httpServer";

const server = useHttpServer();

function hosters(): Hosters {
  const stack: Partial<Record<Setting, string>> = {
    airvpnUrl: `${server.url}/api`,
    airvpnApiKey: "0123456789",
    pollSeconds: "0.01",
  };
  return connect(new Config({ stack: (setting) => stack[setting], environment: {} }));
}

test("the key goes into the form, never into the URL; what is public goes without it", async () => {
  server.answers({ body: { user: { login: "me" }, servers: [], result: "ok" } });
  const { airvpn } = hosters();
  await airvpn.client.userInfo();
  await airvpn.public.status();
  expect(server.received.map(({ method, url, body }) => [method, url, body])).toEqual([
    ["POST", "/api/userinfo/", "format=json&key=0123456789"],
    ["POST", "/api/status/", "format=json"],
  ]);
});

test("what is public needs no key", async () => {
  server.answers({ body: { servers: [], result: "ok" } });
  const config = new Config({
    stack: (setting) => (setting === "airvpnUrl" ? server.url : undefined),
    environment: {},
  });
  expect((await connect(config).airvpn.public.status()).servers).toEqual([]);
});

test("what is shown comes with a success, too", async () => {
  server.answers({ body: { user: { login: "me" } } });
  const error = await failureOf(hosters().airvpn.client.userInfo(), HttpError);
  expect(error.kind).toBe("unexpected");
});

test("an error comes with status 200, as error or as result", async () => {
  server.answers({ body: { error: "Not authorized" } });
  const error = await failureOf(hosters().airvpn.client.userInfo(), HttpError);
  expect(error.kind).toBe("unauthorized");
  expect(error.message).toContain("AirVPN: POST /userinfo/ answered 200: Not authorized.");
  expect(error.message).toContain("AIRVPN_API_KEY");
  expect(airvpnRefusal({ result: "no such service" })).toEqual({ kind: "refused", detail: "no such service" });
});

test.each([
  [{ result: "ok" }],
  [{ result: "ok", error: null }],
  [{ result: "ok", error: "" }],
  [{ result: null }],
  [{}],
  [[]],
  [null],
])("%j refuses nothing", (answer) => {
  expect(airvpnRefusal(answer)).toBeUndefined();
});

describe("what changes something", () => {
  test("is sent with what was given, and nothing else", async () => {
    server.answers({ body: { result: "ok", sessions_disconnected: "2" } });
    const { client } = hosters().airvpn;
    await client.notify("Deployed", "Version 1 & more");
    expect(await client.disconnect({ device: "laptop" })).toBe(2);
    await client.disconnect({});
    expect(server.received.map(({ method, url, body }) => [method, url, body])).toEqual([
      ["POST", "/api/notification/", "format=json&subject=Deployed&body=Version+1+%26+more&key=0123456789"],
      ["POST", "/api/disconnect/", "format=json&device=laptop&key=0123456789"],
      ["POST", "/api/disconnect/", "format=json&key=0123456789"],
    ]);
  });

  test("is never sent twice after an answer that tells nothing", async () => {
    server.answers({ status: 500, body: {} });
    const { client } = hosters().airvpn;
    await failureOf(client.notify("Deployed", "Version 1"), HttpError);
    await failureOf(client.disconnect({}), HttpError);
    expect(server.received).toHaveLength(2);
  });

  test.each([[{}], [{ result: null }], [[]]])("has not certainly succeeded when the answer is %j", async (body) => {
    server.answers({ body });
    const error = await failureOf(hosters().airvpn.client.disconnect({}), HttpError);
    expect(error.ambiguous).toBe(true);
  });
});

test("an account without a login is none: every such one would look like the same", async () => {
  for (const body of [{ result: "ok", user: { login: "" } }, { result: "ok" }, {}]) {
    server.answers({ body });
    await failureOf(hosters().airvpn.account(), HttpError);
  }
});
