import { switchesSchema } from "../../simulator/fornex/switches";
import type { Program, Properties } from "./engine";
import { clean, expectSettled, forEachApiVersion } from "./scenario";

const ZONES = ["example.com", "xn--bcher-kva.example"];

const LONG = `v=DKIM1; p=${"a1B2".repeat(90)}`;
const LONGEST = `v=DKIM1; p=${"a1B2".repeat(252)}x`;
const chunks = (text: string, size: number) =>
  [...text.matchAll(new RegExp(`.{1,${size}}`, "g"))].map(([piece]) => JSON.stringify(piece)).join(" ");

const inZone = (more: Properties) => (one: Properties) => ({ domain: "example.com", ...more, ...one });
const hosts = (...names: (string | undefined)[]) =>
  names.map((host) => inZone({ type: "A", value: "192.0.2.1" })(host === undefined ? {} : { host }));
const values = (type: string, ...texts: string[]) => texts.map((value) => inZone({ host: "x", type })({ value }));
/** A CNAME stands alone, so each has a host of its own. */
const alone = (host: string, ...texts: string[]) => values("CNAME", ...texts).map((one) => ({ ...one, host }));

/** Spellings of one and the same record, by what varies. */
const SAME: Record<string, Properties[]> = {
  "host of the zone itself": hosts("", "@", "example.com", "example.com.", "EXAMPLE.com", undefined),
  "host relative or whole": hosts("www", "WWW", "www.example.com", "www.example.com.", "Www.Example.Com."),
  "host below": hosts("a.b", "A.b.example.com", "a.B.example.com."),
  "wildcard host": hosts("*", "*.example.com", "*.example.com."),
  "host with underscores": hosts("_dmarc", "_DMARC.example.com."),
  "international host": hosts("bücher", "BÜCHER", "xn--bcher-kva", "Bücher.example.com."),
  "international zone": ["bücher.example", "xn--bcher-kva.example", "BÜCHER.example."].map((domain) => ({
    domain,
    host: "www",
    type: "A",
    value: "192.0.2.1",
  })),
  "whole host in an international zone": ["ftp.bücher.example.", "ftp.xn--bcher-kva.example", "FTP"].map((host) => ({
    domain: "bücher.example",
    host,
    type: "A",
    value: "192.0.2.1",
  })),
  AAAA: values("AAAA", "2001:db8::1", "2001:0DB8:0:0:0:0:0:1", "2001:0db8:0000:0000:0000:0000:0000:0001"),
  "AAAA with an IPv4 tail": values("AAAA", "::ffff:192.0.2.1", "::ffff:c000:201"),
  CNAME: alone("alias", "target.example.net", "target.example.net.", "TARGET.Example.net"),
  "international CNAME": alone("idn", "bücher.example.net", "xn--bcher-kva.example.net.", "BÜCHER.example.net"),
  "reverse delegation": ["0/26", "0/26.example.com.", "0/26.EXAMPLE.com"].map((host) =>
    inZone({ type: "NS", value: "ns1.example.net" })({ host }),
  ),
  "alias into a reverse delegation": alone("1", "1.0/26.example.com", "1.0/26.Example.com."),
  NS: values("NS", "ns1.example.net", "NS1.example.net."),
  MX: values("MX", "mail.example.net", "Mail.example.net.").map((one) => ({ ...one, prio: 10 })),
  SRV: values("SRV", "5 5060 sip.example.net", "5  5060\tsip.example.net.", "05 05060 SIP.example.net").map((one) => ({
    ...one,
    prio: 1,
  })),
  "SRV that says there is no such service": values("SRV", "0 0 .", "00  0\t.").map((one) => ({ ...one, prio: 1 })),
  CAA: values("CAA", '0 issue "letsencrypt.org"', "0 issue letsencrypt.org", '0  ISSUE   "letsencrypt.org"'),
  "CAA with parameters": values("CAA", '0 issue "ca.example; account=1 2"', '000 issue  "ca.example; account=1 2"'),
  "CAA with inner quotes": values("CAA", '0 issue "ca.example; a=\\"1 2\\""', '0 issue "ca.example; a=\\0341 2\\""'),
  "CAA with a backslash": values("CAA", '0 iodef "mailto:a\\\\b"', "0 iodef mailto:a\\b"),
  "CAA that looks quoted": values("CAA", '0 issue "\\"a\\""'),
  "CAA that names nobody": values("CAA", '0 issue ""', '0 ISSUE  ""'),
  TXT: values("TXT", "hello world", '"hello world"', '"hello " "world"', '"hel" "lo world"'),
  "TXT with inner quotes": values("TXT", 'say "hi" now', '"say \\"hi\\" now"'),
  "TXT with a backslash": values("TXT", "a\\b", '"a\\\\b"'),
  "long TXT": values("TXT", LONG, chunks(LONG, 255), chunks(LONG, 100), JSON.stringify(LONG)),
  "TXT as long as Fornex takes it": values("TXT", LONGEST, chunks(LONGEST, 204), `( ${chunks(LONGEST, 255)} )`),
  "TXT out of a file": values("TXT", "of a file", "of a file\n", '"of a file"\r\n', '"of a"\n" file"\n'),
  "TXT in BIND's parentheses": values("TXT", "k=rsa; p=a", '( "k=rsa; "\n\t"p=a" )', '("k=rsa; p=a")'),
  "TXT with octoDNS's semicolons": values("TXT", "v=DMARC1; p=none", "v=DMARC1\\; p=none", '"v=DMARC1\\; p=none"'),
  "TXT that looks like octoDNS's": values("TXT", '"a\\\\; b"', '"a\\\\" "\\; b"'),
  "TXT that looks like BIND's": values("TXT", '"( \\"a\\" )"', '"(" " \\"a\\" )"'),
  "TXT that looks like Route 53's": values("TXT", '"a\\"\\"b"', '"a\\"" "\\"b"'),
  "TXT that ends with a line break": values("TXT", '"a\\010"', '"a\n"'),
  "TXT that keeps its case and spaces": values("TXT", "Aa  bB", '"Aa  bB"'),
  "TXT beyond ASCII": values("TXT", "grüße", '"grüße"', '"grü" "ße"'),
};

/** Pairs that look alike and are not the same. */
const DIFFERENT: Record<string, Properties[]> = {
  "case of TXT": values("TXT", "abc", "ABC"),
  "spaces inside TXT": values("TXT", "a b", "a  b"),
  "case of a CAA value": values("CAA", '0 issue "a.example; x=A"', '0 issue "a.example; x=a"'),
  "another zone's name in the host": hosts("www.example.org", "www"),
  prio: [
    { domain: "example.com", type: "MX", value: "mail.example.net", prio: 10 },
    { domain: "example.com", type: "MX", value: "mail.example.net", prio: 20 },
  ],
};

/** Every position of every switch about how the hoster spells, and all at their harshest. */
const SPELLINGS: [string, Properties][] = [
  ["everything as sent", {}],
  ...Object.entries(switchesSchema.shape)
    .filter(([name]) => /spelling|spacing|strip|prio/i.test(name))
    .flatMap(([name, { def }]) => {
      const positions = "options" in def.innerType ? def.innerType.options : [true, false];
      return positions
        .filter((position) => position !== def.defaultValue)
        .map((position): [string, Properties] => [`${name}: ${position}`, { [name]: position }]);
    }),
  [
    "everything spelled another way",
    {
      apexSpelling: "zone.",
      hostSpelling: "fqdn.",
      caseSpelling: "upper",
      targetSpelling: "dot",
      txtSpelling: "chunked",
      ipv6Spelling: "expanded",
      spacing: "double",
      caaSpelling: "quoted",
      idnSpelling: "unicode",
      otherPrio: "null",
    },
  ],
];

forEachApiVersion((world) => {
  const program = (inputs: Properties): Program => ({ it: { type: "FornexDnsRecord", inputs } });
  const start = (switches: Properties) =>
    world.simulator.patch({
      fornex: { switches, domains: Object.fromEntries(ZONES.map((zone) => [zone, { entries: {} }])) },
    });
  const count = () =>
    Object.values(world.simulator.state().fornex.domains).flatMap(({ entries }) => Object.keys(entries)).length;

  /** One record per group that has so many spellings, each in the one number `index`, or so many after it, begun again at the end. */
  const spelled = (index: number, after = 0): Program =>
    Object.fromEntries(
      Object.entries(SAME)
        .filter(([, spellings]) => index < spellings.length)
        .map(([name, spellings]) => [
          name,
          { type: "FornexDnsRecord", inputs: spellings[(index + after) % spellings.length] as Properties },
        ]),
    );
  const most = Math.max(...Object.values(SAME).map((spellings) => spellings.length));
  const indexes = Array.from({ length: most }, (_, index) => index);
  const allSame = (program: Program) => Object.keys(program).map((name) => `same ${name}`);

  describe.each(SPELLINGS)("%s", (_what, switches) => {
    test("what was made in one spelling is the same in every other", async () => {
      for (const index of indexes) {
        world.simulator.reset();
        start(switches);
        const engine = world.engine();
        clean(await engine.up(spelled(index)));
        for (const [name, { inputs }] of Object.entries(spelled(index))) {
          expect(engine.get(name).outputs).toMatchObject(inputs);
        }
        expect(clean(await engine.up(spelled(index), { refresh: true })).operations).toEqual(allSame(spelled(index)));
        // One after the other, each spelling meets the next.
        const next = spelled(index, 1);
        expect(clean(await engine.up(next)).operations).toEqual(allSame(next));
        expect(clean(await engine.up(next, { refresh: true })).operations).toEqual(allSame(next));
      }
    });

    test("the look before a create finds every spelling", async () => {
      start(switches);
      const engine = world.engine();
      clean(await engine.up(spelled(0)));
      for (const index of indexes) {
        const names = Object.keys(spelled(index));
        const { errors } = await world.engine().up(spelled(index));
        expect(errors).toHaveLength(names.length);
        for (const name of names) {
          expect(errors.find((error) => error.startsWith(`${name}: `))).toContain(`id ${engine.get(name).id}.`);
        }
      }
      expect(count()).toBe(Object.keys(SAME).length);
    });
  });

  test.each([
    ["an SRV record that says there is no such service", { host: "_imap._tcp", type: "SRV", value: "0 0 ." }, "0  0 ."],
    ["an MX record that says there is no mail", { type: "MX", value: "." }, " ."],
  ])("%s", async (_what, record, value) => {
    start({ spacing: "double" });
    const engine = world.engine();
    const inputs = { domain: "example.com", prio: 1, ...record };
    clean(await engine.up(program(inputs)));
    await expectSettled(world, engine, program({ ...inputs, value }));
  });

  test.each(Object.entries(DIFFERENT))("%s makes two records", async (_name, pair) => {
    const [one = {}, other = {}] = pair;
    start({});
    const engine = world.engine();
    clean(
      await engine.up({
        one: { type: "FornexDnsRecord", inputs: one },
        other: { type: "FornexDnsRecord", inputs: other },
      }),
    );
    expect(count()).toBe(2);
    const changed = world.engine();
    changed.state = structuredClone(engine.state.filter(({ name }) => name === "one"));
    const outcome = await changed.preview({ one: { type: "FornexDnsRecord", inputs: other } });
    expect(outcome.operations).toEqual(["update one"]);
  });
});
