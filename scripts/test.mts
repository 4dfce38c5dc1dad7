/**
 * `npm test`: lint, build, types, the engine, every test, whether they asked for every endpoint, and in CI once a day the
 * engine's build from its Go modules.
 * One failing hides none of the others; the last line counts them all. Arguments go to Jest.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Coverage } from "./docs/coverage.mts";
import { runChild } from "./engine/child.mts";
import { type Engine, ensureEngine } from "./engine/ensure.mts";
import { isProved, noteProof, proveBuild } from "./engine/proof.mts";
import { judgeConformance } from "./test/conformance.mts";
import { judgeEndpoints, notesFolder, readNotes } from "./test/endpoints.mts";
import { runJest } from "./test/jest.mts";
import { Tally } from "./test/tally.mts";

const ROOT = resolve(import.meta.dirname, "..");
const inCi = process.env.CI === "true" || process.env.CI === "1";
const tally = new Tally();

process.chdir(ROOT);

// At once: one takes a second, the other is mostly a single thread.
const lint = program("node_modules/@biomejs/biome/bin/biome", "ci", "--colors=off");
const build = program("scripts/build.mts");
// It may fail while the other is still waited for; its step below looks at it.
build.catch(() => {});
await tally.step("lint", () => lint);
await tally.step("build", () => build);
// The examples import the package by its name, so that what they see is the build.
await tally.step("types", () => program("node_modules/typescript/bin/tsc", "--noEmit", "-p", "tsconfig.json"));

let engine: Engine | undefined;
await tally.step("engine", async () => {
  engine = await ensureEngine();
  return `${engine.version}, ${engine.pulumi}`;
});

console.log("\n── tests");
const jestArguments = process.argv.slice(2);
const notes = notesFolder();
const jestEnv = {
  ...process.env,
  PULUMI_VPS_REQUESTS: notes,
  ...(engine ? { PULUMI_VPS_ENGINE: engine.pulumi } : {}),
};
const jest = await runJest(jestArguments, jestEnv, inCi);
tally.add("tests", jest.passed, jest.failed, jest.remark);

// Some of the tests ask for some of the endpoints.
if (jestArguments.length === 0) {
  const coverage = JSON.parse(readFileSync("docs/coverage.json", "utf8")) as Coverage;
  await tally.step("conformance", async () => judgeConformance(jest.tests));
  await tally.step("endpoints", async () => judgeEndpoints(coverage, readNotes(notes)));
}

const name = "engine from its Go modules";
// Made a moment ago with nothing there: that was the proof.
if (engine?.source === "modules") noteProof();
if (!inCi) console.log(`\n── ${name}: only in CI`);
else if (isProved()) tally.add(name, 1, 0, "proved within the last day");
else await tally.step(name, () => proveBuild().then(() => undefined));

process.exitCode = tally.finish();

/** Runs one of the JavaScript or TypeScript programs here; throws what it printed when it fails. */
async function program(file: string, ...args: string[]): Promise<undefined> {
  const run = await runChild(process.execPath, [file, ...args]);
  if (run.code !== 0) throw new Error(run.output.join("\n"));
}
