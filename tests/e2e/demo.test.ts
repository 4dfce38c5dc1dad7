import { belongings } from "./belongings";
import { expectCode, type Stack, says, useHosters } from "./harness";

const ORDER = "34-177054";
const VEID = "111141";
const IP = "203.0.113.21";
/** Simulated; a real hour and more, unless the test hurries it. */
const LONG = 900_000;

describe("the demo's story, one step after the other", () => {
  const hosters = useHosters(200);
  let stack: Stack;
  let before: object;
  let address: string;
  beforeAll(() => {
    stack = hosters.stack().example("tour");
    hosters.simulator.patch({ kiwivm: { settings: { snapshotSeconds: LONG } } });
    before = belongings(hosters.simulator.state());
  });

  const power = () => hosters.simulator.state().fornex.orders[ORDER]?.vps?.power;
  const machine = () => hosters.simulator.state().kiwivm.machines[VEID];
  const record = (host: string, type: string) =>
    hosters.records("example.com").find((one) => one.host === host && one.type === type);

  test("1. up creates everything, and the waiting is visible", async () => {
    hosters.neverReady(true);
    const running = await stack.start("up", "--yes");
    await says(running, "VPS.org says provisioning");
    hosters.neverReady(false);
    hosters.release("web-server-01");
    await says(running, "KiwiVM has locked machine 111141: Snapshot");
    hosters.simulator.advance(LONG);
    const up = await running.ended;
    expectCode(up, 0);

    const words = up.stdout.match(/web: VPS\.org says [^\n]+/g) ?? [];
    expect(new Set(words).size).toBeGreaterThanOrEqual(2);
    expect(words[0]).toContain("provisioning");
    expect(up.stdout).toMatch(/KiwiVM has locked machine 111141: Snapshot, \d+ %/);

    const [server, ...others] = hosters.servers();
    expect(others).toEqual([]);
    expect(server).toMatchObject({
      name: "web-server-01",
      status: "active",
      plan_id: 1,
    });
    address = server?.ip_address ?? "";
    expect(hosters.records("example.com").map(({ id, ...rest }) => rest)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ host: "", type: "A", value: address, ttl: 300 }),
        expect.objectContaining({ host: "www", type: "CNAME", value: "example.com." }),
        expect.objectContaining({ host: "mail", type: "A", value: IP }),
      ]),
    );
    expect(hosters.records("example.com")).toHaveLength(3); // none of the seeded ones is left

    expect(Object.values(machine()?.snapshots ?? {})).toEqual([
      expect.objectContaining({ description: "before the launch", sticky: true }),
    ]);
    expect(machine()?.ptr[IP]).toBe("mail.example.com");
    expect(Object.values(hosters.simulator.state().fornex.sshKeys)).toContainEqual(
      expect.objectContaining({ title: "laptop" }),
    );

    expect(
      stack
        .resources()
        .map(({ type }) => type.replace(/.*:/, ""))
        .sort(),
    ).toEqual([
      "FornexDnsDomain",
      "FornexDnsRecord",
      "FornexDnsRecord",
      "FornexDnsRecord",
      "FornexVps",
      "KiwiPtr",
      "KiwiSnapshot",
      "SshKey",
      "VpsOrgServer",
    ]);
    expect(stack.resource("web").id).toBe(server?.id);
    expect(stack.outputs("web")).toMatchObject({ ipAddress: address, status: "active", powerState: "on" });
    expect(stack.outputs("apex")).toMatchObject({ value: address, recordId: Number(record("", "A")?.id) });
    expect(up.stdout).toContain(`address: "${address}"`);
  });

  test("2. up again finds nothing to do", async () => {
    hosters.simulator.clearRequests();
    const again = await stack.up("--expect-no-changes");
    expectCode(again, 0);
    expect(again.stdout).toContain("10 unchanged");
    expect(hosters.asked()).toEqual([]);
  });

  test("3. and 4. what somebody changed and deleted is found: preview --refresh --expect-no-changes ends with 7", async () => {
    const [apex, www] = [record("", "A")?.id ?? "", record("www", "CNAME")?.id ?? ""];
    const entries = { [apex]: { value: "198.51.100.99" }, [www]: null };
    hosters.simulator.patch({
      fornex: { domains: { "example.com": { entries } }, orders: { [ORDER]: { vps: { power: "off" } } } },
      kiwivm: { machines: { [VEID]: { ptr: { [IP]: "other.example.net" } } } },
    });
    const drift = await stack.drift();
    expectCode(drift, 7);
    expect(drift.stdout).toMatch(/FornexDnsRecord apex .*update/);
    expect(drift.stdout).toMatch(/FornexDnsRecord www .*create/);
    expect(drift.stdout).toMatch(/FornexVps backend .*update/);
    expect(drift.stdout).toMatch(/KiwiPtr mail-ptr .*update/);
    expect(drift.stdout).toContain("4 changes. 6 unchanged");
  });

  test("5. up --refresh repairs it", async () => {
    hosters.simulator.clearRequests();
    expectCode(await stack.up("--refresh"), 0);
    expect(record("", "A")).toMatchObject({ value: address, ttl: 300 });
    expect(record("www", "CNAME")).toMatchObject({ value: "example.com." });
    expect(hosters.records("example.com")).toHaveLength(3);
    expect(power()).toBe("on");
    expect(machine()?.ptr[IP]).toBe("mail.example.com");
    expect(hosters.writes().sort()).toEqual([
      "POST /dns/domain/example.com/entry_set/",
      "POST /setPTR",
      `POST /vps/${ORDER}/start/`,
      expect.stringMatching(/^PUT \/dns\/domain\/example\.com\/entry_set\/\d+\/$/),
    ]);
    expectCode(await stack.drift(), 0);
  });

  test("6. destroy leaves the hosters as they were before", async () => {
    expectCode(await stack.destroy(), 0);
    expect(belongings(hosters.simulator.state())).toEqual(before);
    expect(stack.resources()).toEqual([]);
  });
});
