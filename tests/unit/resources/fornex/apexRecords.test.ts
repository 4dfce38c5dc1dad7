import { isApexRecord, isRecorded } from "../../../../provider/resources/fornex/apexRecords";

const entry = (type: string, value: string, host = "") => ({
  id: 1,
  host,
  type,
  value,
  prio: undefined,
  ttl: undefined,
});
const SOA = "ns1.fornex.com. hostmaster.fornex.com. 1 21600 3600 604800 3600";

test.each([
  ["NS", "", true],
  ["NS", "@", true],
  ["SOA", "example.com.", true],
  ["NS", "k8s", false],
  ["NS", "k8s.example.com", false],
  ["A", "", false],
])("%s at %j is what makes the zone: %s", (type, host, expected) => {
  expect(isApexRecord("example.com", entry(type, "x", host))).toBe(expected);
});

test.each([
  ["the same", "NS", "ns1.fornex.com", true],
  ["spelled otherwise", "NS", "NS1.Fornex.com.", true],
  ["another one", "NS", "ns3.fornex.com", false],
  [
    "a SOA with another serial number",
    "SOA",
    "NS1.fornex.com hostmaster.fornex.com 2026113001  21600 3600 604800 3600",
    true,
  ],
  ["a SOA of another name server", "SOA", "ns1.other.example. hostmaster.fornex.com. 1 21600 3600 604800 3600", false],
  ["a SOA with other times", "SOA", "ns1.fornex.com. hostmaster.fornex.com. 1 21600 3600 604800 60", false],
])("%s counts as recorded or not", (_what, type, value, expected) => {
  const recorded = [
    { type: "NS", value: "ns1.fornex.com" },
    { type: "SOA", value: SOA },
  ];
  expect(isRecorded(recorded, entry(type, value))).toBe(expected);
});

test("the one SOA is the zone's own also where none was shown at first", () => {
  expect(isRecorded([{ type: "NS", value: "ns1.fornex.com" }], entry("SOA", SOA))).toBe(true);
  expect(isRecorded([], entry("NS", "ns1.fornex.com"))).toBe(false);
});
