import { check } from "../check";
import { mergePatch } from "../json";
import { apiKeyOf } from "./access";
import type { KiwivmSettings } from "./settings";
import { type KiwivmMachine, type KiwivmState, type PatchedMachine, patchedStateSchema } from "./state";
import { later } from "./time";

/** The state after a merge patch, with everything filled in that the patch left out. Throws an InvalidInput. */
export function patchState(state: KiwivmState | undefined, patch: unknown, now: number): KiwivmState {
  const merged = check(patchedStateSchema, mergePatch(state, patch) ?? {}, "kiwivm");
  const machines: Record<string, KiwivmMachine> = {};
  for (const [veid, machine] of Object.entries(merged.machines)) {
    machines[veid] = fill(veid, machine, merged.settings, now);
  }
  return { ...merged, machines };
}

function fill(veid: string, machine: PatchedMachine, { purgeDays }: KiwivmSettings, now: number): KiwivmMachine {
  const { lock } = machine;
  const snapshots: KiwivmMachine["snapshots"] = {};
  for (const [fileName, snapshot] of Object.entries(machine.snapshots)) {
    snapshots[fileName] = {
      ...snapshot,
      listedAt: snapshot.listedAt ?? later(now, 0),
      purgesAt: snapshot.purgesAt ?? later(now, purgeDays * 86_400),
    };
  }
  return {
    ...machine,
    apiKey: machine.apiKey ?? apiKeyOf(veid),
    lock: lock && { ...lock, since: lock.since ?? later(now, 0), until: lock.until ?? later(now, 600) },
    snapshots,
    guest: { ...machine.guest, hostname: machine.guest.hostname ?? machine.hostname },
  };
}
