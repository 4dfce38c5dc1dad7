import type { SeededRecord } from "../../../../provider/resources/fornex/dnsDomainModel";
import { stillAsSeeded } from "../../../../provider/resources/fornex/seededRecords";

const SEED: SeededRecord = { recordId: 7, host: "", type: "TXT", value: "" };

/** Whether a record that was seeded with one value, and now shows another, still is as seeded. */
function isUnchanged(type: string, seeded: string, now: string): boolean {
  const entry = { id: 7, host: "@", type, value: now, prio: undefined, ttl: undefined };
  return stillAsSeeded("example.com", entry, { ...SEED, type, value: seeded });
}

test.each([
  ["TXT", "v=spf1 -all", '"v=spf1 -all"'],
  ["TXT", 'say "hi"', '"say \\"hi\\""'],
  ["TXT", "v=DMARC1\\; p=none", '"v=DMARC1\\\\; p=none"'],
  ["CNAME", "example.com", "EXAMPLE.com."],
  ["CAA", '0 issue "ca.example"', "0 issue ca.example"],
])("%s %s shown as %s is unchanged", (type, seeded, now) => {
  expect(isUnchanged(type, seeded, now)).toBe(true);
});

test.each([
  ["another text", "TXT", "v=spf1 -all", "v=spf1 ~all"],
  ["a text without the backslash that was a part of it", "TXT", "v=DMARC1\\; p=none", "v=DMARC1; p=none"],
  ["a text without the parentheses that were a part of it", "TXT", '( "v=1" )', "v=1"],
  ["another target", "CNAME", "example.com", "example.net"],
])("%s is a change", (_, type, seeded, now) => {
  expect(isUnchanged(type, seeded, now)).toBe(false);
});
