import { existsSync } from "node:fs";
import { join } from "node:path";
import { conformancePage, PROMISES } from "../../scripts/test/conformance.mts";

const told = (file: string, passed: boolean, ...titles: string[]) => ({
  file: `/somewhere/tests/conformance/${file}.test.ts`,
  titles,
  passed,
});
const RESOURCES = ["SshKey", "KiwiPtr"];

/** The cells of a resource's row, by the titles of the columns. */
function cells(page: string, resource: string): Record<string, string | undefined> {
  const row = (begin: string) =>
    page
      .split("\n")
      .find((line) => line.startsWith(begin))
      ?.split("|")
      .map((cell) => cell.trim()) ?? [];
  const marks = row(`| [${resource}]`);
  return Object.fromEntries(row("| | ").map((title, index) => [title, marks[index]]));
}

test("a mark stands where every test of that resource and adapter has passed, and one was there", () => {
  const page = conformancePage(
    [
      told("drift", true, "dynamic adapter", "Fornex API version 2", "SshKey", "is found"),
      told("drift", true, "native adapter", "Fornex API version 2", "SshKey", "is found"),
      told("gone", true, "dynamic adapter", "SshKey", "is proved"),
      told("gone", false, "dynamic adapter", "SshKey", "is not proved"),
      told("gone", true, "native adapter", "SshKey", "is proved"),
      told("cancelled", true, "native adapter, Fornex API version 2", "SshKey: a wait ends"),
      told("drift", true, "somewhere else", "KiwiPtr"),
      told("import", true, "dynamic adapter", "KiwiPtr", "there is nothing to import, and it says so"),
    ],
    RESOURCES,
  );
  expect(cells(page, "SshKey")).toMatchObject({ Drift: "D P", Missing: "P", Cancel: "P", Faults: "–" });
  expect(cells(page, "KiwiPtr")).toMatchObject({ Drift: "–", Import: "–" });
});

test.each(PROMISES)("there are tests in %s", (file) => {
  expect(existsSync(join(__dirname, "../conformance", `${file}.test.ts`))).toBe(true);
});
