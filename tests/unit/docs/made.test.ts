import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stale, write } from "../../../scripts/schema/made.mts";

const root = mkdtempSync(join(tmpdir(), "pulumi-vps-made-"));
const folder = join(root, "pages");
const same = join(folder, "same.md");
const changed = join(folder, "changed.md");
const missing = join(folder, "missing.md");
const left = join(folder, "left.md");
const MADE = new Map([same, changed, missing].map((path) => [path, "as made"]));

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const path of [same, left]) writeFileSync(path, "as made");
  writeFileSync(changed, "edited by hand");
});
afterAll(() => rmSync(root, { recursive: true }));

test("what was edited, is missing or should not be there is stale", () => {
  expect(stale(MADE, [folder])).toEqual([changed, left, missing]);
});

test("writing leaves nothing stale, and no page of what is gone", () => {
  write(MADE, [folder]);
  expect(stale(MADE, [folder])).toEqual([]);
  expect(readdirSync(folder).sort()).toEqual(["changed.md", "missing.md", "same.md"]);
  expect(readFileSync(changed, "utf8")).toBe("as made");
});

test("a folder that is not there yet is made", () => {
  rmSync(folder, { recursive: true });
  write(MADE, [folder]);
  expect(stale(MADE, [folder])).toEqual([]);
});
