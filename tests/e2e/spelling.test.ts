import type { FornexSwitches } from "../../simulator";
import { expectCode, type Stack, useHosters } from "./harness";

const hosters = useHosters();

/** Every kind of resource and every type of record, each argument in one of its spellings. */
interface Spelling {
  zone: string;
  tags: string[];
  ip: string;
  server: { name: string; hostname: string; planId: number | string; osId: number | string };
  records: Record<string, { host?: string; type: string; value: string; prio?: number; ttl?: number }>;
}

const PLAIN: Spelling = {
  zone: "example.com",
  tags: ["production", "web"],
  ip: "192.0.2.10",
  server: { name: "web-01", hostname: "web.example.com", planId: 1, osId: 5 },
  records: {
    apex: { type: "A", value: "192.0.2.10", ttl: 300 },
    www: { host: "www", type: "CNAME", value: "example.com" },
    idn: { host: "xn--mnchen-3ya", type: "CNAME", value: "xn--bcher-kva.example.net" },
    v6: { host: "v6", type: "AAAA", value: "2001:db8::1" },
    mail: { type: "MX", value: "mx.example.net", prio: 10 },
    ns: { host: "sub", type: "NS", value: "ns1.example.net" },
    sip: { host: "_sip._tcp", type: "SRV", value: "5 5060 sip.example.net", prio: 1 },
    caa: { type: "CAA", value: '0 issue "letsencrypt.org"' },
    text: { host: "txt", type: "TXT", value: 'say "hi" \\ bye' },
    long: { host: "long", type: "TXT", value: "x".repeat(300) },
    any: { host: "*", type: "A", value: "192.0.2.11" },
  },
};

/** The same, as somebody else would write it. */
const OTHER: Spelling = {
  zone: "Example.COM.",
  tags: ["web", "production", "web"],
  ip: "192.0.2.10",
  server: { name: "Web-01", hostname: "WEB.Example.com.", planId: "01", osId: "5" },
  records: {
    apex: { host: "@", type: "A", value: " 192.0.2.10", ttl: 300 },
    www: { host: "WWW.example.com.", type: "CNAME", value: "Example.com." },
    idn: { host: "München", type: "CNAME", value: "bücher.example.net." },
    v6: { host: "v6.example.com", type: "AAAA", value: "2001:0DB8:0:0:0:0:0:1" },
    mail: { host: "example.com", type: "MX", value: "MX.example.net.", prio: 10 },
    ns: { host: "SUB", type: "NS", value: "ns1.example.net." },
    sip: { host: "_sip._tcp.example.com.", type: "SRV", value: "5   5060  SIP.example.net.", prio: 1 },
    caa: { host: "", type: "CAA", value: "0 ISSUE letsencrypt.org" },
    text: { host: "TXT", type: "TXT", value: '"say \\"hi\\" \\\\ " "bye"' },
    long: { host: "long", type: "TXT", value: `"${"x".repeat(255)}" "${"x".repeat(45)}"` },
    any: { host: "*.example.com", type: "A", value: "192.0.2.11" },
  },
};

const program = ({ zone, tags, ip, server, records }: Spelling, more: Record<string, unknown> = {}) => `
new VpsOrgServer("server", ${JSON.stringify({ location: "us-west", powerState: "on", backupsEnabled: true, restartTrigger: "1", ...server, ...more })});
const zone = new FornexDnsDomain("zone", ${JSON.stringify({ name: zone, tags, ip, seededRecords: "remove", ...more })});
for (const [name, record] of Object.entries(${JSON.stringify(records)})) new FornexDnsRecord(name, { domain: zone.name, ...record });
`;

/** How a list may spell what it holds. */
const LISTS: Record<string, Partial<FornexSwitches>> = {
  "as sent": {},
  "whole and upper case": {
    apexSpelling: "@",
    hostSpelling: "fqdn.",
    caseSpelling: "upper",
    targetSpelling: "dot",
    txtSpelling: "chunked",
    ipv6Spelling: "expanded",
    spacing: "double",
    caaSpelling: "bare",
    idnSpelling: "punycode",
    otherPrio: "null",
  },
  "whole, in unicode": {
    apexSpelling: "zone.",
    hostSpelling: "fqdn",
    caseSpelling: "lower",
    targetSpelling: "no-dot",
    txtSpelling: "quoted",
    ipv6Spelling: "compressed",
    spacing: "single",
    caaSpelling: "quoted",
    idnSpelling: "unicode",
    listSoa: true,
  },
};

const listing = (name: string) => {
  const asSent = {
    apexSpelling: "",
    hostSpelling: "as-sent",
    caseSpelling: "as-sent",
    targetSpelling: "as-sent",
  } as const;
  const values = {
    txtSpelling: "as-sent",
    ipv6Spelling: "as-sent",
    spacing: "as-sent",
    caaSpelling: "as-sent",
  } as const;
  const switches = { ...asSent, ...values, idnSpelling: "as-sent", otherPrio: "omitted", listSoa: false } as const;
  hosters.simulator.patch({ fornex: { switches: { ...switches, ...LISTS[name] } } });
};

describe("every resource in every spelling", () => {
  let stack: Stack;
  beforeAll(() => {
    stack = hosters.stack();
  });

  test("is created in the plain one", async () => {
    listing("as sent");
    expectCode(await stack.program(program(PLAIN)).upNow(), 0);
    expect(hosters.records("example.com")).toHaveLength(Object.keys(PLAIN.records).length);
  });

  test.each(Object.keys(LISTS))("does not differ where the hoster lists it %s", async (name) => {
    listing(name);
    expectCode(await stack.program(program(name === "as sent" ? OTHER : PLAIN)).drift(), 0);
  });

  test("does not differ after an up --refresh with another spelling in the program", async () => {
    const before = hosters.simulator.state();
    listing("whole and upper case");
    hosters.simulator.clearRequests();
    expectCode(await stack.program(program(OTHER)).upNow("--refresh", "--expect-no-changes"), 0);
    expect(hosters.writes()).toEqual([]);
    listing("whole, in unicode");
    expectCode(await stack.drift(), 0);
    expect(hosters.simulator.state().fornex.domains).toEqual(before.fornex.domains);
  });

  test("is created in the other one too, by a hoster that writes everything its own way", async () => {
    expectCode(await stack.destroy(), 0);
    listing("whole and upper case");
    stack.program(program(OTHER, { allowReplace: true, adopt: false }));
    expectCode(await stack.upNow(), 0);
    // Consent that comes and goes is no difference either.
    expectCode(await stack.program(program(PLAIN)).drift(), 0);
    expectCode(await stack.upNow("--expect-no-changes"), 0);
  });
});
