import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { enginePath } from "./engine";

const SCHEMA = readFileSync(resolve(__dirname, "../../schema.json"), "utf8");

test("Pulumi accepts schema.json, without a remark", () => {
  expect(check(SCHEMA)).toEqual({ status: 0, output: "" });
});

test.each([
  ["a type that is not there", /"type": "integer"/, '"$ref": "#/types/vps:index:Nothing"', /Nothing not found/],
  ["an unknown type", /"type": "integer"/, '"type": "whole"', /whole/],
  ["a required argument that is not there", /("requiredInputs": \[\s*)"/, '$1"nothing", "', /nothing/],
])("Pulumi refuses %s", (_what, good, bad, message) => {
  const broken = SCHEMA.replace(good, bad);
  expect(broken).not.toBe(SCHEMA);
  const { status, output } = check(broken);
  expect(status).not.toBe(0);
  expect(output).toMatch(message);
});

/** What `pulumi schema check` says of a schema. */
function check(schema: string): { status: number | null; output: string } {
  const env = { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" };
  const run = spawnSync(enginePath(), ["schema", "check", "-"], { input: schema, encoding: "utf8", env });
  return { status: run.status, output: run.stdout + run.stderr };
}
