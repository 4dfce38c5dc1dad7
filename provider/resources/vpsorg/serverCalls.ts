import type { OpaqueId, Server } from "../../clients/vpsorg/schemas";
import { canonicalName } from "../../dnsName";
import { mayBeDeleted, mayMeanGone } from "../../errors/httpError";
import { VpsError } from "../../errors/vpsError";
import { canonicalId } from "../../hosters/vpsorg/id";
import type { Context } from "../../lifecycle/runtime/context";
import { ListCache } from "../../lifecycle/runtime/listCache";
import type { Listed } from "../../lifecycle/runtime/listing";
import type { VpsOrgServerArgs } from "./serverModel";

const DELETE_SECONDS = 600;
/** Statuses, all documented, in which no delete is under way. */
const STAYING = new Set(["active", "stopped", "suspended"]);

/** Its id, in its one spelling. */
export function idOf({ id }: Server): string {
  return canonicalId(id);
}

/** The account's complete list of servers, asked for once a run unless `fresh`. */
export function listServers(cx: Context, fresh = false): Promise<Listed<Server>> {
  const lists = serverLists(cx);
  if (fresh) lists.drop("");
  return lists.get("", () => cx.hosters.vpsorg.client.servers());
}

function serverLists(cx: Context): ListCache<Server> {
  return cx.shared("vpsorg servers", () => new ListCache(idOf));
}

/** The server with its details; undefined when the complete list lacks it. */
export async function findServer(id: string, cx: Context): Promise<Server | undefined> {
  try {
    return await cx.hosters.vpsorg.client.server(id);
  } catch (error) {
    if (!mayMeanGone(error)) throw error;
    if ((await listServers(cx, true)).byId(id) === undefined) return undefined;
    throw contradiction(error);
  }
}

/** Orders the server. What the program leaves out is left to VPS.org. */
export async function orderServer(args: VpsOrgServerArgs, cx: Context): Promise<Server> {
  const server = await cx.hosters.vpsorg.client.order({
    name: args.name,
    plan_id: sentId(args.planId),
    os_id: sentId(args.osId),
    location: args.location,
    ...(args.hostname === undefined ? {} : { hostname: canonicalName(args.hostname) }),
    ...(args.sshKeyId === undefined ? {} : { ssh_key_id: sentId(args.sshKeyId) }),
    ...(args.backupsEnabled === undefined ? {} : { backups_enabled: args.backupsEnabled }),
  });
  serverLists(cx).learn("", (list) => list.put(server));
  return server;
}

/** Ids are integers in VPS.org's documents; one written as text is sent as the number it is. */
function sentId(id: number | string): OpaqueId {
  const sent = canonicalId(id);
  return /^\d+$/.test(sent) ? Number(sent) : sent;
}

/** Deletes the server and waits until the list lacks it. */
export async function deleteServer(id: string, cx: Context): Promise<void> {
  const unknown = await cx.hosters.vpsorg.client.remove(id).catch((error: unknown) => {
    if (mayBeDeleted(error)) return error;
    throw error;
  });
  await cx.waitFor({
    what: "VPS.org to remove the server from its list",
    look: async () => (await listServers(cx, true)).byId(id),
    done: (server) => {
      // A 404 is no delete: what is listed as before will stay listed.
      if (unknown && server && STAYING.has(server.status)) throw contradiction(unknown);
      return server === undefined;
    },
    words: (server) => (server ? `VPS.org says ${server.status}` : "deleted"),
    usuallyWithin: DELETE_SECONDS,
  });
}

function contradiction(unknown: Error): VpsError {
  return new VpsError(
    "contradiction",
    `${unknown.message} But the server is in the list, so the answers contradict each other. Run again.`,
  );
}
