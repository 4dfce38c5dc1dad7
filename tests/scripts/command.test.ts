import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { ROOT, requireCurrentBuild } from "../e2e/package";

beforeAll(requireCurrentBuild);

test("a clone that was built has the command pulumi-vps", () => {
  const command = join(ROOT, "node_modules/.bin/pulumi-vps");
  expect(execFileSync(process.execPath, [command, "--help"], { encoding: "utf8" })).toContain("simulate");
});

test("in a clone that was built an example finds the package, and so does the process of its provider", () => {
  const program = 'console.log(require.resolve("pulumi-vps"), require.resolve("pulumi-vps/dynamic"))';
  const cwd = join(ROOT, "examples/quickstart");
  const found = execFileSync(process.execPath, ["--eval", program], { cwd, encoding: "utf8" });
  const places = ["dist/sdk/index.js", "dist/provider/dynamic/index.js"].map((file) => join(ROOT, file));
  expect(found).toBe(`${places.join(" ")}\n`);
});
