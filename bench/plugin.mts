/**
 * `npm run bench:plugin [count …]`: what the plugin costs. How long it takes to start, beside the least that a plugin in Node.js
 * can be; and what one DNS record costs it in zones of different sizes. The hosters and the engine's part run in this process, so
 * that only the plugin's own CPU and memory are counted. It prints and proves nothing: how fast a computer is, no test can know.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSimulator } from "pulumi-vps/simulator";
import { Plugin } from "./plugin/plugin.mts";

const COUNTS = [500, 2_000, 10_000];
const STARTS = 15;
/** As many as Pulumi has under way at the same time by default. */
const PARALLEL = 16;
/** Code is slow until it has run for a while, which is the same for few records as for many: so that comes before. */
const WARM_UP = 500;

type Properties = Awaited<ReturnType<Plugin["check"]>>;
type Stored = Awaited<ReturnType<Plugin["create"]>>;

const folder = mkdtempSync(join(tmpdir(), "pulumi-vps-bench-"));
const simulator = await startSimulator();
const env = { ...process.env, ...simulator.env, PULUMI_HOME: folder, NODE_COMPILE_CACHE: join(folder, "compiled") };

try {
  await starts();
  const counts = process.argv.slice(2).map(Number);
  const rows: Record<number, Record<string, number>> = {};
  for (const count of counts.length > 0 ? counts : COUNTS) rows[count] = await records(count);
  console.log(
    "CPU per record in milliseconds; memory in MB above that of an idle plugin; lists of the zone in all commands:",
  );
  console.table(rows);
} finally {
  await simulator.close();
  rmSync(folder, { recursive: true });
}

/** Medians, taken in turns, so that whatever else the computer does hits all alike. */
async function starts(): Promise<void> {
  const taken: Record<"bare" | "port" | "check", number[]> = { bare: [], port: [], check: [] };
  const check = (plugin: Plugin) => plugin.check(urnOf(0), {}, inputsOf("records.example", 0));
  simulator.patch({ fornex: { domains: { "records.example": {} } } });
  // The first start writes the compile cache; of the others, each has it.
  for (let round = -1; round < STARTS; round++) {
    const begin = performance.now();
    const bare = await Plugin.bare();
    const bareMs = performance.now() - begin;
    await bare.stop();
    const start = performance.now();
    const plugin = await Plugin.start(env);
    const portMs = performance.now() - start;
    await plugin.configure({});
    await check(plugin);
    const checkMs = performance.now() - start;
    await plugin.stop();
    if (round < 0) continue;
    taken.bare.push(bareMs);
    taken.port.push(portMs);
    taken.check.push(checkMs);
  }
  const bare = median(taken.bare);
  console.log(
    `A bare server needs ${bare.toFixed(0)} ms up to its port line (median of ${STARTS}). In multiples of that:`,
  );
  console.table({
    "up to the port line": Number((median(taken.port) / bare).toFixed(2)),
    "up to the answer of the first Check": Number((median(taken.check) / bare).toFixed(2)),
  });
}

/** Every command of one stack, each by a plugin of its own, as the engine has it. */
async function records(count: number): Promise<Record<string, number>> {
  simulator.reset();
  simulator.patch({ fornex: { domains: { "records.example": {}, "warm.example": {} } } });
  const stacks: Record<string, Stored[]> = { "warm.example": [], "records.example": [] };
  const cpu: Record<string, number> = {};
  let peakMB = 0;
  simulator.clearRequests();

  const command = async (name: string, work: (plugin: Plugin, zone: string, index: number) => Promise<void>) => {
    const plugin = await Plugin.start(env);
    await plugin.configure({});
    const idleMB = plugin.peakMB();
    await all(WARM_UP, (index) => work(plugin, "warm.example", index));
    const before = plugin.cpuMs();
    await all(count, (index) => work(plugin, "records.example", index));
    cpu[name] = Number(((plugin.cpuMs() - before) / count).toFixed(2));
    peakMB = Math.max(peakMB, plugin.peakMB() - idleMB);
    await plugin.stop();
  };
  const stored = (zone: string, index: number) => stacks[zone]?.[index] as Stored;
  const store = (zone: string, index: number, one: Stored) => {
    (stacks[zone] as Stored[])[index] = one;
  };

  await command("create", async (plugin, zone, index) => {
    const inputs = await plugin.check(urnOf(index), {}, inputsOf(zone, index));
    store(zone, index, await plugin.create(urnOf(index), inputs));
  });
  await command("refresh", async (plugin, zone, index) => {
    const { id, outs } = stored(zone, index);
    const inputs = inputsOf(zone, index);
    const found = await plugin.read(urnOf(index), id, outs, inputs);
    store(zone, index, { id, outs: found });
    const differs = await plugin.diff(urnOf(index), id, found, await plugin.check(urnOf(index), inputs, inputs));
    if (differs) throw new Error(`record ${id} differs`);
  });
  await command("update", async (plugin, zone, index) => {
    const { id, outs } = stored(zone, index);
    const olds = inputsOf(zone, index);
    const news = await plugin.check(urnOf(index), olds, { ...olds, ttl: 600 });
    store(zone, index, { id, outs: await plugin.update(urnOf(index), id, outs, news) });
  });
  await command("delete", async (plugin, zone, index) => {
    const { id, outs } = stored(zone, index);
    await plugin.delete(urnOf(index), id, outs);
  });
  const lists = simulator
    .requests()
    .filter(({ method, path }) => method === "GET" && path === "/dns/domain/records.example/entry_set/").length;
  return { ...cpu, "peak MB": Math.round(peakMB), lists };
}

async function all(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
}

function urnOf(index: number): string {
  return `urn:pulumi:bench::bench::vps:index:FornexDnsRecord::host-${index}`;
}

function inputsOf(domain: string, index: number): Properties {
  const kinds = [
    { type: "A", value: `192.0.2.${index % 256}` },
    { type: "AAAA", value: `2001:db8::${(index % 65_536).toString(16)}` },
    { type: "MX", value: "mx.example.net", prio: 10 },
    { type: "TXT", value: `v=DKIM1; p=${"MIIBIjANBgkqhkiG9w0B".repeat(10)}` },
  ];
  return { domain, host: `host-${index}`, ttl: 300, ...kinds[index % kinds.length] } as Properties;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}
