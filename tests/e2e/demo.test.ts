import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { SimulatorState } from "../../simulator";
import { expectCode, type Stack, useHosters } from "./harness";
import { ROOT } from "./package";

const PROGRAM = `
const server = new VpsOrgServer("web", { name: "web-server-01", planId: 1, osId: 5, location: "us-west", hostname: "web01.example.com" });
const zone = new FornexDnsDomain("zone", { name: "example.com", ip: server.ipAddress, seededRecords: "remove" });
new FornexDnsRecord("apex", { domain: zone.name, type: "A", value: server.ipAddress, ttl: 300 });
new FornexDnsRecord("www", { domain: zone.name, host: "www", type: "CNAME", value: "example.com." });
new FornexDnsRecord("mail", { domain: zone.name, type: "MX", value: "mx.example.net.", prio: 10 });
exports.address = server.ipAddress;
`;

/** What the hosters hold, without what no destroy gives back: the money for the server, and that the token was used. */
function belongings({ vpsorg, fornex }: SimulatorState): object {
  const { account, token } = vpsorg;
  return { vpsorg: { ...vpsorg, account: { ...account, credit: 0 }, token: { ...token, last_used_at: null } }, fornex };
}

describe("the demo's story, one step after the other", () => {
  const hosters = useHosters(200);
  let stack: Stack;
  let before: object;
  let address: string;
  beforeAll(() => {
    stack = hosters.stack().program(PROGRAM);
    before = belongings(hosters.simulator.state());
  });

  const record = (host: string, type: string) =>
    hosters.records("example.com").find((one) => one.host === host && one.type === type);

  test("1. up creates everything, and the waiting is visible", async () => {
    const up = await stack.up();
    expectCode(up, 0);

    const words = up.stdout.match(/VpsOrgServer \d+: VPS\.org says [^\n]+/g) ?? [];
    expect(new Set(words).size).toBeGreaterThanOrEqual(2);
    expect(words[0]).toContain("provisioning");

    const [server, ...others] = hosters.servers();
    expect(others).toEqual([]);
    expect(server).toMatchObject({
      name: "web-server-01",
      status: "active",
      hostname: "web01.example.com",
      plan_id: 1,
    });
    address = server?.ip_address ?? "";
    expect(hosters.records("example.com").map(({ id, ...rest }) => rest)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ host: "", type: "A", value: address, ttl: 300 }),
        expect.objectContaining({ host: "www", type: "CNAME", value: "example.com." }),
        expect.objectContaining({ host: "", type: "MX", value: "mx.example.net.", prio: 10 }),
      ]),
    );
    expect(hosters.records("example.com")).toHaveLength(3); // none of the seeded ones is left

    expect(stack.resource("web").id).toBe(server?.id);
    expect(stack.outputs("web")).toMatchObject({ ipAddress: address, status: "active", powerState: "on" });
    expect(stack.outputs("apex")).toMatchObject({ value: address, recordId: Number(record("", "A")?.id) });
    expect(up.stdout).toContain(`address: "${address}"`);
  });

  test("2. up again finds nothing to do", async () => {
    hosters.simulator.clearRequests();
    const again = await stack.up("--expect-no-changes");
    expectCode(again, 0);
    expect(again.stdout).toContain("6 unchanged");
    expect(hosters.asked()).toEqual([]);
  });

  test("3. and 4. what somebody changed and deleted is found: preview --refresh --expect-no-changes ends with 7", async () => {
    const [apex, www] = [record("", "A")?.id ?? "", record("www", "CNAME")?.id ?? ""];
    const entries = { [apex]: { value: "198.51.100.99" }, [www]: null };
    hosters.simulator.patch({ fornex: { domains: { "example.com": { entries } } } });
    const drift = await stack.drift();
    expectCode(drift, 7);
    expect(drift.stdout).toMatch(/FornexDnsRecord apex .*update/);
    expect(drift.stdout).toMatch(/FornexDnsRecord www .*create/);
    expect(drift.stdout).not.toMatch(/FornexDnsRecord mail .*(update|create)/);
  });

  test("5. up --refresh repairs it", async () => {
    hosters.simulator.clearRequests();
    expectCode(await stack.up("--refresh"), 0);
    expect(record("", "A")).toMatchObject({ value: address, ttl: 300 });
    expect(record("www", "CNAME")).toMatchObject({ value: "example.com." });
    expect(hosters.records("example.com")).toHaveLength(3);
    expect(hosters.asked().filter((one) => !one.startsWith("GET"))).toEqual([
      expect.stringMatching(/^(PUT|POST) /),
      expect.stringMatching(/^(PUT|POST) /),
    ]);
    expectCode(await stack.drift(), 0);
  });

  test("6. destroy leaves the hosters as they were before", async () => {
    expectCode(await stack.destroy(), 0);
    expect(belongings(hosters.simulator.state())).toEqual(before);
    expect(stack.resources()).toEqual([]);
  });
});

describe("the quick start", () => {
  const hosters = useHosters(1000);

  test("its TypeScript program runs as it is", async () => {
    const stack = hosters.stack();
    rmSync(join(stack.project, "package.json"));
    cpSync(join(ROOT, "Pulumi.yaml"), join(stack.project, "Pulumi.yaml"));
    cpSync(join(ROOT, "examples", "quickstart"), join(stack.project, "examples", "quickstart"), { recursive: true });
    const up = await stack.upNow();
    expectCode(up, 0);
    expect(up.stdout).toContain("6 created");
    expect(up.stdout).toMatch(/address: "203\.0\.113\.\d+"/);
    expectCode(await stack.drift(), 0);
  });
});
