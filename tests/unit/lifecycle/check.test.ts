import type { Setting } from "../../../provider/config";
import { VpsError } from "../../../provider/errors/vpsError";
import { mistakes, type Problem, parseArguments } from "../../../provider/lifecycle/check";
import { lineOf } from "../../../provider/lifecycle/validation/shape";
import { fornexDnsDomain } from "../../../provider/resources/fornex/dnsDomain";
import { fornexDnsRecord } from "../../../provider/resources/fornex/dnsRecord";
import { vpsOrgServer } from "../../../provider/resources/vpsorg/server";
import { failureOf } from "../support/errors";
import { offlineRun } from "../support/run";

const RECORD = { domain: "example.com", type: "A", value: "192.0.2.10" };
const SERVER = { name: "web", planId: 1, osId: 5, location: "us-west" };

describe("configuration is checked already in the preview", () => {
  const messages = (problems: Problem[]) => problems.map(lineOf);
  const record = (stack: Partial<Record<Setting, string>>) =>
    messages(mistakes(fornexDnsRecord, offlineRun(stack), {}, RECORD));
  const server = (stack: Partial<Record<Setting, string>>) =>
    messages(mistakes(vpsOrgServer, offlineRun(stack), {}, SERVER));

  test("a missing credential names both ways to set it", () => {
    expect(record({ fornexApiKey: "" })).toEqual([
      "vps:fornexApiKey must not be empty. Run `pulumi config set --secret vps:fornexApiKey`, or set the environment variable FORNEX_API_KEY. Fornex's control panel shows it.",
    ]);
    expect(server({ vpsorgToken: "" })).toEqual([expect.stringContaining("VPS_API_TOKEN")]);
  });

  test("only for the hosters the program uses", () => {
    expect(record({ vpsorgToken: "", vpsorgUrl: "nonsense" })).toEqual([]);
    expect(server({ fornexApiKey: "two words", fornexApiVersion: "0.1" })).toEqual([]);
  });

  test("obvious mistakes", () => {
    expect(record({ fornexApiKey: "Api-Key m4rk3d" })).toEqual([
      expect.stringContaining("must be the bare credential"),
    ]);
    expect(record({ fornexUrl: "http://fornex.example" })).toEqual([
      expect.stringContaining("must start with https://"),
    ]);
    expect(record({ timeoutSeconds: "soon" })).toEqual([expect.stringContaining("must be a number of seconds")]);
  });

  test("said once, and beside the mistakes in the arguments", () => {
    const reasons = mistakes(fornexDnsRecord, offlineRun({ pollSeconds: "often" }), {}, { ...RECORD, value: "x" });
    expect(reasons).toEqual([
      { code: "config", problem: expect.stringMatching(/^vps:pollSeconds /) },
      { code: "invalid-arguments", argument: "value", problem: expect.stringMatching(/^must be /) },
    ]);
  });
});

test("each problem names its argument, with the place inside of it, and not once more in its words", () => {
  const zone = { name: "example.com", ip: "192.0.2.1" };
  expect(mistakes(fornexDnsDomain, offlineRun(), {}, { ...zone, tags: ["a", 5] })).toEqual([
    { code: "invalid-arguments", argument: "tags.1", problem: expect.stringMatching(/^must be /) },
  ]);
  expect(mistakes(fornexDnsDomain, offlineRun({ fornexApiVersion: "0.1" }), {}, { ...zone, tags: ["a"] })).toEqual([
    { code: "refused", argument: "tags", problem: expect.not.stringContaining("tags:") },
  ]);
  expect(mistakes(vpsOrgServer, offlineRun(), SERVER, { ...SERVER, planId: 2 })).toEqual([
    {
      code: "refused",
      argument: "planId",
      problem: expect.stringMatching(/^cannot be changed from 1 to 2 without replacing /),
    },
  ]);
});

describe("where the arguments are about to be used they are checked again", () => {
  test("a value unknown in the preview is known by now", async () => {
    const error = await failureOf(
      () => parseArguments(fornexDnsRecord, { ...RECORD, value: "m4rk3d", ttl: 5 }),
      VpsError,
    );
    expect(error.code).toBe("invalid-arguments");
    expect(error.message).toMatch(/^FornexDnsRecord: ttl: .*; value: must be an IPv4 address/);
    expect(error.message).not.toContain("m4rk3d");
  });

  test("what is sound comes back without what is no argument", () => {
    expect(parseArguments(fornexDnsRecord, { ...RECORD, ttl: null })).toStrictEqual(RECORD);
  });
});
