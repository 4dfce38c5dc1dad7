import { expectCode, type Run, type Stack, TRY_ALL, useHosters } from "./harness";

const hosters = useHosters();

const ORDER = "34-177054";
const ENTRIES = {
  366195: { host: "h7", type: "A", value: "203.0.113.8", ttl: 3600 },
  366196: { host: "h8", type: "A", value: "203.0.113.8", ttl: 3600 },
  366197: { host: "h9", type: "A", value: "203.0.113.9" },
  366198: { host: "stray", type: "A", value: "203.0.113.10" },
};

beforeAll(() =>
  hosters.simulator.patch({ fornex: { domains: { "example.com": { entries: ENTRIES }, "example.net": {} } } }),
);
beforeEach(() => hosters.simulator.clearRequests());

/** What the provider printed of it, in order, as the diagnostics repeat it at the end. */
function linesOf({ stdout }: Run, name: string): string[] {
  const diagnostics = stdout.slice(stdout.lastIndexOf("Diagnostics:"));
  return diagnostics
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line.startsWith(`${name}: `))
    .map((line) => line.slice(name.length + 2));
}

describe("a program that meets what exists", () => {
  let stack: Stack;
  beforeAll(() => {
    stack = hosters.stack();
  });

  const SERVER = `new VpsOrgServer("web", { name: "web-01", planId: 1, osId: 5, location: "us-west" });`;
  const zone = (adopt: string) =>
    `new FornexDnsDomain("zone", { name: "example.net", ip: "192.0.2.1", tags: ["mail"], seededRecords: "remove", ${adopt} });`;
  const vps = (triggers: string) => `new FornexVps("vps", { orderId: "${ORDER}", powerState: "off", ${triggers} });`;
  const records = (
    adopt = (id: string) => `adopt: "${id}"`,
    secret = (value: string) => `pulumi.secret("${value}")`,
  ) => `
new FornexDnsRecord("h7", { domain: "example.com", host: "h7", type: "A", value: "198.51.100.99", ttl: 120, ${adopt("366195")} });
new FornexDnsRecord("h8", { domain: "example.com", host: "h8", type: "A", value: ${secret("198.51.100.99")}, ttl: 120, ${adopt("366196")} });
new FornexDnsRecord("new", { domain: "example.com", host: "stray", type: "A", value: "198.51.100.99" });
`;
  const taken = `new FornexDnsRecord("h9", { domain: "example.com", host: "h9", type: "A", value: "203.0.113.9" });`;
  const adopting = (triggers: string, ...more: Parameters<typeof records>) =>
    zone(more.length > 0 ? "" : "adopt: true") + vps(triggers) + records(...more);

  test("hears in one preview what is adopted and how it changes, and all that is in the way", async () => {
    const preview = await stack.program(SERVER + taken + zone("") + vps(`restartTrigger: "1"`) + records()).preview();
    expectCode(preview, 0);
    expect(linesOf(preview, "h7")).toEqual(["adopts record 366195; value 203.0.113.8 → 198.51.100.99, ttl 3600 → 120"]);
    expect(linesOf(preview, "h8")).toEqual(["adopts record 366196; value (secret), ttl 3600 → 120"]);
    expect(linesOf(preview, "vps")).toEqual([`changes VPS ${ORDER}; powerState on → off`]);
    expect(linesOf(preview, "h9")).toEqual([expect.stringMatching(/^warning: record 366197 exists already\./)]);
    expect(linesOf(preview, "zone")).toEqual([expect.stringMatching(/^warning: zone example.net exists already\./)]);
    expect(["new", "web"].flatMap((name) => linesOf(preview, name))).toEqual([]);
    expect(hosters.writes()).toEqual([]);
  });

  test.each(["before", "after"])("orders no server declared %s the zone that is in the way", async (place) => {
    const program = place === "before" ? SERVER + zone("") : zone("") + SERVER;
    const up = await stack.program(program).upNow(TRY_ALL);
    expectCode(up, 1);
    expect(up.output).toContain("because this run would fail: zone: zone example.net exists");
    expect(hosters.writes()).toEqual([]);
  });

  test("adopts what it says, and names a record that nobody described beside one just made", async () => {
    const up = await stack.program(adopting(`restartTrigger: "1"`)).upNow();
    expectCode(up, 0);
    expect(linesOf(up, "zone")).toEqual([
      `adopts zone example.net; tags [] → ["mail"]`,
      "seededRecords: has no effect, since no record of an adopted zone counts as seeded",
      "adopted zone example.net",
    ]);
    expect(linesOf(up, "h7").at(-1)).toBe("adopted record 366195");
    expect(linesOf(up, "FornexDnsRecord")).toEqual([
      `warning: the zone holds records that no resource of this run describes: record 366198 (A) beside "new". Delete or adopt those that should not be there, unless this run is about to delete them.`,
    ]);
    expect(up.output).not.toContain("366197");
  });

  test("hears nothing of it any more, and nobody is asked; a refresh tells of no neighbours", async () => {
    const preview = await stack.preview("--expect-no-changes");
    expectCode(preview, 0);
    expect(preview.stdout).not.toContain("Diagnostics:");
    expect(hosters.asked()).toEqual([]);
    const drift = await stack.drift();
    expectCode(drift, 0);
    expect(drift.stdout).not.toContain("Diagnostics:");
  });

  test("hears before what a change restarts, and that a password first asked for is not set", async () => {
    stack.program(adopting(`restartTrigger: "2", rootPasswordVersion: "1"`));
    const preview = await stack.preview();
    expectCode(preview, 0);
    expect(linesOf(preview, "vps")).toEqual([
      "restartTrigger: restarts the machine if it is running, which interrupts everything on it",
      "rootPasswordVersion: is only recorded; no password is set until it changes again",
    ]);
    expect(hosters.asked()).toEqual([]);
  });

  test("sees no difference once adopt, or a secret mark, has left it, also not in a refresh", async () => {
    stack.program(
      adopting(
        `restartTrigger: "1"`,
        () => "",
        (value) => `"${value}"`,
      ),
    );
    expectCode(await stack.upNow("--expect-no-changes"), 0);
    const refresh = await stack.refresh("--diff", "--expect-no-changes");
    expectCode(refresh, 0);
    expect(refresh.output).not.toContain("adopt");
    expect(refresh.output).not.toContain("__vps");
  });
});

describe("what is wrong whatever the hosters hold", () => {
  test("fails a preview: two resources that describe one object, by their names", async () => {
    const record = (name: string, host: string) =>
      `new FornexDnsRecord("${name}", { domain: "example.com", host: "${host}", type: "A", value: "203.0.113.9" });`;
    const preview = await hosters
      .stack()
      .program(record("one", "h10") + record("two", "H10.example.com."))
      .preview();
    expectCode(preview, 1);
    expect(preview.output).toMatch(
      /Two resources of this program, "(one" and "two|two" and "one)", describe the same record\. Remove one of them/,
    );
  });
});

describe("a hoster that takes no key, and one that is not there", () => {
  test("are told of once each; the preview goes on", async () => {
    const stack = hosters.stack({ FORNEX_API_KEY: "not-the-right-key", VPS_API_URL: "http://127.0.0.1:9/api/v1" });
    const records = Array.from(
      { length: 4 },
      (_, i) => `
new FornexDnsRecord("r${i}", { domain: "example.com", host: "h${i}", type: "A", value: "203.0.113.9" });
new VpsOrgServer("s${i}", { name: "web-${i}", planId: 1, osId: 5, location: "us-west" });
`,
    );
    const preview = await stack.program(records.join("")).preview();
    expectCode(preview, 0);
    expect(preview.stdout).toContain("9 to create");
    const warnings = preview.stdout.slice(preview.stdout.lastIndexOf("Diagnostics:")).match(/warning: .*/g);
    expect(warnings?.sort()).toEqual([
      expect.stringMatching(/^warning: The objects at Fornex could not be listed, .* answered 401/),
      expect.stringMatching(/^warning: The objects at VPS.org could not be listed, .*ECONNREFUSED/),
    ]);
    // One list, asked for once.
    expect(hosters.asked()).toEqual(["GET /dns/domain/example.com/entry_set/"]);
  });
});
