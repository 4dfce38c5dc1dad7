import { applied, argumentsIn, inputsOf, isOptional, merged, specifiedIn } from "../../../provider/lifecycle/arguments";
import { fornexDnsDomain } from "../../../provider/resources/fornex/dnsDomain";
import { fornexDnsRecord } from "../../../provider/resources/fornex/dnsRecord";
import type { FornexDnsRecordState } from "../../../provider/resources/fornex/dnsRecordModel";
import { vpsOrgServer } from "../../../provider/resources/vpsorg/server";
import type { VpsOrgServerState } from "../../../provider/resources/vpsorg/serverModel";
import { recorded } from "../support/record";

const RECORD = { domain: "Example.com.", host: "@", type: "MX" as const, value: "MX.Example.net.", prio: 10 };
const INTERNAL = { specified: ["host", "prio"] };
const STATE = { ...RECORD, ttl: 300 as const, recordId: 7 };

test("an argument may be left out where its schema says so", () => {
  const names = Object.keys(fornexDnsRecord.arguments);
  expect(names.filter((name) => isOptional(fornexDnsRecord, name))).toEqual(["host", "ttl", "prio", "adopt"]);
});

test("argumentsIn: only arguments; null is left out, false and 0 and the empty text are not", () => {
  const properties = { domain: "", host: null, ttl: undefined, prio: 0, adopt: false, recordId: 7, __provider: "x" };
  expect(argumentsIn(fornexDnsRecord, properties)).toStrictEqual({ domain: "", prio: 0, adopt: false });
});

test("specifiedIn: optional arguments in order, without those only create or check look at", () => {
  expect(specifiedIn(fornexDnsRecord, { ...RECORD, ttl: 300, adopt: true })).toEqual(["host", "prio", "ttl"]);
  expect(specifiedIn(fornexDnsDomain, { name: "x", allowReplace: true, forceDestroy: false })).toEqual([
    "forceDestroy",
  ]);
});

describe("merged: the hoster's view, in the user's spelling where both mean the same", () => {
  test("every argument keeps its spelling", () => {
    const shown = { host: "", type: "MX" as const, value: "mx.example.net", prio: 10, ttl: 300 as const, recordId: 7 };
    expect(merged(fornexDnsRecord, RECORD, shown)).toEqual({ ...RECORD, ttl: 300, recordId: 7 });
  });

  test("what differs is the hoster's", () => {
    const shown = { host: "www", value: "MX2.example.net", prio: 20 };
    expect(merged(fornexDnsRecord, STATE, shown)).toMatchObject({ ...shown, domain: "Example.com." });
  });

  test("what this answer does not show stays; what it shows as not there goes", () => {
    expect(merged(fornexDnsRecord, STATE, {})).toEqual(STATE);
    expect(argumentsIn(fornexDnsRecord, merged(fornexDnsRecord, STATE, { ttl: null }))).toEqual(RECORD);
  });

  test("TXT keeps its chunks, AAAA its zeros, tags their order", () => {
    const txt = { domain: "example.com", type: "TXT" as const, value: '"a" "b"' };
    expect(merged(fornexDnsRecord, txt, { value: "ab", host: "" }).value).toBe('"a" "b"');
    const aaaa = { domain: "example.com", type: "AAAA" as const, value: "2001:0DB8::0001" };
    expect(merged(fornexDnsRecord, aaaa, { value: "2001:db8::1" }).value).toBe("2001:0DB8::0001");
    const zone = { name: "Example.com", ip: "192.0.2.10", tags: ["b", "a"] };
    expect(merged(fornexDnsDomain, zone, { name: "example.com", tags: ["a", "b"] })).toEqual(zone);
  });

  test("changes nothing it was given", () => {
    const known = Object.freeze({ ...RECORD });
    merged(fornexDnsRecord, known, { value: "other.example.net" });
    expect(known).toEqual(RECORD);
  });
});

describe("inputsOf: what read returns as inputs", () => {
  const inputs = (state: object, internal: object = {}) =>
    inputsOf(fornexDnsRecord, recorded<FornexDnsRecordState>({ ...STATE, ...state }, { ...INTERNAL, ...internal }));

  test("the required arguments and the given ones, never outputs", () => {
    expect(inputs({})).toStrictEqual(RECORD);
    expect(inputs({}, { specified: [] })).toStrictEqual({
      domain: "Example.com.",
      type: "MX",
      value: "MX.Example.net.",
    });
    expect(inputs({}, { specified: ["ttl"] })).toMatchObject({ ttl: 300 });
  });

  test("a default that the hoster no longer shows is an input, so that the drift is seen", () => {
    expect(inputs({}, { specified: [] })).not.toHaveProperty("host");
    expect(inputs({ host: "www" }, { specified: [] })).toMatchObject({ host: "www" });
  });

  test("adopt never, since what exists is adopted no more", () => {
    expect(inputs({ adopt: true })).not.toHaveProperty("adopt");
  });
});

describe("applied: state after an update", () => {
  test("the program's spelling of what it gave, the hoster's view of what it left out", () => {
    const args = { domain: "example.com", host: "WWW", type: "A" as const, value: "192.0.2.10" };
    expect(applied(fornexDnsRecord, recorded(STATE, INTERNAL), args)).toEqual(
      recorded({ ...args, prio: 10, ttl: 300, recordId: 7 }, { specified: ["host"] }),
    );
  });

  test("what the hoster was told stays known when the program leaves it out; what steers us goes", () => {
    const state = { name: "web", sshKeyId: 3, restartTrigger: "1", hostname: "a.example.com", adopt: true };
    const args = { name: "web", planId: 1, osId: 5, location: "us-west" };
    const after = applied(vpsOrgServer, recorded(state as unknown as VpsOrgServerState), args);
    expect(after.properties).toEqual({ ...args, sshKeyId: 3, hostname: "a.example.com" });
  });
});
