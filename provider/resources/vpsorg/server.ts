import { z } from "zod";
import type { Server } from "../../clients/vpsorg/schemas";
import { canonicalName, isFullName } from "../../dnsName";
import { canonicalId, id } from "../../hosters/vpsorg/id";
import { ADOPT, ALLOW_REPLACE } from "../../lifecycle/commonArguments";
import { defineResource } from "../../lifecycle/contract";
import { RESTART } from "../../lifecycle/reconcile/triggers";
import { deleteServer, findServer, idOf, listServers, orderServer } from "./serverCalls";
import type { VpsOrgServerArgs, VpsOrgServerState } from "./serverModel";
import { bringUp, isStuck, matchPower, matchSettings, matchTrigger, settledPower } from "./serverSteps";

/** Changed only with a new server, and shown by VPS.org under another name. */
const newServer = (shownAs: string) => ({ replaces: true, nonSecret: `VPS.org shows it back, ${shownAs}` }) as const;

/** Shape of the arguments; a test keeps it equal to their interface. */
export const vpsOrgServerSchema = z.object({
  name: z
    .string()
    .regex(
      /^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$/,
      "must consist of letters, digits and hyphens, without spaces, and not begin or end with a hyphen",
    ),
  planId: id,
  osId: id,
  location: z.string().regex(/^[A-Za-z0-9_-]+$/, 'must be a location code, such as "us-west"'),
  hostname: z
    .string()
    .refine((name) => isFullName(name, "host"), "must be a fully qualified host name, such as web.example.com")
    .optional(),
  sshKeyId: id.optional(),
  backupsEnabled: z.boolean().optional(),
  powerState: z.enum(["on", "off"]).optional(),
  restartTrigger: z.string().optional(),
  allowReplace: z.boolean().optional(),
  adopt: z
    .union([z.boolean(), z.string().min(1, "must not be empty")], { error: "must be true, false or an id" })
    .optional(),
});

/** Endpoints: the nine of /servers/ (seed 004) and GET /account/me/ (seed 002). */
export const vpsOrgServer = defineResource<VpsOrgServerArgs, VpsOrgServerState, Server>({
  name: "VpsOrgServer",
  hoster: "vpsorg",
  noun: "server",
  schema: vpsOrgServerSchema,
  arguments: {
    name: { role: "drift" },
    planId: { role: "drift", ...newServer("in the output plan"), live: (state) => state.plan?.id },
    osId: { role: "drift", ...newServer("in the output os"), live: (state) => state.os?.id },
    location: { role: "drift", ...newServer("as the output currentLocation"), live: (state) => state.currentLocation },
    hostname: { role: "drift" },
    sshKeyId: { role: "writeOnly", reason: "VPS.org installs the key and never shows which", replaces: true },
    backupsEnabled: { role: "drift" },
    powerState: { role: "drift" },
    restartTrigger: {
      role: "control",
      reason: "a restart leaves nothing at VPS.org to compare with",
      foretells: RESTART,
    },
    allowReplace: ALLOW_REPLACE,
    adopt: ADOPT,
  },
  outputs: {
    serverId: { steady: true },
    status: {},
    ipAddress: { steady: true },
    ipv6Address: { steady: true },
    plan: { steady: true },
    os: { steady: true },
    currentLocation: { steady: true },
    createdAt: { steady: true },
    updatedAt: {},
  },
  canonical: ({ name, planId, osId, location, sshKeyId, hostname, ...rest }) => ({
    ...rest,
    ...(name === undefined ? {} : { name: canonicalText(name) }),
    ...(location === undefined ? {} : { location: canonicalText(location) }),
    ...(planId === undefined ? {} : { planId: canonicalId(planId) }),
    ...(osId === undefined ? {} : { osId: canonicalId(osId) }),
    ...(sshKeyId === undefined ? {} : { sshKeyId: canonicalId(sshKeyId) }),
    ...(hostname === undefined ? {} : { hostname: canonicalName(hostname) }),
  }),
  naturalKey: (args) => canonicalText(args.name),
  identity: { within: [], by: ["name"] },
  costs: "money",
  replacement: {
    loses:
      "The old server is deleted with everything on its disk once the new one is active. Until then you pay for both.",
  },

  idOf,
  importId: {
    form: "the server's id",
    example: "12345",
    parse: (text) => (id.safeParse(text).success ? { id: canonicalId(text), args: {} } : undefined),
  },
  list: (_args, cx, fresh) => listServers(cx, fresh),
  keysOf: ({ name }) => [canonicalText(name)],
  create: orderServer,
  find: (id, _state, cx) => findServer(id, cx),
  observe: (server) => ({
    name: server.name,
    hostname: server.hostname ?? null,
    ...(server.backups_enabled === undefined ? {} : { backupsEnabled: server.backups_enabled }),
    ...settledPower(server),
    serverId: canonicalId(server.id),
    status: server.status,
    ipAddress: server.ip_address ?? "",
    ipv6Address: server.ipv6_address ?? "",
    plan: withoutUndefined(server.plan),
    os: withoutUndefined(server.os),
    currentLocation: server.location,
    createdAt: server.created_at ?? "",
    updatedAt: server.updated_at ?? "",
  }),
  start: (server, adopted) => {
    const isReady = settledPower(server).powerState !== undefined && server.ip_address !== undefined;
    return isReady || (adopted && isStuck(server)) ? {} : { pending: "create" };
  },
  notice: (server) =>
    isStuck(server) ? { level: "info", text: `VPS.org says ${server.status}; ask VPS.org why` } : undefined,
  isDone: (server, _state, { pending }) =>
    settledPower(server).powerState !== undefined && (pending?.kind !== "create" || server.ip_address !== undefined),
  reconcile: async (reconciler) => {
    await bringUp(reconciler);
    await matchSettings(reconciler);
    const started = await matchPower(reconciler);
    await matchTrigger(reconciler, started);
  },
  remove: (id, _state, _server, cx) => deleteServer(id, cx),
});

/** Should VPS.org not keep the case of names and codes (unverified), they mean the same all the same. */
function canonicalText(text: string): string {
  return text.toLowerCase();
}

function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
