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

/** All of their PTRs: 100, or those of some machines. */
export function ptrs(name: string, machines = MACHINES): Program {
  const declared = machines.flatMap((veid) =>
    ADDRESSES.map((ip) => [`${veid}/${ip}`, { type: "KiwiPtr", inputs: { veid, ip, ptr: name } }] as const),
  );
  return Object.fromEntries(declared);
}
