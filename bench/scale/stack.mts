/** One command of a stack with many records: `node stack.mts <command> <count> <state file>`. */
import dynamic from "pulumi-vps/dynamic";
import { StateFile } from "./stateFile.mts";

const { FornexDnsRecord } = dynamic;

/** What a command cost. */
export interface Measured {
  /** CPU time of each step, in milliseconds for all records. */
  cpuMs: Record<string, number>;
  /** The most memory that the process ever held, in MB: also garbage, of which V8 leaves the more the more memory a machine has. */
  peakMB: number;
  /** What of the heap is in use at the end, in MB. */
  liveMB: number;
}

/** As many as Pulumi has under way at the same time by default. */
const PARALLEL = 16;
/** Code is slow until it has run for a while, which is the same for few records as for many: so that comes before. */
const WARM_UP = 500;

const [, , command = "", count = "", file = ""] = process.argv;
const steps = { preview, up, refresh, change, destroy, empty: async () => {} };
const cpuMs: Record<string, number> = {};
/** Pulumi's engine holds the state in a process of its own, so it counts for nothing here. */
const states = new StateFile(file, command === "up");

if (!isCommand(command)) throw new Error(`no such command: ${command}`);
if (Number(count) > 0) await steps[command]("warm.example", WARM_UP);
for (const step of Object.keys(cpuMs)) delete cpuMs[step];
await steps[command]("records.example", Number(count));
states.close();
const peakMB = process.resourceUsage().maxRSS / 1024;
globalThis.gc?.();
const measured: Measured = { cpuMs, peakMB, liveMB: process.memoryUsage().heapUsed / 1e6 };
// Connections would be kept for some seconds.
process.send?.(measured, () => process.exit());

function isCommand(text: string): text is keyof typeof steps {
  return Object.hasOwn(steps, text);
}

async function preview(zone: string, records: number): Promise<void> {
  // As many again, in a zone that is full already.
  await step("preview", records, (index) => checked({}, inputsOf(zone, records + index)));
}

async function up(zone: string, records: number): Promise<void> {
  await step("create", records, async (index) => {
    states.set(zone, index, await FornexDnsRecord.create(await checked({}, inputsOf(zone, index))));
  });
}

async function refresh(zone: string, records: number): Promise<void> {
  await step("read", records, async (index) => {
    const { id, outs } = states.get(zone, index);
    const found = await FornexDnsRecord.read(id, outs);
    if (found.id !== id) throw new Error(`record ${id} is not found`);
    states.set(zone, index, { id, outs: found.props });
  });
  await step("diff", records, async (index) => {
    const { id, outs } = states.get(zone, index);
    const news = inputsOf(zone, index);
    const { changes } = await FornexDnsRecord.diff(id, outs, await checked(news, news));
    if (changes) throw new Error(`record ${id} differs`);
  });
}

async function change(zone: string, records: number): Promise<void> {
  await step("update", records, async (index) => {
    const { id, outs } = states.get(zone, index);
    const olds = inputsOf(zone, index);
    const news = await checked(olds, { ...olds, ttl: 600 });
    states.set(zone, index, { id, ...(await FornexDnsRecord.update(id, outs, news)) });
  });
}

async function destroy(zone: string, records: number): Promise<void> {
  await step("delete", records, async (index) => {
    const { id, outs } = states.get(zone, index);
    await FornexDnsRecord.delete(id, outs);
  });
}

async function checked(olds: object, news: object): Promise<object> {
  const { inputs, failures } = await FornexDnsRecord.check(olds, news);
  if (failures.length > 0) throw new Error(JSON.stringify(failures));
  return inputs;
}

function inputsOf(domain: string, index: number): object {
  const host = `host-${index}`;
  const common = { domain, host, ttl: 300, __vps: { name: host, secrets: [] } };
  const kinds = [
    { type: "A", value: `192.0.2.${index % 256}` },
    { type: "AAAA", value: `2001:db8::${(index % 65_536).toString(16)}` },
    { type: "MX", value: "mx.example.net", prio: 10 },
    { type: "TXT", value: `v=DKIM1; p=${"MIIBIjANBgkqhkiG9w0B".repeat(10)}` },
  ];
  return { ...common, ...kinds[index % kinds.length] };
}

/** Does one step of every record, and adds up what it costs. */
async function step(name: string, records: number, work: (index: number) => Promise<unknown>): Promise<void> {
  const before = process.cpuUsage();
  let next = 0;
  const worker = async () => {
    while (next < records) await work(next++);
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
  const { user, system } = process.cpuUsage(before);
  cpuMs[name] = (user + system) / 1000;
}
