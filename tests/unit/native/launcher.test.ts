import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** The launcher as the engine starts it, beside a file in place of the plugin that says what it was given. */
const LAUNCHER = resolve(__dirname, "../../../plugin/pulumi-resource-vps");
const folder = mkdtempSync(join(tmpdir(), "pulumi-vps-launcher-"));
const bare = join(folder, "bare");
const withNode = [dirname(process.execPath), "/usr/bin", "/bin"].join(":");
const launcher = join(folder, "plugin", "pulumi-resource-vps");

beforeAll(() => {
  mkdirSync(bare);
  for (const tool of ["/bin/sh", "/usr/bin/dirname"]) symlinkSync(tool, join(bare, tool.split("/").at(-1) ?? ""));
  mkdirSync(dirname(launcher));
  symlinkSync(LAUNCHER, launcher);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What stands beside the launcher in a release archive. */
const besideIt = (text: string) => writeFileSync(join(dirname(launcher), "main.js"), text);

test("without Node.js it says so in one line, where the engine shows it, and ends with 1", () => {
  const { status, stdout, stderr } = spawnSync(launcher, ["127.0.0.1:1"], { env: { PATH: bare }, encoding: "utf8" });
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toMatch(/^pulumi-vps needs Node\.js 22\.19 or newer, and there is no node on the PATH\. .*\n$/);
});

test("it hands on what it is given, and keeps what is compiled in the user's own cache", async () => {
  besideIt('console.log(process.argv[2]); require("node:module").flushCompileCache();');
  const cache = join(folder, "cache");
  for (const [variable, place] of [
    ["XDG_CACHE_HOME", join(cache, "pulumi-vps")],
    ["HOME", join(cache, ".cache", "pulumi-vps")],
  ] as const) {
    const env = { PATH: withNode, [variable]: cache };
    expect(spawnSync(launcher, ["127.0.0.1:1"], { env, encoding: "utf8" })).toMatchObject({
      status: 0,
      stdout: "127.0.0.1:1\n",
    });
    expect(readdirSync(place)).toHaveLength(1);
  }
});

test.each([
  ["where no cache can be written", { HOME: "/dev/null" }],
  ["of a user without a home", {}],
])("it starts %s", (_where, env) => {
  besideIt('console.log("started");');
  const run = spawnSync(launcher, { env: { PATH: withNode, ...env }, encoding: "utf8" });
  expect(run).toMatchObject({ status: 0, stdout: "started\n", stderr: "" });
});

test("the plugin itself is found in a project's node_modules, ends with its stdin, and says when Node.js is too old", async () => {
  const env = { PATH: withNode, HOME: folder };
  const child = spawn(LAUNCHER, ["127.0.0.1:1"], { env, stdio: ["pipe", "pipe", "inherit"] });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  expect(line.toString()).toMatch(/^\d+\n$/);
  child.stdin.end();
  expect(await once(child, "exit")).toEqual([0, null]);

  const old = { ...env, NODE_OPTIONS: `--require ${resolve(__dirname, "../../oldNode.cjs")}` };
  const { status, stdout, stderr } = spawnSync(LAUNCHER, ["127.0.0.1:1"], { env: old, encoding: "utf8" });
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toMatch(/^Node\.js 20\.20\.2 is too old for pulumi-vps, which needs 22\.19 .*\(vps:node-version\)\n$/);
});
