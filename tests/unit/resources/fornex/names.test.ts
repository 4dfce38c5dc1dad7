import fc from "fast-check";
import { canonicalHost, hostProblem, zoneName } from "../../../../provider/hosters/fornex/names";
import { anyCase, internationalLabel, maybeDot, relativeName } from "../../support/dns";

const ZONE = "example.com";

describe("canonicalHost", () => {
  test.each([
    ["", ""],
    ["@", ""],
    ["example.com", ""],
    ["example.com.", ""],
    ["EXAMPLE.com", ""],
    ["www", "www"],
    ["WWW.example.com", "www"],
    ["www.example.com.", "www"],
    ["*", "*"],
    ["*.example.com", "*"],
    ["_dmarc", "_dmarc"],
    ["a.b", "a.b"],
    // only at the boundary of a label
    ["badexample.com", "badexample.com"],
    ["badexample.com.", "badexample.com"],
    ["example.com.org", "example.com.org"],
    ["com", "com"],
    ["bücher", "xn--bcher-kva"],
    ["bücher.example.com.", "xn--bcher-kva"],
  ])("%j is %j", (host, expected) => {
    expect(canonicalHost(host, ZONE)).toBe(expected);
  });

  test("the zone itself, however it is written", () => {
    const zone = anyCase(ZONE).chain(maybeDot);
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom("", "@"), zone), zone, (host, inZone) => {
        expect(canonicalHost(host, inZone)).toBe("");
      }),
    );
  });

  test("a name below the zone, relative or whole, in any case", () => {
    const spelled = relativeName.chain((name) =>
      fc.tuple(
        fc.constant(name),
        fc.oneof(anyCase(name), anyCase(`${name}.${ZONE}`).chain(maybeDot)),
        anyCase(ZONE).chain(maybeDot),
      ),
    );
    fc.assert(
      fc.property(spelled, ([name, host, zone]) => {
        expect(canonicalHost(host, zone)).toBe(name);
      }),
    );
  });

  test("a zone with letters beyond ASCII, host and zone each in Unicode or punycode", () => {
    fc.assert(
      fc.property(internationalLabel, internationalLabel, fc.boolean(), fc.boolean(), (host, zone, hostAs, zoneAs) => {
        const names = [zone.unicode, zone.punycode].map((one) => `${one}.example`);
        const written = `${hostAs ? host.unicode : host.punycode}.${names[zoneAs ? 0 : 1]}`;
        for (const inZone of names) expect(canonicalHost(written, inZone)).toBe(host.punycode);
      }),
    );
  });

  test("of a canonical host is that host, also when it ends in the zone more than once", () => {
    const host = fc.oneof(
      relativeName,
      fc.tuple(fc.constantFrom("", "www.", "bad"), fc.nat(3)).map(([front, times]) => front + `${ZONE}.`.repeat(times)),
      fc.string({ unit: fc.constantFrom(".", "@", "a", "ü", " ", ZONE), maxLength: 6 }),
    );
    fc.assert(
      fc.property(host, (typed) => {
        const canonical = canonicalHost(typed, ZONE);
        expect(canonicalHost(canonical, ZONE)).toBe(canonical);
      }),
      { numRuns: 1000 },
    );
  });

  test("different names below one zone stay different", () => {
    const nested = relativeName.chain((name) =>
      fc.constantFrom(name, `${name}.${ZONE}`, `${name}.${ZONE}.${ZONE}`, `${name}.other.example`),
    );
    const meaning = (host: string) => (host.endsWith(`.${ZONE}`) ? host.slice(0, -ZONE.length - 1) : host);
    fc.assert(
      fc.property(nested, nested, (one, other) => {
        expect(canonicalHost(one, ZONE) === canonicalHost(other, ZONE)).toBe(meaning(one) === meaning(other));
      }),
    );
  });
});

describe("hostProblem", () => {
  test.each([
    "",
    "@",
    "www",
    "*",
    "_dmarc",
    "a.b",
    "example.com.",
    "www.example.com.",
    "bücher",
    "2/25",
    "0/26.2.0",
    "other.org",
  ])("%j is fine", (host) => {
    expect(hostProblem(host, ZONE)).toBeUndefined();
  });

  test.each([
    ["www.example.org.", "not inside the zone"],
    ["badexample.com.", "not inside the zone"],
    ["www.example.org. ", "not inside the zone"],
    ["com.", "not inside the zone"],
    [".", "not inside the zone"],
    ["..", "not inside the zone"],
    ["www.example.com.example.com", "the zone's name twice"],
    ["example.com.example.com.", "the zone's name twice"],
    ["my server", "must be a name such as"],
    ["a..b", "must be a name such as"],
    ["@.example.com", "must be a name such as"],
    [".example.com", "must be a name such as"],
    ["http://www", "must be a name such as"],
    ["www/path", "must be a name such as"],
    ["x".repeat(64), "must be a name such as"],
  ])("%j: %s", (host, problem) => {
    expect(hostProblem(host, ZONE)).toContain(problem);
    if (host.length > 2) expect(hostProblem(host, ZONE)).not.toContain(host);
  });
});

describe("zoneName", () => {
  test.each(["example.com", "Example.COM.", "bücher.example", "a.b.c.example", "xn--p1ai.xn--p1ai", "_x.example"])(
    "%j is fine",
    (name) => {
      expect(zoneName.safeParse(name).success).toBe(true);
    },
  );
  test.each([
    "",
    ".",
    "example",
    "my zone.com",
    "a..b.com",
    "https://example.com",
    "example.c",
    `${"x".repeat(125)}.com`,
  ])("%j is none", (name) => {
    expect(zoneName.safeParse(name).success).toBe(false);
  });
});
