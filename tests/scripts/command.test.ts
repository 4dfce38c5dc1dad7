import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { ROOT, requireCurrentBuild } from "../e2e/package";

test("a clone that was built has the command pulumi-vps", () => {
  requireCurrentBuild();
  const command = join(ROOT, "node_modules/.bin/pulumi-vps");
  expect(execFileSync(process.execPath, [command, "--help"], { encoding: "utf8" })).toContain("simulate");
});
