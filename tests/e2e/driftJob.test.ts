import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expectCode, type Stack, useHosters } from "./harness";
import { ROOT } from "./package";

const hosters = useHosters();

/** The job as README.md shows it. */
const job = /^```yaml\n(name: drift\n[\s\S]*?)^```$/m.exec(readFileSync(join(ROOT, "README.md"), "utf8"))?.[1] ?? "";
/** Its last step: everything behind `run: |`, without the indentation. */
const script = (/\n( +)run: \|\n([\s\S]*)$/.exec(job)?.[2] ?? "").replace(/^ {10}/gm, "");

describe("the drift job of README.md", () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = hosters.stack({ PULUMI_STACK: "test" }).program(`
new VpsOrgServer("web", { name: "web-01", planId: 1, osId: 5, location: "us-west", hostname: "web.example.com" });
`);
    expectCode(await stack.upNow(), 0);
  });

  test("names variables that are read, and hands no secret to the script but through them", () => {
    const names = [...job.matchAll(/^ +([A-Z_]+):/gm)].map(([, name]) => name ?? "");
    const known = [
      ...Object.keys(hosters.simulator.env),
      "PULUMI_STACK",
      "PULUMI_ACCESS_TOKEN",
      "PULUMI_CONFIG_PASSPHRASE",
    ];
    expect(known).toEqual(expect.arrayContaining(names));
    expect(names).toEqual(expect.arrayContaining(["VPS_API_TOKEN", "FORNEX_API_KEY", "KIWIVM_API_KEY"]));
    expect(script).toContain("pulumi preview --refresh --expect-no-changes");
    expect(script).not.toContain("${{");
  });

  test("ends well while nothing has drifted", async () => {
    const runtime = await stack.step(script);
    expectCode(runtime, 0);
    expect(runtime.stdout).toContain("No drift");
    expect(runtime.output).not.toContain("::error");
  });

  test("ends with 7 and says so when something has drifted", async () => {
    const server = stack.resource("web").id ?? "";
    hosters.simulator.patch({ vpsorg: { servers: { [server]: { hostname: "other.example.com" } } } });
    const runtime = await stack.step(script);
    expectCode(runtime, 7);
    expect(runtime.stdout).toMatch(/^::error title=Drift::/m);
    hosters.simulator.patch({ vpsorg: { servers: { [server]: { hostname: "web.example.com" } } } });
  });

  test("ends with another code when the check itself failed", async () => {
    const token = stack.env.VPS_API_TOKEN ?? "";
    stack.env.VPS_API_TOKEN = "vps_revoked";
    const runtime = await stack.step(script);
    stack.env.VPS_API_TOKEN = token;
    expect([0, 7, null]).not.toContain(runtime.code);
    expect(runtime.stdout).toMatch(/^::error title=Check failed::.* pulumi ended with \d+/m);
    expect(runtime.stdout).not.toContain("title=Drift");
  });
});
