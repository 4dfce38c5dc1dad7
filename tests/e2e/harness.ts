import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Simulator, startSimulator } from "../../simulator";
import { noting } from "../requests";
import { writes } from "../writes";
import { engineFolder, enginePath } from "./engine";
import { installPackage, ROOT, requireCurrentBuild } from "./package";
import { dynamicProviders, processTree } from "./processes";

// A command takes two seconds on an idle machine, and a test has up to ten of them; on a busy one, all of it takes far longer.
jest.setTimeout(900_000);

/** How a `pulumi` command ended. */
export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
  /** Both as they came, for assertions on what a person sees. */
  output: string;
}

/** A `pulumi` command that may still be running. */
export interface Running {
  pid: number;
  /** What came so far. */
  output: () => string;
  ended: Promise<Run>;
}

/** A resource as the engine stores it. */
export interface Stored {
  urn: string;
  type: string;
  id?: string;
  inputs?: Record<string, unknown>;
  outputs?: Record<string, unknown>;
  initErrors?: string[];
  delete?: boolean;
  protect?: boolean;
}

/** Lets an `up` try every resource: by itself the engine begins with none any more once one has failed. */
export const TRY_ALL = "--continue-on-error";

const PROJECT = "e2e";
const NAME = "test";
/** What a project says that uses the plugin of the package in its node_modules. */
const PLUGINS = "plugins: { providers: [{ name: vps, path: node_modules/pulumi-vps/plugin }] }\n";
/** What the engine writes in place of a secret value. */
const SECRET_MARK = "4dabf18193072939515e22adb298388d";

/** Only for processes of this machine, which do not outlive the test. */
const PASSPHRASE = "correct horse battery staple";

const SOURCE_HEAD = `const pulumi = require("@pulumi/pulumi");
const { FornexDnsDomain, FornexDnsRecord, FornexVps, SshKey, VpsOrgServer } = require("pulumi-vps");
const { KiwiPtr, KiwiServer, KiwiServerLocation, KiwiServerOs, KiwiSnapshot, KiwiSnapshotRestore } = require("pulumi-vps");
`;

/** A Pulumi stack in throw-away folders, driven by the real engine. */
export class Stack {
  /** Everything of this stack: the project, the engine's home and the folder that states are kept in. */
  readonly folder = mkdtempSync(join(tmpdir(), "pulumi-vps-e2e-"));
  readonly project = join(this.folder, "project");
  readonly backend = join(this.folder, "backend");
  /** Settings for every command; a test may change them. */
  readonly env: Record<string, string>;
  /** Whether the project names the plugin of this package. */
  hasPlugin = false;
  readonly #children = new Set<ChildProcess>();
  #made = false;

  constructor(env: Readonly<Record<string, string>>, install = installPackage) {
    this.env = { ...env };
    for (const folder of [this.project, this.backend, join(this.folder, "home")]) mkdirSync(folder);
    install(this.project);
    this.program("");
  }

  /** The program of the next commands: JavaScript, in which `pulumi` and the package's classes are known. */
  program(body: string): this {
    const runtime = "runtime: { name: nodejs, options: { typescript: false } }\n";
    this.#write("Pulumi.yaml", `name: ${PROJECT}\n${runtime}${this.hasPlugin ? PLUGINS : ""}`);
    this.#write("package.json", JSON.stringify({ name: PROJECT, main: "index.js" }));
    this.#write("index.js", SOURCE_HEAD + body);
    return this;
  }

  /** The program of the next commands, in YAML; it knows the plugin. */
  yaml(body: string): this {
    this.#write("Pulumi.yaml", `name: ${PROJECT}\nruntime: yaml\n${PLUGINS}${body}`);
    return this;
  }

  /** The program is this folder of examples/, as it is. */
  example(name: string): this {
    const folder = join(ROOT, "examples", name);
    rmSync(join(this.project, "index.js"));
    cpSync(folder, this.project, { recursive: true });
    // The quick start's project file is the repository's own.
    const file = [folder, ROOT].map((place) => join(place, "Pulumi.yaml")).find(existsSync) ?? "";
    const project = readFileSync(file, "utf8")
      .replace(/^name:.*$/m, `name: ${PROJECT}`)
      .replace(/^main:.*\n/m, "")
      // Here they are in the project itself.
      .replace("../node_modules/", "node_modules/");
    this.#write("Pulumi.yaml", project);
    return this;
  }

  up(...flags: string[]): Promise<Run> {
    return this.run("up", "--yes", ...flags);
  }

  /** `up` without its preview, where that is not the point. */
  upNow(...flags: string[]): Promise<Run> {
    return this.up("--skip-preview", ...flags);
  }

  preview(...flags: string[]): Promise<Run> {
    return this.run("preview", ...flags);
  }

  /** The question for drift that CI asks: 0 is none, 7 is some. */
  drift(): Promise<Run> {
    return this.preview("--refresh", "--expect-no-changes");
  }

  destroy(...flags: string[]): Promise<Run> {
    return this.run("destroy", "--yes", "--skip-preview", ...flags);
  }

  refresh(...flags: string[]): Promise<Run> {
    return this.run("refresh", "--yes", "--skip-preview", ...flags);
  }

  async run(...args: string[]): Promise<Run> {
    return (await this.start(...args)).ended;
  }

  /**
   * Lets `work` run commands that wait for nothing longer than half a second. Only for what does not end by itself: on a slow
   * machine that is a single look.
   */
  async impatiently<T>(work: () => Promise<T>): Promise<T> {
    this.env.VPS_TIMEOUT_SECONDS = "0.5";
    try {
      return await work();
    } finally {
      delete this.env.VPS_TIMEOUT_SECONDS;
    }
  }

  /** Starts a command without waiting for its end. */
  async start(...args: string[]): Promise<Running> {
    await this.#make();
    return this.#pulumi(args);
  }

  /** Runs a step of a GitHub Actions job: a script, as the default shell there runs it. */
  async step(script: string): Promise<Run> {
    await this.#make();
    const file = join(this.folder, "step.sh");
    writeFileSync(file, script);
    return this.#spawn("bash", ["-e", file]).ended;
  }

  /** Puts a secret into the stack's configuration, through stdin as a person would. */
  async configure(key: string, secret: string, ...flags: string[]): Promise<void> {
    await this.#make();
    expectCode(await this.#pulumi(["config", "set", "--secret", ...flags, key], secret).ended, 0);
  }

  async #make(): Promise<void> {
    if (this.#made) return;
    this.#made = true;
    expectCode(await this.#pulumi(["stack", "init", NAME]).ended, 0);
  }

  /** Everything in state but the stack and its providers. */
  resources(): Stored[] {
    const file = JSON.parse(this.stateText()) as { checkpoint: { latest?: { resources?: Stored[] } } };
    const all = file.checkpoint.latest?.resources ?? [];
    return all.filter(({ type }) => type !== "pulumi:pulumi:Stack" && !type.startsWith("pulumi:providers:"));
  }

  /** The resource of this name in the program; the one that is not about to be deleted, if there are two. */
  resource(name: string): Stored {
    const found = this.resources().find((one) => one.urn.endsWith(`::${name}`) && !one.delete);
    if (!found) throw new Error(`${name} is not in state: ${this.resources().map(({ urn }) => urn)}`);
    return found;
  }

  outputs(name: string): Record<string, unknown> {
    return this.resource(name).outputs ?? {};
  }

  stateText(): string {
    return readFileSync(join(this.backend, ".pulumi", "stacks", PROJECT, `${NAME}.json`), "utf8");
  }

  /** Ends what still runs, and removes the folders. */
  async remove(): Promise<void> {
    for (const child of this.#children) {
      if (child.pid === undefined) continue;
      for (const { pid } of processTree(child.pid).reverse()) kill(pid);
      await new Promise((resolve) => (child.exitCode === null ? child.once("close", resolve) : resolve(undefined)));
    }
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10 });
  }

  #pulumi(args: string[], input?: string): Running {
    return this.#spawn(enginePath(), [...args, "--non-interactive", "--color=never"], input);
  }

  #spawn(command: string, args: string[], input = ""): Running {
    const child = spawn(command, args, {
      cwd: this.project,
      env: this.#environment(),
      stdio: "pipe",
    });
    child.stdin.end(input);
    this.#children.add(child);
    const run: Run = { code: null, stdout: "", stderr: "", output: "" };
    for (const name of ["stdout", "stderr"] as const) {
      child[name].setEncoding("utf8").on("data", (text: string) => {
        run[name] += text;
        run.output += text;
      });
    }
    const ended = new Promise<Run>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code) => {
        this.#children.delete(child);
        resolve({ ...run, code });
      });
    });
    // Whoever starts a command may look at its end later.
    ended.catch(() => {});
    return { pid: child.pid ?? 0, output: () => run.output, ended };
  }

  #environment(): NodeJS.ProcessEnv {
    const own = Object.entries(process.env).filter(
      ([name]) => !/^(PULUMI|VPS|FORNEX|KIWIVM)_|^(NODE_OPTIONS|FORCE_COLOR)$/.test(name),
    );
    return {
      ...Object.fromEntries(own),
      PATH: [engineFolder(), dirname(process.execPath), process.env.PATH].join(delimiter),
      PULUMI_HOME: join(this.folder, "home"),
      // Without it the engine keeps attributes beside each state and writes them in place: an engine killed just then leaves an
      // empty file, and every later command ends with "failed to load checkpoint: EOF" (seen with engine 3.259.0; gocloud.dev, fileblob).
      PULUMI_BACKEND_URL: `${pathToFileURL(this.backend).href}?metadata=skip`,
      PULUMI_CONFIG_PASSPHRASE: PASSPHRASE,
      PULUMI_SKIP_UPDATE_CHECK: "true",
      NO_COLOR: "1",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      ...this.env,
    };
  }

  #write(name: string, text: string): void {
    writeFileSync(join(this.project, name), text);
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

/** Whether the engine stores this value encrypted. */
export function isSecret(value: unknown): boolean {
  return typeof value === "object" && value !== null && SECRET_MARK in value;
}

/** The pending work that a resource's outputs tell of, as the state holds it. */
export function pendingIn(outputs: Record<string, unknown> | undefined): unknown {
  const kept = outputs?.__vps;
  return typeof kept === "object" && kept !== null && "pending" in kept ? kept.pending : undefined;
}

/** The hosters of one test file, and stacks that use them. All of it is ended after the last test. */
export function useHosters(speed = 1000) {
  let simulator: Simulator | undefined;
  const stacks: Stack[] = [];
  beforeAll(async () => {
    simulator = noting(await startSimulator({ speed }));
  });
  afterAll(async () => {
    await Promise.all(stacks.map((stack) => stack.remove()));
    await simulator?.close();
  });
  const running = () => {
    if (!simulator) throw new Error("The simulator runs only inside of tests.");
    return simulator;
  };

  return {
    get simulator() {
      return running();
    },
    /** A new stack that knows the credentials of all hosters; at KiwiVM those of its first machine. */
    stack(env: Readonly<Record<string, string>> = {}, install = installPackage): Stack {
      requireCurrentBuild();
      const stack = new Stack({ ...running().env, ...env }, install);
      stacks.push(stack);
      return stack;
    },
    servers: () => Object.entries(running().state().vpsorg.servers).map(([id, server]) => ({ id, ...server })),
    /** The zone's records, without the name servers that belong to the zone itself. */
    records: (zone: string) =>
      Object.entries(running().state().fornex.domains[zone]?.entries ?? {})
        .map(([id, entry]) => ({ id, ...entry }))
        .filter(({ host, type }) => host !== "" || (type !== "NS" && type !== "SOA")),
    /** Whether servers ordered from now on never get ready. */
    neverReady: (neverReady: boolean) => running().patch({ vpsorg: { switches: { neverReady } } }),
    /** What was never to get ready gets ready now. */
    release(...names: string[]): void {
      for (const [id, { name }] of Object.entries(running().state().vpsorg.servers)) {
        if (names.includes(name)) running().patch({ vpsorg: { servers: { [id]: { stuck: false } } } });
      }
    },
    /** How many servers were ordered since the last `clearRequests`. */
    orders: () =>
      running()
        .requests()
        .filter(({ method, path }) => `${method} ${path}` === "POST /servers/").length,
    /** Method and path of what was asked since the last `clearRequests`. */
    asked: () =>
      running()
        .requests()
        .map(({ method, path }) => `${method} ${path}`),
    /** Those that were meant to change something. */
    writes: () => writes(running().requests()),
  };
}

/** Ends the provider of a running command with kill -9; its command ends by that. */
export async function killProvider(running: Running, find = dynamicProviders): Promise<Run> {
  const [provider, ...others] = find(running.pid);
  expect(others).toEqual([]);
  process.kill(provider?.pid ?? Number.NaN, "SIGKILL");
  const ended = await running.ended;
  expect(ended.code).toBeGreaterThan(0);
  return ended;
}

/** Waits until the command has printed this. */
export function says(running: Running, words: string): Promise<void> {
  return until(
    () => running.output().includes(words),
    () => `"${words}" is not among what it printed: ${running.output()}`,
  );
}

/** Waits until `condition`, looking often; it fails the test with what `describe` says when that takes too long. */
export async function until(condition: () => boolean, describe: () => string, seconds = 300): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`Waited ${seconds} s in vain: ${describe()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Fails with all that the command printed, so that a broken story can be read. */
export function expectCode(runtime: Run, code: number): void {
  if (runtime.code === code) return;
  throw new Error(`pulumi ended with ${runtime.code}, not ${code}. It printed:\n${runtime.output}`);
}

/** An expected failure is told in plain words, not in the provider's own lines of code. */
export function expectNoStackTrace({ output }: Run): void {
  expect(output).not.toMatch(/^\s+at \S+.*:\d+:\d+/m);
  expect(output).not.toMatch(/\b\w*Error:/);
  expect(output).not.toContain("node_modules");
}
