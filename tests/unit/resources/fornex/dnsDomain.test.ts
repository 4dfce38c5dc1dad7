import { UNKNOWN } from "../../../../provider/lifecycle/unknown";
import { fornexDnsDomain } from "../../../../provider/resources/fornex/dnsDomain";
import type { FornexDnsDomainArgs } from "../../../../provider/resources/fornex/dnsDomainModel";
import { refusals } from "../../support/run";

const ZONE = { name: "example.com", ip: "192.0.2.10" };

test.each<[string, object]>([
  ["the least", ZONE],
  [
    "everything",
    { ...ZONE, tags: ["a"], seededRecords: "remove", allowReplace: true, forceDestroy: false, adopt: "example.com" },
  ],
  ["an international name", { ...ZONE, name: "bücher.example." }],
  ["an address not known yet", { ...ZONE, ip: UNKNOWN }],
  ["tags of which one is not known yet", { ...ZONE, tags: ["a", UNKNOWN] }],
])("fine: %s", (_, args) => {
  expect(refusals(fornexDnsDomain, args)).toEqual([]);
});

test.each<[string, object, string[]]>([
  ["a name that is none", { ...ZONE, name: "my zone" }, ["name: must be a domain name, such as example.com"]],
  ["a URL as name", { ...ZONE, name: "https://example.com" }, ["name: must be a domain name, such as example.com"]],
  ["an IPv6", { ...ZONE, ip: "2001:db8::1" }, ["ip: must be an IPv4 address, such as 192.0.2.10"]],
  ["no address", { name: "example.com" }, ["ip: is required"]],
  ["an empty tag", { ...ZONE, tags: ["a", ""] }, ["tags.1: must not be empty"]],
  ["a tag of nothing but space", { ...ZONE, tags: ["a", " "] }, ["tags.1: must not be empty"]],
  ["a word for seededRecords", { ...ZONE, seededRecords: "drop" }, ['seededRecords: must be "keep" or "remove"']],
  ["a key as consent", { ...ZONE, forceDestroy: "m4rk3d" }, ["forceDestroy: must be a boolean, not a string"]],
])("refused: %s", (_, args, reasons) => {
  expect(refusals(fornexDnsDomain, args)).toEqual(reasons);
});

describe("another name is another zone", () => {
  const renamed = { ...ZONE, name: "example.org" };
  const REFUSAL =
    "name: cannot be changed from example.com to example.org without replacing the zone. The old zone is deleted with its own records. If it holds other records, apply forceDestroy: true first. To allow it, set allowReplace: true. To keep the zone, restore the old value.";

  test("which is refused without consent", () => {
    expect(refusals(fornexDnsDomain, renamed, ZONE)).toEqual([REFUSAL]);
    expect(refusals(fornexDnsDomain, { ...renamed, allowReplace: false }, ZONE)).toEqual([REFUSAL]);
  });
  test("and fine with it", () => {
    expect(refusals(fornexDnsDomain, { ...renamed, allowReplace: true }, ZONE)).toEqual([]);
  });
  test.each(["Example.com", "example.com.", " example.com"])("but %j is the same", (name) => {
    expect(refusals(fornexDnsDomain, { ...ZONE, name }, ZONE)).toEqual([]);
  });
  test("and one not known yet cannot be refused yet", () => {
    expect(refusals(fornexDnsDomain, { ...ZONE, name: UNKNOWN }, ZONE)).toEqual([]);
  });
  test("an argument of the wrong kind is only that mistake", () => {
    expect(refusals(fornexDnsDomain, { name: 5, ip: 6, tags: 7 }, ZONE)).toEqual([
      expect.stringMatching(/^name: /),
      expect.stringMatching(/^ip: /),
      expect.stringMatching(/^tags: /),
    ]);
  });
});

describe("the canonical form", () => {
  const canonical = (args: Partial<FornexDnsDomainArgs>) => fornexDnsDomain.canonical(args);
  test("order and repetition of tags mean nothing, nor does space around them, nor the name's spelling", () => {
    expect(canonical({ ...ZONE, tags: ["b", " a", "b "] })).toEqual(
      canonical({ name: "EXAMPLE.com.", ip: " 192.0.2.10", tags: ["a", "b"] }),
    );
    expect(canonical({ ...ZONE, tags: [] })).not.toEqual(canonical(ZONE));
  });
  test("leaves the arguments as they are", () => {
    const tags = Object.freeze(["b", "a"]) as string[];
    expect(canonical({ tags })).toEqual({ tags: ["a", "b"] });
  });
});

describe("seeded records", () => {
  const domain = {
    name: "example.com",
    created: undefined,
    tags: [],
    entry_set: [
      { id: 1, host: "example.com.", type: "NS", value: "ns1.fornex.example", prio: undefined, ttl: undefined },
      { id: 2, host: "@", type: "A", value: "192.0.2.10", prio: undefined, ttl: undefined },
      { id: 3, host: "www.example.com", type: "A", value: "192.0.2.10", prio: undefined, ttl: undefined },
    ],
  };

  const APEX = [{ type: "NS", value: "ns1.fornex.example" }];

  test("are recorded by id and canonical host, the name servers by value", () => {
    expect(fornexDnsDomain.start?.(domain, false).known).toEqual({
      seeded: [
        { recordId: 2, host: "", type: "A", value: "192.0.2.10" },
        { recordId: 3, host: "www", type: "A", value: "192.0.2.10" },
      ],
      apexRecords: APEX,
    });
  });
  test("of a zone that was adopted there are none", () => {
    expect(fornexDnsDomain.start?.(domain, true).known).toEqual({ seeded: [], apexRecords: APEX });
  });
});
