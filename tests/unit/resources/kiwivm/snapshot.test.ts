import type { Snapshot } from "../../../../provider/clients/kiwivm/schemas";
import { isDescribedAs, newOnes, shownDescription } from "../../../../provider/hosters/kiwivm/description";
import { kiwiSnapshot } from "../../../../provider/resources/kiwivm/snapshot";
import { refusals } from "../../support/run";

const SNAPSHOT = { veid: "123456", description: "before the upgrade" };
const base64 = (text: string) => Buffer.from(text).toString("base64");

test.each<[string, object]>([
  ["the least", SNAPSHOT],
  ["everything", { ...SNAPSHOT, veid: 123456, sticky: false, allowReplace: true, recreate: true, adopt: "name" }],
])("fine: %s", (_, args) => {
  expect(refusals(kiwiSnapshot, args)).toEqual([]);
});

const DESCRIPTION = "description: must be 1 to 64 printable ASCII characters, without a space at either end";

test.each<[string, object, string]>([
  ["an empty description", { ...SNAPSHOT, description: "" }, DESCRIPTION],
  ["a long one", { ...SNAPSHOT, description: "x".repeat(65) }, DESCRIPTION],
  ["one beyond ASCII", { ...SNAPSHOT, description: "täglich" }, DESCRIPTION],
  ["one with a line break", { ...SNAPSHOT, description: "a\nb" }, DESCRIPTION],
  ["one that ends with a space", { ...SNAPSHOT, description: "daily " }, DESCRIPTION],
  ["text for a flag", { ...SNAPSHOT, sticky: "yes" }, "sticky: must be a boolean, not a string"],
])("refused: %s", (_, args, reason) => {
  expect(refusals(kiwiSnapshot, args)).toEqual([reason]);
});

test("another description or machine needs consent, which says what is lost", () => {
  const changed = { veid: "123456", description: "after" };
  const [reason] = refusals(kiwiSnapshot, changed, SNAPSHOT);
  expect(reason).toMatch(/^description: .*old snapshot is deleted.*reboot.*allowReplace: true/);
  expect(refusals(kiwiSnapshot, { ...changed, allowReplace: true }, SNAPSHOT)).toEqual([]);
});

describe("descriptions are listed as they are, or in base64", () => {
  test.each(["nightly", "before the upgrade", "abcd", "YWJj"])("%s", (text) => {
    expect(isDescribedAs(text, text)).toBe(true);
    expect(isDescribedAs(base64(text), text)).toBe(true);
    expect(isDescribedAs("other", text)).toBe(false);
    expect(shownDescription(text, text)).toBe(text);
    expect(shownDescription(base64(text), text)).toBe(text);
  });

  test("another one is shown in plain words", () => {
    expect(shownDescription(base64("by hand, in the panel"), "nightly")).toBe("by hand, in the panel");
    expect(shownDescription("by hand", "nightly")).toBe("by hand");
    expect(shownDescription("", "nightly")).toBe("");
  });
});

test("a new snapshot was not listed, has the description, and is not older than the others by the hoster's clock", () => {
  const name = (seconds: number, digit: string) => `snapshot-1-${seconds}-2022-01-01-${digit.repeat(40)}.tar.gz`;
  const listed = [
    [name(1_700_000_000, "1"), "nightly"],
    [name(1_700_000_100, "2"), "nightly"],
    [name(1_700_000_200, "3"), base64("nightly")],
    [name(1_700_000_200, "4"), "other"],
    [name(1_600_000_000, "5"), "nightly"],
    ["imported.tar.gz", "nightly"],
  ].map(([fileName, description]) => ({ fileName, description }) as Snapshot);
  const names = newOnes(listed, [name(1_700_000_100, "2")], "nightly").map(({ fileName }) => fileName);
  expect(names).toEqual([name(1_700_000_200, "3"), "imported.tar.gz"]);
});
