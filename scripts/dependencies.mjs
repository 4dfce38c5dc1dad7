/**
 * Installs what package-lock.json lists, if it is not installed yet, and starts programs with the Node that came with it.
 * Plain JavaScript for Node 18, like everything that runs before the dependencies are there.
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { constants, tmpdir, userInfo } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { withLock } from "./lock.mjs";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const BIN = join(ROOT, "node_modules", ".bin");
const ON_WINDOWS = process.platform === "win32";
const NODE = join(BIN, ON_WINDOWS ? "node.cmd" : "node");
/** The programs here are TypeScript that Node runs by itself. */
const NODE_MAJOR = 24;

/** Runs scripts/<name>.mts to its end and ends this process the same way; without a name, only installs. */
export async function runWithDependencies(name, args) {
  await installDependencies();
  const node = chooseNode();
  if (!name) return;
  const PATH = [dirname(node), process.env.PATH].filter(Boolean).join(delimiter);
  const child = spawn(node, [join(ROOT, "scripts", `${name}.mts`), ...args], {
    stdio: "inherit",
    env: { ...process.env, PATH },
    shell: node.endsWith(".cmd"),
  });
  // A terminal sends Ctrl-C to the child as well: this process only has to outlive the child's cleaning up.
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    console.error(error.message);
    process.exit(1);
  });
  child.on("close", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

async function installDependencies() {
  if (isInstalled()) return;
  // Not inside node_modules, which an installation removes first.
  const key = createHash("sha256").update(`${userInfo().uid} ${ROOT}`).digest("hex").slice(0, 16);
  const lock = join(tmpdir(), `pulumi-vps-install-${key}.lock`);
  const onWait = (pid) => console.error(`Another run (process ${pid}) is installing the dependencies; waiting for it.`);
  await withLock(lock, onWait, async () => {
    if (isInstalled()) return;
    console.error("Installing dependencies (about half a minute, once) …");
    await npmCi();
  });
}

/** npm leaves a list of what it has installed when it has finished: that list must hold what package-lock.json asks for. */
function isInstalled() {
  const wanted = readPackages(join(ROOT, "package-lock.json"));
  const installed = readPackages(join(ROOT, "node_modules", ".package-lock.json"));
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([folder, { version, integrity, optional }]) => {
    if (folder === "") return true;
    const found = installed[folder];
    // Optional: builds for other systems are not installed.
    if (!found) return optional === true;
    return found.version === version && found.integrity === integrity;
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}

async function npmCi() {
  const quiet = ["--loglevel=error", "--no-audit", "--no-fund", "--no-progress"];
  // Without these, npm takes more than a minute to find out that there is no network.
  const patience = ["--fetch-retries=2", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"];
  const args = ["ci", "--prefer-offline", "--engine-strict=false", ...quiet, ...patience];
  const child = spawn("npm", args, {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    // npm must not run on the Node it is about to replace.
    env: { ...process.env, PATH: pathWithoutDependencies() },
    shell: ON_WINDOWS,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (output += data));
  const code = await new Promise((done) => {
    child.on("close", done);
    child.on("error", (error) => {
      output += error.message;
      done(-1);
    });
  });
  if (code !== 0) throw problem(explain(output));
}

function explain(output) {
  // What is wrong comes first; a stack and advice on npm's own usage follow.
  const said = output
    .trim()
    .split("\n")
    .filter((line) => !/^npm \w+!?\s*(at .*)?$/.test(line))
    .slice(0, 6)
    .join("\n");
  if (/spawn npm ENOENT/.test(output))
    return "npm is needed to install the dependencies, and is not on the PATH: https://nodejs.org";
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ECONNRESET|ENOTCACHED|network/.test(output)) {
    return `npm could not download the dependencies: no network? Start again when there is one.\n${said}`;
  }
  if (/ENOSPC/.test(output)) return `The disk is full: the dependencies take about 600 MB.\n${said}`;
  return `npm ci failed:\n${said}`;
}

function pathWithoutDependencies() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.filter((folder) => !folder.endsWith(join("node_modules", ".bin"))).join(delimiter);
}

function chooseNode() {
  if (majorOf(NODE) >= NODE_MAJOR) return NODE;
  // Some systems cannot run the Node of the npm package `node` (it wants glibc, say): their own may be new enough.
  if (Number(process.versions.node.split(".")[0]) >= NODE_MAJOR) return process.execPath;
  throw problem(
    `Node ${NODE_MAJOR} comes with the dependencies, but is not there: npm has not run the install script of its package.\n` +
      "Is ignore-scripts set in your npm configuration? Then run this once, and start again:\n\n" +
      "  npm rebuild node --ignore-scripts=false\n\n" +
      `Or use Node ${NODE_MAJOR} or newer yourself (found v${process.versions.node}).`,
  );
}

function majorOf(node) {
  const answer = spawnSync(node, ["--version"], { encoding: "utf8", shell: node.endsWith(".cmd") });
  return answer.status === 0 ? Number(answer.stdout.slice(1).split(".")[0]) : 0;
}

/** An error whose text is all that is shown. */
function problem(message) {
  return Object.assign(new Error(message), { isProblem: true });
}
