import type { KiwivmSwitches, Simulator } from "../../simulator";
import type { Program } from "./engine";

export const MACHINES = Array.from({ length: 10 }, (_, index) => String(500_001 + index));
const ADDRESSES = Array.from({ length: 10 }, (_, index) => `198.51.100.${10 + index}`);

/** Ten machines with ten addresses each, and what each of them may be asked in 15 minutes. */
export function arrange(simulator: Simulator, points15min: number, switches: Partial<KiwivmSwitches> = {}): void {
  const machine = {
    ip_addresses: ADDRESSES,
    ptr: Object.fromEntries(ADDRESSES.map((ip) => [ip, "before.example.net"])),
  };
  const machines = Object.fromEntries(MACHINES.map((veid) => [veid, machine]));
  simulator.patch({ kiwivm: { machines, settings: { points15min }, switches } });
}

/** Ten resources of every kind per machine, of which snapshots lock it. `round` changes what can be changed in place. */
export function mix(round: string): Program {
  const declared = MACHINES.flatMap((veid) => {
    const on = (type: string, name: string, inputs: object) =>
      [`${veid}/${name}`, { type, inputs: { veid, ...inputs } }] as const;
    return [
      ...ADDRESSES.slice(0, 3).map((ip) => on("KiwiPtr", ip, { ip, ptr: `${round}.example.com` })),
      on("KiwiSnapshot", "first", { description: "first", sticky: true }),
      on("KiwiSnapshot", "second", { description: "second", sticky: false }),
      on("KiwiServer", "server", { hostname: `${round}.example.com`, powerState: "on" }),
      on("KiwiIpv6", "subnet", {}),
      on("KiwiCommand", "install", { create: "echo installed", triggers: [round] }),
      on("KiwiCommand", "check", { create: `echo ${round}` }),
      on("KiwiScript", "script", { script: `echo ${round}\n` }),
    ];
  });
  return Object.fromEntries(declared);
}

/** All of their PTRs: 100, or those of some machines. */
export function ptrs(name: string, machines = MACHINES): Program {
  const declared = machines.flatMap((veid) =>
    ADDRESSES.map((ip) => [`${veid}/${ip}`, { type: "KiwiPtr", inputs: { veid, ip, ptr: name } }] as const),
  );
  return Object.fromEntries(declared);
}
