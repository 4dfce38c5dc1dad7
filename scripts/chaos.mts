/**
 * `npm run chaos -- --resources 1000 --seed 7`: the chaos test of tests/e2e with more resources or another seed, with `--plugin` by the
 * classes of pulumi-vps/native. Its last line but Jest's are the figures.
 */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { runChild } from "./engine/child.mts";
import { ensureEngine } from "./engine/ensure.mts";
import { runJest } from "./test/jest.mts";

process.chdir(resolve(import.meta.dirname, ".."));

const { values } = parseArgs({
  options: { resources: { type: "string" }, seed: { type: "string" }, plugin: { type: "boolean" } },
});
const resources = whole("resources", values.resources ?? "60", 20);
const seed = whole("seed", values.seed ?? String(Date.now() % 1_000_000), 0);

const built = await runChild(process.execPath, ["scripts/build.mts"]);
if (built.code !== 0) throw new Error(built.output.join("\n"));
const { pulumi } = await ensureEngine();

const { failed } = await runJest(
  [values.plugin ? "tests/e2e/nativeChaos.test.ts" : "tests/e2e/chaos.test.ts"],
  {
    ...process.env,
    PULUMI_VPS_ENGINE: pulumi,
    PULUMI_VPS_CHAOS_RESOURCES: String(resources),
    PULUMI_VPS_CHAOS_SEED: String(seed),
  },
  true,
);
process.exitCode = failed === 0 ? 0 : 1;

function whole(name: string, text: string, least: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least) return number;
  throw new Error(`--${name} must be a whole number of at least ${least}.`);
}
