import fc from "fast-check";
import { canonicalName, isFullName, isName } from "../../provider/dnsName";
import { UNKNOWN } from "../../provider/lifecycle/unknown";
import { resources } from "../../provider/registry";
import { anyCase, internationalLabel, label, maybeDot, relativeName } from "./support/dns";
import { refusals } from "./support/run";

const { fornexDnsDomain, fornexDnsRecord, fornexNameservers, kiwiPtr, kiwiServer, vpsOrgServer } = resources;
const ZONE = "example.com";

describe("canonicalName", () => {
  test.each([
    ["Example.COM", "example.com"],
    ["example.com.", "example.com"],
    [" example.com ", "example.com"],
    ["_dmarc.example.com", "_dmarc.example.com"],
    ["*.Example.com", "*.example.com"],
    ["bücher.example", "xn--bcher-kva.example"],
    ["BÜCHER.Example.", "xn--bcher-kva.example"],
    ["bu\u0308cher.example", "xn--bcher-kva.example"],
    ["XN--BCHER-KVA.example", "xn--bcher-kva.example"],
    ["_dmarc.bücher.example", "_dmarc.xn--bcher-kva.example"],
    ["*.bücher.example", "*.xn--bcher-kva.example"],
    ["münchen。example", "xn--mnchen-3ya.example"],
    // labels of digits are labels, not addresses
    ["12.bücher.example", "12.xn--bcher-kva.example"],
    ["１２.bücher.example", "12.xn--bcher-kva.example"],
    ["straße.example", "xn--strae-oqa.example"],
    [".", ""],
    ["", ""],
  ])("%j is %j", (name, expected) => {
    expect(canonicalName(name)).toBe(expected);
  });

  test("of a canonical name is that name, whatever was typed", () => {
    const typed = fc.oneof(
      relativeName,
      fc.string({ unit: "grapheme", maxLength: 30 }),
      fc.string({ unit: "binary", maxLength: 30 }),
      fc.string({
        unit: fc.constantFrom(" ", ".", "。", "a", "ü", "1", "１", "@", "*", "-", "/", "%", "…"),
        maxLength: 12,
      }),
    );
    fc.assert(
      fc.property(typed, (name) => {
        expect(canonicalName(canonicalName(name))).toBe(canonicalName(name));
      }),
      { numRuns: 2000 },
    );
  });

  test("is the same in any case, with a dot at the end or without", () => {
    fc.assert(
      fc.property(
        relativeName.chain((name) => fc.tuple(fc.constant(name), anyCase(name).chain(maybeDot))),
        ([name, spelled]) => {
          expect(canonicalName(spelled)).toBe(name);
        },
      ),
    );
  });

  test("is the same in Unicode and in punycode", () => {
    fc.assert(
      fc.property(internationalLabel, label, ({ unicode, punycode }, other) => {
        expect(canonicalName(`${unicode}.${other}.${ZONE}`)).toBe(`${punycode}.${other}.${ZONE}`);
        expect(canonicalName(`${punycode}.${other}.${ZONE}`)).toBe(`${punycode}.${other}.${ZONE}`);
      }),
    );
  });

  test("different names stay different", () => {
    fc.assert(
      fc.property(relativeName, relativeName, (one, other) => {
        expect(canonicalName(one) === canonicalName(other)).toBe(one === other);
      }),
    );
  });
});

/** What Node's parser of URLs, or a careless comparison, would take for `mail.example.com`. */
const LOOKALIKES = [
  "mail.example.com/evil",
  "mail.example.com#x",
  "mail.example.com?x",
  "%6Dail.example.com",
  "mail.example.com:80",
  "me@mail.example.com",
  "mail.example.com\\evil",
  "ma il.example.com",
  "ma\til.example.com",
  "ma\nil.example.com",
  "mail.example.com..",
  "mail..example.com",
  ".mail.example.com",
  "mail.example․com",
  "mail.example.com／evil",
  "mail.example.com＃x",
  "％6Dail.example.com",
  "[mail.example.com]",
];

describe("what is no name", () => {
  const letter = fc.constantFrom(..."/?#%:@\\[]<>^|\"'`{} \t\n,;!$&()=+~");
  const spoiled = fc
    .tuple(relativeName, internationalLabel, letter, fc.nat(40))
    .map(([name, { unicode }, wrong, at]) => {
      const whole = `${name}.${unicode}.${ZONE}`;
      const place = 1 + (at % (whole.length - 1));
      return whole.slice(0, place) + wrong + whole.slice(place);
    });

  test.each(LOOKALIKES)("%j is none, and its one form is not that of another one", (name) => {
    expect(isName(name, "record")).toBe(false);
    expect(canonicalName(name)).not.toBe("mail.example.com");
  });

  test("a name with anything in it that no name can hold is none", () => {
    fc.assert(
      fc.property(spoiled, (name) => {
        // A slash between digits is RFC 2317's.
        fc.pre(!/\d\/\d/.test(name));
        expect(isName(name, "record")).toBe(false);
        expect(isFullName(name, "name")).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  const record = { domain: ZONE, host: "x", type: "CNAME", value: "mail.example.com" };
  const server = { name: "web", planId: 1, osId: 5, location: "us-west" };
  test.each<[string, string, (name: unknown) => string[]]>([
    ["a PTR", "ptr", (ptr) => refusals(kiwiPtr, { veid: "123456", ip: "203.0.113.21", ptr })],
    ["a host name at KiwiVM", "hostname", (hostname) => refusals(kiwiServer, { veid: "123456", hostname })],
    ["a host name at VPS.org", "hostname", (hostname) => refusals(vpsOrgServer, { ...server, hostname })],
    ["a zone", "name", (name) => refusals(fornexDnsDomain, { name, ip: "192.0.2.1" })],
    ["a record's zone", "domain", (domain) => refusals(fornexDnsRecord, { ...record, domain })],
    ["a record's host", "host", (host) => refusals(fornexDnsRecord, { ...record, host })],
    ["a CNAME's target", "value", (value) => refusals(fornexDnsRecord, { ...record, value })],
    ["an NS's target", "value", (value) => refusals(fornexDnsRecord, { ...record, type: "NS", value })],
    ["an MX's target", "value", (value) => refusals(fornexDnsRecord, { ...record, type: "MX", prio: 1, value })],
    [
      "an SRV's target",
      "value",
      (target) => {
        const value = target === UNKNOWN ? UNKNOWN : `5 443 ${target}`;
        return refusals(fornexDnsRecord, { ...record, type: "SRV", prio: 1, value });
      },
    ],
    [
      "a name server",
      "nameservers.0",
      (name) => refusals(fornexNameservers, { orderId: "375-13", nameservers: [name] }),
    ],
  ])("%s is refused, with its argument and without the name", (_what, argument, refused) => {
    expect(refused("Mail.Example.com.")).toEqual([]);
    expect(refused("mail.bücher.example")).toEqual([]);
    expect(refused(UNKNOWN)).toEqual([]);
    for (const name of LOOKALIKES) {
      const reasons = refused(name.replace("example.com", "m4rk3d.example.com"));
      expect(reasons).toEqual([expect.stringMatching(`^${argument}: `)]);
      expect(reasons[0]).not.toContain("m4rk3d");
    }
  });
});

describe("RFC 2317's labels", () => {
  test.each(["0/26", "128/25.2.0.192.in-addr.arpa", "1.0/26.example.com"])("%j stands in records", (name) => {
    expect(isName(name, "record")).toBe(true);
    expect(refusals(fornexDnsRecord, { domain: ZONE, host: name, type: "NS", value: "ns1.example.net" })).toEqual([]);
    expect(refusals(fornexDnsRecord, { domain: ZONE, host: "1", type: "CNAME", value: name })).toEqual([]);
  });

  test.each(["0/26.example.com", "1.0/26.example.com"])("%j is the name of no machine", (name) => {
    expect(isName(name, "name")).toBe(false);
    expect(refusals(kiwiPtr, { veid: "123456", ip: "203.0.113.21", ptr: name })).toHaveLength(1);
  });
});
