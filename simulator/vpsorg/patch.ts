import type { z } from "zod";
import { check } from "../check";
import { isoSeconds } from "../clock";
import { isMap, lookup, mergePatch } from "../json";
import { patchedStateSchema, type VpsorgServer, type VpsorgState } from "./state";
import { assignAddresses } from "./transitions";

type PatchedServer = z.infer<typeof patchedStateSchema>["servers"][string];

/** The state after a merge patch, with everything filled in that the patch left out. Throws an InvalidInput. */
export function patchState(state: VpsorgState | undefined, patch: unknown, now: number): VpsorgState {
  const merged = check(patchedStateSchema, mergePatch(state, patch) ?? {}, "vpsorg");
  const servers: Record<string, VpsorgServer> = {};
  for (const [id, server] of Object.entries(merged.servers)) {
    const filled = fill(id, server, now);
    const isNew = lookup(state?.servers ?? {}, id) === undefined;
    if (isNew && filled.status === "active") assignAddresses(id, filled);
    if (setsStatusOnly(patch, id)) filled.transition = null;
    servers[id] = filled;
  }
  return { ...merged, servers };
}

function fill(id: string, server: PatchedServer, now: number): VpsorgServer {
  const createdAt = server.created_at ?? isoSeconds(now);
  return {
    ...server,
    name: server.name ?? `server-${id}`,
    ip_address: server.ip_address ?? null,
    ipv6_address: server.ipv6_address ?? null,
    created_at: createdAt,
    updated_at: server.updated_at ?? createdAt,
  };
}

/** A status that is written by hand sticks: what was under way must not overwrite it. */
function setsStatusOnly(patch: unknown, id: string): boolean {
  const servers = isMap(patch) ? patch.servers : undefined;
  const server = isMap(servers) ? lookup(servers, id) : undefined;
  return isMap(server) && "status" in server && !("transition" in server);
}
