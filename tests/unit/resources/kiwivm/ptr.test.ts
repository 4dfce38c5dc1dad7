import fc from "fast-check";
import { UNKNOWN } from "../../../../provider/lifecycle/unknown";
import { canonicalIp, ipProblem, isAmong, prefixOf } from "../../../../provider/resources/kiwivm/addresses";
import { kiwiPtr } from "../../../../provider/resources/kiwivm/ptr";
import { refusals } from "../../support/run";

const PTR = { veid: "123456", ip: "203.0.113.21", ptr: "mail.example.com" };

test.each<[string, object]>([
  ["text", PTR],
  ["a number", { ...PTR, veid: 123456 }],
  ["a dot at the end, capitals", { ...PTR, ptr: "Mail.Example.COM." }],
  ["an IDN", { ...PTR, ptr: "müller.example" }],
  ["IPv6", { ...PTR, ip: "2001:DB8:1:2:0:0:0:5" }],
  ["a /64", { ...PTR, ip: "2001:db8:1:2::/64" }],
  ["nothing known yet", { veid: UNKNOWN, ip: UNKNOWN, ptr: UNKNOWN }],
])("fine: %s", (_, args) => {
  expect(refusals(kiwiPtr, args)).toEqual([]);
});

test.each<[string, object, RegExp]>([
  ["a name for a VEID", { ...PTR, veid: "web" }, /^veid: must be a VEID/],
  ["a machine without a key", { ...PTR, veid: 654321 }, /kiwivmKeys\["654321"\].*KIWIVM_VEID=654321/],
  ["no address", { ...PTR, ip: "mail.example.com" }, /^ip: must be/],
  ["an IPv4 network", { ...PTR, ip: "203.0.113.21/64" }, /^ip: must be one address/],
  ["a larger IPv6 network", { ...PTR, ip: "2001:db8::/48" }, /^ip: must be/],
  ["an empty PTR", { ...PTR, ptr: "" }, /^ptr: must be a full host name/],
  ["a short PTR", { ...PTR, ptr: "mail" }, /^ptr: must be a full host name/],
  ["an address as PTR", { ...PTR, ptr: "203.0.113.21" }, /^ptr: must be a full host name/],
  ["adopt", { ...PTR, adopt: true }, /^adopt: is not an argument of KiwiPtr/],
])("refused: %s", (_, args, reason) => {
  expect(refusals(kiwiPtr, args)).toEqual([expect.stringMatching(reason)]);
});

test("an IPv6 address is one in every spelling", () => {
  fc.assert(
    fc.property(fc.ipV6(), (ip) => {
      const canonical = canonicalIp(ip);
      expect(canonicalIp(canonical)).toBe(canonical);
      expect(canonicalIp(ip.toUpperCase())).toBe(canonical);
      expect(canonicalIp(`${ip}/64`)).toBe(canonical);
      expect(ipProblem(ip)).toBeUndefined();
      expect(prefixOf(prefixOf(ip) ?? "")).toBe(prefixOf(ip));
    }),
  );
});

test.each([
  ["2001:db8:1:2::5", ["203.0.113.21", "2001:db8:1:2::"], true],
  ["2001:db8:1:2::5", ["2001:DB8:1:2::/64"], true],
  ["2001:db8:1:3::5", ["2001:db8:1:2::"], false],
  ["203.0.113.21", ["203.0.113.21"], true],
  ["203.0.113.2", ["203.0.113.21"], false],
])("%s among %j: %s", (ip, listed, expected) => {
  expect(isAmong(ip, listed)).toBe(expected);
});

test.each(["mail.example.com", "Mail.EXAMPLE.com.", " mail.example.com "])("%j is one PTR", (ptr) => {
  expect(kiwiPtr.canonical({ ptr })).toEqual({ ptr: "mail.example.com" });
  expect(refusals(kiwiPtr, { ...PTR, ptr })).toEqual([]);
});
