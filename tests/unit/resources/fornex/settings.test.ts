import { UNKNOWN } from "../../../../provider/lifecycle/unknown";
import { fornexNameservers } from "../../../../provider/resources/fornex/nameservers";
import { fornexSshKeyAttachment } from "../../../../provider/resources/fornex/sshKeyAttachment";
import { fornexTicketWebhook } from "../../../../provider/resources/fornex/ticketWebhook";
import { refusals } from "../../support/run";

describe("an attachment", () => {
  const ATTACHMENT = { orderId: "34-177054", keyId: 67 };

  test.each([ATTACHMENT, { orderId: UNKNOWN, keyId: UNKNOWN }])("fine: %j", (args) => {
    expect(refusals(fornexSshKeyAttachment, args)).toEqual([]);
  });

  test.each<[object, RegExp]>([
    [{ ...ATTACHMENT, orderId: "web" }, /^orderId: must be the number of an order/],
    [{ ...ATTACHMENT, keyId: "laptop" }, /^keyId: must be the number of a key/],
    [{ ...ATTACHMENT, keyId: 0 }, /^keyId: must be the number of a key/],
    [{ ...ATTACHMENT, keyId: 6.7 }, /^keyId: must be the number of a key/],
    [{ ...ATTACHMENT, adopt: true }, /^adopt: is not an argument of FornexSshKeyAttachment/],
  ])("refused: %j", (args, reason) => {
    expect(refusals(fornexSshKeyAttachment, args)).toEqual([expect.stringMatching(reason)]);
  });
});

describe("a webhook", () => {
  test.each(["https://example.com/hook", "HTTP://example.com", "https://example.com:8443/a?b=c"])("fine: %s", (url) => {
    expect(refusals(fornexTicketWebhook, { url })).toEqual([]);
  });

  test.each<[string, RegExp]>([
    ["", /^url: must be a URL/],
    ["example.com/hook", /^url: must be a URL/],
    ["ftp://example.com/hook", /^url: must be a URL/],
    ["https://", /^url: must be a URL/],
    ["https://example.com/a b", /^url: must be a URL/],
    [`https://example.com/${"x".repeat(500)}`, /^url: must have at most 512 characters/],
  ])("refused: %s", (url, reason) => {
    expect(refusals(fornexTicketWebhook, { url })).toEqual([expect.stringMatching(reason)]);
  });

  test.each([
    ["https://Example.COM:443/hook", "https://example.com/hook"],
    ["https://example.com", "https://example.com/"],
  ])("%s is %s", (one, other) => {
    expect(fornexTicketWebhook.canonical({ url: one })).toEqual(fornexTicketWebhook.canonical({ url: other }));
  });

  test("with another path is another one", () => {
    const [one, other] = ["Hook", "hook"].map((path) =>
      fornexTicketWebhook.canonical({ url: `https://a.example/${path}` }),
    );
    expect(one).not.toEqual(other);
  });
});

describe("name servers", () => {
  const of = (...nameservers: unknown[]) => ({ orderId: "375-13", nameservers });

  test.each([
    [of("ns1.example.net")],
    [of("NS1.Example.net.", "ns2.example.net")],
    [of("ns1.bücher.example")],
    [{ orderId: UNKNOWN, nameservers: UNKNOWN }],
    [of("ns1.example.net", UNKNOWN)],
  ])("fine: %j", (args) => {
    expect(refusals(fornexNameservers, args)).toEqual([]);
  });

  test.each<[object, RegExp]>([
    [of(), /^nameservers: must contain at least one name/],
    [{ orderId: "375-13", nameservers: "ns1.example.net,ns2.example.net" }, /^nameservers: must be a list of names/],
    [of("ns1"), /^nameservers\.0: must be the full name of a host/],
    [of("ns1.example.net", "203.0.113.1"), /^nameservers\.1: must be the full name of a host/],
    [of("ns1.example.net,ns2.example.net"), /^nameservers\.0: must be the full name of a host/],
    [of(5), /^nameservers\.0: must be the full name of a host/],
  ])("refused: %j", (args, reason) => {
    expect(refusals(fornexNameservers, args)).toEqual([expect.stringMatching(reason)]);
  });

  test("are the same in another order, twice, or in another spelling", () => {
    const canonical = (...nameservers: string[]) => fornexNameservers.canonical({ nameservers });
    expect(canonical("b.example.", "A.example", "a.EXAMPLE")).toEqual(canonical("a.example", "b.example"));
  });
});
