import { inAllLanguages } from "../../../scripts/examples/languages.mts";

const PROGRAM = `import { readFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import { getThingsOutput, Thing } from "pulumi-vps";

const config = new pulumi.Config();
const version = "1.4.2";
const parts = ["a", 1, true]; // all of them
const firstThing = new Thing(
  "first-thing",
  {
    // these come first
    maxSize: 2,
  },
);
new Thing("other", {
  text: \`{\${version}} is \${version}\`,
  script: readFileSync("run.sh", "utf8"),
  environment: { TOKEN: config.requireSecret("token"), "with-dash": "on" },
  parts,
  class: config.require("class"),
  lambda: firstThing.maxSize,
  // allowIt: true, for once
}, { protect: true });
export const total = getThingsOutput({ of: firstThing.name }).things[0].vpsIPs; // secret
getThingsOutput().last.apply((all) => all.map(String));
`;
const LOGIC = `getOthers().then(({ things, count = 1 }) => {
  console.log(things, count);
});
`;

test("a program in Python: its names, its literals, its comments, its long lines", () => {
  expect(inAllLanguages("Thing", PROGRAM + LOGIC).python).toBe(`from pathlib import Path

import pulumi
import pulumi_vps as vps

config = pulumi.Config()
version = "1.4.2"
parts = ["a", 1, True]  # all of them
first_thing = vps.Thing(
    "first-thing",
    # these come first
    max_size=2,
)
vps.Thing(
    "other",
    text=f"{{{version}}} is {version}",
    script=Path("run.sh").read_text(),
    environment={"TOKEN": config.require_secret("token"), "with-dash": "on"},
    parts=parts,
    class_=config.require("class"),
    lambda_=first_thing.max_size,
    # allow_it=True, for once
    opts=pulumi.ResourceOptions(protect=True),
)
pulumi.export("total", vps.get_things_output(of=first_thing.name).things[0].vps_ips)  # secret
pulumi.export("last", vps.get_things_output().last)
others = vps.get_others()
pulumi.export("things", others.things)
pulumi.export("count", others.count)`);
});

test("a program in YAML: its settings, its names, what a parser would take for something else", () => {
  expect(inAllLanguages("Thing", PROGRAM).yaml).toBe(`config:
  token:
    type: string
    secret: true
  class:
    type: string
variables:
  version: "1.4.2"
  parts: # all of them
    - a
    - 1
    - true
  things:
    fn::invoke:
      function: vps:getThings
      arguments:
        of: \${firstThing.name}
      return: things
  last:
    fn::invoke:
      function: vps:getThings
      return: last
resources:
  firstThing:
    type: vps:Thing
    name: first-thing
    properties:
      # these come first
      maxSize: 2
  other:
    type: vps:Thing
    properties:
      text: "{\${version}} is \${version}"
      script:
        fn::readFile: ./run.sh
      environment:
        TOKEN: \${token}
        with-dash: "on"
      parts: \${parts}
      class: \${class}
      lambda: \${firstThing.maxSize}
      # allowIt: true, for once
    options:
      protect: true
outputs:
  total: \${things[0].vpsIPs} # secret
  last: \${last}`);
});

test.each([
  ["an import", 'import { homedir } from "node:os";', "`import"],
  ["a name of another package", 'import { all } from "@pulumi/pulumi";', "`import"],
  ["a loop", "for (const host of hosts) new Thing(host, {});", "`for"],
  ["a call", "export const sum = add(1, 2);", "`add(1, 2)`"],
  ["a value that is made", 'new Thing("thing", { size: 1 + 1 });', "`1 + 1`"],
  ["a property that is spread", 'new Thing("thing", { ...common });', "`...common`"],
  ["a name that is not there", 'new Thing("thing", { size });', "`size`"],
  [
    "an output in a text",
    'const one = new Thing("a", {});\nnew Thing("b", { text: `$' + "{one.name}` });",
    "`one.name`",
  ],
  ["logic in a value", 'const one = new Thing("a", {});\nnew Thing("b", { n: one.n.apply((n) => n + 1) });', "`one.n"],
  ["an answer that is exported whole", "export const all = getThings();", "all that getThings answers"],
  ["logic over a whole answer", "export const all = getThings().then((all) => Object.keys(all));", "no property"],
  ["a comment before a statement", '// It has a size.\nnew Thing("thing", {});', "It has a size."],
  ["a comment beside a property", 'new Thing("thing", {\n  size: 1, // small\n  last: 2,\n});', "its own line"],
  ["a comment in a list", "const all = [\n  1,\n  // nothing\n];", "nothing"],
  ["a comment in a block", "const one = 1; /* first */", "must begin with //"],
  ["a name that Python's module has", 'const vps = new Thing("thing", {});', "in Python the name vps is taken"],
  [
    "a name that stands for two things in YAML",
    'const size = new Thing("a", {});\nexport const b = getThings().then(({ size }) => size);',
    "in YAML the name size is taken",
  ],
])("%s that no other language would have ends the run, with the name of the example", (_what, code, message) => {
  expect(() => inAllLanguages("getThings", code)).toThrow("An example of getThings cannot be translated: ");
  expect(() => inAllLanguages("getThings", code)).toThrow(message);
});
