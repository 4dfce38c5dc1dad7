/** A resource as the program describes it. */
export interface Described {
  name: string;
  type: "FornexDnsDomain" | "FornexDnsRecord" | "VpsOrgServer" | "KiwiPtr" | "KiwiSnapshot";
  args: Readonly<Record<string, unknown>>;
  /** Arguments that the program passes as secrets. */
  secrets?: readonly string[];
}

/** What the program imports its classes from. */
export type Entry = "pulumi-vps" | "pulumi-vps/native";

/** How many there are of what the kinds consist of. */
export interface Size {
  zones: number;
  machines: number;
  servers: number;
  records: number;
}

export const PTRS_PER_MACHINE = 3;
const SNAPSHOTS_PER_MACHINE = 2;

/** Shares of the kinds: one zone in thirty resources, one machine in thirty with its PTRs and snapshots, one server in ten. */
export function sizeFor(resources: number): Size {
  const zones = Math.max(1, Math.round(resources / 30));
  const machines = Math.max(1, Math.round(resources / 30));
  const servers = Math.max(1, Math.round(resources / 10));
  const records = resources - zones - servers - machines * (PTRS_PER_MACHINE + SNAPSHOTS_PER_MACHINE);
  if (records < 0) throw new RangeError("the story takes at least 10 resources");
  return { zones, machines, servers, records };
}

export const veidOf = (machine: number) => String(700_000 + machine);
export const ipOf = (index: number) => `198.51.100.${10 + index}`;
export const zoneOf = (zone: number) => `zone-${zone}.example.com`;

/** The program at first, and as it is changed: of every kind some differ, some go, some come, and of the servers one is replaced. */
export function program(size: Size, edition: 1 | 2): Described[] {
  const isSecond = edition === 2;
  return [
    ...each(size.zones, (index) => zone(index, isSecond)),
    ...each(size.records, (index) => record(size, index, isSecond)),
    ...each(size.servers, (index) => server(index, isSecond)),
    ...each(size.machines, (machine) => [
      ...each(PTRS_PER_MACHINE, (index) => ptr(machine, index, isSecond)),
      ...each(SNAPSHOTS_PER_MACHINE, (index) => snapshot(machine, index, isSecond)),
    ]),
  ];
}

/** How often what costs money or downtime is ordered for both editions, by path. */
export function ordersFor(size: Size): Record<string, number> {
  const described = [...program(size, 1), ...program(size, 2)];
  const different = (type: Described["type"], by: (args: Described["args"]) => unknown) =>
    new Set(described.filter((one) => one.type === type).map(({ name, args }) => `${name} ${by(args)}`)).size;
  return {
    "/servers/": different("VpsOrgServer", ({ planId }) => planId),
    "/snapshot/create": different("KiwiSnapshot", ({ description }) => description),
  };
}

function zone(index: number, isSecond: boolean): Described {
  const tags = isSecond ? ["chaos", "second"] : ["chaos"];
  return { name: `zone-${index}`, type: "FornexDnsDomain", args: { name: zoneOf(index), ip: "192.0.2.1", tags } };
}

function record(size: Size, index: number, isSecond: boolean): Described {
  // In the second edition one in seven has given way to another one.
  const name = isSecond && index % 7 === 0 ? `record-${index}-new` : `record-${index}`;
  const common = { domain: zoneOf(index % size.zones), host: name, ttl: isSecond && index % 5 === 1 ? 600 : 300 };
  const edition = isSecond && index % 3 === 1 ? 2 : 1;
  if (index % 6 === 5) {
    const args = { ...common, type: "TXT", value: `token-${name}-${edition}-c0ffee` };
    return { name, type: "FornexDnsRecord", args, secrets: ["value"] };
  }
  if (index % 6 === 4) {
    const args = { ...common, type: "MX", value: `mail-${edition}.example.net`, prio: 10 };
    return { name, type: "FornexDnsRecord", args };
  }
  return { name, type: "FornexDnsRecord", args: { ...common, type: "A", value: `192.0.2.${edition}` } };
}

function server(index: number, isSecond: boolean): Described {
  const name = isSecond && index % 6 === 0 ? `server-${index}-new` : `server-${index}`;
  const isRenamed = isSecond && index % 6 === 1;
  const isReplaced = isSecond && index % 6 === 2;
  const args = {
    name: isRenamed ? `${name}-renamed` : name,
    planId: isReplaced ? 2 : 1,
    osId: 5,
    location: "us-west",
    ...(isReplaced ? { allowReplace: true } : {}),
  };
  return { name, type: "VpsOrgServer", args };
}

function ptr(machine: number, index: number, isSecond: boolean): Described {
  const edition = isSecond && index === 1 ? 2 : 1;
  // One address is given back, and another one taken.
  const address = isSecond && index === 2 ? PTRS_PER_MACHINE : index;
  const args = { veid: veidOf(machine), ip: ipOf(address), ptr: `ptr-${edition}.example.com` };
  return { name: `ptr-${machine}-${address}`, type: "KiwiPtr", args };
}

function snapshot(machine: number, index: number, isSecond: boolean): Described {
  const description = isSecond && index === 1 ? `snapshot-${index}-new` : `snapshot-${index}`;
  const args = { veid: veidOf(machine), description, sticky: isSecond ? index !== 0 : index === 0 };
  return { name: `${description}-of-${machine}`, type: "KiwiSnapshot", args };
}

function each<T>(count: number, make: (index: number) => T | T[]): T[] {
  return Array.from({ length: count }, (_, index) => make(index)).flat() as T[];
}

/** The program's text. `more`: arguments that somebody has added to a resource, by its name. */
export function textOf(entry: Entry, described: readonly Described[], more: ReadonlyMap<string, object>): string {
  const all = described.map((one) => ({ ...one, args: { ...one.args, ...more.get(one.name) } }));
  return `
const classes = require("${entry}");
const zones = {};
for (const { name, type, args, secrets } of ${JSON.stringify(all)}) {
  for (const secret of secrets ?? []) args[secret] = pulumi.secret(args[secret]);
  if (type === "FornexDnsRecord") args.domain = zones[args.domain].name;
  const made = new classes[type](name, args);
  if (type === "FornexDnsDomain") zones[args.name] = made;
}
`;
}
