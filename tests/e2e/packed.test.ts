import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, delimiter, dirname, join, posix, relative } from "node:path";
import { createInterface } from "node:readline";
import { expectCode, Stack } from "./harness";
import { ROOT, requireCurrentBuild } from "./package";

const folder = mkdtempSync(join(tmpdir(), "pulumi-vps-packed-"));
const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
const entries = Object.keys(manifest.exports);
let tarball: string;
let files: string[];
let stack: Stack;
/** Where it is installed. */
let installed: string;
let stopSimulator = () => {};

/** This Node first, and no trace of the npm that may have started the tests. */
const env = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(?!config_registry)/.test(name))),
  PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
};

/** Runs a command to its end, and answers what it printed. */
function run(cwd: string, command: string, ...args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, env, encoding: "utf8" });
  if (status === 0) return stdout;
  throw new Error(`${command} ${args[0]} ended with ${status}: ${error?.message ?? ""}\n${stdout}\n${stderr}`);
}

/**
 * A new clone with its dependencies, and with what may be left of an older build, though it says that it was made from these
 * sources.
 */
function clone(): string {
  const place = join(folder, "clone");
  const listed = run(ROOT, "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0");
  for (const file of listed.filter((name) => name !== "" && existsSync(join(ROOT, name)))) {
    cpSync(join(ROOT, file), join(place, file));
  }
  symlinkSync(join(ROOT, "node_modules"), join(place, "node_modules"));
  mkdirSync(join(place, "dist"));
  cpSync(join(ROOT, "dist", ".sources"), join(place, "dist", ".sources"));
  writeFileSync(join(place, "dist", "stale.js"), "");
  return place;
}

/** What README.md tells a user to install, with the engine's own version of Pulumi. */
function install(project: string): void {
  const packages = [tarball, `@pulumi/pulumi@${manifest.devDependencies["@pulumi/pulumi"]}`, "typescript@5", "ts-node"];
  run(project, "npm", "install", "--prefer-offline", "--no-audit", "--no-fund", ...packages);
}

beforeAll(() => {
  requireCurrentBuild();
  run(clone(), "npm", "pack", "--pack-destination", folder);
  tarball = join(folder, readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? "");
  stack = new Stack({}, install).example("quickstart");
  installed = join(stack.project, "node_modules/pulumi-vps");
  const listed = run(folder, "tar", "-tf", tarball).trim().split("\n");
  files = listed.map((path) => path.replace("package/", ""));
});
afterAll(async () => {
  stopSimulator();
  await stack?.remove();
  rmSync(folder, { recursive: true, force: true });
});

test("the tarball holds what is documented, and nothing else", () => {
  for (const file of ["README.md", "CHANGELOG.md", "LICENSE", "dist/THIRD_PARTY_LICENSES"]) {
    expect(files).toContain(file);
  }
  const known = [
    /^dist\/((sdk|provider|simulator|cli)\/.+\.(js|d\.ts)|THIRD_PARTY_LICENSES)$/,
    /^dist\/native\/(main\.js|schema\.json)$/,
    /^plugin\/pulumi-resource-vps(\.cmd)?$/,
    /^docs\/.+\.md$/,
    /^examples\/[^/]+\/(index\.ts|__main__\.py|requirements\.txt|Pulumi\.yaml|(package|tsconfig)\.json)$/,
    /^((README|ARCHITECTURE|CHANGELOG)\.md|LICENSE|(package|schema)\.json)$/,
  ];
  expect(files.filter((file) => !known.some((form) => form.test(file)))).toEqual([]);
});

test("every link between its pages leads to a file in the tarball", () => {
  const links = files.filter((file) => file.endsWith(".md")).flatMap(linksIn);
  expect(links).toContainEqual({ from: "README.md", to: "docs/README.md" });
  expect(links.filter(({ to }) => !files.includes(to))).toEqual([]);
});

/** What a page links to in the package itself. */
function linksIn(from: string): { from: string; to: string }[] {
  const targets = [...readFileSync(join(ROOT, from), "utf8").matchAll(/\]\(([^()\s]+)\)/g)].map(
    ([, target = ""]) => target,
  );
  return targets
    .filter((target) => !/^([a-z]+:|#)/.test(target))
    .map((target) => ({ from, to: posix.join(posix.dirname(from), target.replace(/#.*/, "")) }));
}

test("it is described as it is committed, and does not depend on itself", () => {
  const read = (place: string) => readFileSync(join(place, "package.json"), "utf8");
  expect(read(installed)).toBe(read(ROOT));
  const { dependencies, peerDependencies, devDependencies } = manifest;
  expect({ ...dependencies, ...peerDependencies, ...devDependencies }).not.toHaveProperty(manifest.name);
});

test("everything that it exports is found by its name", () => {
  const program = `console.log(${JSON.stringify(entries)}.map((entry) => require.resolve("pulumi-vps" + entry.slice(1))).join())`;
  const found = run(stack.project, process.execPath, "--eval", program).trim().split(",");
  expect(found).toHaveLength(5);
  expect(found.map((file) => relative(installed, file)).filter((file) => !files.includes(file))).toEqual([]);
});

test("it holds the notice of every package whose code it holds", () => {
  const bundles = ["dist/simulator/index.js", "dist/cli/main.js", "dist/native/main.js"].map((file) =>
    readFileSync(join(installed, file), "utf8"),
  );
  // The bundler writes the file that a piece of code comes from above it.
  const origins = [...bundles.join("\n").matchAll(/^ *\/\/ \S*?\b(node_modules\/\S*)$/gm)].map(([, file = ""]) => file);
  const folders = new Set(origins.map((file) => /^.*\bnode_modules\/(@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? file));
  expect(folders.size).toBeGreaterThan(40);
  // Of the SDK the plugin needs the protocol only: the rest of it takes half a second to load.
  const ofSdk = origins.filter((file) => file.startsWith("node_modules/@pulumi/pulumi/"));
  expect(ofSdk).toContain("node_modules/@pulumi/pulumi/proto/provider_pb.js");
  expect(ofSdk.filter((file) => !file.startsWith("node_modules/@pulumi/pulumi/proto/"))).toEqual([]);
  const notices = readFileSync(join(installed, "dist/THIRD_PARTY_LICENSES"), "utf8");
  for (const place of folders) {
    const { name, version, license } = JSON.parse(readFileSync(join(ROOT, place, "package.json"), "utf8"));
    expect(notices).toContain(`\n${name} ${version} (${license})\n`);
    const text = readdirSync(join(ROOT, place)).find((file) => /^licen[cs]e/i.test(file));
    if (text) expect(notices).toContain(readFileSync(join(ROOT, place, text), "utf8").trim());
  }
});

/** Writes the programs of a page down in the project, a file each. */
function programsOf(page: string): string[] {
  const programs = readFileSync(join(ROOT, page), "utf8").matchAll(/^```ts\n(import .*?)^```$/gms);
  return [...programs].map(([, program = ""], index) => {
    const file = `${basename(page, ".md")}${index}.ts`;
    writeFileSync(join(stack.project, file), program);
    return file;
  });
}

test("its types are found, and they know more than any; the programs of README.md and its guide are right by them", () => {
  const programs = ["README.md", "docs/plugin.md"].flatMap(programsOf);
  expect(programs).toHaveLength(4);
  writeFileSync(
    join(stack.project, "types.ts"),
    `
import { FornexDnsRecord, type KiwiSnapshotArgs, VpsOrgServer } from "pulumi-vps";
import { FornexDnsRecord as provider } from "pulumi-vps/dynamic";
import * as native from "pulumi-vps/native";
import { type Simulator, startSimulator } from "pulumi-vps/simulator";

export { provider };
export const args: KiwiSnapshotArgs = { veid: 1, description: "a", sticky: true };
export const simulator: Promise<Simulator> = startSimulator({ speed: 10 });
export const address = (server: VpsOrgServer) => server.ipAddress.apply((text) => text.length);
export const second = new native.Provider("second", { kiwivmKeys: { "123456": "key" }, pollSeconds: 1 });
export const size = (server: native.VpsOrgServer) => server.ipAddress.apply((text) => text.length);
export const email: Promise<string> = native.getFornexAccount({ provider: second }).then(({ email }) => email);
// @ts-expect-error: no such record type
new native.FornexDnsRecord("r", { domain: "example.com", type: "PTR", value: "a" });
// @ts-expect-error: no such setting
new native.Provider("p", { fornexKey: "key" });
// @ts-expect-error: no such record type
new FornexDnsRecord("r", { domain: "example.com", type: "PTR", value: "a" });
// @ts-expect-error: the plan is missing
new VpsOrgServer("s", { name: "s", osId: 1, location: "us-west" });
// @ts-expect-error: a number is wanted
startSimulator({ speed: "fast" });
`,
  );
  const { compilerOptions } = JSON.parse(readFileSync(join(stack.project, "tsconfig.json"), "utf8"));
  const check = (options: object, files: string[]) => {
    const config = { compilerOptions: { ...compilerOptions, ...options }, files };
    writeFileSync(join(stack.project, "tsconfig.types.json"), JSON.stringify(config));
    run(stack.project, "npx", "tsc", "-p", "tsconfig.types.json");
  };
  check({ skipLibCheck: false }, ["index.ts", "types.ts", ...programs]);
  // An older way to look for modules, which knows nothing of exports.
  check({ module: "commonjs", moduleResolution: "node" }, ["types.ts"]);
});

test("its simulator can be imported, by an ES module too", () => {
  const program = `
import { startSimulator } from "pulumi-vps/simulator";
const simulator = await startSimulator();
const { status } = await fetch(simulator.env.VPS_API_URL + "/account/me/", { headers: { authorization: "Bearer " + simulator.env.VPS_API_TOKEN } });
await simulator.close();
console.log(status);
`;
  expect(run(stack.project, process.execPath, "--input-type=module", "--eval", program)).toBe("200\n");
});

test("the quick start runs with it, against the simulator of its command", async () => {
  const args = ["pulumi-vps", "simulate", "--json", "--speed", "1000"];
  // A group of its own: npx stands between this process and the simulator.
  const npx = spawn("npx", args, { cwd: stack.project, env, stdio: ["ignore", "pipe", "inherit"], detached: true });
  const ended = once(npx, "exit");
  stopSimulator = () => npx.pid && process.kill(-npx.pid, "SIGTERM");
  const [told] = await Promise.race([once(createInterface(npx.stdout), "line"), ended]);
  const { url, env: hosters } = JSON.parse(told);
  Object.assign(stack.env, hosters);

  const up = await stack.up();
  expectCode(up, 0);
  expect(up.stdout).toMatch(/address: "203\.0\.113\.\d+"/);
  expectCode(await stack.drift(), 0);
  expectCode(await stack.destroy(), 0);
  const state = await (await fetch(`${url}/_simulator/state`)).json();
  expect(state).toMatchObject({ vpsorg: { servers: {} }, fornex: { domains: {} } });

  // The same program by the plugin of the package, and the one in YAML of its guide.
  const program = readFileSync(join(stack.project, "index.ts"), "utf8");
  writeFileSync(join(stack.project, "index.ts"), program.replaceAll('"pulumi-vps"', '"pulumi-vps/native"'));
  const project = readFileSync(join(stack.project, "Pulumi.yaml"), "utf8");
  const [, line = "", yaml = ""] =
    /^(plugins: [^\n]*)$.*^```yaml\n(name: my-zone\n.*?)^```$/ms.exec(
      readFileSync(join(ROOT, "docs/plugin.md"), "utf8"),
    ) ?? [];
  writeFileSync(join(stack.project, "Pulumi.yaml"), `${project}\n${line}\n`);
  const native = await stack.up();
  expectCode(native, 0);
  expect(stack.resources().map(({ type }) => type)).toContain("vps:index:VpsOrgServer");
  expectCode(await stack.destroy(), 0);
  writeFileSync(join(stack.project, "Pulumi.yaml"), yaml.replace("my-zone", "e2e"));
  expectCode(await stack.up(), 0);
  expect(stack.resources().map(({ type }) => type)).toEqual(["vps:index:FornexDnsDomain", "vps:index:FornexDnsRecord"]);
  expectCode(await stack.destroy(), 0);

  stopSimulator();
  stopSimulator = () => {};
  await ended;
});
