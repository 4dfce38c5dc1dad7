import type { Entry } from "../../../../provider/clients/fornex/dns";
import type { FornexDnsRecordArgs } from "../../../../provider/resources/fornex/dnsRecordModel";
import { contentOf, replacementOf } from "../../../../provider/resources/fornex/recordContent";

const A: FornexDnsRecordArgs = { domain: "example.com", host: "www", type: "A", value: "192.0.2.10" };
const MX: FornexDnsRecordArgs = { ...A, type: "MX", value: "mx.example.net", prio: 20 };
const shown = (prio?: number): Entry => ({ id: 7, host: "www", type: "MX", value: "mx.example.net", prio, ttl: 300 });

test("a new record has a priority and a ttl only where the program says so", () => {
  expect(contentOf(A)).toMatchObject({ prio: undefined, ttl: undefined });
  expect(contentOf({ ...MX, ttl: 600 })).toMatchObject({ prio: 20, ttl: 600 });
});

describe("in place of a record", () => {
  test("what is left out is sent back as it is shown", () => {
    expect(replacementOf(shown(10), MX)).toMatchObject({ prio: 20, ttl: 300 });
    expect(replacementOf(shown(10), { ...MX, ttl: 600 }).ttl).toBe(600);
  });

  test.each([10, 0])("the priority %d goes with the type that had it", (prio) => {
    expect(replacementOf(shown(prio), A).prio).toBeNull();
  });

  test.each([
    ["one without priority", shown()],
    ["one that is not listed", undefined],
  ])("of %s nothing is taken away", (_, entry) => {
    expect(replacementOf(entry, A).prio).toBeUndefined();
  });
});
