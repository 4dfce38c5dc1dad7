/**
 * Makes dist/: declarations by tsc; sdk and provider file by file; simulator and CLI as one bundle each. Does nothing when
 * dist/ was made from these very sources, unless `--fresh` is given; with `--check` it only says whether it was (exit code).
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { build, type Plugin } from "esbuild";
import { notices } from "./build/notices.mts";

const SOURCES = [
  "{sdk,provider,simulator,cli}/**/*.ts",
  "tsconfig*.json",
  "package-lock.json",
  "scripts/build.mts",
  "scripts/build/*.mts",
  "schema.json",
];
const STAMP = "dist/.sources";
/** What npm makes for a package that is installed, and not for the one it is run in. */
const LINKS = {
  "node_modules/.bin/pulumi-vps": "../../dist/cli/main.js",
  // Not in node_modules itself, where npm would remove it.
  "examples/node_modules/pulumi-vps": "../..",
};

const loadsFromBeside: Plugin = {
  name: "loads from beside",
  setup({ onResolve }) {
    onResolve({ filter: /^(\.\.\/)+(provider|simulator)(\/|$)/ }, ({ path }) => ({
      path: path.replace(/^(\.\.\/)+/, "../"),
      external: true,
    }));
  },
};

const sources = digest(globSync(SOURCES).sort());
const current = existsSync(STAMP) && readFileSync(STAMP, "utf8") === sources;

if (process.argv.includes("--check")) process.exit(current && Object.keys(LINKS).every(existsSync) ? 0 : 1);
if (!current || process.argv.includes("--fresh")) await make();
for (const [place, target] of Object.entries(LINKS)) link(place, target);

/** Built aside and put in place whole, so that whoever runs from dist/ meanwhile never meets half of it. */
async function make(): Promise<void> {
  const stage = mkdtempSync("dist-");
  try {
    await compile(stage);
    writeFileSync(join(stage, ".sources"), sources);
    if (existsSync("dist")) renameSync("dist", join(stage, "old"));
    renameSync(stage, "dist");
    rmSync("dist/old", { recursive: true, force: true });
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

async function compile(outdir: string): Promise<void> {
  const node = { platform: "node", target: "node22", format: "cjs", logLevel: "warning" } as const;
  const common = { ...node, outbase: ".", outdir };
  await build({ ...common, entryPoints: globSync("{sdk,provider}/**/*.ts", { exclude: ["provider/native/**"] }) });
  // A plugin is started often, and may be installed without any package beside it: so it is one file.
  const plugin = await build({
    ...node,
    entryPoints: ["provider/native/main.ts"],
    outfile: join(outdir, "native/main.js"),
    bundle: true,
    metafile: true,
  });
  copyFileSync("schema.json", join(outdir, "native/schema.json"));
  const bundle = { ...common, bundle: true, metafile: true } as const;
  const simulator = await build({ ...bundle, entryPoints: ["simulator/index.ts"] });
  // What is beside it, or installed with the package, the CLI loads from there; its program only by a Node.js that can read it.
  const cli = await build({
    ...bundle,
    entryPoints: ["cli/main.ts", "cli/program.ts"],
    external: ["./program", "zod"],
    plugins: [loadsFromBeside],
  });
  writeFileSync(join(outdir, "THIRD_PARTY_LICENSES"), notices([simulator.metafile, cli.metafile, plugin.metafile]));
  chmodSync(join(outdir, "cli/main.js"), 0o755);
  const tsc = ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json", "--outDir", outdir];
  const types = spawnSync(process.execPath, tsc, { stdio: "inherit" });
  if (types.status !== 0) throw new Error("The declarations could not be made; tsc said why.");
}

function link(place: string, target: string): void {
  if (existsSync(place)) return;
  rmSync(place, { force: true });
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(target, place);
}

function digest(files: string[]): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
}
