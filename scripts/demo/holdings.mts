import type { SimulatorState } from "pulumi-vps/simulator";

/** What a person has at the hosters, without what no destroy gives back: money, logs and counters. */
export function holdings({ vpsorg, fornex, kiwivm }: SimulatorState) {
  return {
    servers: vpsorg.servers,
    zones: fornex.domains,
    keys: fornex.sshKeys,
    orders: each(fornex.orders, ({ name, tags, vps }) => ({ name, tags, power: vps?.power, keys: vps?.sshKeys })),
    machines: each(kiwivm.machines, ({ ptr, snapshots }) => ({ ptr, snapshots })),
  };
}

/** What of it was not there before, in words. */
export function added(now: ReturnType<typeof holdings>, before: ReturnType<typeof holdings>): string {
  const count = (things: object, old: object) => Object.keys(things).length - Object.keys(old).length;
  const records = Object.values(now.zones).flatMap(({ entries }) => Object.values(entries));
  const machines = Object.entries(now.machines);
  const snapshots = machines.map(([veid, { snapshots }]) => count(snapshots, before.machines[veid]?.snapshots ?? {}));
  const made = [
    `${count(now.servers, before.servers)} server`,
    `${count(now.zones, before.zones)} zone with ${records.filter(({ type }) => type !== "NS").length} records`,
    `${count(now.keys, before.keys)} SSH key`,
  ];
  return `${made.join(", ")} and ${snapshots.reduce((sum, some) => sum + some, 0)} snapshot`;
}

function each<T, R>(things: Record<string, T>, view: (thing: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(things).map(([id, thing]) => [id, view(thing)]));
}
