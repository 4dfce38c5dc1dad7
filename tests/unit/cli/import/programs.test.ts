import { parse } from "yaml";
import type { Found, Program } from "../../../../cli/import/model";
import { declarations, providerDeclaration } from "../../../../cli/import/references";
import { typescript } from "../../../../cli/import/typescript";
import { identifiersOf } from "../../../../cli/import/writing";
import { yaml } from "../../../../cli/import/yaml";
import type { Server } from "../../../../cli/stack";

const found = (kind: string, name: string, inputs: object, shown: object = {}): Found => ({
  kind,
  name,
  id: name,
  importId: name,
  inputs: { ...inputs },
  properties: { ...inputs, ...shown },
  remarks: [],
});
const record = (name: string, inputs: object) => found("FornexDnsRecord", name, { domain: "example.com", ...inputs });
const zone = found("FornexDnsDomain", "example.com", { name: "Example.com.", ip: "192.0.2.1" });
const server = (name: string, ipAddress: string, ipv6Address = "") =>
  found("VpsOrgServer", name, { name, planId: 1 }, { ipAddress, ipv6Address });

const programOf = (all: Found[], servedBy: Server = "plugin"): Program => ({
  provider: undefined,
  declarations: declarations(all, servedBy),
  notes: [],
});
const written = (...all: Found[]) => typescript(programOf(all), "pulumi-vps/native");
const asYaml = (...all: Found[]) => yaml(programOf(all), { name: "it" });
const resourcesIn = (text: string) => (parse(text) as { resources: Record<string, object> }).resources;

describe("a value is a reference", () => {
  test("to the zone, however its name is written, and to the server that alone has the address", () => {
    const text = written(
      record("www", { host: "www", type: "A", value: "198.51.100.1" }),
      zone,
      server("web", "198.51.100.1"),
    );
    expect(text).toContain("domain: exampleCom.name");
    expect(text).toContain("value: web.ipAddress");
    // What is referred to comes first.
    expect(text.indexOf("const web = ")).toBeLessThan(text.indexOf("value: web.ipAddress"));
  });

  test("also to an IPv6 address in another spelling", () => {
    const text = written(
      record("www", { host: "www", type: "AAAA", value: "2001:DB8:0::1" }),
      server("web", "", "2001:db8::1"),
    );
    expect(text).toContain("value: web.ipv6Address");
  });

  test("to none where two servers have the address, and not in records of other types", () => {
    const servers = [server("one", "198.51.100.1"), server("two", "198.51.100.1")];
    const text = written(
      ...servers,
      record("www", { host: "www", type: "A", value: "198.51.100.1" }),
      record("spf", { type: "TXT", value: "198.51.100.1" }),
    );
    expect(text).not.toContain(".ipAddress");
  });

  test("of a PTR, to the record that leads to its address, and to none else", () => {
    const ptr = (name: string) => found("KiwiPtr", "it", { veid: "1", ip: "203.0.113.1", ptr: name });
    const mail = record("mail", { host: "mail", type: "A", value: "203.0.113.1" });
    const apex = record("apex", { type: "A", value: "203.0.113.1" });
    expect(written(ptr("mail.example.com"), mail)).toContain(
      `ptr: pulumi.interpolate\`\${mail.host}.\${mail.domain}\``,
    );
    expect(written(ptr("example.com"), apex)).toContain("ptr: apex.domain");
    expect(written(ptr("other.example.com"), mail)).toContain('ptr: "other.example.com"');
    const elsewhere = record("mail", { host: "mail", type: "A", value: "203.0.113.2" });
    expect(written(ptr("mail.example.com"), elsewhere)).toContain('ptr: "mail.example.com"');
    expect(resourcesIn(asYaml(ptr("mail.example.com"), mail)).it).toMatchObject({
      properties: { ptr: `\${mail.host}.\${mail.domain}` },
    });
  });
});

test("text is text in both languages, whatever it looks like", () => {
  const odd = `a "quoted" \\ \${x} \`tick\` # no: comment`;
  const txt = record("txt", { host: "txt", type: "TXT", value: odd });
  expect(written(txt)).toContain(`value: ${JSON.stringify(odd)}`);
  const { properties } = resourcesIn(asYaml(txt)).txt as { properties: { value: string } };
  expect(properties.value).toBe(odd.replace("${", "$$${"));
});

test("the records of a zone are a table, in which each keeps its name; a single one is none", () => {
  const one = record("a", { type: "A", value: "192.0.2.1" });
  const other = record("b", { type: "A", value: "192.0.2.2" });
  expect(written(one)).not.toContain("Record<");
  expect(written(one, other)).toContain(
    [
      'const exampleComRecords: Record<string, Omit<FornexDnsRecordArgs, "domain">> = {',
      '  "a": { type: "A", value: "192.0.2.1" },',
      '  "b": { type: "A", value: "192.0.2.2" },',
      "};",
      "for (const [name, record] of Object.entries(exampleComRecords)) {",
      '  new FornexDnsRecord(name, { domain: "example.com", ...record });',
      "}",
    ].join("\n"),
  );
});

test("tables of zones whose names look alike have names of their own", () => {
  const two = (domain: string) => [1, 2].map((number) => found("FornexDnsRecord", `${domain}-${number}`, { domain }));
  const text = written(...two("a-b.example"), ...two("a.b.example"), ...two("a.b-example"));
  const tables = [...text.matchAll(/^const (\w+): Record/gm)].map(([, name]) => name);
  expect(new Set(tables).size).toBe(3);
});

test("a dynamic stack adopts by id what can be adopted", () => {
  const text = typescript(
    programOf(
      [record("1", { type: "A", value: "192.0.2.1" }), found("FornexVps", "34-1", { orderId: "34-1" })],
      "dynamic",
    ),
    "pulumi-vps",
  );
  expect(text).toContain('adopt: "1"');
  expect(text).toContain('new FornexVps("34-1", { orderId: "34-1" }');
});

test("a remark stands above what it is about", () => {
  const unshown = { ...zone, remarks: ["No hoster shows ip."] };
  expect(written(unshown)).toMatch(/^\/\/ No hoster shows ip\.\nnew FornexDnsDomain\(.*ip: "192\.0\.2\.1"/m);
  expect(asYaml(unshown)).toMatch(/# No hoster shows ip\.\n {2}exampleCom:/);
});

test("identifiers are unique, and no words of the language", () => {
  const words = ["new", "name", "web-1", "web.1", "1st", "tickets-url"];
  const all = [record("new", {}), ...words.map((word) => server(word, ""))];
  const webhook = found("FornexTicketWebhook", "tickets", { url: "https://x.example" });
  const program = { ...programOf([...all, webhook]), provider: { name: "web-1", args: {} } };
  const names = [...identifiersOf(program, all).values()];
  // Those of the provider and of the setting that holds the secret.
  expect(new Set([...names, "web1", "ticketsUrl"]).size).toBe(all.length + 2);
  for (const name of names) expect(name).toMatch(/^[a-z]\w*$/);
  expect(names).not.toContain("new");
  expect(names).not.toContain("name");
});

test("an explicit provider is declared with its settings, and its credentials come from the configuration", () => {
  const provider = providerDeclaration({
    name: "second-one",
    urn: "urn",
    settings: {
      version: "0.1.0",
      fornexApiKey: "the-key",
      kiwivmKeys: '{"1":"the-other-key"}',
      fornexUrl: "https://x.example",
      pollSeconds: "5",
    },
  });
  const program = { ...programOf([zone, record("a", {}), record("b", {})]), provider };
  const text = typescript(program, "pulumi-vps/native");
  expect(text).toContain("const config = new pulumi.Config();");
  expect(text).toContain('fornexApiKey: config.requireSecret("secondOneFornexApiKey")');
  expect(text).toContain('config.requireSecretObject<Record<string, string>>("secondOneKiwivmKeys")');
  expect(text).toContain("pollSeconds: 5");
  expect(text).toContain("{ protect: true, provider: secondOne }");
  expect(text).toContain("...record }, { provider: secondOne });");
  for (const one of [text, yaml(program, {})]) expect(one).not.toMatch(/the-key|the-other-key|0\.1\.0/);
});
