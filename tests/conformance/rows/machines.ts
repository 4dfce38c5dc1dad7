import type { KiwivmMachine, Simulator } from "../../../simulator";
import { numberSpellings } from "./row";

/** The machine that the rows manage; another one is there, too. */
export const VEID = "111141";
export const OTHER_VEID = "222252";

export function machineOf(simulator: Simulator, veid: string): KiwivmMachine {
  const machine = simulator.state().kiwivm.machines[veid];
  if (!machine) throw new Error(`no machine ${veid}`);
  return machine;
}

/** Somebody changes the machine in KiwiVM's panel. */
export function patchMachine(simulator: Simulator, veid: string, machine: object | null): void {
  simulator.patch({ kiwivm: { machines: { [veid]: machine } } } as Parameters<Simulator["patch"]>[0]);
}

/** What is the same for every resource that manages a machine. */
export const MACHINE = {
  spellings: [{ veid: Number(VEID) }],
  idSpellings: numberSpellings,
  naturalKey: ["veid"],
  ownCredential: "a key is valid for one machine only",
  neverGone:
    "KiwiVM has no list of machines: one that is no more answers as if the key were wrong, which proves nothing",
  ids: (simulator: Simulator) => (simulator.state().kiwivm.machines[VEID] ? [VEID] : []),
  erase: (simulator: Simulator, id: string) => patchMachine(simulator, id, null),
  oddity: (simulator: Simulator, id: string) => patchMachine(simulator, id, { node_location: "XX, Nowhere" }),
};
