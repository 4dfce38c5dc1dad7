import { mkdirSync, symlinkSync } from "node:fs";
import { basename, delimiter, join } from "node:path";
import { engineFolder } from "./engine";
import { expectCode, isSecret, type Stack, useHosters } from "./harness";

/** Programs without code: the plugin alone, by its schema. */
describe("a YAML program", () => {
  const hosters = useHosters();
  let stack: Stack;
  beforeAll(() => {
    stack = hosters.stack();
  });

  const program = (value: string, options = "") =>
    stack.yaml(`
resources:
  zone:
    type: vps:FornexDnsDomain
    properties: { name: yaml.example, ip: 192.0.2.10 }
    ${options && `options: { aliases: [{ type: "pulumi-nodejs:dynamic/vps:FornexDnsDomain" }] }`}
  www:
    type: vps:FornexDnsRecord
    properties: { domain: "\${zone.name}", host: www2, type: A, value: ${value}, ttl: 300 }
    ${options && `options: { aliases: [{ type: "pulumi-nodejs:dynamic/vps:FornexDnsRecord" }] }`}
variables:
  records:
    fn::invoke:
      function: vps:getFornexDnsRecords
      arguments: { domain: "\${zone.name}", type: NS }
      return: records
outputs:
  nameservers: \${records}
`);

  test("takes over what a TypeScript program made, without a write", async () => {
    stack.program(`
const zone = new FornexDnsDomain("zone", { name: "yaml.example", ip: "192.0.2.10" });
new FornexDnsRecord("www", { domain: zone.name, host: "www2", type: "A", value: "192.0.2.11", ttl: 300 });
`);
    expectCode(await stack.upNow(), 0);
    hosters.simulator.clearRequests();
    expectCode(await program("192.0.2.11", "aliases").up(), 0);
    expect(hosters.writes()).toEqual([]);
    expect(stack.resources().map(({ type }) => type)).toEqual([
      "vps:index:FornexDnsDomain",
      "vps:index:FornexDnsRecord",
    ]);
    expect(isSecret(stack.outputs("zone").seeded)).toBe(true);
    expectCode(await program("192.0.2.11").drift(), 0);
  });

  test("changes, finds drift, and is told which property is wrong before anything is sent", async () => {
    const preview = await program("192.0.2.12").preview("--diff");
    expect(preview.output).toMatch(/~ value *: "192\.0\.2\.11" => "192\.0\.2\.12"/);
    expectCode(await stack.upNow(), 0);
    const { id = "" } = stack.resource("www");
    hosters.simulator.patch({
      fornex: { domains: { "yaml.example": { entries: { [id]: { value: "192.0.2.99" } } } } },
    });
    expectCode(await stack.drift(), 7);
    expectCode(await stack.upNow("--refresh"), 0);
    expect(hosters.simulator.state().fornex.domains["yaml.example"]?.entries[id]?.value).toBe("192.0.2.12");
    hosters.simulator.clearRequests();
    const wrong = await program("not-an-address").up();
    expectCode(wrong, 1);
    expect(wrong.output).toContain("value");
    expect(hosters.writes()).toEqual([]);
    expectCode(await program("192.0.2.12").destroy(), 0);
  });

  test("has its credentials encrypted in state though it writes them down in plain", async () => {
    const { FORNEX_API_KEY = "", FORNEX_BASE_URL = "" } = hosters.simulator.env;
    stack.yaml(`
resources:
  second:
    type: pulumi:providers:vps
    properties: { fornexApiKey: ${FORNEX_API_KEY}, fornexUrl: "${FORNEX_BASE_URL}", kiwivmKeys: { "123456": plain-kiwi-key } }
  zone:
    type: vps:FornexDnsDomain
    properties: { name: second.example, ip: 192.0.2.10 }
    options: { provider: "\${second}" }
`);
    expectCode(await stack.up(), 0);
    for (const credential of [FORNEX_API_KEY, "plain-kiwi-key"]) expect(stack.stateText()).not.toContain(credential);
    expectCode(await stack.drift(), 0);
    expectCode(await stack.destroy(), 0);
  });

  test("on a machine without Node.js is told so by the engine, in a line of ours", async () => {
    const bare = join(stack.folder, "bare");
    mkdirSync(bare);
    for (const tool of ["/bin/sh", "/usr/bin/dirname"]) symlinkSync(tool, join(bare, basename(tool)));
    stack.env.PATH = [engineFolder(), bare].join(delimiter);
    const preview = await program("192.0.2.11").preview();
    expect(preview.code).not.toBe(0);
    expect(preview.output).toContain("pulumi-vps needs Node.js 22.19 or newer, and there is no node on the PATH.");
  });
});
