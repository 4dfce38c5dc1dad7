import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expectCode, type Stack, TRY_ALL, useHosters } from "./harness";
import { copyPackage } from "./package";

const hosters = useHosters();

const program = (name: string, zone: string) => `
const server = new VpsOrgServer("web", { name: "${name}", planId: 1, osId: 5, location: "us-west", restartTrigger: "1" });
const zone = new FornexDnsDomain("zone", { name: "${zone}", ip: server.ipAddress });
new FornexDnsRecord("www", { domain: zone.name, host: "blog", type: "A", value: server.ipAddress });
`;

describe("a new build of the package", () => {
  let stack: Stack;
  beforeAll(() => {
    stack = hosters.stack();
  });

  test("what state holds of the provider is short, and the same for every resource of a kind", async () => {
    expectCode(await stack.program(program("web-01", "example.com")).upNow(), 0);
    for (const { type, inputs, outputs } of stack.resources()) {
      const kind = type.replace("pulumi-nodejs:dynamic/vps:", "");
      expect(outputs?.__provider).toBe(`exports.handler=()=>require("pulumi-vps/dynamic").${kind}`);
      expect(inputs?.__provider).toBe(outputs?.__provider);
      expect(Buffer.byteLength(String(outputs?.__provider))).toBeLessThanOrEqual(128);
    }
    expect(stack.resources()).toHaveLength(3);
  });

  test("gives no difference", async () => {
    const installed = join(stack.project, "node_modules", "pulumi-vps");
    rmSync(installed, { recursive: true });
    copyPackage(installed, "99.0.0");
    const adapter = join(installed, "dist/provider/dynamic/adapter.js");
    writeFileSync(adapter, `/* another build */ ${readFileSync(adapter, "utf8")}\nconsole.log("the new build runs");`);
    const preview = await stack.preview("--expect-no-changes");
    expectCode(preview, 0);
    expect(preview.output).toContain("the new build runs");
    expectCode(await stack.drift(), 0);
  });
});

describe("two stacks side by side", () => {
  let one: Stack;
  let other: Stack;
  beforeAll(() => {
    one = hosters.stack().program(program("one", "one.example.com"));
    other = hosters.stack().program(program("other", "other.example.com"));
  });

  const names = () =>
    hosters
      .servers()
      .map(({ name }) => name)
      .sort();

  test("each creates its own at the same time, and sees no difference", async () => {
    for (const up of await Promise.all([one.upNow(), other.upNow()])) expectCode(up, 0);
    for (const drift of await Promise.all([one.drift(), other.drift()])) expectCode(drift, 0);
    expect(names()).toEqual(["one", "other", "web-01"]);
  });

  test("neither takes what the other has", async () => {
    const up = await other.program(program("one", "one.example.com").replaceAll(`("`, `("second-`)).upNow(TRY_ALL);
    expectCode(up, 1);
    expect(up.output).toContain(`VpsOrgServer exists already: id ${one.resource("web").id}`);
    // Its own, which left the program, a newer engine deletes all the same.
    expect(names().filter((name) => name !== "other")).toEqual(["one", "web-01"]);
  });

  test("one destroyed leaves the other as it is", async () => {
    expectCode(await other.destroy(), 0);
    expect(names()).toEqual(["one", "web-01"]);
    expect(Object.keys(hosters.simulator.state().fornex.domains).sort()).toEqual(["example.com", "one.example.com"]);
    expectCode(await one.drift(), 0);
  });
});
