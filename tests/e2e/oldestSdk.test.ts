import { readFileSync } from "node:fs";
import { join } from "node:path";
import { OLDEST_SDK } from "../../scripts/engine/version.mts";
import { expectCode, isSecret, pendingIn, type Stack, useHosters } from "./harness";
import { installWithOldestSdk } from "./package";

/** The stories that lean on the SDK: secrets, partial failures, `get`, functions, replacements, drift. */
describe(`with @pulumi/pulumi ${OLDEST_SDK}`, () => {
  const hosters = useHosters();
  let stack: Stack;
  beforeAll(() => {
    stack = hosters.stack({}, installWithOldestSdk);
  });

  const program = (value: string, more = "") => {
    stack.program(`
const zone = new FornexDnsDomain("zone", { name: "old.example", ip: "192.0.2.10" });
new FornexDnsRecord("text", { domain: zone.name, host: "text", type: "TXT", value: pulumi.secret("hidden-words") });
const www = new FornexDnsRecord("www2", { domain: zone.name, host: "www2", type: "A", value: "${value}" });
exports.records = require("pulumi-vps").getFornexDnsRecordsOutput({ domain: zone.name, type: "A" }).records.length;
${more}`);
    return stack;
  };

  test("it is really that one", () => {
    const manifest = join(stack.project, "node_modules/@pulumi/pulumi/package.json");
    expect(JSON.parse(readFileSync(manifest, "utf8")).version).toBe(OLDEST_SDK);
  });

  test("what the program says is made, changed and free of drift", async () => {
    expectCode(await program("192.0.2.11").up(), 0);
    expect(isSecret(stack.outputs("zone").seeded)).toBe(true);
    expect(stack.stateText()).not.toContain("hidden-words");
    expectCode(await stack.drift(), 0);
    const preview = await program("192.0.2.12").preview("--diff");
    expect(preview.output).toContain('~ value : "192.0.2.11" => "192.0.2.12"');
    expectCode(await stack.upNow(), 0);
    expectCode(await stack.drift(), 0);
  });

  test("drift is found and repaired; what is looked up stays as it is", async () => {
    const { id = "" } = stack.resource("www2");
    hosters.simulator.patch({ fornex: { domains: { "old.example": { entries: { [id]: { value: "192.0.2.99" } } } } } });
    expectCode(await stack.drift(), 7);
    const looked = `FornexDnsRecord.get("looked", "old.example/${id}");`;
    expectCode(await program("192.0.2.12", looked).upNow("--refresh"), 0);
    expect(hosters.simulator.state().fornex.domains["old.example"]?.entries[id]?.value).toBe("192.0.2.12");
    expectCode(await program("192.0.2.12").upNow(), 0);
  });

  test("a server that is not ready in time is kept, and waited for by the next run", async () => {
    const server = 'new VpsOrgServer("slow", { name: "slow", planId: 1, osId: 5, location: "us-west" });';
    hosters.neverReady(true);
    const failed = await stack.impatiently(() => program("192.0.2.12", server).upNow());
    expectCode(failed, 1);
    expect(pendingIn(stack.outputs("slow"))).toBeDefined();
    hosters.neverReady(false);
    hosters.release("slow");
    expectCode(await stack.upNow(), 0);
    expect(hosters.orders()).toBe(1);
    expectCode(await stack.destroy(), 0);
  });
});
