import type { MergePatch, Simulator, SimulatorState } from "../../../simulator";
import { type Described, ipOf, PTRS_PER_MACHINE, type Size, veidOf } from "./program";

/** What the PTRs are before the program comes. */
export const PTR_BEFORE = "before.example.net";

/** An object at a hoster: what it is for its owner, and what can be compared of it. */
export interface Held {
  type: Described["type"];
  id: string;
  /** No two that a program describes have the same. */
  key: string;
  says: string;
}

/** Machines with addresses, and money enough. */
export function furnish(simulator: Simulator, { machines }: Size): void {
  const addresses = Array.from({ length: PTRS_PER_MACHINE + 1 }, (_, index) => ipOf(index));
  const machine = {
    ip_addresses: addresses,
    ptr: Object.fromEntries(addresses.map((ip) => [ip, PTR_BEFORE])),
  };
  const patch: MergePatch<SimulatorState> = {
    vpsorg: { account: { credit: 1e9 } },
    kiwivm: {
      machines: Object.fromEntries(Array.from({ length: machines }, (_, index) => [veidOf(index), machine])),
      // Only what is proved by other tests: the day's points, and that old snapshots are purged.
      settings: { points24h: 1_000_000, purgeDays: 3650 },
      // Where it is not known any more what a PTR was before, it can be taken off.
      switches: { emptyPtr: "accepted" },
    },
  };
  simulator.patch(patch);
}

/** Everything that a program of this kind could have made. Seeded records come and go with their zone. */
export function held({ vpsorg, fornex, kiwivm }: SimulatorState): Held[] {
  const servers = Object.entries(vpsorg.servers).map(([id, { name, plan_id }]) =>
    one("VpsOrgServer", id, name, plan_id),
  );
  const zones = Object.entries(fornex.domains).flatMap(([name, { tags, entries }]) => {
    const records = Object.entries(entries)
      .filter(([, { host }]) => host.startsWith("record-"))
      .map(([id, { host, type, value, ttl }]) => one("FornexDnsRecord", id, `${host}.${name}`, [type, value, ttl]));
    return [one("FornexDnsDomain", name, name, tags), ...records];
  });
  const machines = Object.entries(kiwivm.machines).flatMap(([veid, { ptr, snapshots }]) => {
    const ptrs = Object.entries(ptr).filter(([, name]) => name.startsWith("ptr-"));
    const taken = Object.entries(snapshots).filter(([, { goneAt }]) => goneAt === null);
    return [
      ...ptrs.map(([ip, name]) => one("KiwiPtr", `${veid}/${ip}`, `${veid}/${ip}`, name)),
      ...taken.map(([id, { description, sticky }]) => one("KiwiSnapshot", id, `${veid}/${description}`, sticky)),
    ];
  });
  return [...servers, ...zones, ...machines];
}

/** What every address of the machines resolves to, by the id that a PTR of it has. */
export function ptrs({ kiwivm }: SimulatorState, { machines }: Size): Map<string, string> {
  const all = new Map<string, string>();
  for (let machine = 0; machine < machines; machine++) {
    const veid = veidOf(machine);
    const { ip_addresses = [], ptr = {} } = kiwivm.machines[veid] ?? {};
    for (const ip of ip_addresses) all.set(`${veid}/${ip}`, ptr[ip] ?? "");
  }
  return all;
}

/** What the hosters shall hold for a resource; its id is the hoster's. */
export function wanted(described: Described): Omit<Held, "id"> {
  const { type, key, says } = said(described);
  return { type, key, says: JSON.stringify(says) };
}

function said({ type, args }: Described): { type: Held["type"]; key: string; says: unknown } {
  switch (type) {
    case "VpsOrgServer":
      return { type, key: String(args.name), says: args.planId };
    case "FornexDnsDomain":
      return { type, key: String(args.name), says: args.tags };
    case "FornexDnsRecord":
      return { type, key: `${args.host}.${args.domain}`, says: [args.type, args.value, args.ttl] };
    case "KiwiPtr":
      return { type, key: `${args.veid}/${args.ip}`, says: args.ptr };
    case "KiwiSnapshot":
      return { type, key: `${args.veid}/${args.description}`, says: args.sticky };
  }
}

/** Everything at the hosters that must never be seen, the links to what machines hold among it. */
export function credentials({ env, state }: Simulator): string[] {
  const { machines } = state().kiwivm;
  const keys = Object.entries(env).filter(([name]) => /_(TOKEN|KEY)$/.test(name));
  const links = Object.values(machines).flatMap(({ snapshots }) =>
    Object.values(snapshots).map(({ linkToken }) => linkToken),
  );
  return [...keys.map(([, key]) => key), ...Object.values(machines).map(({ apiKey }) => apiKey), ...links];
}

function one(type: Held["type"], id: string, key: string, says: unknown): Held {
  return { type, id, key, says: JSON.stringify(says) };
}
