/**
 * `npm run bench:scale [count …]`: what one DNS record costs the provider when its zone holds few and many. The hosters run in
 * this process and the provider in one of its own for each command, as Pulumi starts it, so that only the provider's CPU
 * and memory are counted. It prints and proves nothing: how fast a computer is, no test can know.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSimulator } from "pulumi-vps/simulator";
import type { Measured } from "./scale/stack.mts";

const COUNTS = [500, 2_000, 10_000];
const COMMANDS = ["up", "preview", "refresh", "change", "destroy"];
const STACK = join(import.meta.dirname, "scale/stack.mts");
const folder = mkdtempSync(join(tmpdir(), "pulumi-vps-scale-"));
const simulator = await startSimulator();

try {
  const counts = process.argv.slice(2).map(Number);
  const empty = await run("empty", 0);
  const rows: Record<number, Record<string, number>> = {};
  for (const count of counts.length > 0 ? counts : COUNTS) rows[count] = await row(count, empty);
  console.log(
    "CPU per record in milliseconds; memory of the largest command in MB above that of an empty one, at its peak and in use at its end:",
  );
  console.table(rows);
} finally {
  await simulator.close();
  rmSync(folder, { recursive: true });
}

/** Every command of one stack. */
async function row(count: number, empty: Measured): Promise<Record<string, number>> {
  simulator.reset();
  simulator.patch({ fornex: { domains: { "records.example": {}, "warm.example": {} } } });
  const measured: Measured[] = [];
  for (const command of COMMANDS) measured.push(await run(command, count));
  const cpu = Object.fromEntries(measured.flatMap(({ cpuMs }) => Object.entries(cpuMs)));
  const perRecord = Object.entries(cpu).map(([step, ms]) => [step, Number((ms / count).toFixed(2))]);
  const above = (of: (one: Measured) => number) => Math.round(Math.max(...measured.map(of)) - of(empty));
  const memory = { "peak MB": above(({ peakMB }) => peakMB), "in use MB": above(({ liveMB }) => liveMB) };
  return { ...Object.fromEntries(perRecord), ...memory };
}

/** Runs one command to its end in a process of its own. */
async function run(command: string, count: number): Promise<Measured> {
  const env = { ...process.env, ...simulator.env, PULUMI_HOME: folder };
  const execArgv = [...process.execArgv, "--expose-gc"];
  const child = fork(STACK, [command, String(count), join(folder, "state.json")], { env, execArgv });
  const answer = once(child, "message");
  const [code] = (await Promise.race([once(child, "exit"), answer.then(() => once(child, "exit"))])) as [number];
  if (code !== 0) throw new Error(`${command} of ${count} records ended with code ${code}`);
  return ((await answer) as [Measured])[0];
}
