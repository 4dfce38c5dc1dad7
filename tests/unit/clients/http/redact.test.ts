import fc from "fast-check";
import { redact } from "../../../../provider/clients/http/redact";

test.each([
  ["a credential", "bad key simulated.0123", ["simulated.0123"], "bad key […]"],
  ["a value deep inside", "tag blue is taken", [{ tags: ["blue"] }], "tag […] is taken"],
  ["percent-encoded", "no zone b%C3%BCcher.example", [{ name: "bücher.example" }], "no zone […]"],
  ["as JSON spells it", 'bad "say \\"hi\\""', [{ value: 'say "hi"' }], 'bad "[…]"'],
  ["the longer one first", "web-server-01", ["web", "web-server-01"], "[…]"],
  ["every occurrence", "abc abc", ["abc"], "[…] […]"],
  ["short texts stay readable", "A is not on", [{ type: "A", power: "on" }], "A is not on"],
  [
    "in any case, letter by letter",
    "no KEY SIMULATED.0123, SimulatedX0123",
    ["simulated.0123"],
    "no KEY […], SimulatedX0123",
  ],
  ["numbers stay", "plan 12345", [{ plan: 12345 }], "plan 12345"],
])("%s", (_, text, sent, expected) => {
  expect(redact(text, [], ...(sent as unknown[]))).toBe(expected);
});

describe("words of closed sets", () => {
  const WORDS = ["CNAME", "AAAA", "TXT", "300"];
  const shown = (text: string, ...sent: unknown[]) => redact(text, WORDS, ...sent);

  test.each([
    ["as the type that was sent", "CNAME beside an AAAA", [{ type: "CNAME" }]],
    ["in another case, in brackets", "no such type (cname), 'TXT-records'", [{ type: "CNAME" }, "TXT"]],
    [
      "also where a value or a host is the same text",
      "TXT: ttl 300 is not true",
      [{ host: "txt", value: "300" }, "true"],
    ],
    ["also where a host is a part of one", "a CNAME is no AAAA", [{ host: "name" }, { host: "aaa" }]],
    ["beside letters beyond ASCII", "Запись CNAME не может", ["CNAME"]],
  ])("stay, %s", (_, text, sent) => {
    expect(shown(text, ...(sent as unknown[]))).toBe(text);
  });

  test.each([
    ["as a part of what was sent", "hunter2 CNAME 300 is no value", ["hunter2 CNAME 300"], "[…] is no value"],
    ["as a part of a word that was sent", "CNAME300 is no host", ["CNAME300"], "[…] is no host"],
    ["in the middle of another word", "no key aCNAMEb", ["CNAME"], "no key a[…]b"],
    ["beside what was sent", "CNAME of hunter2", ["hunter2", "CNAME"], "CNAME of […]"],
  ])("hide nothing %s", (_, text, sent, expected) => {
    expect(shown(text, ...sent)).toBe(expected);
  });
});

test("no string that was sent survives, wherever it stands", () => {
  const secret = fc
    .string({ unit: "grapheme-ascii", minLength: 8, maxLength: 30 })
    .filter((text) => /[A-Z]/.test(text));
  fc.assert(
    fc.property(
      secret,
      fc.constantFrom("x", "key=", "{", "“"),
      fc.constantFrom("", "y", "}"),
      (value, before, after) => {
        for (const spelled of [value, encodeURIComponent(value), JSON.stringify(value)]) {
          const shown = redact(before + spelled + after, ["CNAME", "300"], { deep: { inside: [value] } });
          expect(shown).not.toContain(value);
          expect(shown).toContain("[…]");
        }
      },
    ),
  );
});

test("a long answer full of what was sent takes no time that anybody notices", () => {
  const start = performance.now();
  expect(redact("example ".repeat(20_000), ["CNAME"], ["example"])).toBe("[…] ".repeat(20_000));
  expect(performance.now() - start).toBeLessThan(5_000);
});
