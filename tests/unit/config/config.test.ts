import { Config, type Setting } from "../../../provider/config";
import { VpsError } from "../../../provider/errors/vpsError";
import { kiwivmKey } from "../../../provider/hosters/kiwivm/keys";
import { failureOf } from "../support/errors";

interface Given {
  stack?: Partial<Record<Setting, string>>;
  environment?: Record<string, string>;
}

function config({ stack = {}, environment = {} }: Given = {}): Config {
  return new Config({ stack: (setting) => stack[setting], environment });
}

const TEXTS: [Setting, string, string, string][] = [
  ["vpsorgToken", "VPS_API_TOKEN", "vps_of-the-stack", "vps_of-the-environment"],
  ["vpsorgUrl", "VPS_API_URL", "https://stack.example/api", "https://environment.example/api"],
  ["fornexApiKey", "FORNEX_API_KEY", "stack.0123", "environment.0123"],
  ["fornexUrl", "FORNEX_BASE_URL", "https://stack.example/api", "https://environment.example/api"],
  ["kiwivmUrl", "KIWIVM_API_URL", "https://stack.example/v1", "https://environment.example/v1"],
];
const NUMBERS: [Setting, string, number, number][] = [
  ["pollSeconds", "VPS_POLL_SECONDS", 2, 3],
  ["timeoutSeconds", "VPS_TIMEOUT_SECONDS", 20, 30.5],
];
const DEFAULTS: [Setting, string | number | undefined][] = [
  ["vpsorgToken", undefined],
  ["vpsorgUrl", "https://admin.vps.org/api/v1"],
  ["fornexApiKey", undefined],
  ["fornexUrl", "https://fornex.com/api"],
  ["fornexApiVersion", "2"],
  ["kiwivmKeys", undefined],
  ["kiwivmUrl", "https://api.64clouds.com/v1"],
  ["pollSeconds", 5],
  ["timeoutSeconds", undefined],
];

describe("where a setting comes from", () => {
  describe.each<[Setting, string, string | number, string | number]>([...TEXTS, ...NUMBERS])(
    "%s (%s)",
    (setting, variable, inStack, inEnvironment) => {
      const both = { stack: { [setting]: String(inStack) }, environment: { [variable]: String(inEnvironment) } };

      test("the stack's configuration wins over the environment", () => {
        expect(config(both).optional(setting)).toBe(inStack);
      });
      test("the stack alone", () => {
        expect(config({ stack: both.stack }).optional(setting)).toBe(inStack);
      });
      test("the environment alone", () => {
        expect(config({ environment: both.environment }).optional(setting)).toBe(inEnvironment);
      });
      test("an empty text in the stack is the same as nothing there", () => {
        expect(config({ stack: { [setting]: "" }, environment: both.environment }).optional(setting)).toBe(
          inEnvironment,
        );
      });
    },
  );

  test.each(DEFAULTS)("%s is set nowhere: %j", (setting, value) => {
    expect(config().optional(setting)).toBe(value);
  });

  test.each(DEFAULTS)("%s is empty everywhere: %j", (setting, value) => {
    const nothing = new Config({ stack: () => "", environment: new Proxy({}, { get: () => "" }) });
    expect(nothing.optional(setting)).toBe(value);
  });

  test("nothing is looked at before it is needed", () => {
    const source = { stack: jest.fn(() => undefined), environment: {} };
    const lazy = new Config(source);
    expect(source.stack).not.toHaveBeenCalled();
    lazy.optional("pollSeconds");
    expect(source.stack.mock.calls).toEqual([["pollSeconds"]]);
  });
});

describe("a missing credential", () => {
  describe.each([
    ["vpsorgToken", "VPS_API_TOKEN", "Tokens are made at admin.vps.org/account/developers/."],
    ["fornexApiKey", "FORNEX_API_KEY", "Fornex's control panel shows it."],
    ["airvpnApiKey", "AIRVPN_API_KEY", "AirVPN generates it on its API page."],
  ] as const)("%s", (setting, variable, source) => {
    test.each<[string, Given, string]>([
      ["nothing", {}, "is not set"],
      ["an empty variable, which is how shells say so", { environment: { [variable]: "" } }, "is not set"],
      ["an empty text in the stack", { stack: { [setting]: "" } }, "must not be empty"],
    ])("%s: the error names both ways to set it, and where to get it", async (_, given, problem) => {
      const error = await failureOf(() => config(given).required(setting), VpsError);
      expect(error.code).toBe("config");
      expect(error.message).toBe(
        `vps:${setting} ${problem}. Run \`pulumi config set --secret vps:${setting}\`, or set the environment variable ${variable}. ${source}`,
      );
    });

    test("blank: the same words", async () => {
      const { message } = await failureOf(
        () => config({ environment: { [variable]: " " } }).required(setting),
        VpsError,
      );
      expect(message).toMatch(/must not be empty/);
      expect(message).toContain(source);
    });
  });

  test("only credentials are set with --secret", async () => {
    const { message } = await failureOf(() => config().required("timeoutSeconds"), VpsError);
    expect(message).toContain("`pulumi config set vps:timeoutSeconds`");
  });
});

describe("obvious mistakes fail early, without the value", () => {
  const VARIABLES: Record<string, string> = Object.fromEntries([
    ...TEXTS.map(([setting, variable]) => [setting, variable]),
    ...NUMBERS.map(([setting, variable]) => [setting, variable]),
    ["fornexApiVersion", "FORNEX_API_VERSION"],
  ]);

  test.each<[Setting, string, string]>([
    ["fornexApiKey", "two words", "must not contain spaces or line breaks"],
    ["fornexApiKey", "simulated.0123\n", "must not contain spaces or line breaks"],
    ["fornexApiKey", "Api-Key simulated.0123", "must be the bare credential"],
    ["fornexApiKey", "apikey=simulated.0123", "must be the bare credential"],
    ["fornexApiKey", "schlüssel.0123", "must be printable ASCII"],
    ["vpsorgToken", "Bearer vps_0123", "must be the bare credential"],
    ["vpsorgToken", "simulated.0123", 'must start with "vps_"'],
    ["vpsorgToken", "vps_01 23", "must not contain spaces"],
    ["fornexUrl", "fornex.example/api", "must be a URL that starts with https://"],
    ["fornexUrl", "ftp://fornex.example/api", "must be a URL that starts with https://"],
    ["fornexUrl", "https://", "must be a URL that starts with https://"],
    ["fornexUrl", "https://fornex.example/api ", "must be a URL that starts with https://"],
    ["fornexUrl", "http://fornex.example/api", "plain http would expose the credential"],
    ["vpsorgUrl", "http://localhost.hoster.example/", "plain http would expose the credential"],
    ["vpsorgUrl", "http://10.0.0.1/", "plain http would expose the credential"],
    ["vpsorgUrl", "https://me:word@hoster.example/api", "must contain only scheme, host and path"],
    ["vpsorgUrl", "https://hoster.example/api?key=word", "must contain only scheme, host and path"],
    ["vpsorgUrl", "https://hoster.example/api?", "must contain only scheme, host and path"],
    ["vpsorgUrl", "https://hoster.example/api#top", "must contain only scheme, host and path"],
    ["fornexApiVersion", "1", 'must be "2" (the live API version) or "0.1"'],
    ["pollSeconds", "often", "must be a number of seconds"],
    ["pollSeconds", "5s", "must be a number of seconds"],
    ["pollSeconds", "0", "must be at least 0.01 seconds"],
    ["timeoutSeconds", "-1", "must be at least 0.01 seconds"],
    ["timeoutSeconds", "90000", "must be at most 86400 seconds"],
    ["timeoutSeconds", "Infinity", "must be a number of seconds"],
  ])("%s %j", async (setting, value, problem) => {
    for (const given of [{ stack: { [setting]: value } }, { environment: { [VARIABLES[setting] ?? ""]: value } }]) {
      const error = await failureOf(() => config(given).optional(setting), VpsError);
      expect(error.code).toBe("config");
      expect(error.message).toContain(`vps:${setting} (environment ${VARIABLES[setting]}) `);
      expect(error.message).toContain(problem);
      expect(error.message).not.toMatch(/simulated|0123|two words|schlüssel|key=|\.example|10\.0\.0\.1|often|90000/);
    }
  });
});

describe("URLs that are fine", () => {
  test.each([
    ["https://fornex.example/api", "https://fornex.example/api"],
    ["https://fornex.example/api///", "https://fornex.example/api"],
    ["https://fornex.example", "https://fornex.example"],
    ["HTTPS://fornex.example:8443/api", "HTTPS://fornex.example:8443/api"],
    ["http://localhost:4010/fornex/api", "http://localhost:4010/fornex/api"],
    ["http://127.0.0.1:4010/fornex/api/", "http://127.0.0.1:4010/fornex/api"],
    ["http://127.8.9.1/", "http://127.8.9.1"],
    ["http://[::1]:4010/", "http://[::1]:4010"],
  ])("%s", (given, used) => {
    expect(config({ stack: { fornexUrl: given } }).required("fornexUrl")).toBe(used);
  });
});

describe("a machine's key at KiwiVM", () => {
  const KEYS = JSON.stringify({ "123": "private_of123", "456": "private_of456" });
  const environment = { KIWIVM_VEID: "789", KIWIVM_API_KEY: "private_of789" };

  test("comes from the stack's object, or from the environment for its one machine", () => {
    const both = config({ stack: { kiwivmKeys: KEYS }, environment });
    expect(kiwivmKey(both, "123")).toBe("private_of123");
    expect(kiwivmKey(both, "456")).toBe("private_of456");
    expect(kiwivmKey(both, "789")).toBe("private_of789");
    const same = config({ stack: { kiwivmKeys: KEYS }, environment: { ...environment, KIWIVM_VEID: "123" } });
    expect(kiwivmKey(same, "123")).toBe("private_of123");
  });

  test("missing: the error holds the command and both variables", async () => {
    for (const given of [{ stack: { kiwivmKeys: KEYS } }, { environment }, {}]) {
      const { message } = await failureOf(() => kiwivmKey(config(given), "321"), VpsError);
      expect(message).toContain(`pulumi config set --path --secret 'vps:kiwivmKeys["321"]'`);
      expect(message).toContain("environment variables KIWIVM_VEID=321 and KIWIVM_API_KEY");
      expect(message).toContain("Each machine's KiwiVM panel shows its own on the page REST API.");
    }
  });

  test.each<[string, Given]>([
    ["vps:kiwivmKeys (environment KIWIVM_VEID with KIWIVM_API_KEY) 321:", { stack: { kiwivmKeys: '{"321":""}' } }],
    ["vps:kiwivmKeys (environment KIWIVM_VEID with KIWIVM_API_KEY) 321:", { stack: { kiwivmKeys: '{"321":" "}' } }],
    ["KIWIVM_API_KEY", { environment: { KIWIVM_VEID: "321", KIWIVM_API_KEY: "" } }],
  ])("%s empty: the error says so, and where to get it", async (where, given) => {
    const { message } = await failureOf(() => kiwivmKey(config(given), "321"), VpsError);
    expect(message).toBe(`${where} must not be empty. Each machine's KiwiVM panel shows its own on the page REST API.`);
  });

  test.each<[string, Given]>([
    ["no JSON", { stack: { kiwivmKeys: "private_m4rk3d" } }],
    ["a list", { stack: { kiwivmKeys: '["private_m4rk3d"]' } }],
    ["a key under a name", { stack: { kiwivmKeys: '{"web":"private_m4rk3d"}' } }],
    ["an object in place of a key", { stack: { kiwivmKeys: '{"321":{"m4rk3d":1}}' } }],
    ["a key with a space", { stack: { kiwivmKeys: '{"321":"private m4rk3d"}' } }],
    ["a word before the key", { environment: { KIWIVM_VEID: "321", KIWIVM_API_KEY: "apikey m4rk3d" } }],
  ])("%s is refused without showing it", async (_, given) => {
    const { message } = await failureOf(() => kiwivmKey(config(given), "321"), VpsError);
    expect(message).toMatch(/kiwivmKeys|KIWIVM_API_KEY/);
    expect(message).toContain("must ");
    expect(message).not.toContain("m4rk3d");
  });
});

test.each<[string, Record<string, string>, string | undefined]>([
  ["where Pulumi is told to", { PULUMI_HOME: "/srv/pulumi", HOME: "/home/a" }, "/srv/pulumi"],
  ["in the user's home", { PULUMI_HOME: "", HOME: "/home/a" }, "/home/a/.pulumi"],
  ["nowhere", {}, undefined],
])("Pulumi's folder is %s", (_where, environment, expected) => {
  expect(config({ environment }).pulumiHome()).toBe(expected);
});
