import type { FornexNextIds } from "./nextIds";
import type { FornexState } from "./state";

/** Unique among all domains. */
export function nextEntryId(state: FornexState): string {
  const domains = Object.values(state.domains);
  return take("entry", state, (id) => domains.some(({ entries }) => Object.hasOwn(entries, id)));
}

export function nextSshKeyId(state: FornexState): string {
  return take("sshKey", state, (id) => Object.hasOwn(state.sshKeys, id));
}

/** Unique among all servers. */
export function nextJobId(state: FornexState): string {
  const orders = Object.values(state.orders);
  return take("job", state, (id) => orders.some(({ vps }) => vps !== null && Object.hasOwn(vps.log, id)));
}

/** A number that was given never comes again. */
function take(kind: keyof FornexNextIds, { nextIds }: FornexState, isTaken: (id: string) => boolean): string {
  while (isTaken(String(nextIds[kind]))) nextIds[kind] += 1;
  const id = String(nextIds[kind]);
  nextIds[kind] += 1;
  return id;
}
