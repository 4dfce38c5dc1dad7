import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expectCode, type Run, type Stack, useHosters } from "./harness";

const KEY = "FORNEX_API_KEY";

/** Pulumi's commands that take a plugin by its path, without a program. */
describe("by the path of the plugin", () => {
  const hosters = useHosters();
  let stack: Stack;
  let plugin: string;
  beforeAll(() => {
    stack = hosters.stack();
    plugin = join(stack.project, "node_modules/pulumi-vps/plugin/pulumi-resource-vps");
  });

  /** One call of `pulumi do`, which Pulumi calls experimental. */
  const did = async (...args: string[]): Promise<Run> => {
    const run = await stack.run("do", "--package", plugin, ...args);
    expectCode(run, 0);
    return run;
  };

  test("the schema is shown, and a project takes the package up", async () => {
    const shown = await stack.run("package", "get-schema", plugin);
    expectCode(shown, 0);
    expect(JSON.parse(shown.stdout)).toMatchObject({
      name: "vps",
      language: { nodejs: { packageName: "pulumi-vps/native" } },
    });
    expectCode(await stack.run("schema", "check", plugin), 0);
    // A project names the folder, the CLI's commands the executable.
    expect((await stack.run("package", "get-schema", dirname(plugin))).code).not.toBe(0);
    stack.yaml("");
    expectCode(await stack.run("package", "add", plugin), 0);
    expect(readFileSync(join(stack.project, "Pulumi.yaml"), "utf8")).toMatch(/packages:\n {2}vps: /);
    expect(existsSync(join(stack.project, "sdks"))).toBe(true);
  });

  test("objects are made, listed, read and deleted, with credentials from the environment", async () => {
    expect(stack.env[KEY]).toBeDefined();
    stack.yaml("");
    const type = "vps:index:FornexDnsDomain";
    await did(type, "create", "--stateless", "--yes", "--name", "done.example", "--ip", "192.0.2.10");
    expect((await did(type, "list")).output).toContain("done.example");
    expect((await did(type, "read", "done.example")).output).toContain("192.0.2.10");
    const records = await did("vps:index:FornexDnsRecord", "list", "--all");
    const [id = ""] = /done\.example\/\d+/.exec(records.output) ?? [];
    expect((await did("vps:index:FornexDnsRecord", "read", id)).output).toContain("done.example");
    expect((await did("vps:index:getFornexDnsDomains")).output).toContain("done.example");
    await did("vps:index:FornexDnsRecord", "delete", id, "--stateless", "--yes");
    expect(hosters.records("done.example").map((record) => `done.example/${record.id}`)).not.toContain(id);
    // Without state nobody knows what came with the zone.
    const refused = await stack.run("do", "--package", plugin, type, "delete", "done.example", "--stateless", "--yes");
    expect(refused.output).toContain("records that did not come with it");
  });
});
