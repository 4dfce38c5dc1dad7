import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

/** What the script says in its own words is the message: it names the command that helps. */
test("schema.json is what the sources say", () => {
  const root = resolve(__dirname, "../..");
  const { status, stderr } = spawnSync("node", ["scripts/schema.mts", "--check"], { cwd: root, encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
}, 60_000);
