import { type ChildProcess, spawn } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { ENGINE_VERSION } from "../../scripts/engine/version.mts";

const SCRIPTS = resolve(__dirname, "../../scripts");

/** What an engine needs beside it. */
export const HELPERS = [
  "pulumi-language-nodejs",
  "pulumi-resource-pulumi-nodejs",
  "pulumi-language-yaml",
  "pulumi-language-python",
  "pulumi-language-python-exec",
];

/** A run of one of the programs in scripts/. */
export interface Run {
  child: ChildProcess;
  /** Everything printed so far, on either output. */
  output: () => string;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** A throw-away machine: a PATH of its own, a home of its own, no way to the vendor. */
export class Machine {
  readonly root = mkdtempSync(join(tmpdir(), "pulumi-vps-scripts-"));
  readonly home = join(this.root, "home");
  readonly versions = join(this.home, "versions");
  readonly target = join(this.versions, ENGINE_VERSION);
  readonly bin = this.folder("bin");

  #nodeOptions = "";
  /** The folders of the PATH, the latest first. */
  readonly #path: string[] = [this.bin];

  /** A line for the commands of this machine, at which they stop until `release`. */
  readonly hold = `while [ ! -e ${join(this.root, "released")} ]; do sleep 0.05; done`;

  /** Lets commands pass that stop at `hold`. */
  release(): void {
    writeFileSync(join(this.root, "released"), "");
  }

  /** Makes a folder of this machine. */
  folder(...names: string[]): string {
    const folder = join(this.root, ...names);
    mkdirSync(folder, { recursive: true });
    return folder;
  }

  /** Makes a folder and puts it in front of the PATH. */
  pathFolder(...names: string[]): string {
    const folder = this.folder(...names);
    this.#path.unshift(folder);
    return folder;
  }

  /** A command that runs `lines` in a shell. */
  command(folder: string, name: string, ...lines: string[]): void {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, name);
    writeFileSync(file, `#!/bin/sh\n${lines.join("\n")}\n`);
    chmodSync(file, 0o755);
  }

  /** An engine with its helpers, as far as they are wanted. */
  engine(folder: string, version: string, helpers = HELPERS): void {
    this.command(folder, "pulumi", `echo v${version}`);
    for (const helper of helpers) this.command(folder, helper, "exit 0");
  }

  /** A Go that "builds" commands which answer like the engine, and notes each build; `slow` is run before the building. */
  go(slow = ""): void {
    const tools = "/bin:/usr/bin";
    const module = join(this.root, "module");
    this.command(join(module, "python/cmd"), "pulumi-language-python-exec", "exit 0");
    this.command(
      this.bin,
      "go",
      `PATH=${tools}`,
      'case "$1" in',
      "env) echo go1.26.0 ;;",
      `list) if [ "$2" = -m ]; then echo ${module}; else echo one; echo two; fi ;;`,
      "install)",
      `  echo "$*" >> ${join(this.root, "builds")}`,
      `  ${slow || ":"}`,
      '  for tool in "$@"; do',
      '    case "$tool" in */cmd/*)',
      `      printf "#!/bin/sh\\necho v${ENGINE_VERSION}\\n" > "$GOBIN/$(basename "$tool")"`,
      '      chmod 755 "$GOBIN/$(basename "$tool")" ;;',
      "    esac",
      "  done ;;",
      "esac",
    );
  }

  /** A vendor within reach, whose install script is `lines`; it is called as the real one is. */
  vendor(...lines: string[]): void {
    const preload = join(this.root, "vendor.cjs");
    const script = JSON.stringify(lines.join("\n"));
    writeFileSync(preload, `globalThis.fetch = async () => new Response(${script});`);
    this.#nodeOptions = `--require ${preload}`;
  }

  /** A clone with nothing installed, whose one program is `program`. */
  clone(program: string): void {
    const scripts = this.folder("clone", "scripts");
    for (const file of ["run.mjs", "dependencies.mjs", "lock.mjs"]) {
      copyFileSync(join(SCRIPTS, file), join(scripts, file));
    }
    writeFileSync(join(scripts, "program.mts"), program);
    this.lockfile("1.0.0");
  }

  /** What package-lock.json of the clone asks for. */
  lockfile(version: string): void {
    const packages = {
      "": {},
      "node_modules/thing": { version },
      "node_modules/other-system": { version, optional: true },
    };
    writeFileSync(join(this.root, "clone", "package-lock.json"), JSON.stringify({ packages }));
  }

  /** An npm that "installs" what the lockfile asks for, or does what `instead` says; notes each run. */
  npm(instead?: string): void {
    const install = "mkdir -p node_modules && cp package-lock.json node_modules/.package-lock.json";
    this.command(
      this.bin,
      "npm",
      "PATH=/bin:/usr/bin",
      `echo "$1" >> ${join(this.root, "installs")}`,
      instead ?? install,
    );
  }

  /** How often npm was run. */
  installs(): number {
    return lines(join(this.root, "installs"));
  }

  /** How often Go was told to build something. */
  builds(): number {
    return lines(join(this.root, "builds"));
  }

  /** Looks for the engine. */
  ensure(): Run {
    return this.#start([join(SCRIPTS, "engine", "ensure.mts")]);
  }

  /** Starts the program of the clone, as an npm script would. */
  program(args: string[] = [], nodeOptions: string[] = []): Run {
    return this.#start([...nodeOptions, join(this.root, "clone", "scripts", "run.mjs"), "program", ...args]);
  }

  #start(args: string[]): Run {
    const nowhere = "http://127.0.0.1:9";
    const child = spawn(process.execPath, args, {
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        PATH: this.#path.join(delimiter),
        HOME: this.root,
        TMPDIR: this.root,
        NODE_OPTIONS: this.#nodeOptions,
        PULUMI_HOME: this.home,
        HTTPS_PROXY: nowhere,
        HTTP_PROXY: nowhere,
      },
    });
    let output = "";
    child.stdout.on("data", (data) => {
      output += data;
    });
    child.stderr.on("data", (data) => {
      output += data;
    });
    const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((done) => {
      child.on("close", (code, signal) => done({ code, signal }));
    });
    return { child, output: () => output, ended };
  }

  /** Takes the machine away again. */
  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** Waits until `found` answers true. */
export async function until(found: () => boolean): Promise<void> {
  const end = performance.now() + 100_000;
  while (!found()) {
    if (performance.now() > end) throw new Error("Waited in vain.");
    await new Promise((resolveSoon) => setTimeout(resolveSoon, 20));
  }
}

function lines(file: string): number {
  return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n").length : 0;
}
