import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { partsOf } from "../../../scripts/docs/description.mts";
import { FUNCTIONS, RESOURCES } from "../schema/support";
import { hasPython, pythonProblems } from "./support/pythonProblems";
import { typescriptProblems } from "./support/typescriptProblems";
import { yamlProblems } from "./support/yamlProblems";

/** Every resource and function, its page, and its examples. */
const ALL = [
  ...RESOURCES.map(([name, { description }]) => [name, `resources/${name}`, partsOf(description).examples] as const),
  ...FUNCTIONS.map(([name, { description }]) => [name, `functions/${name}`, partsOf(description).examples] as const),
];
const FENCES = { TypeScript: "typescript", Python: "python", YAML: "yaml" };

test.each(ALL)("%s: its page shows each example in all languages", (_name, page, examples) => {
  const text = readFileSync(resolve(__dirname, `../../../docs/${page}.md`), "utf8");
  expect(examples).not.toEqual([]);
  for (const [title, language] of Object.entries(FENCES)) {
    const [, shown = ""] = new RegExp(`^### ${title}\n(.*?)(?=^##)`, "ms").exec(text) ?? [];
    for (const example of examples) expect(shown).toContain(`\`\`\`${language}\n${example[language]}\n\`\`\``);
  }
});

test.each(ALL)("%s: the schema has nothing against its YAML", (_name, _page, examples) => {
  expect(examples.flatMap(({ yaml = "" }) => yamlProblems(yaml))).toEqual([]);
});

const ZONE = `
config:
  address:
    type: string
variables:
  records:
    fn::invoke:
      function: vps:getFornexDnsRecords
      arguments:
        domain: \${zone.name}
        type: MX
      return: records
resources:
  zone:
    type: vps:FornexDnsDomain
    properties:
      name: example.com
      ip: \${address}
      seededRecords: remove
    options:
      protect: true
  www:
    type: vps:FornexDnsRecord
    properties:
      domain: \${zone.name}
      host: www
      type: A
      value: 192.0.2.11
      ttl: 300
outputs:
  first: \${records[0].value}
`;

test.each([
  ["what is right", "zone", "zone", []],
  ["an unknown section", "outputs:", "output:", ["The program: output is unknown"]],
  ["an unknown resource", "vps:FornexDnsRecord", "vps:FornexRecord", ["vps:FornexRecord is no resource"]],
  ["an unknown argument", "host: www", "hostname: www", ["www: hostname is unknown"]],
  ["a missing argument", "      type: A\n", "", ["www lacks type"]],
  ["an unknown word", "remove", "delete", ['zone: seededRecords cannot be "delete"']],
  ["a text for a number", "ttl: 300", 'ttl: "300"', ['www: ttl cannot be "300"']],
  ["a number for a text", "host: www", "host: 1", ["www: host cannot be 1"]],
  ["an unknown option", "protect", "protected", ["zone: protected is unknown"]],
  [
    "a reference to nothing",
    `ip: \${address}`,
    `ip: \${adress}`,
    ["adress: adress is not there", `zone: ip cannot be "\${adress}"`],
  ],
  ["a reference of another type", "ttl: 300", `ttl: \${zone.name}`, [`www: ttl cannot be "\${zone.name}"`]],
  [
    "an unknown function",
    "vps:getFornexDnsRecords",
    "vps:getRecords",
    expect.arrayContaining(["vps:getRecords is no function"]),
  ],
  ["an unknown argument of a function", "type: MX", "kind: MX", ["records: kind is unknown"]],
  ["a missing argument of a function", `domain: \${zone.name}\n        `, "", ["records lacks domain"]],
  [
    "an unknown answer",
    "return: records",
    "return: entries",
    expect.arrayContaining(["records: entries is no property"]),
  ],
  [
    "an unknown property of an answer",
    "].value",
    "].content",
    expect.arrayContaining(["records[0].content: content is no property"]),
  ],
])("in YAML, %s is told", (_what, good, bad, problems) => {
  expect(ZONE).toContain(good);
  expect(yamlProblems(ZONE.replace(good, bad))).toEqual(problems);
});

test("TypeScript accepts each example", () => {
  const sources = ALL.flatMap(([, , examples]) => examples.map(({ typescript = "" }) => typescript));
  expect(typescriptProblems(sources)).toEqual([]);
  expect(typescriptProblems([`${sources[0]}\nnothing();`])).toEqual([
    expect.stringContaining("Cannot find name 'nothing'"),
  ]);
});

const maybe = hasPython ? test : test.skip;

maybe("Python compiles each example, and the schema has nothing against it", () => {
  const sources = ALL.flatMap(([, , examples]) => examples.map(({ python = "" }) => python));
  const problems = pythonProblems(sources).map((all, index) => ({ source: sources[index], all }));
  expect(problems.filter(({ all }) => all.length > 0)).toEqual([]);
});

const PLANETS = `import pulumi
import pulumi_vps as vps

zone = vps.FornexDnsDomain("zone", name="example.com", ip="192.0.2.10")
pulumi.export("best", vps.get_air_vpn_status().planets[0].server_best)
pulumi.export("zone", zone.name)
`;

maybe("in Python, what is wrong is told", () => {
  const wrong: [string, string, string[]][] = [
    ["zone", "zone", []],
    [
      "vps.FornexDnsDomain",
      "vps.FornexDomain",
      ["pulumi_vps has no FornexDomain", "FornexDomain: name is no property"],
    ],
    ["get_air_vpn_status", "get_airvpn_status", ["pulumi_vps has no get_airvpn_status"]],
    ["ip=", "ip_address=", ["FornexDnsDomain takes no ip_address", "FornexDnsDomain lacks ip"]],
    ["server_best", "serverBest", ["get_air_vpn_status: serverBest is no property"]],
    ["zone.name", "zone.nam", ["FornexDnsDomain: nam is no property"]],
    ["import pulumi\n", "", ["pulumi is not defined"]],
  ];
  const problems = pythonProblems(wrong.map(([good, bad]) => PLANETS.replace(good, bad)));
  wrong.forEach(([, , expected], index) => {
    expect(problems[index]).toEqual(expect.arrayContaining(expected));
    expect(problems[index]?.length === 0).toBe(expected.length === 0);
  });
  expect(() => pythonProblems(["zone = ("])).toThrow("SyntaxError");
});
