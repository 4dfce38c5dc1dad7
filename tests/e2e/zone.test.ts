import { expectCode, type Run, type Stack, useHosters } from "./harness";

const hosters = useHosters();

beforeAll(() => hosters.simulator.patch({ fornex: { domains: { "example.com": {}, "example.net": {} } } }));

/** How often each call was made, with ids left out. */
function counted(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const asked of hosters.asked()) {
    const call = asked.replace(/\d{4,}\/$/, "{id}/");
    counts[call] = (counts[call] ?? 0) + 1;
  }
  return counts;
}

describe("30 records of one zone", () => {
  let stack: Stack;
  beforeAll(() => {
    stack = hosters.stack().program(`
for (let i = 1; i <= 30; i++) new FornexDnsRecord("r" + i, { domain: "example.com", host: "h" + i, type: "A", value: "192.0.2." + i, ttl: 300 });
`);
  });

  const ENTRIES = "/dns/domain/example.com/entry_set/";

  /** What a command asks besides 1 list; it takes another one for every 30 s that it lasts, since an answer is kept no longer. */
  async function asksBesidesList(command: () => Promise<Run>): Promise<Record<string, number>> {
    hosters.simulator.clearRequests();
    const begin = performance.now();
    expectCode(await command(), 0);
    const { [`GET ${ENTRIES}`]: lists, ...others } = counted();
    expect(lists).toBeGreaterThanOrEqual(1);
    expect(lists).toBeLessThanOrEqual(1 + Math.floor((performance.now() - begin) / 30_000));
    return others;
  }

  test("take 1 list and 30 POSTs to create", async () => {
    expect(await asksBesidesList(() => stack.upNow())).toEqual({ "GET /account/info": 1, [`POST ${ENTRIES}`]: 30 });
    expect(hosters.records("example.com")).toHaveLength(30);
  });

  test("take 1 list to refresh", async () => {
    expect(await asksBesidesList(() => stack.refresh())).toEqual({});
  });

  test("take 1 list to look for drift, and nothing to see that the program is as it was", async () => {
    expect(await asksBesidesList(() => stack.drift())).toEqual({});
    hosters.simulator.clearRequests();
    expectCode(await stack.preview("--expect-no-changes"), 0);
    expect(counted()).toEqual({});
  });

  test("take 1 list and 30 DELETEs to destroy", async () => {
    expect(await asksBesidesList(() => stack.destroy())).toEqual({ [`DELETE ${ENTRIES}{id}/`]: 30 });
    expect(hosters.records("example.com")).toEqual([]);
  });
});

describe("a record whose value is the address of a server that does not exist yet", () => {
  let stack: Stack;
  beforeAll(() => {
    stack = hosters.stack();
  });

  const program = (server: string) => `
const server = new VpsOrgServer("${server}", { name: "${server}", planId: 1, osId: 5, location: "us-west" });
new FornexDnsRecord("www", { domain: "example.net", host: "www", type: "A", value: server.ipAddress });
new FornexDnsRecord("text", { domain: "example.net", type: "TXT", value: pulumi.interpolate\`server=\${server.ipAddress}\` });
new FornexDnsDomain("zone", { name: "example.org", ip: server.ipAddress, tags: [server.ipAddress, "web"], seededRecords: "remove" });
`;
  const values = () =>
    hosters
      .records("example.net")
      .map(({ value }) => value)
      .sort();
  const expectKnown = () => {
    const [{ ip_address } = {}] = hosters.servers();
    expect(values()).toEqual([ip_address, `server=${ip_address}`]);
    expect(hosters.simulator.state().fornex.domains["example.org"]?.tags).toEqual([ip_address, "web"]);
    expect(JSON.stringify(hosters.simulator.state())).not.toContain("04da6b54");
    expect(stack.stateText()).not.toContain("04da6b54");
  };

  test("is unknown in the preview, which looks once for what can be known to be there", async () => {
    hosters.simulator.clearRequests();
    const preview = await stack.program(program("first")).preview();
    expectCode(preview, 0);
    expect(preview.stdout).toContain("5 to create");
    expect(hosters.asked().sort()).toEqual(["GET /dns/domain/", "GET /servers/"]);
  });

  test("gets the address once it is known", async () => {
    expectCode(await stack.upNow(), 0);
    expectKnown();
    expectCode(await stack.drift(), 0);
  });

  test("follows another new server: an update in the preview, sent only once the address is known", async () => {
    stack.program(program("second"));
    hosters.simulator.clearRequests();
    const preview = await stack.preview("--diff");
    expectCode(preview, 0);
    expect(preview.stdout).not.toMatch(/\d to replace/);
    expect(hosters.asked()).toEqual(["GET /servers/"]);
    expectCode(await stack.upNow(), 0);
    expectKnown();
    expect(counted()).toMatchObject({ "PUT /dns/domain/example.net/entry_set/{id}/": 2 });
    expectCode(await stack.drift(), 0);
  });
});
