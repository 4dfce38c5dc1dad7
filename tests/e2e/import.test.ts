import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { enginePath } from "./engine";
import { expectCode, isSecret, type Run, type Stack, useHosters } from "./harness";
import { ROOT } from "./package";

const ZONE = "example.com";
const WEBHOOK = "https://hooks.example.net/T1/B2/secret-part";
const PUBLIC_KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHUExkYnNsBUgnC3JjMVqCzQj2j9nBH7GWNVnNNxhqRh laptop";

/** A whole account is taken over by one command, on the real engine. */
describe("pulumi-vps import", () => {
  const hosters = useHosters();

  beforeAll(() => {
    const numbers = Array.from({ length: 193 }, (_one, index) => index + 1);
    const record = (host: string, type: string, value: string, prio: number | null = null) => ({
      host,
      type,
      value,
      prio,
      ttl: 300,
    });
    hosters.simulator.patch({
      vpsorg: {
        servers: Object.fromEntries(
          [1, 2, 3, 4, 5].map((number) => [
            String(900 + number),
            {
              // Two of one name, which VPS.org may allow.
              name: `web-${Math.min(number, 4)}`,
              ip_address: `198.51.100.${number}`,
              hostname: `web-${number}.${ZONE}`,
              plan_id: 1,
              os_id: 5,
              location: "us-west",
            },
          ]),
        ),
      },
      fornex: {
        domains: {
          [ZONE]: {
            entries: Object.fromEntries([
              [1000, record("", "A", "198.51.100.1")],
              [1001, record("www", "A", "198.51.100.1")],
              [1002, record("mail", "A", "203.0.113.21")],
              [1003, record("", "MX", "mail.example.com", 10)],
              [1004, record("", "MX", "mx.example.net", 20)],
              [1005, record("_dmarc", "TXT", `v=DMARC1; p=none; rua=\${nobody}`)],
              [1006, record("*", "CNAME", `${ZONE}.`)],
              ...numbers.map((number) => [2000 + number, record(`host-${number}`, "A", "192.0.2.77")]),
            ]),
          },
          "small.example": { entries: { 3000: record("www", "A", "198.51.100.2") } },
        },
        sshKeys: { 67: { title: "my laptop", key: PUBLIC_KEY } },
        webhook: { url: WEBHOOK },
      },
      kiwivm: { machines: { 111141: { hostname: `mail.${ZONE}`, ptr: { "203.0.113.21": `mail.${ZONE}` } } } },
    });
  });

  const taken = (stack: Stack, ...args: string[]): Promise<Run> =>
    stack.step(`node ${join(ROOT, "dist/cli/main.js")} import ${args.join(" ")}`);

  /** A command of Pulumi in the project that was written. */
  const inProject = (stack: Stack, folder: string, command: string): Promise<Run> =>
    stack.step(`cd ${folder}; pulumi ${command} --stack test --non-interactive`);

  const empty = (stack: Stack, plugin = true): Stack => {
    stack.hasPlugin = plugin;
    return stack.program("");
  };

  describe("into a TypeScript project", () => {
    let stack: Stack;
    let run: Run;
    let program: string;
    beforeAll(async () => {
      stack = empty(hosters.stack());
      hosters.simulator.clearRequests();
      run = await taken(stack, "--yes", "--out", "taken");
      expectCode(run, 0);
      program = readFileSync(join(stack.project, "taken/index.ts"), "utf8");
    });

    test("takes all of it over, and writes nothing at a hoster", () => {
      expect(hosters.writes()).toEqual([]);
      const count = (kind: string) => stack.resources().filter(({ type }) => type === `vps:index:${kind}`).length;
      expect(count("VpsOrgServer")).toBe(5);
      expect(count("FornexDnsRecord")).toBe(201);
      expect(count("KiwiServer")).toBe(1);
      expect(stack.resources().every(({ protect }) => protect === true)).toBe(true);
      expect(run.stderr).toMatch(/FornexDnsDomain +example\.com +example\.com/);
      expect(run.stderr).toMatch(/Stays unmanaged:\n(.*\n)* +FornexNameservers: Fornex shows neither name servers/);
      expect(run.stderr).toMatch(/^ +Order 34-5678: No resource manages an order of the kind "ds"\.$/m);
      expect(run.stderr).toContain("takes that protection away from what the program");
    });

    test("names each by what it is; two of one name, and two of one host and type, by their ids as well", () => {
      const names = stack.resources().map(({ urn }) => urn.split("::").at(-1));
      expect(names).toEqual(
        expect.arrayContaining(["web-1", "web-4-904", "web-4-905", "www.example.com-A", "example.com-MX-1003"]),
      );
    });

    test("writes a program as a person would, without a secret", () => {
      expect(program).toContain('const exampleCom = new FornexDnsDomain("example.com"');
      expect(program).toContain('"www.example.com-A": { host: "www", type: "A", value: web1.ipAddress, ttl: 300 },');
      expect(program).toContain("{ domain: exampleCom.name, ...record }");
      expect(program).toMatch(/value: \w+\.ipAddresses\[0\]/);
      expect(program).toMatch(/ptr: pulumi\.interpolate`\$\{mailExampleComA\.host\}\.\$\{mailExampleComA\.domain\}`/);
      expect(program).toContain("keyId: myLaptop.keyId");
      expect(program).toContain('url: config.requireSecret("ticketsUrl")');
      expect(program).toContain("// Left out: FornexNameservers.");
      expect(program.match(/protect: true/g)).toHaveLength(5 + 2 + 2 + 1);
      const everything = `${program}${run.output}${readFileSync(join(stack.project, "taken/Pulumi.test.yaml"), "utf8")}`;
      for (const secret of [WEBHOOK, ...secretsIn(stack.env)]) expect(everything).not.toContain(secret);
      expect(isSecret(stack.outputs("tickets").url)).toBe(true);
    });

    test("the program type-checks, and its first preview shows no change", async () => {
      const types = spawnSync(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), "-p", "taken"], {
        cwd: stack.project,
        encoding: "utf8",
      });
      expect(types.stdout).toBe("");
      hosters.simulator.clearRequests();
      expectCode(await inProject(stack, "taken", "preview --expect-no-changes"), 0);
      expectCode(await inProject(stack, "taken", "up --yes --skip-preview --expect-no-changes"), 0);
      expect(hosters.writes()).toEqual([]);
      expect(stack.resource("www.example.com-A").protect ?? false).toBe(false);
      expect(stack.resource("web-1").protect).toBe(true);
    });

    test("a second run finds nothing new; a folder that holds anything is not written to", async () => {
      const before = stack.stateText();
      const again = await taken(stack, "--yes", "--out", "again");
      expectCode(again, 0);
      expect(again.stderr).toContain("all of it is in the stack already");
      expect(existsSync(join(stack.project, "again"))).toBe(false);
      expect(stack.stateText()).toBe(before);
      const full = await taken(stack, "--yes", "--out", "taken");
      expectCode(full, 1);
      expect(full.stderr).toContain("is not empty");
      expect(readFileSync(join(stack.project, "taken/index.ts"), "utf8")).toBe(program);
    });
  });

  test("into a YAML project, for an explicit provider of the stack, with its own credentials", async () => {
    const { FORNEX_API_KEY = "", ...others } = hosters.simulator.env;
    const stack = hosters.stack();
    for (const name of Object.keys(others)) if (/TOKEN|_KEY/.test(name)) delete stack.env[name];
    delete stack.env.FORNEX_API_KEY;
    stack.hasPlugin = true;
    await stack.configure("firstKey", FORNEX_API_KEY);
    expectCode(
      await stack
        .yaml(
          `config: { firstKey: { type: string, secret: true } }
resources: { first: { type: "pulumi:providers:vps", properties: { fornexApiKey: "\${firstKey}" } } }
`,
        )
        .upNow(),
      0,
    );
    const missing = await taken(stack, "--yes", "--provider", "second");
    expectCode(missing, 1);
    expect(missing.stderr).toContain("The stack has no provider second of this package; it has first.");

    const run = await taken(stack, "--yes", "--provider", "first", "--hoster", "fornex", "--out", "taken");
    expectCode(run, 0);
    const program = readFileSync(join(stack.project, "taken/Pulumi.yaml"), "utf8");
    expect(program).toContain(`provider: \${first}`);
    expect(program).toContain(`domain: \${exampleCom.name}`);
    for (const secret of [WEBHOOK, FORNEX_API_KEY]) expect(program + run.output).not.toContain(secret);
    hosters.simulator.clearRequests();
    expectCode(await inProject(stack, "taken", "preview --expect-no-changes"), 0);
    expect(hosters.writes()).toEqual([]);
  });

  test("without the plugin, writes a program that adopts, and whose preview says so", async () => {
    const stack = empty(hosters.stack(), false);
    hosters.simulator.clearRequests();
    const run = await taken(stack, "--zone", "Small.example", "--out", "taken");
    expectCode(run, 0);
    expect(run.stderr).toContain("The next `pulumi preview` lists what will be adopted.");
    expect(stack.resources()).toEqual([]);
    const preview = await inProject(stack, "taken", "preview");
    expectCode(preview, 0);
    expect(preview.output).toContain("www.small.example-A: adopts record 3000 as it is");
    expect(hosters.writes()).toEqual([]);
  });

  /** A command that finds a `pulumi` whose imports go as `importing` says; `$PULUMI` is the engine's own, `$FILE` what is to be imported. */
  const takenBy = (stack: Stack, importing: string, ...args: string[]): Promise<Run> => {
    const tools = join(stack.folder, "tools");
    mkdirSync(tools, { recursive: true });
    const script = `#!/bin/sh
PULUMI="${enginePath()}"
[ "$1" = import ] || exec "$PULUMI" "$@"
FILE="$3"
${importing}
`;
    writeFileSync(join(tools, "pulumi"), script, { mode: 0o755 });
    return stack.step(`PATH=${tools}:$PATH node ${join(ROOT, "dist/cli/main.js")} import ${args.join(" ")}`);
  };
  const edited = (edit: string) =>
    `node -e 'const fs = require("fs"), all = JSON.parse(fs.readFileSync(process.argv[1])); ${edit}; fs.writeFileSync(process.argv[1], JSON.stringify(all))' "$FILE"`;

  test("asks, and leaves everything alone where nobody agrees or the engine refuses one of them", async () => {
    const stack = empty(hosters.stack());
    const unasked = await taken(stack, "--hoster", "vpsorg");
    expectCode(unasked, 1);
    expect(unasked.stderr).toContain("Run with --yes to agree.");
    const more = edited('all.resources.push({ type: "vps:index:VpsOrgServer", name: "bad", id: "999" })');
    const refused = await takenBy(stack, `${more}; exec "$PULUMI" "$@"`, "--hoster vpsorg --yes --out taken");
    expectCode(refused, 1);
    expect(refused.stderr).toContain("resource '999' does not exist");
    expect(existsSync(join(stack.project, "taken"))).toBe(false);
    expect(stack.resources()).toEqual([]);
  });

  test("interrupted, it says what the stack holds; the next run takes the rest, as the program has it", async () => {
    const stack = empty(hosters.stack());
    const half = `${edited("all.resources.length = 4")}; "$PULUMI" "$@"; exit 1`;
    const interrupted = await takenBy(stack, half, "--hoster vpsorg --yes --out taken");
    expectCode(interrupted, 1);
    expect(interrupted.stderr).toContain("Stack test holds 4 of these 5 objects now.");
    expectCode(await taken(stack, "--hoster", "vpsorg", "--yes"), 0);
    expectCode(await inProject(stack, "taken", "preview --expect-no-changes"), 0);
  });

  test("says what it could not look at, takes the rest, and ends with 1", async () => {
    const stack = empty(hosters.stack({ FORNEX_API_KEY: "wrong" }));
    const run = await taken(stack, "--yes", "--hoster", "vpsorg", "fornex");
    expectCode(run, 1);
    expect(run.stderr).toMatch(/^ +FornexDnsDomain: .*401/m);
    expect(run.stderr).toContain("Some of it could not be looked at.");
    expect(run.stdout).toContain('new VpsOrgServer("web-1"');
    expect(stack.resources()).toHaveLength(5);
  });
});

function secretsIn(env: Readonly<Record<string, string>>): string[] {
  return Object.entries(env).flatMap(([name, value]) => (/TOKEN|_KEY$/.test(name) ? [value] : []));
}
