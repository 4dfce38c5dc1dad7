import { proxyFor } from "../../../../provider/clients/http/proxy";
import { VpsError } from "../../../../provider/errors/vpsError";
import { failureOf } from "../../support/errors";

const HOSTER = new URL("https://hoster.example/api");
const PROXY = "http://proxy.example:3128";

const originFor = (environment: Record<string, string>, url = HOSTER) => proxyFor(url, environment)?.origin;

test.each([
  ["proxy.example:3128", PROXY],
  ["http://proxy.example:3128", PROXY],
  [" http://proxy.example:3128/ ", PROXY],
  ["HTTP://proxy.example:3128", PROXY],
  ["https://proxy.example", "https://proxy.example"],
  ["192.0.2.7:3128", "http://192.0.2.7:3128"],
  ["[2001:db8::7]:3128", "http://[2001:db8::7]:3128"],
  ["proxy.example", "http://proxy.example"],
])("HTTPS_PROXY=%s is %s", (value, origin) => {
  expect(originFor({ HTTPS_PROXY: value })).toBe(origin);
});

test.each<[string, Record<string, string>, string | undefined]>([
  ["none is named", {}, undefined],
  ["an empty one is none", { HTTPS_PROXY: "" }, undefined],
  ["lower case wins", { https_proxy: "low.example:1", HTTPS_PROXY: "up.example:1" }, "http://low.example:1"],
  ["HTTP_PROXY where there is no other", { HTTP_PROXY: "proxy.example:3128" }, PROXY],
  ["HTTPS_PROXY before HTTP_PROXY", { http_proxy: "plain.example:1", HTTPS_PROXY: PROXY }, PROXY],
  ["ALL_PROXY is not looked at", { ALL_PROXY: PROXY }, undefined],
])("%s", (_, environment, origin) => {
  expect(originFor(environment)).toBe(origin);
});

test.each(["http://127.0.0.1:8080", "http://localhost:8080", "https://[::1]/"])("%s is reached directly", (url) => {
  for (const value of [PROXY, "socks5://proxy.example"]) {
    expect(proxyFor(new URL(url), { HTTPS_PROXY: value, HTTP_PROXY: value })).toBeUndefined();
  }
});

test.each<[string, string, boolean]>([
  ["https://hoster.example/", "*", true],
  ["https://hoster.example/", "other.example, hoster.example", true],
  ["https://hoster.example/", "HOSTER.example.", true],
  ["https://api.hoster.example/", "hoster.example", true],
  ["https://api.hoster.example/", ".hoster.example", true],
  ["https://api.hoster.example/", "*.hoster.example", true],
  ["https://hoster.example/", ".hoster.example", true],
  ["https://hoster.example/", "*.hoster.example", false],
  ["https://myhoster.example/", "hoster.example", false],
  ["https://hoster.example/", "hoster.example:443", true],
  ["https://hoster.example/", "hoster.example:8443", false],
  ["https://hoster.example:8443/", "hoster.example:8443", true],
  ["https://hoster.example/", "*:80", false],
  ["https://hoster.example/", " , ", false],
  ["https://[2001:db8::1]/", "2001:db8::1", true],
  ["https://[2001:db8::1]/", "[2001:db8::1]:443", true],
])("%s with NO_PROXY=%s goes without: %s", (url, list, exempt) => {
  for (const name of ["NO_PROXY", "no_proxy"]) {
    expect(originFor({ HTTPS_PROXY: PROXY, [name]: list }, new URL(url))).toBe(exempt ? undefined : PROXY);
  }
});

test("credentials are apart from the address", () => {
  expect(proxyFor(HOSTER, { HTTPS_PROXY: "ann:p%40ss@proxy.example:3128" })).toEqual({
    variable: "HTTPS_PROXY",
    origin: PROXY,
    authorization: `Basic ${Buffer.from("ann:p@ss").toString("base64")}`,
    secrets: ["ann", "p@ss", "ann", "p%40ss"],
  });
});

describe("what cannot be used", () => {
  const SECRET = "hunter2";

  test.each([
    ["another scheme", `socks5://ann:${SECRET}@proxy.example:1080`],
    ["no address", `http://ann:${SECRET}@`],
    ["a port that is none", `ann:${SECRET}@proxy.example:999999`],
    ["a password with #", `http://ann:1${SECRET}#x@proxy.example`],
    ["a password with / after digits", `http://ann:12/${SECRET}@proxy.example`],
    ["a password with a bare %", `http://ann:50%${SECRET}@proxy.example`],
    ["an address of a script", `http://${SECRET}.example/proxy.pac`],
  ])("%s is told by the variable's name, and nothing of its value is shown", async (_, value) => {
    const error = await failureOf(() => proxyFor(HOSTER, { https_proxy: value }), VpsError);
    expect(error.code).toBe("config");
    expect(error.message).toMatch(/^The environment variable https_proxy does not name a usable proxy\. /);
    for (const text of [error.message, error.stack]) expect(text).not.toContain(SECRET);
    expect(error.cause).toBeUndefined();
  });

  test("is no matter where NO_PROXY lists the host", () => {
    expect(originFor({ HTTPS_PROXY: "socks5://proxy.example", NO_PROXY: "hoster.example" })).toBeUndefined();
  });
});
