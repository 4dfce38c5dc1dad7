import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { buildSync } from "esbuild";
import { startSimulator } from "../../simulator";
import { send } from "./support";

const directory = mkdtempSync(join(tmpdir(), "pulumi-vps-cli-"));
const program = join(directory, "main.js");

beforeAll(() => {
  const entryPoints = [join(__dirname, "../../cli/main.ts")];
  buildSync({ entryPoints, outfile: program, bundle: true, platform: "node", target: "node22", logLevel: "error" });
});
afterAll(() => rmSync(directory, { recursive: true }));

const run = (...args: string[]) => spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "pipe"] });

async function textOf(stream: NodeJS.ReadableStream | null): Promise<string> {
  let text = "";
  for await (const chunk of stream ?? []) text += String(chunk);
  return text;
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error("no output");
  const [line] = await once(createInterface(child.stdout), "line");
  return line;
}

test.each(["SIGINT", "SIGTERM"] as const)("simulate --json, ended by %s", async (signal) => {
  const child = run("simulate", "--json", "--speed", "100");
  const { url, env, ...rest } = JSON.parse(await firstLine(child));
  expect(rest).toEqual({});
  expect(env).toMatchObject({ VPS_API_URL: `${url}/vpsorg/api/v1`, VPS_POLL_SECONDS: "0.05" });

  const headers = { authorization: `Bearer ${env.VPS_API_TOKEN}` };
  expect((await send("GET", `${env.VPS_API_URL}/account/me/`, { headers })).status).toBe(200);

  child.kill(signal);
  expect(await once(child, "exit")).toEqual([0, null]);
});

test("simulate --world seeds", async () => {
  const child = run("simulate", "--json", "--world", "seeds");
  const { url } = JSON.parse(await firstLine(child));
  const seeds = await startSimulator({ world: "seeds" });
  expect((await send("GET", `${url}/_simulator/state`)).json).toEqual(seeds.state());
  child.kill("SIGTERM");
  await Promise.all([once(child, "exit"), seeds.close()]);
});

test("the human form can be pasted", async () => {
  const child = run("simulate");
  const output = textOf(child.stdout);
  child.stdout.once("data", () => child.kill("SIGINT"));
  const text = await output;
  expect(text).toMatch(/^export VPS_API_TOKEN=vps_\w+$/m);
  expect(text).toMatch(/^export FORNEX_BASE_URL=http:\/\/127\.0\.0\.1:\d+\/fornex\/api$/m);
  expect(text).toContain("/_simulator/state");
  expect(text).toContain("Ctrl-C");
});

test("a taken port is said in one line", async () => {
  const simulator = await startSimulator();
  const { port } = new URL(simulator.url);
  const child = run("simulate", "--port", port);
  const [error, [code]] = await Promise.all([textOf(child.stderr), once(child, "exit")]);
  expect(code).toBe(1);
  expect(error).toBe(
    `pulumi-vps: Port ${port} is taken. Choose another with --port, or omit it for a free one. (vps:config)\n`,
  );
  await simulator.close();
});

test("a bug is reported with where it is, without what its message may quote", async () => {
  const broken = join(directory, "broken.js");
  writeFileSync(broken, `require("node:net").Server.prototype.listen = () => { throw new TypeError("m4rk3d"); };`);
  const child = spawn(process.execPath, ["--require", broken, program, "simulate"]);
  const [error, [code]] = await Promise.all([textOf(child.stderr), once(child, "exit")]);
  expect(code).toBe(1);
  expect(error).toMatch(
    /^pulumi-vps: This is a bug in pulumi-vps\. Please report it at https:\S+ \(vps:unforeseen\)\npulumi-vps simulate: TypeError, /,
  );
  expect(error).toContain("broken.js:1:");
  expect(error).not.toContain("m4rk3d");
});

test.each([
  ["--port", "http"],
  ["--port", "70000"],
  ["--speed", "0"],
  ["--speed", "fast"],
  ["--world", "flat"],
])("%s %s is refused", async (option, value) => {
  const child = run("simulate", option, value);
  const [error, [code]] = await Promise.all([textOf(child.stderr), once(child, "exit")]);
  expect(code).toBe(1);
  expect(error).toContain(option);
});

test("an older Node.js is told in one line that it is too old", async () => {
  const oldNode = join(__dirname, "../oldNode.cjs");
  const child = spawn(process.execPath, ["--require", oldNode, program, "simulate"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [error, [code]] = await Promise.all([textOf(child.stderr), once(child, "exit")]);
  expect(code).toBe(1);
  expect(error).toMatch(
    /^pulumi-vps: Node\.js 20\.20\.2 is too old for pulumi-vps, which needs 22\.\d+ or newer\. .*\n$/,
  );
});
