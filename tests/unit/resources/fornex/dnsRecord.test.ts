import fc from "fast-check";
import { UNKNOWN } from "../../../../provider/lifecycle/unknown";
import { fornexDnsRecord } from "../../../../provider/resources/fornex/dnsRecord";
import type { FornexDnsRecordArgs } from "../../../../provider/resources/fornex/dnsRecordModel";
import type { ZoneEntry } from "../../../../provider/resources/fornex/zones";
import { anyCase, maybeDot, quotedChunks, relativeName, text, wholeName } from "../../support/dns";
import { refusals } from "../../support/run";

const ZONE = "example.com";
const A = { domain: ZONE, host: "www", type: "A", value: "192.0.2.10" };
const MX = { domain: ZONE, type: "MX", value: "mx.example.net.", prio: 10 };
const TEN_TTLS = "120, 300, 600, 900, 1800, 3600, 7200, 18000, 43200, 86400";

describe("what is fine", () => {
  test.each<[string, object]>([
    ["A", A],
    ["AAAA", { domain: ZONE, type: "AAAA", value: "2001:DB8::1", ttl: 120 }],
    ["CNAME", { domain: ZONE, host: "www.example.com.", type: "CNAME", value: "example.com." }],
    ["MX", MX],
    ["the least priority", { ...MX, prio: 1 }],
    ["an MX that takes no mail", { ...MX, value: ".", prio: 1 }],
    [
      "a classless reverse delegation",
      { domain: "2.0.192.in-addr.arpa", host: "0/26", type: "NS", value: "ns.example.com" },
    ],
    [
      "an alias into one",
      { domain: "2.0.192.in-addr.arpa", host: "1", type: "CNAME", value: "1.0/26.2.0.192.in-addr.arpa." },
    ],
    ["SRV", { domain: ZONE, host: "_sip._tcp", type: "SRV", value: "5 5060 sip.example.com", prio: 65535 }],
    ["CAA", { domain: ZONE, host: "@", type: "CAA", value: '0 issue "letsencrypt.org"' }],
    ["TXT", { domain: ZONE, host: "_dmarc", type: "TXT", value: "v=DMARC1; p=none", ttl: 86400 }],
    ["null is the same as left out", { ...A, ttl: null, prio: null, adopt: null }],
  ])("%s", (_, args) => {
    expect(refusals(fornexDnsRecord, args)).toEqual([]);
  });
});

describe("bad input is refused before anything is sent, with the argument at the start", () => {
  test.each<[string, object, string[]]>([
    ["a ttl beside the ten", { ...A, ttl: 3601 }, [`ttl: must be one of ${TEN_TTLS} (seconds)`]],
    ["a ttl as text", { ...A, ttl: "3600" }, [`ttl: must be one of ${TEN_TTLS} (seconds)`]],
    ["MX without prio", { ...MX, prio: undefined }, ["prio: is required for type MX, and must be at least 1"]],
    [
      "SRV without prio",
      { ...MX, type: "SRV", value: "5 5060 sip.example.com", prio: null },
      ["prio: is required for type SRV, and must be at least 1"],
    ],
    [
      "prio 0, as Microsoft 365 hands it out",
      { ...MX, prio: 0 },
      [
        "prio: must be at least 1 (Fornex turns 0 into 1); where 0 is required, as by Microsoft 365, write 1, or any number lower than those of the zone's other MX records",
      ],
    ],
    [
      "a Null MX",
      { ...MX, value: ".", prio: 0 },
      [
        'prio: must be at least 1 (Fornex turns 0 into 1), so Fornex cannot hold a Null MX, "0 ." (RFC 7505); prio 1 with the value "." is closest, but whether mail servers accept it as one is unverified',
      ],
    ],
    [
      "prio 0 of an SRV",
      { ...MX, type: "SRV", value: "5 5060 sip.example.com", prio: 0 },
      ["prio: must be at least 1 (Fornex turns 0 into 1)"],
    ],
    ["prio 65536", { ...MX, prio: 65536 }, ["prio: must be at most 65535"]],
    ["prio 1.5", { ...MX, prio: 1.5 }, ["prio: must be a whole number"]],
    ["prio on an A", { ...A, prio: 10 }, ["prio: is for MX and SRV only, not for type A"]],
    ["a key where the prio belongs", { ...MX, prio: "ssh-ed25519 AAAA me" }, ["prio: must be a number, not a string"]],
    [
      "an absolute host outside the zone",
      { ...A, host: "www.example.org." },
      ["host: ends with a dot, which marks a full name, but is not inside the zone in domain"],
    ],
    [
      "a host with a space",
      { ...A, host: "my server" },
      ['host: must be a name such as www, "*" or _dmarc, or "" for the zone itself'],
    ],
    [
      "an IPv4 in an AAAA",
      { ...A, type: "AAAA" },
      ["value: must be an IPv6 address for type AAAA, such as 2001:db8::1"],
    ],
    [
      "an IPv6 in an A",
      { ...A, value: "2001:db8::1" },
      ["value: must be an IPv4 address for type A, such as 192.0.2.10"],
    ],
    [
      "a TXT in a notation that could mean two things",
      { domain: ZONE, type: "TXT", value: 'v=DKIM1; p=MIIB""IjAN' },
      [
        'value: must be the plain text, or all of it in quotes (inside them, \\" for a quote and \\\\ for a backslash); it has Route 53\'s "" between the pieces of a long text',
      ],
    ],
    ["an empty value", { ...A, value: "" }, ["value: must not be empty"]],
    ["an empty value of quotes", { domain: ZONE, type: "TXT", value: '""' }, ["value: must not be empty"]],
    [
      "a long value",
      { domain: ZONE, type: "TXT", value: "x".repeat(1025) },
      ["value: must have at most 1024 characters"],
    ],
    ["a type nobody knows", { ...A, type: "PTR" }, ["type: must be one of A, AAAA, CAA, CNAME, MX, NS, SRV, TXT"]],
    ["a type in lower case", { ...A, type: "a" }, ["type: must be one of A, AAAA, CAA, CNAME, MX, NS, SRV, TXT"]],
    ["a zone that is none", { ...A, domain: "my zone" }, ["domain: must be a domain name, such as example.com"]],
    ["nothing", {}, ["domain: is required", "type: is required", "value: is required"]],
    ["null for what is required", { ...A, value: null }, ["value: is required"]],
    [
      "an argument it has not",
      { ...A, priority: 10 },
      ["priority: is not an argument of FornexDnsRecord, which has domain, host, type, value, ttl, prio, adopt"],
    ],
    ["a number for adopt", { ...A, adopt: 7 }, ["adopt: must be true, false or an id"]],
    [
      "several at once",
      { ...A, ttl: 1, prio: 0, value: "x" },
      [
        `ttl: must be one of ${TEN_TTLS} (seconds)`,
        "value: must be an IPv4 address for type A, such as 192.0.2.10",
        "prio: is for MX and SRV only, not for type A",
      ],
    ],
  ])("%s", (_, args, reasons) => {
    expect(refusals(fornexDnsRecord, args)).toEqual(reasons);
  });
});

describe("a value that is not known yet in a preview is no mistake", () => {
  test.each(["domain", "host", "type", "value", "ttl", "prio", "adopt"])("%s", (name) => {
    for (const args of [A, MX]) expect(refusals(fornexDnsRecord, { ...args, [name]: UNKNOWN })).toEqual([]);
  });
  test("also where another argument's rule needs it", () => {
    expect(refusals(fornexDnsRecord, { ...A, domain: UNKNOWN, host: "www.example.org." })).toEqual([]);
    expect(refusals(fornexDnsRecord, { ...A, type: UNKNOWN, prio: 10 })).toEqual([]);
    expect(refusals(fornexDnsRecord, { ...A, type: UNKNOWN, value: "x" })).toEqual([]);
  });
  test("but what is known is still checked", () => {
    expect(refusals(fornexDnsRecord, { ...A, value: UNKNOWN, ttl: 3601 })).toHaveLength(1);
  });
});

test("no reason holds the value of a text argument", () => {
  const MARK = "m4rk3d";
  const marked = fc
    .tuple(fc.string({ maxLength: 10 }), fc.string({ maxLength: 10 }))
    .map(([before, after]) => before + MARK + after);
  const value = fc.oneof(marked, marked, fc.array(marked, { maxLength: 2 }), fc.record({ inside: marked }));
  const args = fc.record(
    {
      domain: fc.oneof(fc.constant(ZONE), value),
      host: value,
      type: fc.oneof(fc.constantFrom("A", "AAAA", "CAA", "CNAME", "MX", "NS", "SRV", "TXT"), value),
      value,
      ttl: value,
      prio: fc.oneof(fc.constant(0), value),
      adopt: value,
    },
    { requiredKeys: ["domain", "type", "value"] },
  );
  fc.assert(
    fc.property(args, (news) => {
      for (const reason of refusals(fornexDnsRecord, news, { ...A })) {
        expect(reason).toMatch(/^(domain|host|type|value|ttl|prio|adopt)[:.]/);
        expect(reason).not.toContain(MARK);
      }
    }),
    { numRuns: 300 },
  );
});

describe("the canonical form of a whole record", () => {
  const { canonical } = fornexDnsRecord;
  /** Two spellings of one record. */
  const twoSpellings = fc
    .record({
      host: fc.oneof(fc.constant(""), relativeName),
      target: wholeName,
      content: text,
      prio: fc.integer({ min: 1, max: 65535 }),
    })
    .chain(({ host, target, content, prio }) => {
      const hosts =
        host === ""
          ? fc.oneof(fc.constantFrom(undefined, "", "@"), anyCase(ZONE).chain(maybeDot))
          : fc.oneof(anyCase(host), anyCase(`${host}.${ZONE}`).chain(maybeDot));
      const domain = anyCase(ZONE).chain(maybeDot);
      const mx = fc.record({
        domain,
        host: hosts,
        type: fc.constant("MX"),
        value: anyCase(target).chain(maybeDot),
        prio: fc.constant(prio),
      });
      const txt = fc.record({ domain, host: hosts, type: fc.constant("TXT"), value: quotedChunks(content) });
      return fc.oneof(fc.tuple(mx, mx), fc.tuple(txt, txt));
    }) as fc.Arbitrary<[FornexDnsRecordArgs, FornexDnsRecordArgs]>;

  test("is equal under every spelling, and so is the natural key", () => {
    fc.assert(
      fc.property(twoSpellings, ([one, other]) => {
        expect(canonical(one)).toEqual(canonical(other));
        expect(fornexDnsRecord.naturalKey(one)).toBe(fornexDnsRecord.naturalKey(other));
      }),
    );
  });

  test("of a canonical form is that form", () => {
    fc.assert(
      fc.property(twoSpellings, ([one]) => {
        expect(canonical(canonical(one) as FornexDnsRecordArgs)).toEqual(canonical(one));
      }),
    );
  });

  test.each<[string, Partial<FornexDnsRecordArgs>]>([
    ["host", { host: "other" }],
    ["type", { type: "NS" }],
    ["value", { value: "other.example.net" }],
    ["prio", { prio: 20 }],
    ["domain", { domain: "example.org" }],
  ])("another %s is another record", (_, change) => {
    const mx = MX as FornexDnsRecordArgs;
    expect(canonical({ ...mx, ...change })).not.toEqual(canonical(mx));
    expect(fornexDnsRecord.naturalKey({ ...mx, ...change })).not.toBe(fornexDnsRecord.naturalKey(mx));
  });

  test("another ttl is a change, but the same record", () => {
    const one = { ...A, ttl: 300 } as FornexDnsRecordArgs;
    const other = { ...A, ttl: 600 } as FornexDnsRecordArgs;
    expect(canonical(one)).not.toEqual(canonical(other));
    expect(fornexDnsRecord.naturalKey(one)).toBe(fornexDnsRecord.naturalKey(other));
  });
});

describe("the look before a create", () => {
  const entry = (change: Partial<ZoneEntry> = {}): ZoneEntry => ({
    zone: "example.com",
    id: 7,
    host: "",
    type: "MX",
    value: "mx.example.net",
    prio: 10,
    ttl: 300,
    ...change,
  });
  const args = MX as FornexDnsRecordArgs;
  const isFound = (one: ZoneEntry, by: FornexDnsRecordArgs) =>
    fornexDnsRecord.keysOf(one).includes(fornexDnsRecord.naturalKey(by));

  test.each<[string, Partial<ZoneEntry>]>([
    ["as it is", {}],
    ["with any ttl", { ttl: undefined }],
    ["the host as the zone", { host: "Example.com." }],
    ["the host as @", { host: "@" }],
    ["the value with a dot and in upper case", { value: "MX.EXAMPLE.NET." }],
    ["the type in lower case", { type: "mx" }],
  ])("finds the record %s", (_, change) => {
    expect(isFound(entry(change), args)).toBe(true);
  });

  test.each<[string, Partial<ZoneEntry>]>([
    ["another priority", { prio: 20 }],
    ["no priority", { prio: undefined }],
    ["another host", { host: "www" }],
    ["another value", { value: "mx2.example.net" }],
    ["another type", { type: "NS" }],
    ["a type nobody documented", { type: "ALIAS" }],
  ])("passes over %s", (_, change) => {
    expect(isFound(entry(change), args)).toBe(false);
  });

  test.each<[string, Partial<ZoneEntry>, string]>([
    ["a CAA that is shown without its quotes", { type: "CAA", value: "0 issue" }, '0 issue ""'],
    ["a TXT that is shown bare and looks like a notation", { type: "TXT", value: '("a")' }, '"(\\"a\\")"'],
  ])("finds %s", (_, shown, value) => {
    const by = { domain: "example.com", type: shown.type, value } as FornexDnsRecordArgs;
    expect(isFound(entry({ ...shown, prio: undefined }), by)).toBe(true);
  });

  test("a priority shown on a type that has none means nothing", () => {
    expect(isFound(entry({ host: "www", type: "A", value: "192.0.2.10", prio: 0 }), A as FornexDnsRecordArgs)).toBe(
      true,
    );
  });
});

describe("what Fornex shows becomes state", () => {
  const shown = { zone: "example.com", id: 7, host: "www", type: "A", value: "192.0.2.10", prio: 0, ttl: undefined };

  test("under the names of arguments and outputs; that there is no ttl is shown, too", () => {
    const { id, zone: _, ...content } = shown;
    expect(fornexDnsRecord.observe(shown)).toStrictEqual({ ...content, recordId: id, prio: null, ttl: null });
  });

  test("with ttl and priority", () => {
    const mx = { ...shown, type: "MX", value: "mx.example.net", prio: 10, ttl: 300 };
    expect(fornexDnsRecord.observe(mx)).toMatchObject({ prio: 10, ttl: 300 });
  });
});
