import type { Call } from "../../../provider/clients/http/call";
import { Config, type Setting } from "../../../provider/config";
import { SETTINGS } from "../../../provider/config/allSettings";
import { VpsError } from "../../../provider/errors/vpsError";
import { callInProgram, functions } from "../../../provider/functions";
import { ClientFactory } from "../../../provider/hosters/clientFactory";
import { mistakes } from "../../../provider/lifecycle/check";
import { Runtime } from "../../../provider/lifecycle/runtime/runtime";
import { resources } from "../../../provider/registry";
import { failureOf } from "../support/errors";
import { UNUSED_URL, useHttpServer } from "../support/httpServer";
import { opening, withProxy } from "../support/proxy";

const server = useHttpServer();

const SECRET = "hunter2";
const UNUSABLE = { HTTPS_PROXY: `socks5://ann:${SECRET}@proxy.example:1080` };
const SAID = /^The environment variable HTTPS_PROXY does not name a usable proxy\. /;

const CREDENTIALS: Partial<Record<Setting, string>> = {
  vpsorgToken: "vps_0123",
  fornexApiKey: "simulated.0123",
  kiwivmKeys: '{"123456":"private_simulated0123"}',
};
const ELSEWHERE = { ...CREDENTIALS, fornexUrl: "https://hoster.invalid" };
const HERE = { ...CREDENTIALS, fornexUrl: UNUSED_URL };

const source = (settings: Partial<Record<Setting, string>>, environment: Record<string, string>) => ({
  stack: (setting: Setting) => settings[setting],
  environment,
});
const RECORD = { domain: "example.com", host: "www", type: "A", value: "192.0.2.1" };
const checked = (settings: Partial<Record<Setting, string>>, environment: Record<string, string>) => {
  const run = () => new Runtime(new Config(source(settings, environment)));
  return [
    mistakes(resources.fornexDnsRecord, run(), {}, RECORD),
    mistakes(resources.vpsOrgServer, run(), {}, { name: "web-01", planId: 1, osId: 5, location: "us-west" }),
    mistakes(resources.kiwiPtr, run(), {}, { veid: "123456", ip: "192.0.2.1", ptr: "a.example.com" }),
  ].map((problems) => problems.map(({ problem }) => problem));
};
const balance = (settings: Partial<Record<Setting, string>>, environment: Record<string, string>) =>
  failureOf(
    callInProgram(functions.getFornexBalance, source(settings, environment), () => {}, {}),
    VpsError,
  );

test("a proxy that cannot be used shows in the check of every resource that would use it, without its value", () => {
  for (const reasons of checked(ELSEWHERE, UNUSABLE)) expect(reasons).toEqual([expect.stringMatching(SAID)]);
  expect(JSON.stringify(checked(ELSEWHERE, UNUSABLE))).not.toContain(SECRET);
});

test("a hoster on this machine needs no proxy, and so no usable one", () => {
  expect(checked(HERE, UNUSABLE)[0]).toEqual([]);
});

test("a function says the same, and fails before anything is sent", async () => {
  const error = await balance(ELSEWHERE, UNUSABLE);
  expect([error.code, error.message]).toEqual(["config", expect.stringMatching(SAID)]);
  expect(`${error.stack}`).not.toContain(SECRET);
});

test("a proxy that is down is named by a function, not the hoster", async () => {
  const { message } = await balance(
    { ...ELSEWHERE, pollSeconds: "0.01" },
    { https_proxy: `ann:${SECRET}@127.0.0.1:1` },
  );
  expect(message).toContain("could not be sent: the proxy 127.0.0.1:1, which https_proxy names, could not be reached");
  expect(message).not.toContain(SECRET);
});

test("a hoster that repeats the proxy's credentials carries them into no error", async () => {
  server.answers({ status: 400, body: { detail: `${SECRET} is wrong` } });
  await withProxy(
    (socket) => opening(socket, server.url),
    async (host) => {
      const config = new Config(source({}, { HTTP_PROXY: `ann:${SECRET}@${host}` }));
      const http = new ClientFactory(SETTINGS, config).http({
        hoster: "Fornex",
        baseUrl: "http://hoster.invalid",
        secrets: [],
      });
      const call: Call<unknown> = { effect: "read", method: "GET", path: "/things/", answer: "none" };
      const { message } = await failureOf(http(call), VpsError);
      expect(message).toContain("answered 400: […] is wrong");
    },
  );
});
