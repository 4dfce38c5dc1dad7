import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { Pulumi } from "../../../cli/pulumi";
import { contentsOf, hasPlugin, selectedStack, settingsOf } from "../../../cli/stack";

let folder: string;
let path: string | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pulumi-vps-stack-"));
  path = process.env.PATH;
});
afterEach(() => {
  process.env.PATH = path;
  rmSync(folder, { recursive: true, force: true });
});

/** A Pulumi that answers this, and notes how it was called. */
function pulumiThat(answer: object | string, code = 0): Pulumi {
  const text = typeof answer === "string" ? answer : JSON.stringify(answer);
  writeFileSync(join(folder, "answer"), text);
  const script = `#!/bin/sh\necho "$@" >> ${folder}/calls\n[ ${code} = 0 ] || exec >&2\ncat ${folder}/answer\nexit ${code}\n`;
  writeFileSync(join(folder, "pulumi"), script, { mode: 0o755 });
  process.env.PATH = [folder, path].join(delimiter);
  return new Pulumi(folder, "dev");
}

const urn = (type: string, name: string) => `urn:pulumi:dev::project::${type}::${name}`;
const resource = (type: string, name: string, more: object = {}) => ({ urn: urn(type, name), type, id: name, ...more });
const holding = (...resources: object[]) => ({ version: 3, deployment: { resources } });

test("the settings of this package are those of its namespace, objects as text", async () => {
  const settings = await settingsOf(
    pulumiThat({
      "vps:fornexApiKey": { value: "key", secret: true },
      "vps:kiwivmKeys": { value: '{"1":"one"}', objectValue: { 1: "one" }, secret: true },
      "other:fornexApiKey": { value: "not ours" },
    }),
  );
  expect(settings).toEqual({ fornexApiKey: "key", kiwivmKeys: '{"1":"one"}' });
});

test("a stack holds resources of this package by either provider, but for those that are about to go", async () => {
  const { resources } = await contentsOf(
    pulumiThat(
      holding(
        { urn: urn("pulumi:pulumi:Stack", "project-dev"), type: "pulumi:pulumi:Stack" },
        resource("vps:index:SshKey", "1"),
        resource("pulumi-nodejs:dynamic/vps:SshKey", "2"),
        resource("vps:index:SshKey", "3", { external: true }),
        resource("vps:index:SshKey", "4", { delete: true }),
        resource("random:index:RandomId", "5"),
      ),
    ),
    false,
  );
  expect(resources.map(({ id, servedBy, isExternal }) => [id, servedBy, isExternal])).toEqual([
    ["1", "plugin", false],
    ["2", "dynamic", false],
    ["3", "plugin", true],
  ]);
});

test("an explicit provider has its settings, with its credentials in plain", async () => {
  const secret = { "4dabf18193072939515e22adb298388d": "1b47", plaintext: '"the-key"' };
  const inputs = { fornexApiKey: secret, fornexUrl: "https://x.example" };
  const { providers } = await contentsOf(
    pulumiThat(holding(resource("pulumi:providers:vps", "second", { inputs }))),
    true,
  );
  expect(providers).toEqual([
    {
      name: "second",
      urn: urn("pulumi:providers:vps", "second"),
      settings: { fornexApiKey: "the-key", fornexUrl: "https://x.example" },
    },
  ]);
});

test("a stack that holds nothing, and a plugin that is installed, are known", async () => {
  await expect(contentsOf(pulumiThat({ version: 3, deployment: null }), false)).resolves.toEqual({
    resources: [],
    providers: [],
  });
  await expect(hasPlugin(pulumiThat([{ name: "vps", kind: "resource" }]))).resolves.toBe(true);
  await expect(hasPlugin(pulumiThat([]))).resolves.toBe(false);
});

test("what Pulumi says of a failure is passed on; what it answers otherwise may hold secrets, and is not", async () => {
  await expect(selectedStack(pulumiThat("error: no stack selected", 255))).rejects.toThrow("error: no stack selected");
  const odd = settingsOf(pulumiThat('{"vps:fornexApiKey": the-key'));
  await expect(odd).rejects.toThrow("answers in a form that this version does not know");
  await expect(odd).rejects.not.toThrow("the-key");
});

test("without Pulumi it says so", async () => {
  process.env.PATH = folder;
  await expect(selectedStack(new Pulumi(folder))).rejects.toThrow("There is no pulumi on the PATH.");
});
