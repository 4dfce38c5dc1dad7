import { expectCode, type Stack, TRY_ALL, useHosters } from "./harness";

const hosters = useHosters();

/** A server, a zone and a record under resource names that end in `suffix`; what they are at the hosters never changes. */
const program = (suffix: string, more = "") => `
const server = new VpsOrgServer("server${suffix}", { name: "web-01", planId: 1, osId: 5, location: "us-west", ${more} });
const zone = new FornexDnsDomain("zone${suffix}", { name: "example.com", ip: "192.0.2.10", seededRecords: "remove", ${more} });
new FornexDnsRecord("www${suffix}", { domain: zone.name, host: "www", type: "A", value: "192.0.2.11", ${more} });
`;

describe("resources that get other names in the program", () => {
  let stack: Stack;
  let ids: (string | undefined)[];
  beforeAll(() => {
    stack = hosters.stack();
  });

  const idsOf = (suffix: string) => ["server", "zone", "www"].map((name) => stack.resource(name + suffix).id);

  test("without adopt, the rename stops before anything is made twice, and names what exists", async () => {
    expectCode(await stack.program(program("")).upNow(), 0);
    ids = idsOf("");
    hosters.simulator.clearRequests();
    const up = await stack.program(program("-new")).upNow(TRY_ALL);
    expectCode(up, 1);
    expect(up.output).toContain(`exists already: id ${ids[0]}`);
    expect(hosters.writes()).toEqual([]);
    expect(idsOf("")).toEqual(ids);
  });

  test.each([
    ["up", "-b"],
    ["up --refresh", "-c"],
  ])("with adopt, %s moves them: nothing is made, changed or deleted", async (command, suffix) => {
    hosters.simulator.clearRequests();
    const up = await stack.program(program(suffix, "adopt: true")).upNow(...command.split(" ").slice(1));
    expectCode(up, 0);
    expect(up.output).toMatch(/server\S*: another resource of this program manages it now/);
    expect(hosters.writes()).toEqual([]);
    expect(idsOf(suffix)).toEqual(ids);
    expect(stack.resources()).toHaveLength(3);
    expect(hosters.servers()).toHaveLength(1);
    expect(hosters.records("example.com")).toHaveLength(1);
  });

  test("adopt left behind or taken away is no difference", async () => {
    expectCode(await stack.drift(), 0);
    stack.program(program("-c"));
    expectCode(await stack.drift(), 0);
    expectCode(await stack.upNow("--expect-no-changes"), 0);
    expectCode(await stack.drift(), 0);
  });

  test("a record that also gets another type, beside which its old self cannot stand, changes in place with an alias", async () => {
    const cname = '{ domain: "example.com", host: "www", type: "CNAME", value: "web.example.net" }';
    const withAlias = (options: string) =>
      stack.program(`${program("-c").replace(/^new FornexDnsRecord.*$/m, "")}
        new FornexDnsRecord("alias", ${cname}, { dependsOn: zone, ${options} });`);
    const up = await withAlias("").upNow();
    expectCode(up, 1);
    expect(up.output).toContain(`Other records exist at this host: record ${ids[2]} (A)`);
    expect(up.output).toContain('aliases: [{ name: "<old name>" }]');
    expect(idsOf("-c")).toEqual(ids);
    expectCode(await withAlias('aliases: [{ name: "www-c" }]').upNow(), 0);
    expect(stack.resource("alias").id).toBe(ids[2]);
    expect(hosters.records("example.com")).toEqual([
      expect.objectContaining({ id: ids[2], type: "CNAME", value: "web.example.net" }),
    ]);
    expectCode(await stack.upNow("--expect-no-changes"), 0);
  });

  test("destroy --refresh then deletes each of them, once", async () => {
    hosters.simulator.clearRequests();
    expectCode(await stack.destroy("--refresh"), 0);
    expect(hosters.servers()).toEqual([]);
    expect(hosters.simulator.state().fornex.domains).toEqual({});
    expect(hosters.writes().sort()).toEqual([
      "DELETE /dns/domain/example.com/",
      `DELETE /dns/domain/example.com/entry_set/${ids[2]}/`,
      `DELETE /servers/${ids[0]}/`,
    ]);
  });
});
