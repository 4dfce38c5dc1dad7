import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Coverage } from "../../../scripts/docs/coverage.mts";
import { FUNCTIONS, RESOURCES } from "../schema/support";

const ROOT = resolve(__dirname, "../../..");
const COVERAGE = JSON.parse(readFileSync(resolve(ROOT, "docs/coverage.json"), "utf8")) as Coverage;
const ENDPOINTS = COVERAGE.flatMap(({ name, endpoints }) =>
  endpoints.map((endpoint) => [`${name} ${endpoint.method} ${endpoint.path}`, endpoint] as const),
);

test("has every endpoint the hosters' documents describe, once", () => {
  expect(COVERAGE.map(({ name, endpoints }) => [name, endpoints.length])).toEqual([
    ["vpsorg", 10],
    ["fornex", 37],
    ["kiwivm", 25],
    ["airvpn", 4],
  ]);
  expect(new Set(ENDPOINTS.map(([endpoint]) => endpoint)).size).toBe(76);
});

test.each(ENDPOINTS)("%s is reached by what exists, and its test is there", (_endpoint, { reachable, test }) => {
  const names = [...RESOURCES, ...FUNCTIONS].map(([name]) => name);
  expect(reachable).not.toEqual([]);
  expect(names).toEqual(expect.arrayContaining(reachable));
  expect(test).toMatch(/^tests\/(conformance|e2e)\/.*\.test\.ts$/);
  expect(existsSync(resolve(ROOT, test))).toBe(true);
});
