import { readFileSync } from "node:fs";
import { USER_AGENT, VERSION } from "../../provider/version";

test("the version sent to hosters is the package's", () => {
  const manifest = JSON.parse(readFileSync(`${__dirname}/../../package.json`, "utf8")) as { version: string };
  expect(VERSION).toBe(manifest.version);
  expect(USER_AGENT).toBe(`pulumi-vps/${manifest.version}`);
});
