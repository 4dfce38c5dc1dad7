import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Coverage } from "../../scripts/docs/coverage.mts";
import { type Asked, judgeEndpoints, readNotes } from "../../scripts/test/endpoints.mts";

const COVERAGE: Coverage = [
  {
    title: "A Hoster",
    name: "a",
    document: "",
    outOfScope: [],
    endpoints: [
      { method: "POST", path: "/{zone}/records/add/", reachable: ["Record"], test: "records.test.ts" },
      { method: "POST", path: "/{zone}/records/{id}/", reachable: ["Record"], test: "records.test.ts" },
      { method: "GET or POST", path: "/config-{kind}.txt", reachable: ["getConfig"], test: "functions.test.ts" },
    ],
  },
];
const ADD = { test: "records.test.ts", hoster: "a", method: "POST", path: "/example.com/records/add/" };
const CHANGE = { ...ADD, path: "/example.com/records/17/" };
const CONFIG = { test: "functions.test.ts", hoster: "a", method: "POST", path: "/config-udp.txt" };

test("counts what was asked for", () => {
  expect(judgeEndpoints(COVERAGE, [ADD, ADD, CHANGE, CONFIG])).toBe("A Hoster 3/3");
});

test.each<[string, Asked[], string]>([
  ["what nobody asked for", [ADD, CHANGE], "GET or POST /config-{kind}.txt"],
  ["what only looks like another endpoint", [ADD, CONFIG], "POST /{zone}/records/{id}/"],
  ["what another test asked for", [ADD, CONFIG, { ...CHANGE, test: "other.test.ts" }], "POST /{zone}/records/{id}/"],
  ["what was asked of another hoster", [ADD, CONFIG, { ...CHANGE, hoster: "b" }], "POST /{zone}/records/{id}/"],
  ["another method", [ADD, CONFIG, { ...CHANGE, method: "PUT" }], "POST /{zone}/records/{id}/"],
  ["another path", [ADD, CHANGE, { ...CONFIG, path: "/config-udp_txt" }], "GET or POST /config-{kind}.txt"],
])("misses %s", (_what, asked, missing) => {
  expect(() => judgeEndpoints(COVERAGE, asked)).toThrow(missing);
  expect(() => judgeEndpoints(COVERAGE, asked)).toThrow("\nA Hoster 2/3");
});

test("reads what several workers have noted, also nothing", () => {
  const folder = mkdtempSync(join(tmpdir(), "pulumi-vps-notes-"));
  expect(readNotes(folder)).toEqual([]);
  for (const [worker, asked] of Object.entries({ "1": [ADD, CHANGE], "2": [CONFIG] })) {
    const lines = asked.map(({ test, hoster, method, path }) => `${test}\t${hoster}\t${method}\t${path}\n`);
    writeFileSync(join(folder, `${worker}.tsv`), lines.join(""));
  }
  expect(readNotes(folder)).toEqual([ADD, CHANGE, CONFIG]);
  rmSync(folder, { recursive: true });
});
