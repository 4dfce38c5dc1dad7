import { arrive } from "./migrate";
import type { KiwivmMachine, KiwivmState } from "./state";
import { isPast } from "./time";

/** What a task leaves behind when it is over. */
export function settleLock(machine: KiwivmMachine, state: KiwivmState, now: number): void {
  const { lock, guest, power } = machine;
  if (!lock || !isPast(lock.until, now)) return;
  machine.lock = null;
  if (lock.os !== null) {
    machine.os = lock.os;
    // A restored disk is empty here too: snapshots do not keep the simulated files.
    Object.assign(guest, { hostname: machine.hostname, files: {}, directories: [] });
  }
  if (lock.move) arrive(machine, lock.move, state);
  if (lock.os === null && !lock.move) return;
  // It runs afterwards, whatever it did before [unverified].
  machine.power = { status: "running", next: null, boots: power.boots + 1, stuck: false };
}
