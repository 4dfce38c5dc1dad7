import { chmodSync, copyFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { runChild } from "./child.mts";
import { addLauncher, PYTHON_SCRIPT } from "./home.mts";
import { Problem } from "./problem.mts";
import { duration, showProgress } from "./progress.mts";
import { ENGINE_VERSION } from "./version.mts";

/** What is built, from which of the Go modules beside this file. */
const MODULES = {
  engine: ["github.com/pulumi/pulumi/pkg/v3/cmd/pulumi", "github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml"],
  hosts: [
    "github.com/pulumi/pulumi/sdk/v3/nodejs/cmd/pulumi-language-nodejs",
    "github.com/pulumi/pulumi/sdk/v3/python/cmd/pulumi-language-python",
  ],
} as const;

/** Where the script of the Python host is, which Go does not build. */
const PYTHON_SCRIPT_IN = { module: "hosts", of: "github.com/pulumi/pulumi/sdk/v3", folder: "python/cmd" };

const LINK_FLAGS = `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=${ENGINE_VERSION}`;

/** The oldest Go that scripts/engine/engine/go.mod accepts. */
const OLDEST_GO = "1.26.6";

interface Step {
  phase: "downloading" | "compiling" | "done";
  downloaded: number;
  compiled: number;
  packages: number;
  /** What is being compiled; a few packages take a minute each. */
  current: string;
}

function newStep(): Step {
  return { phase: "downloading", downloaded: 0, compiled: 0, packages: 0, current: "" };
}

/** Builds the engine and its language hosts from their Go modules into `bin`. */
export async function buildFromModules(bin: string, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
  const goEnv = { ...env, CGO_ENABLED: "0", GOBIN: bin, GOWORK: "off" };
  await requireGo(goEnv, signal);
  console.error(
    `Building the Pulumi engine ${ENGINE_VERSION} from its Go modules: about seven minutes on two cores ` +
      `(here: ${availableParallelism()}), once.`,
  );
  const started = Date.now();
  const modules = Object.entries(MODULES).map(([module, tools]) => ({ module, tools, step: newStep() }));
  const progress = showProgress(() => describe(modules.map(({ step }) => step)));
  // One failing ends the other: nobody waits four minutes for a message that is already known.
  const other = new AbortController();
  const both = AbortSignal.any([signal, other.signal]);
  try {
    const builds = modules.map(({ module, tools, step }) => buildTools(module, tools, goEnv, both, step));
    const settled = await Promise.allSettled(builds.map((build) => build.catch((error) => abortWith(other, error))));
    signal.throwIfAborted();
    for (const one of settled) if (one.status === "rejected") throw other.signal.reason;
  } finally {
    progress.stop();
    if (signal.aborted) console.error("Interrupted. What is downloaded and compiled is kept: start again to go on.");
  }
  addLauncher(bin);
  await addPythonScript(bin, goEnv, signal);
  console.error(`Built in ${duration(Date.now() - started)}.`);
}

async function addPythonScript(bin: string, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
  const { module, of, folder } = PYTHON_SCRIPT_IN;
  const list = await runChild("go", ["list", "-m", "-f", "{{.Dir}}", of], { cwd: moduleFolder(module), env, signal });
  const [source] = list.stdout;
  if (list.code !== 0 || source === undefined) throw explain(list.output);
  const target = join(bin, PYTHON_SCRIPT);
  copyFileSync(join(source, folder, PYTHON_SCRIPT), target);
  // Go keeps its modules read-only.
  chmodSync(target, 0o755);
}

function abortWith(controller: AbortController, error: unknown): never {
  controller.abort(error);
  throw error;
}

async function requireGo(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
  // Asked in the module's folder, so that Go fetches a newer version of itself where it is allowed to.
  const go = await runChild("go", ["env", "GOVERSION"], { cwd: moduleFolder("engine"), env, signal });
  if (go.code === 0) return;
  const text = go.output.join("\n");
  if (text.includes("ENOENT")) {
    throw new Problem(
      `The Pulumi engine ${ENGINE_VERSION} is not on this machine, the vendor's site cannot be reached, and there is no Go to build it with.\n` +
        `Install either one and start again: Go ${OLDEST_GO} or newer (https://go.dev/dl), ` +
        "or the Pulumi CLI (https://www.pulumi.com/docs/install).",
    );
  }
  if (/requires go >=|unknown directive|invalid go version|download go|toolchain/.test(text)) {
    throw new Problem(
      `The Go on this machine is too old to build the Pulumi engine: Go ${OLDEST_GO} or newer is needed (https://go.dev/dl).\n${text}`,
    );
  }
  throw new Problem(`Go does not work on this machine:\n${text}`);
}

async function buildTools(
  module: string,
  tools: readonly string[],
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
  step: Step,
): Promise<void> {
  const cwd = moduleFolder(module);
  // Listing the packages downloads exactly the modules they live in, and says how many there are to compile.
  const onDownload = (line: string) => {
    if (line.startsWith("go: downloading")) step.downloaded += 1;
  };
  const list = await runChild("go", ["list", "-deps", ...tools], { cwd, env, signal, onLine: onDownload });
  if (list.code !== 0) throw explain(list.output);
  step.packages = list.stdout.length;
  step.phase = "compiling";
  const onCompile = (line: string) => {
    step.compiled += 1;
    step.current = line;
  };
  const args = ["install", "-v", "-trimpath", `-ldflags=${LINK_FLAGS}`, ...tools];
  const install = await runChild("go", args, { cwd, env, signal, onLine: onCompile });
  if (install.code !== 0) throw explain(install.output);
  step.phase = "done";
}

function moduleFolder(module: string): string {
  return join(import.meta.dirname, module);
}

function describe(steps: Step[]): string {
  const downloading = steps.some((step) => step.phase === "downloading");
  const downloaded = steps.reduce((sum, step) => sum + step.downloaded, 0);
  if (downloading && downloaded === 0) return "looking which Go modules are needed";
  if (downloading) return `downloading Go modules: ${downloaded} so far`;
  const compiled = steps.reduce((sum, step) => sum + step.compiled, 0);
  const packages = steps.reduce((sum, step) => sum + step.packages, 0);
  if (compiled === 0) return "compiling";
  const current = steps.find((step) => step.phase === "compiling")?.current ?? "";
  return `compiling: ${compiled} of ${packages} packages, now ${current}`;
}

/** Turns what Go printed into what to do about it. */
function explain(output: string[]): Problem {
  const said = output
    .filter((line) => !line.startsWith("go: downloading"))
    .slice(-8)
    .join("\n");
  if (/no space left on device/.test(said)) {
    return new Problem(
      `The disk is full. Building the Pulumi engine takes about 4 GB, most of it in Go's caches (go env GOMODCACHE GOCACHE).\n${said}`,
    );
  }
  if (
    /dial tcp|no such host|unable to access|connection refused|i\/o timeout|TLS handshake|proxyconnect|network is unreachable/.test(
      said,
    )
  ) {
    return new Problem(
      `The Go modules of the Pulumi engine could not be downloaded: no network?\n${said}\n` +
        "Start again when there is one (what was downloaded is kept), or install the Pulumi CLI: https://www.pulumi.com/docs/install",
    );
  }
  return new Problem(`The Pulumi engine could not be built from its Go modules:\n${said}`);
}
