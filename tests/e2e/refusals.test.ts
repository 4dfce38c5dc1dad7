import { expectCode, expectNoStackTrace, type Run, type Stack, useHosters } from "./harness";

const hosters = useHosters();

let stack: Stack;
beforeAll(() => {
  stack = hosters.stack();
});
beforeEach(() => hosters.simulator.clearRequests());

const record = (name: string, more: string) => `new FornexDnsRecord("${name}", { domain: "example.com", ${more} });\n`;
const server = (more = "") =>
  `new VpsOrgServer("web", { name: "web", planId: 1, osId: 5, location: "us-west", ${more} });\n`;

/** The lines that end the output, below the resource they are about. */
function diagnosed(runtime: Run, type: string, name: string): string[] {
  const block = runtime.stdout.split("Diagnostics:")[1]?.split(`dynamic/vps:${type} (${name}):\n`)[1]?.split("\n\n")[0];
  return (block ?? "").split("\n").map((line) => line.trim());
}

const BAD_ARGUMENTS = [
  {
    what: "a ttl Fornex does not have, and an MX record without prio",
    program: record("mail", `type: "MX", value: "mx.example.net", ttl: 3601`),
    resource: ["FornexDnsRecord", "mail"],
    problems: [
      "prio: is required for type MX, and must be at least 1",
      "ttl: must be one of 120, 300, 600, 900, 1800, 3600, 7200, 18000, 43200, 86400 (seconds)",
    ],
  },
  {
    what: "an A record with prio, and an argument that does not exist",
    program: record("a", `type: "A", value: "192.0.2.1", prio: 5, hots: "www"`),
    resource: ["FornexDnsRecord", "a"],
    problems: [
      "hots: is not an argument of FornexDnsRecord, which has domain, host, type, value, ttl, prio, adopt",
      "prio: is for MX and SRV only, not for type A",
    ],
  },
  {
    what: "an IPv4 address in an AAAA record",
    program: record("v6", `type: "AAAA", value: "192.0.2.1"`),
    resource: ["FornexDnsRecord", "v6"],
    problems: ["value: must be an IPv6 address for type AAAA, such as 2001:db8::1"],
  },
  {
    what: "a server's name with a space, and a public key in place of its id",
    program: server(`name: "my web", sshKeyId: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 me@example.com"`),
    resource: ["VpsOrgServer", "web"],
    problems: [
      "name: must consist of letters, digits and hyphens, without spaces, and not begin or end with a hyphen",
      "sshKeyId: must be an id as VPS.org gives it: a whole number (or a UUID)",
    ],
  },
] as const;

describe("mistakes in arguments are said in one clean line each, and nothing is sent", () => {
  test.each(BAD_ARGUMENTS)("$what", async ({ program, resource: [type, name], problems }) => {
    const up = await stack.program(program).up();
    expectCode(up, 1);
    const lead = `error: pulumi-nodejs:dynamic/vps:${type} resource '${name}' has a problem: `;
    expect(diagnosed(up, type, name).sort()).toEqual(
      problems.map((problem) => `${lead}${problem} (vps:invalid-arguments)`),
    );
    expectNoStackTrace(up);
    expect(hosters.asked()).toEqual([]);
  });
});

test("what Fornex's API version 0.1 cannot express is refused in the preview, and nothing is sent", async () => {
  stack.env.FORNEX_API_VERSION = "0.1";
  stack.program(`new FornexVps("vps", { orderId: "34-177054", name: "web", tags: ["web"] });`);
  const preview = await stack.preview();
  delete stack.env.FORNEX_API_VERSION;
  expectCode(preview, 1);
  const lead = "error: pulumi-nodejs:dynamic/vps:FornexVps resource 'vps' has a problem: ";
  const why =
    "is not supported by Fornex's API version 0.1 (vps:fornexApiVersion); omit it, or use API version 2 (vps:refused)";
  expect(diagnosed(preview, "FornexVps", "vps").sort()).toEqual([`${lead}name: ${why}`, `${lead}tags: ${why}`]);
  expectNoStackTrace(preview);
  expect(hosters.asked()).toEqual([]);
});

describe("a secret where Pulumi or a hoster would show it", () => {
  test("a zone's name is refused", async () => {
    const program = `new FornexDnsDomain("zone", { name: pulumi.secret("hidden.example.com"), ip: "192.0.2.1" });`;
    const preview = await stack.program(program).preview();
    expectCode(preview, 1);
    expect(preview.output).toContain(
      "FornexDnsDomain: name cannot be a secret: it is the resource's id, which Pulumi stores in plain text.",
    );
    expect(preview.output).toContain("wrap it in pulumi.unsecret()");
    expect(preview.output).not.toContain("hidden");
    expectNoStackTrace(preview);
  });

  test("an id that is text and would stand in plain in state is refused", async () => {
    for (const argument of ["planId", "osId", "adopt"]) {
      const preview = await stack.program(server(`${argument}: pulumi.secret("hidden-id")`)).preview();
      expectCode(preview, 1);
      expect(preview.output).toContain(`VpsOrgServer: ${argument} cannot be a secret: `);
      expect(preview.output).not.toContain("hidden");
    }
  });

  test("a server's location is refused", async () => {
    const preview = await stack.program(server(`location: pulumi.secret("us-hidden")`)).preview();
    expectCode(preview, 1);
    expect(preview.output).toContain("VpsOrgServer: location cannot be a secret: VPS.org shows it back");
    expect(preview.output).not.toContain("hidden");
    expectNoStackTrace(preview);
  });
});

describe("credentials", () => {
  const RECORD = record("www", `host: "www", type: "A", value: "192.0.2.1"`);
  const key = (value: string) => {
    stack.env.FORNEX_API_KEY = value;
  };
  const right = () => key(hosters.simulator.env.FORNEX_API_KEY ?? "");
  afterAll(right);

  test("a missing one is named in the preview, for a hoster that is used", async () => {
    key("");
    const preview = await stack.program(RECORD + server()).preview();
    expectCode(preview, 1);
    expect(diagnosed(preview, "FornexDnsRecord", "www")).toEqual([
      "error: pulumi-nodejs:dynamic/vps:FornexDnsRecord resource 'www' has a problem: vps:fornexApiKey is not set. " +
        "Run `pulumi config set --secret vps:fornexApiKey`, or set the environment variable FORNEX_API_KEY. Fornex's control panel shows it. (vps:config)",
    ]);
    expect(preview.output).not.toContain("vpsorgToken");
    expectNoStackTrace(preview);
    expect(hosters.writes()).toEqual([]);
  });

  test("a missing one stops nobody who does not use that hoster", async () => {
    expectCode(await stack.program(server()).upNow(), 0);
    expectCode(await stack.drift(), 0);
  });

  test("one that is not accepted is said without a stack trace, whatever was tried; nothing is lost", async () => {
    right();
    hosters.simulator.patch({ fornex: { domains: { "example.com": {} } } });
    expectCode(await stack.program(RECORD).upNow(), 0);
    key("not-the-right-key");
    const failed = [
      await stack.drift(),
      await stack.refresh(),
      await stack.destroy(),
      await stack.program(RECORD.replace("192.0.2.1", "192.0.2.2")).upNow(),
      await stack.program(RECORD + record("new", `host: "new", type: "A", value: "192.0.2.1"`)).upNow(),
    ];
    // Pulumi repeats such errors on the stack, where they must say what they are about.
    for (const runtime of failed.slice(0, 3)) expect(runtime.output).toContain(" www: Fornex: GET /dns/");
    for (const runtime of failed) {
      expectCode(runtime, 1);
      expect(runtime.output).toContain("answered 401: Invalid API key. Fornex does not accept the credential");
      expect(runtime.output).toContain("(vps:http-unauthorized)");
      expect(runtime.output).not.toContain("not-the-right-key");
      expectNoStackTrace(runtime);
    }
    expect(stack.resources()).toHaveLength(1);
    expect(hosters.records("example.com")).toHaveLength(1);
    right();
    expectCode(await stack.program(RECORD).drift(), 0);
  });
});
