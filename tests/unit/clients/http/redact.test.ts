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
  expect(redact(text, ...(sent as unknown[]))).toBe(expected);
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
          const shown = redact(before + spelled + after, { deep: { inside: [value] } });
          expect(shown).not.toContain(value);
          expect(shown).toContain("[…]");
        }
      },
    ),
  );
});
