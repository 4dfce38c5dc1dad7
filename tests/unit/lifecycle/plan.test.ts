import { plan } from "../../../provider/lifecycle/plan";
import { UNKNOWN } from "../../../provider/lifecycle/unknown";
import { fornexDnsRecord } from "../../../provider/resources/fornex/dnsRecord";
import { recorded } from "../support/record";

const RECORD = { domain: "example.com", host: "www", type: "A", value: "192.0.2.10" };
const STATE = { ...RECORD, type: "A" as const, ttl: 300 as const, recordId: 7 };
const specified = ["host"];

test("a create: what the program gives; unknown, what the hoster shows beside; absent, what nobody ever shows", () => {
  expect(plan(fornexDnsRecord, undefined, RECORD)).toEqual({
    ...RECORD,
    ttl: UNKNOWN,
    prio: UNKNOWN,
    recordId: UNKNOWN,
  });
});

test("an update: what is steady stays, in the program's spelling", () => {
  const held = recorded(STATE, { specified });
  expect(plan(fornexDnsRecord, held, { ...RECORD, value: UNKNOWN })).toEqual({
    ...RECORD,
    value: UNKNOWN,
    ttl: UNKNOWN,
    prio: UNKNOWN,
    recordId: 7,
  });
  expect(plan(fornexDnsRecord, held, { ...RECORD, domain: "Example.com." })).toEqual({
    ...STATE,
    domain: "Example.com.",
  });
});

test("an update that finishes work: nothing of what the hoster shows is certain", () => {
  const pending = { kind: "create", since: "2026-01-01T00:00:00Z", finished: {} };
  const held = recorded(STATE, { specified, pending });
  expect(plan(fornexDnsRecord, held, RECORD)).toEqual({ ...RECORD, ttl: UNKNOWN, prio: UNKNOWN, recordId: UNKNOWN });
});

describe("what the program ignores", () => {
  const held = recorded({ ...STATE, ttl: 600 as const }, { specified: ["host", "ttl"], ignoreChanges: ["ttl"] });
  const inputs = { ...RECORD, ttl: 300 };
  const ignoring = { ignoreChanges: ["ttl"] };

  test("stays what there is, where nothing is sent", () => {
    expect(plan(fornexDnsRecord, held, inputs, ignoring)).toEqual({ ...STATE, ttl: 600 });
  });

  test("becomes what the hoster shows by then, in an update and in a create, which may adopt", () => {
    const changed = { ...inputs, value: "192.0.2.11" };
    expect(plan(fornexDnsRecord, held, changed, ignoring).ttl).toBe(UNKNOWN);
    expect(plan(fornexDnsRecord, undefined, inputs, ignoring).ttl).toBe(UNKNOWN);
  });
});
