import fc from "fast-check";
import { RECORD_TYPES, type RecordType } from "../../../../provider/clients/fornex/words";
import { hostProblem } from "../../../../provider/hosters/fornex/names";
import { canonicalValue, sentValue, shownValue, valueProblem } from "../../../../provider/resources/fornex/recordValue";
import {
  anyCase,
  byteChunks,
  internationalLabel,
  ipv6Groups,
  ipv6Spelling,
  maybeDot,
  quotedChunks,
  space,
  text,
  wholeName,
} from "../../support/dns";

const canonical = canonicalValue;
/** Spaces around a value mean nothing, but for TXT they are text. */
const padded = (value: string) => fc.constantFrom(value, ` ${value}`, `${value} `, `\t${value}\n`);
/** What `spellings` makes of a value, beside the value. */
const spelled = <T>(value: fc.Arbitrary<T>, spellings: (value: T) => fc.Arbitrary<string>) =>
  value.chain((one) => fc.tuple(fc.constant(one), spellings(one), spellings(one)));

/** Texts full of what one notation or another gives a meaning to. */
const notation = fc.string({
  unit: fc.constantFrom(
    '"',
    '""',
    '" "',
    "\\",
    "\\;",
    '\\"',
    "\\065",
    ";",
    "(",
    ")",
    "( ",
    "\n",
    "\r\n",
    " ",
    "a",
    "ü",
  ),
  maxLength: 8,
});

const anything = fc.oneof(
  text,
  notation,
  text.chain(quotedChunks).map((strings) => `(\n${strings} )`),
  wholeName,
  fc.ipV4(),
  fc.ipV6(),
  fc.string({ unit: fc.constantFrom('"', "\\", " ", ".", "0", "5", "a", ":", "issue", ";"), maxLength: 12 }),
);

describe("whatever the type and the value", () => {
  test("the canonical form of a canonical form is itself", () => {
    fc.assert(
      fc.property(fc.constantFrom(...RECORD_TYPES, "SOA"), anything, (type, value) => {
        expect(canonical(type, canonical(type, value))).toBe(canonical(type, value));
      }),
      { numRuns: 1000 },
    );
  });

  test("what is sent means what was written, once it is shown", () => {
    fc.assert(
      fc.property(fc.constantFrom(...RECORD_TYPES), anything, (type, value) => {
        // No program may write a CAA without its text, and that is how Fornex may show an empty one.
        fc.pre(type !== "CAA" || valueProblem(type, value) === undefined);
        expect(canonical(type, shownValue(type, sentValue(type, value)))).toBe(canonical(type, value));
      }),
      { numRuns: 1000 },
    );
  });

  test("what passes is shown as something that passes, too, and is sent again as it was", () => {
    fc.assert(
      fc.property(fc.constantFrom(...RECORD_TYPES), anything, (type, value) => {
        fc.pre(valueProblem(type, value) === undefined);
        const sent = sentValue(type, value);
        const shown = shownValue(type, sent);
        expect(valueProblem(type, shown)).toBeUndefined();
        expect(sentValue(type, shown)).toBe(sent);
      }),
      { numRuns: 1000 },
    );
  });

  test("the type may be in lower case, as a list may show it", () => {
    expect(canonical("mx", "MX.Example.com.")).toBe(canonical("MX", "mx.example.com"));
  });
});

describe("A", () => {
  test("is what it is", () => {
    fc.assert(
      fc.property(
        fc.ipV4().chain((address) => fc.tuple(fc.constant(address), padded(address))),
        ([address, written]) => {
          expect(canonical("A", written)).toBe(address);
        },
      ),
    );
  });
});

describe("AAAA", () => {
  test.each([
    ["2001:DB8:0:0:0:0:0:1", "2001:db8::1"],
    ["2001:0db8:0000:0000:0000:0000:0000:0001", "2001:db8::1"],
    ["::ffff:192.0.2.10", "::ffff:c000:20a"],
    ["0:0:0:0:0:0:0:0", "::"],
    ["1::", "1::"],
  ])("%s is %s", (address, expected) => {
    expect(canonical("AAAA", address)).toBe(expected);
  });

  test("expanded or compressed, upper case, IPv4 at the end: one address", () => {
    fc.assert(
      fc.property(
        spelled(ipv6Groups, (groups) => ipv6Spelling(groups).chain(anyCase).chain(padded)),
        ([, one, other]) => {
          expect(canonical("AAAA", one)).toBe(canonical("AAAA", other));
          expect(valueProblem("AAAA", one)).toBeUndefined();
        },
      ),
      { numRuns: 500 },
    );
  });

  test("different addresses stay different", () => {
    const address = fc
      .tuple(ipv6Groups, ipv6Groups)
      .chain(([one, other]) => fc.tuple(fc.constant([one, other]), ipv6Spelling(one), ipv6Spelling(other)));
    fc.assert(
      fc.property(address, ([[one, other], writtenOne, writtenOther]) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        expect(canonical("AAAA", writtenOne) === canonical("AAAA", writtenOther)).toBe(same);
      }),
    );
  });
});

describe.each(["CNAME", "MX", "NS"] as const)("%s", (type) => {
  test("case and the dot at the end mean nothing", () => {
    fc.assert(
      fc.property(
        spelled(wholeName, (name) => anyCase(name).chain(maybeDot).chain(padded)),
        ([name, one]) => {
          expect(canonical(type, one)).toBe(name);
          expect(valueProblem(type, one)).toBeUndefined();
        },
      ),
    );
  });

  test("Unicode and punycode are one", () => {
    fc.assert(
      fc.property(internationalLabel, ({ unicode, punycode }) => {
        expect(canonical(type, `${unicode}.example.`)).toBe(canonical(type, `${punycode}.example`));
      }),
    );
  });

  test("different names stay different", () => {
    fc.assert(
      fc.property(wholeName, wholeName, (one, other) => {
        expect(canonical(type, one) === canonical(type, other)).toBe(one === other);
      }),
    );
  });
});

describe("SRV", () => {
  const service = fc.record({
    weight: fc.nat(65535),
    port: fc.nat(65535),
    target: fc.oneof(wholeName, fc.constant(".")),
  });
  const zeros = (number: number) => fc.constantFrom(`${number}`, `${number}`.padStart(5, "0"));

  test("inner spaces, zeros in front, case and dot mean nothing", () => {
    fc.assert(
      fc.property(
        spelled(service, ({ weight, port, target }) =>
          fc
            .tuple(
              zeros(weight),
              space,
              zeros(port),
              space,
              target === "." ? fc.constant(".") : anyCase(target).chain(maybeDot),
            )
            .chain((parts) => padded(parts.join(""))),
        ),
        ([{ weight, port, target }, one]) => {
          expect(canonical("SRV", one)).toBe(`${weight} ${port} ${target}`);
          expect(valueProblem("SRV", one)).toBeUndefined();
        },
      ),
    );
  });
});

describe("CAA", () => {
  const authority = fc.record({
    flags: fc.nat(255),
    tag: fc.constantFrom("issue", "issuewild", "iodef"),
    value: fc.constantFrom("letsencrypt.org", ";", "mailto:a@example.com", "ca.example; policy=ev"),
  });

  test("inner spaces, the tag's case and quotes mean nothing", () => {
    fc.assert(
      fc.property(
        spelled(authority, ({ flags, tag, value }) =>
          fc
            .tuple(fc.constant(flags), space, anyCase(tag), space, fc.oneof(fc.constant(value), quotedChunks(value)))
            .chain((parts) => padded(parts.join(""))),
        ),
        ([{ flags, tag, value }, one]) => {
          expect(canonical("CAA", one)).toBe(`${flags} ${tag} "${value}"`);
          expect(valueProblem("CAA", one)).toBeUndefined();
        },
      ),
    );
  });

  test("the value keeps its case and its spaces", () => {
    expect(canonical("CAA", '0 issue "ca.example;  a=B"')).toBe('0 issue "ca.example;  a=B"');
  });

  test.each([
    ['0 issue a"b', '0 issue "a\\"b"'],
    ["0 issue", '0 issue ""'],
    ["0 issue ca.example", "0 issue ca.example"],
    ['0 issue "a\\"b"', '0 issue "a\\"b"'],
    ["256 issue", "256 issue"],
    ["\\# 3 000102", "\\# 3 000102"],
  ])("shown as %s is written as %s", (shown, written) => {
    expect(shownValue("CAA", shown)).toBe(written);
  });
});

describe("TXT", () => {
  test.each([
    ["v=spf1 -all", '"v=spf1 -all"'],
    ['"v=spf1 -all"', '"v=spf1 -all"'],
    ['"v=spf1 " "-all"', '"v=spf1 -all"'],
    ['"v=spf1"  " -all" ', '"v=spf1 -all"'],
    ['say "hi"', '"say \\"hi\\""'],
    ['"say \\"hi\\""', '"say \\"hi\\""'],
    ["a\\b", '"a\\\\b"'],
    ['"a\\\\b"', '"a\\\\b"'],
    ['"a\\;b"', '"a;b"'],
    ['"\\065\\195\\188"', '"Aü"'],
    ['"\\195" "\\188"', '"ü"'],
    // no bytes of any text: kept as it stands
    ['"\\255"', '"\\"\\\\255\\""'],
    ['"\\999"', '"999"'],
    // not quoted as a whole: text
    ['"a" b', '"\\"a\\" b"'],
    ['"open', '"\\"open"'],
    ['( "v=spf1 "\n"-all" )', '"v=spf1 -all"'],
    ["v=DMARC1\\; p=none", '"v=DMARC1; p=none"'],
    ["v=spf1 -all\n", '"v=spf1 -all"'],
    ['"v=spf1 -all"\r\n', '"v=spf1 -all"'],
    ['"a""b"', '"ab"'],
    // in quotes, what another tool would give a meaning to is text
    ['"a\\\\;b"', '"a\\\\;b"'],
    ['"( \\"a\\" )"', '"( \\"a\\" )"'],
    ['"a\n"', '"a\n"'],
    ["", '""'],
  ])("%j is %s", (written, expected) => {
    expect(canonical("TXT", written)).toBe(expected);
  });

  test("quoted, cut and escaped in whatever way: one text", () => {
    fc.assert(
      fc.property(spelled(text, quotedChunks), ([content, one, other]) => {
        expect(canonical("TXT", one)).toBe(canonical("TXT", other));
        // Bare text is itself, unless it looks quoted or escaped, or a line break ends it.
        const isItself = !/^\s*[("]|\\;|[\r\n]$/.test(content);
        if (isItself) expect(canonical("TXT", content)).toBe(canonical("TXT", one));
      }),
      { numRuns: 300 },
    );
  });

  test("quoted strings in BIND's parentheses are those strings", () => {
    fc.assert(
      fc.property(spelled(text, quotedChunks), ([content, one, other]) => {
        for (const written of [`(${other})`, `( ${other}\n\t)\n`, ` (\n${other} ) `]) {
          expect(canonical("TXT", written)).toBe(canonical("TXT", one));
          if (content.length < 1000) expect(valueProblem("TXT", written)).toBeUndefined();
        }
      }),
      { numRuns: 300 },
    );
  });

  test("octoDNS's text, in which every semicolon has a backslash, is the text without", () => {
    const plain = fc.string({ unit: fc.constantFrom(";", ";", "a", " ", "=", "ü"), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        plain.filter((content) => content.trim() !== ""),
        (content) => {
          const written = content.replaceAll(";", "\\;");
          expect(canonical("TXT", written)).toBe(canonical("TXT", content));
          expect(sentValue("TXT", written)).toBe(content);
          expect(valueProblem("TXT", written)).toBeUndefined();
        },
      ),
    );
  });

  test("line breaks at the end, as a file has one, are not part of it", () => {
    fc.assert(
      fc.property(text, fc.constantFrom("\n", "\r\n", "\n\n"), (content, end) => {
        fc.pre(/\S/.test(content) && !/[\r\n]$/.test(content));
        expect(canonical("TXT", content + end)).toBe(canonical("TXT", content));
        expect(sentValue("TXT", content + end)).toBe(sentValue("TXT", content));
        expect(valueProblem("TXT", content + end)).toBe(valueProblem("TXT", content));
      }),
    );
  });

  test("a text of very many lines takes no time that anybody notices", () => {
    const start = performance.now();
    expect(canonical("TXT", `${"\n".repeat(100_000)}x\n`)).toHaveLength(100_003);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test("whatever Fornex shows, bare or quoted, is just that text: no notation has a meaning there", () => {
    fc.assert(
      fc.property(fc.oneof(text, notation), (content) => {
        const inQuotes = `"${content.replaceAll(/["\\]/g, "\\$&")}"`;
        expect(canonical("TXT", shownValue("TXT", inQuotes))).toBe(inQuotes);
        const looksQuoted = /^\s*("(?:[^"\\]|\\[\s\S])*"\s*)+$/.test(content);
        if (!looksQuoted) expect(canonical("TXT", shownValue("TXT", content))).toBe(inQuotes);
      }),
      { numRuns: 1000 },
    );
  });

  test("in chunks of 255 bytes", () => {
    const long = fc.string({ unit: "grapheme", minLength: 200, maxLength: 900 });
    fc.assert(
      fc.property(long, (content) => {
        const inOne = `"${content.replaceAll(/["\\]/g, "\\$&")}"`;
        expect(canonical("TXT", byteChunks(content))).toBe(canonical("TXT", inOne));
      }),
    );
  });

  test("no two different texts are one, also when they differ by quotes, backslashes or spaces only", () => {
    const alike = fc.string({ unit: fc.constantFrom('"', "\\", " ", "a", "0"), minLength: 1, maxLength: 6 });
    const pair = fc.oneof(fc.tuple(text, text), fc.tuple(alike, alike));
    const chunks = pair.chain(([one, other]) =>
      fc.tuple(fc.constant([one, other]), quotedChunks(one), quotedChunks(other)),
    );
    fc.assert(
      fc.property(chunks, ([[one, other], writtenOne, writtenOther]) => {
        expect(canonical("TXT", writtenOne) === canonical("TXT", writtenOther)).toBe(one === other);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['"v=spf1 -all"', "v=spf1 -all"],
    ["v=spf1 -all", "v=spf1 -all"],
    ['"a" "b"', "ab"],
    ['"say \\"hi\\""', 'say "hi"'],
    ['( "a" "b" )', "ab"],
    ["v=DMARC1\\; p=none", "v=DMARC1; p=none"],
    ["a\n", "a"],
    ['"a\\\\;b"', "a\\;b"],
    // bare, this would be read as hi
    ['"\\"hi\\""', '"\\"hi\\""'],
  ])("%j is sent as %s", (written, sent) => {
    expect(sentValue("TXT", written)).toBe(sent);
  });
});

describe("valueProblem", () => {
  const MARK = "m4rk3d";
  test.each<[RecordType, string, string]>([
    ["A", "2001:db8::1", "must be an IPv4 address for type A"],
    ["A", "192.0.2.256", "must be an IPv4 address"],
    ["A", "192.0.2", "must be an IPv4 address"],
    ["A", `${MARK}.example`, "must be an IPv4 address"],
    ["A", "", "must not be empty"],
    ["AAAA", "192.0.2.10", "must be an IPv6 address for type AAAA"],
    ["AAAA", "fe80::1%eth0", "must be an IPv6 address"],
    ["AAAA", `${MARK}::1`, "must be an IPv6 address"],
    ["CNAME", `${MARK} with space`, "must be a host name for type CNAME"],
    ["CNAME", "192.0.2.10", "must be a host name"],
    ["MX", `10 mx.${MARK}.example`, "must be a host name for type MX"],
    ["NS", `https://${MARK}.example`, "must be a host name"],
    ["NS", `a..${MARK}`, "must be a host name"],
    ["SRV", `10 5 5060 ${MARK}.example`, 'must be "weight port target"'],
    ["SRV", `5 65536 ${MARK}.example`, 'must be "weight port target"'],
    ["SRV", `${MARK}.example`, 'must be "weight port target"'],
    ["CAA", MARK, 'must be "flags tag value"'],
    ["CAA", `256 issue ${MARK}`, 'must be "flags tag value"'],
    ["CAA", "0 issue", 'must be "flags tag value"'],
    ["CAA", `0 issue "${MARK}`, 'must be "flags tag value"'],
    ["CAA", `0 issue ${MARK}"`, 'must be "flags tag value"'],
    ["CNAME", `pages.${MARK}.example/blog`, "must be a host name"],
    ["TXT", "   ", "must not be empty"],
    ["TXT", '""', "must not be empty"],
    ["TXT", '"" ""', "must not be empty"],
  ])("%s %j %s", (type, value, problem) => {
    expect(valueProblem(type, value)).toContain(problem);
    expect(valueProblem(type, value)).not.toContain(MARK);
  });

  test("TXT may hold anything, in quotes", () => {
    fc.assert(
      fc.property(
        fc
          .oneof(text, notation)
          .filter((content) => content !== "")
          .chain(quotedChunks),
        (written) => {
          expect(valueProblem("TXT", written)).toBeUndefined();
        },
      ),
    );
  });

  test.each([
    'say "hi"',
    'say "hi" and "bye"',
    "a\\b",
    "C:\\new",
    '{"a": {"b": ""}}',
    'name="a" rest',
    "(c) 2026",
    "(a) and (b)",
    "f(x)",
    "a; b",
    "a\nb",
    " a ",
  ])("the bare text %j is fine", (value) => {
    expect(valueProblem("TXT", value)).toBeUndefined();
    expect(sentValue("TXT", value)).toBe(value);
  });

  test.each([
    [
      "BIND's parentheses",
      `( "${MARK}" b )`,
      `("${MARK}`,
      `(${MARK})`,
      ` ( v=${MARK}\\; p=x )\n`,
      `( "${MARK}" ) ; comment`,
    ],
    ["Route 53's", `v=DKIM1; p=${MARK}""rest`, `${MARK}" "rest`, `${MARK}""b""c\n`],
    [
      "a quote at its start",
      `"${MARK}`,
      `"${MARK}" rest`,
      `"${MARK}" ; comment`,
      `"a" "${MARK}`,
      `"${MARK}\\"`,
      `"${MARK}\n`,
    ],
    ["an unmatched quote", `${MARK}"`, `${MARK} "a" "`, `5" ${MARK}`, `${MARK}"\n`],
    ["a zone file's escape", `say \\"${MARK}\\"`, `\\"${MARK}\\"`, `${MARK}\\065`, `${MARK}\\"`],
    ["octoDNS's \\;", `${MARK}\\; a; b`, `${MARK}\\;\\n`, `a\\\\; ${MARK}`, `${MARK}\\; say "hi"`],
  ])("TXT with %s is refused by that name", (name, ...values) => {
    for (const value of values) {
      expect(valueProblem("TXT", value)).toContain(`it has ${name}`);
      expect(valueProblem("TXT", value)).not.toContain(MARK);
    }
  });

  test("of TXT the text counts, not the quotes; of the others what is written", () => {
    const five = Array.from({ length: 5 }, () => `"${"x".repeat(204)}"`).join(" ");
    expect(sentValue("TXT", five)).toBe("x".repeat(1020));
    const fits = [five, `( ${five} )`, `"${"\\120".repeat(1024)}"`, `${"x".repeat(1024)}\n`];
    for (const value of fits) expect(valueProblem("TXT", value)).toBeUndefined();
    const long = ["x".repeat(1025), `"${"x".repeat(1000)}" "${"x".repeat(25)}"`];
    for (const value of long) expect(valueProblem("TXT", value)).toBe("must have at most 1024 characters");
    expect(valueProblem("CNAME", "x.".repeat(513))).toBe("must have at most 1024 characters");
  });

  test("a slash is treated alike in hosts and in targets", () => {
    const label = fc.string({ unit: fc.constantFrom("/", "0", "26", "a", "-"), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(label, (one) => {
        const host = hostProblem(one, "2.0.192.in-addr.arpa") === undefined;
        const target = `${one}.2.0.192.in-addr.arpa`;
        for (const type of ["CNAME", "MX", "NS"] as const) expect(valueProblem(type, target) === undefined).toBe(host);
        expect(valueProblem("SRV", `0 0 ${target}`) === undefined).toBe(host);
      }),
    );
    expect(valueProblem("CNAME", "10.0/26.2.0.192.in-addr.arpa.")).toBeUndefined();
    expect(canonical("CNAME", "10.0/26.2.0.192.IN-ADDR.ARPA.")).toBe("10.0/26.2.0.192.in-addr.arpa");
  });
});
