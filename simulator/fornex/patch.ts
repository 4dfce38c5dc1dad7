import { check } from "../check";
import { isoWithoutZone } from "../clock";
import { mergePatch } from "../json";
import { type FornexDomain, type FornexState, patchedStateSchema } from "./state";

/** The state after a merge patch, with everything filled in that the patch left out. Throws an InvalidInput. */
export function patchState(state: FornexState | undefined, patch: unknown, now: number): FornexState {
  const merged = check(patchedStateSchema, mergePatch(state, patch) ?? {}, "fornex");
  const domains: Record<string, FornexDomain> = {};
  for (const [name, domain] of Object.entries(merged.domains)) {
    const created = domain.created ?? isoWithoutZone(now);
    domains[name] = { ...domain, created, updated: domain.updated ?? created };
  }
  return { ...merged, domains };
}
