import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { parse } from "yaml";
import { partsOf } from "../../scripts/docs/description.mts";
import { FUNCTIONS, RESOURCES } from "../unit/schema/support";
import { expectCode, useHosters } from "./harness";
import { ROOT } from "./package";
import { PYTHON, virtualEnvironment } from "./python/environment";

const SECTIONS = ["config", "variables", "resources", "outputs"] as const;
type Program = Partial<Record<(typeof SECTIONS)[number], Record<string, Record<string, unknown>>>>;

/** A public key whose parts are what they say. */
const KEY = Buffer.from("\0\0\0\x0bssh-ed25519\0\0\0\x20".padEnd(51, "k"), "latin1").toString("base64");
/** The machine that the examples speak of, and the one that the simulator has a key for. */
const [EXAMPLES_MACHINE, MACHINE] = ["123456", "111141"];

/** The schema is checked elsewhere: here the YAML host, the engine and the plugin take what the pages show. */
describe("the YAML examples of the reference pages", () => {
  const hosters = useHosters();

  test("preview, as few programs, with nothing written", async () => {
    hosters.simulator.patch({
      fornex: { orders: { "34-177054": { vps: { log: { "222287": {} } } } } },
      vpsorg: { servers: { "12345": {} } },
    });
    const stack = hosters.stack();
    writeFiles(stack.project);
    for (const program of programs()) {
      // Where a program makes the zone, it is not there yet when functions ask for it.
      hosters.simulator.patch({ fornex: { domains: { "example.com": program.resources ? null : {} } } });
      for (const name of Object.keys(program.config ?? {})) await stack.configure(name, `https://${name}.example.com`);
      const body = Object.entries(program).map(([section, all]) => `${section}: ${JSON.stringify(all, null, 2)}\n`);
      expectCode(await stack.yaml(body.join("")).preview(), 0);
    }
    expect(hosters.writes()).toEqual([]);
  });
});

describe("the Python examples of the reference pages", () => {
  const folder = mkdtempSync(join(tmpdir(), "pulumi-vps-examples-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** What goes wrong in each program, under Pulumi's mocks. */
  async function problems(sources: readonly string[]): Promise<(string | null)[]> {
    const { status, stdout, stderr } = spawnSync(
      join(await virtualEnvironment(), "bin/python"),
      [join(__dirname, "python/runExamples.py")],
      {
        cwd: folder,
        input: JSON.stringify(sources),
        encoding: "utf8",
        env: {
          ...process.env,
          PYTHONPATH: [join(ROOT, "sdk/python"), folder].join(delimiter),
          // The folder holds what is made of the schema, and no more.
          PYTHONDONTWRITEBYTECODE: "1",
        },
      },
    );
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as (string | null)[];
  }

  const maybe = PYTHON === undefined ? test.skip : test;

  maybe("run with the SDK as it is in sdk/python, and what it does not have is told", async () => {
    writeFiles(folder);
    // The SDK asks for its version.
    const installed = join(folder, "pulumi_vps-0.1.0.dist-info");
    mkdirSync(installed);
    writeFileSync(join(installed, "METADATA"), "Metadata-Version: 2.1\nName: pulumi_vps\nVersion: 0.1.0\n");

    const sources = [...RESOURCES, ...FUNCTIONS].flatMap(([, { description }]) =>
      partsOf(description).examples.map(({ python = "" }) => python),
    );
    const head = "import pulumi\nimport pulumi_vps as vps\n";
    const wrong = [
      `${head}vps.FornexDnsDomain("zone", nam="example.com", ip="192.0.2.10")`,
      `${head}pulumi.export("keys", vps.get_ssh_keys_output().key)`,
    ];
    const all = await problems([...sources, ...wrong]);
    expect(sources.map((source, index) => [source, all[index]]).filter(([, problem]) => problem !== null)).toEqual([]);
    expect(all.slice(sources.length)).toEqual([
      expect.stringContaining("unexpected keyword argument 'nam'"),
      expect.stringContaining("no attribute 'key'"),
    ]);
  });
});

/** The files of a project that examples read. */
function writeFiles(folder: string): void {
  mkdirSync(join(folder, "keys"));
  writeFileSync(join(folder, "keys", "laptop.pub"), `ssh-ed25519 ${KEY} laptop\n`);
  writeFileSync(join(folder, "upgrade.sh"), "apt-get --yes upgrade\n");
}

/** All examples, those with resources apart. Two resources that describe one object cannot be in one program, unless they are the same. */
function programs(): Program[] {
  const all: Program[] = [];
  const resources: string[] = [];
  for (const [name, { description }] of [...RESOURCES, ...FUNCTIONS]) {
    for (const [index, { yaml = "" }] of partsOf(description).examples.entries()) {
      const program = parse(yaml.replaceAll(EXAMPLES_MACHINE, MACHINE)) as Program;
      const text = JSON.stringify(program.resources);
      if (!resources.includes(text)) resources.push(text);
      const example = renamed(program, `${name}${index}`, `${resources.indexOf(text)}`);
      const place = all.find((one) => !clash(one, example)) ?? {};
      if (!all.includes(place)) all.push(place);
      for (const section of SECTIONS) {
        if (example[section]) place[section] = { ...place[section], ...example[section] };
      }
    }
  }
  return all;
}

function clash({ resources: some = {} }: Program, { resources: others = {} }: Program): boolean {
  if (isEmpty(some) !== isEmpty(others)) return true;
  return Object.entries(others).some(([name, { type }]) =>
    Object.entries(some).some(([other, one]) => one.type === type && other !== name),
  );
}

function isEmpty(record: object): boolean {
  return Object.keys(record).length === 0;
}

/** With names that no other example has, but for settings, whose names are the stack's, and for the same resources. */
function renamed(program: Program, suffix: string, suffixOfResources: string): Program {
  const { config = {}, resources = {} } = program;
  const own = (name: string) => (name in config ? name : `${name}_${name in resources ? suffixOfResources : suffix}`);
  const text = JSON.stringify(program).replace(/(?<=\$\{)\w+/g, own);
  return Object.fromEntries(
    Object.entries(JSON.parse(text) as Program).map(([section, all]) => [
      section,
      Object.fromEntries(
        Object.entries(all).map(([name, one]) => [section === "outputs" ? `${name}_${suffix}` : own(name), one]),
      ),
    ]),
  );
}
