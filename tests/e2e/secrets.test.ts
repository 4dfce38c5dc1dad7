import { expectCode, type Stack, TRY_ALL, useHosters } from "./harness";
import { SecretScan } from "./secretScan";

const hosters = useHosters();

const ZONE = "zone.example.com";
/** Another zone, which no resource of the program is, so that its name can be kept secret. */
const HIDDEN_ZONE = "marker-domain.example.net";

/** Arguments that hold text, all secret, each with a marker that occurs nowhere else. `round` tells two sets of values apart. */
const MARKERS = (round: number) => ({
  server: `marker-server-${round}`,
  hostname: `marker-hostname-${round}.example.com`,
  trigger: `marker trigger ${round}`,
  ip: `203.0.113.23${round}`,
  tag: `marker-tag-${round}`,
  host: `marker-host-${round}`,
  text: `marker "text" ${round}`,
  target: `marker-target-${round}.example.net`,
});

const program = (round: number, more = "") => {
  const markers = Object.fromEntries(
    Object.entries(MARKERS(round)).map(([name, value]) => [name, `pulumi.secret(${JSON.stringify(value)})`]),
  ) as ReturnType<typeof MARKERS>;
  return `
const server = new VpsOrgServer("server", {
  name: ${markers.server}, planId: 1, osId: 5, location: "us-west", hostname: ${markers.hostname},
  sshKeyId: pulumi.secret("4711"), backupsEnabled: pulumi.secret(true), powerState: pulumi.secret("on"), restartTrigger: ${markers.trigger},
  allowReplace: pulumi.secret(false),
});
new FornexDnsDomain("zone", {
  name: "${ZONE}", ip: ${markers.ip}, tags: [${markers.tag}, "shown-tag"], seededRecords: pulumi.secret("keep"),
  allowReplace: pulumi.secret(false), forceDestroy: pulumi.secret(true), adopt: true,
});
new FornexDnsRecord("text", {
  domain: pulumi.secret("${HIDDEN_ZONE}"), host: ${markers.host}, type: pulumi.secret("TXT"), value: ${markers.text}, ttl: pulumi.secret(300),
});
new FornexDnsRecord("mail", { domain: pulumi.secret("${HIDDEN_ZONE}"), type: "MX", value: ${markers.target}, prio: pulumi.secret(10), adopt: true });
exports.name = server.name;
${more}`;
};

/** Names of the outputs that must be encrypted. */
const SECRET_OUTPUTS = {
  server: "name hostname sshKeyId backupsEnabled powerState restartTrigger allowReplace".split(" "),
  zone: "ip tags seededRecords allowReplace forceDestroy seeded apexRecords".split(" "),
  text: "domain host type value ttl".split(" "),
  mail: "domain value prio".split(" "),
};

function credentials(): string[] {
  const { VPS_API_TOKEN = "", FORNEX_API_KEY = "" } = hosters.simulator.env;
  return [VPS_API_TOKEN, FORNEX_API_KEY];
}

function markers(): string[] {
  const values = [1, 2, 3].flatMap((round) => Object.values(MARKERS(round)));
  return [...values, ...credentials(), HIDDEN_ZONE, "marker-key", "vps_marker-token"];
}

describe("secrets", () => {
  let stack: Stack;
  let scan: SecretScan;
  const run = (...args: string[]) => scan.run(...args);

  beforeAll(async () => {
    hosters.simulator.patch({ fornex: { domains: { [ZONE]: {}, [HIDDEN_ZONE]: {} } } });
    stack = hosters.stack({ VPS_LOG: "debug" });
    scan = new SecretScan(stack, markers);
    // One credential comes from the stack's configuration, the other from the environment.
    await stack.configure("vps:vpsorgToken", stack.env.VPS_API_TOKEN ?? "");
    delete stack.env.VPS_API_TOKEN;
  });

  afterEach(() => scan.expectNothingSeen());

  test("are nowhere to be seen after everything was created", async () => {
    stack.program(program(1));
    const up = await run("up", "--yes");
    expectCode(up, 0);
    scan.expectEncrypted(SECRET_OUTPUTS);
    expect(up.output).toContain("name: [secret]");
    expect(hosters.servers()).toMatchObject([
      { name: MARKERS(1).server, hostname: MARKERS(1).hostname, ssh_key_id: 4711 },
    ]);
    expect(hosters.records(HIDDEN_ZONE)).toHaveLength(2);
  });

  test("the looking itself works: what is not secret is found, in every place", () => {
    const { printed, commandLines } = scan;
    const files = scan.written();
    for (const place of ["stacks", "history", "backups"]) {
      expect(files.some(({ file, text }) => file.includes(`.pulumi/${place}/`) && text.includes("us-west"))).toBe(true);
    }
    expect(printed.join()).toMatch(/vps: VPS\.org POST \/servers\/ → 201/);
    expect(printed.join()).toMatch(/vps: Fornex POST \/dns\/domain\/\{name\}\/entry_set\/ → 201/);
    expect([...commandLines].some((line) => line.includes("dynamic-provider"))).toBe(true);
    expect([...commandLines].some((line) => line.includes("pulumi-language-nodejs"))).toBe(true);
  });

  test("nor after a drift check, a preview with all details, a refresh and an update of all of them", async () => {
    expectCode(await run("preview", "--refresh", "--expect-no-changes"), 0);
    stack.program(program(2));
    expectCode(await run("preview", "--diff"), 0);
    expectCode(await run("up", "--yes", "--refresh", "--diff"), 0);
    scan.expectEncrypted(SECRET_OUTPUTS);
    expectCode(await run("refresh", "--yes", "--skip-preview"), 0);
    scan.expectEncrypted(SECRET_OUTPUTS);
    expect(hosters.servers()).toMatchObject([{ name: MARKERS(2).server, hostname: MARKERS(2).hostname }]);
    expect(hosters.asked()).toContain(`POST /servers/${stack.resource("server").id}/reboot/`);
  });

  test("nor where an update stops halfway", async () => {
    const { id = "" } = stack.resource("server");
    hosters.simulator.patch({ vpsorg: { servers: { [id]: { stuck: true } } } });
    hosters.simulator.clearRequests();
    hosters.simulator.fault({ hoster: "fornex", method: "PUT", kind: "status", status: 400, times: 2 });
    stack.program(program(3));
    expectCode(await stack.impatiently(() => run("up", "--yes", "--skip-preview", TRY_ALL)), 1);
    scan.expectEncrypted({ ...SECRET_OUTPUTS, server: [...SECRET_OUTPUTS.server, "__vps.pending"] });
    expectCode(await run("stack", "export"), 0);
    hosters.release(MARKERS(3).server);
    hosters.simulator.clearFaults();
    expectCode(await run("up", "--yes", "--skip-preview", "--refresh"), 0);
    scan.expectEncrypted(SECRET_OUTPUTS);
    // Begun once, however often it was waited for.
    expect(hosters.asked().filter((one) => one === `POST /servers/${id}/reboot/`)).toHaveLength(1);
  });

  test("nor where a create stops halfway, nor after a refresh of that", async () => {
    hosters.neverReady(true);
    stack.program(
      program(
        3,
        `
new VpsOrgServer("unready", { name: pulumi.secret("marker-server-1"), planId: 1, osId: 5, location: "us-west",
  hostname: pulumi.secret("marker-hostname-1.example.com"), restartTrigger: pulumi.secret("marker trigger 1") });`,
      ),
    );
    expectCode(await stack.impatiently(() => run("up", "--yes", "--skip-preview")), 1);
    const unready = { unready: ["name", "hostname", "restartTrigger", "__vps.pending"] };
    scan.expectEncrypted(unready);
    expectCode(await run("refresh", "--yes", "--skip-preview"), 0);
    scan.expectEncrypted(unready);
  });

  test("nor in refusals and errors", async () => {
    const bad = `
new VpsOrgServer("bad", { name: pulumi.secret("vps_marker-token !"), planId: 1, osId: 5, location: "us-west",
  hostname: pulumi.secret("marker-key"), sshKeyId: pulumi.secret("marker-key !") });`;
    const worse = `
new FornexDnsRecord("bad", { domain: pulumi.secret("${HIDDEN_ZONE}"), host: pulumi.secret("marker-key.example.org."),
  type: pulumi.secret("marker-key"), value: pulumi.secret("marker-key "), ttl: pulumi.secret(301), hots: pulumi.secret("marker-key") });`;
    const worst = `new FornexDnsDomain("bad", { name: "a.example.com", ip: pulumi.secret("marker-key"), tags: pulumi.secret(["marker-key", ""]) });`;
    for (const mistake of [bad, worse, worst]) {
      stack.program(mistake);
      expectCode(await run("preview", "--diff"), 1);
    }
    // Somebody else's, with the very names and values that the program passes as secrets.
    const { server, host, text } = MARKERS(2);
    const others = (name: object | null, entry: object | null) =>
      hosters.simulator.patch({
        vpsorg: { servers: { 99901: name } },
        fornex: { domains: { [HIDDEN_ZONE]: { entries: { 99902: entry } } } },
      } as Parameters<typeof hosters.simulator.patch>[0]);
    others({ name: server }, { host, type: "TXT", value: text });
    const existing = `
new VpsOrgServer("again", { name: pulumi.secret("${server}"), planId: 1, osId: 5, location: "us-west" });
new FornexDnsRecord("again", { domain: pulumi.secret("${HIDDEN_ZONE}"), host: pulumi.secret("${host}"), type: "TXT", value: pulumi.secret(${JSON.stringify(text)}) });
new FornexDnsRecord("nowhere", { domain: pulumi.secret("marker-key.example.org"), type: "TXT", value: pulumi.secret(${JSON.stringify(MARKERS(2).text)}) });`;
    stack.program(program(3, existing));
    const again = await run("up", "--yes", "--skip-preview", TRY_ALL);
    expectCode(again, 1);
    for (const kind of ["VpsOrgServer", "FornexDnsRecord"]) {
      expect(again.output).toMatch(new RegExp(`${kind} exists already: id \\d+`));
    }
    expect(again.output).toContain("not among the account's zones");
    others(null, null);
  });

  test("nor are credentials that are not accepted, or wrongly written", async () => {
    for (const key of ["marker-key", "Api-Key marker-key"]) {
      stack.env.FORNEX_API_KEY = key;
      expectCode(await run("preview", "--refresh"), 1);
    }
    await stack.configure("vps:vpsorgToken", "vps_marker-token");
    expectCode(await run("refresh", "--yes", "--skip-preview"), 1);
    await stack.configure("vps:vpsorgToken", "Bearer vps_marker-token");
    expectCode(await run("preview"), 1);
  });
});
