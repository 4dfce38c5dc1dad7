import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cacheFolder } from "../../../scripts/cache.mts";
import { withLock } from "../../../scripts/lock.mjs";
import { ROOT } from "../package";

const REQUIREMENTS = join(__dirname, "requirements.txt");

/** Builds both distributions of the package in the folder that it runs in. */
const BUILD = "from setuptools import build_meta as b; b.build_sdist('dist'); b.build_wheel('dist')";

/** The version of python3, such as `3.11`, where it can run programs of Pulumi; undefined where it is missing, too old, or without venv. */
export const PYTHON = pythonVersion();

function pythonVersion(): string | undefined {
  const script =
    "import sys, venv, ensurepip; assert sys.version_info >= (3, 10); print('%d.%d' % sys.version_info[:2])";
  const { status, stdout } = spawnSync("python3", ["-c", script], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}

/** A virtual environment with Pulumi's SDK, made once for this computer. */
export async function virtualEnvironment(): Promise<string> {
  const hash = createHash("sha256").update(readFileSync(REQUIREMENTS)).digest("hex").slice(0, 12);
  const folder = join(cacheFolder(), `python-${PYTHON}-${hash}`);
  const complete = join(folder, "complete");
  mkdirSync(cacheFolder(), { recursive: true });
  await withLock(
    `${folder}.lock`,
    () => {},
    async () => {
      if (existsSync(complete)) return;
      rmSync(folder, { recursive: true, force: true });
      run("python3", ["-m", "venv", folder]);
      run(pythonIn(folder), ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", REQUIREMENTS]);
      writeFileSync(complete, "");
    },
  );
  return folder;
}

/** The package's wheel and its source distribution, built from sdk/python/. */
export function distributions(environment: string, folder: string): { wheel: string; sdist: string } {
  const sources = mkdtempSync(join(tmpdir(), "pulumi-vps-python-"));
  try {
    cpSync(join(ROOT, "sdk/python"), sources, { recursive: true });
    run(pythonIn(environment), ["-c", BUILD], sources);
    cpSync(join(sources, "dist"), folder, { recursive: true });
  } finally {
    rmSync(sources, { recursive: true, force: true });
  }
  const built = (ending: string) => join(folder, readdirSync(folder).find((name) => name.endsWith(ending)) ?? ending);
  return { wheel: built(".whl"), sdist: built(".tar.gz") };
}

/** Installs a distribution into a folder that programs find by PYTHONPATH. What it needs, the environment has. */
export function install(environment: string, distribution: string, target: string): void {
  const flags = ["--quiet", "--disable-pip-version-check", "--no-deps", "--no-index", "--no-build-isolation"];
  run(pythonIn(environment), ["-m", "pip", "install", ...flags, "--target", target, distribution]);
}

/** What a script prints. */
export function printed(environment: string, script: string, path: string): string {
  return run(pythonIn(environment), ["-c", script], undefined, { PYTHONPATH: path }).trim();
}

function pythonIn(environment: string): string {
  return join(environment, "bin/python");
}

function run(program: string, args: string[], cwd?: string, env: Record<string, string> = {}): string {
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: "utf8",
    env: { ...process.env, ...env },
    ...(cwd === undefined ? {} : { cwd }),
  });
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} failed:\n${stdout}${stderr}`);
  return stdout;
}
