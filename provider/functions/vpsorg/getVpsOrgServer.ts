import { z } from "zod";
import { id } from "../../hosters/vpsorg/id";
import type { integer } from "../../integer";
import { defineFunction } from "../contract";
import { serverInfo, type VpsOrgServerInfo } from "./server";

/** Arguments of `getVpsOrgServer`. */
export interface GetVpsOrgServerArgs {
  /** Id of the server, as VPS.org gives it. */
  serverId: integer | string;
}

/** A server with everything that VPS.org shows (`GET /servers/{server_id}/`). */
export interface GetVpsOrgServerResult extends VpsOrgServerInfo {
  /** IPv6 address; empty if there is none. */
  ipv6Address: string;
  /** Whether automatic backups are on. */
  backupsEnabled?: boolean | undefined;
  /** Current usage of the server. */
  usage: VpsOrgServerUsage;
}

/** Usage of a server. VPS.org documents no units; they are probably those of the plan (unverified). */
export interface VpsOrgServerUsage {
  /** Load of the processors, in percent. */
  cpuPercent?: number | undefined;
  /** Memory in use, in megabytes (unverified). */
  memoryUsed?: integer | undefined;
  /** Disk in use, in gigabytes (unverified). */
  diskUsed?: integer | undefined;
  /** Traffic so far, in gigabytes (unverified); since when is not documented. */
  bandwidthUsed?: integer | undefined;
}

/** Endpoint: GET /servers/{server_id}/ (seed 004). */
export const getVpsOrgServer = defineFunction<GetVpsOrgServerArgs, GetVpsOrgServerResult>({
  name: "getVpsOrgServer",
  hoster: "vpsorg",
  schema: z.object({ serverId: id }),
  get: async (args, cx) => {
    const server = await cx.hosters.vpsorg.client.lenientServer(args.serverId);
    return {
      ...serverInfo(server),
      ipv6Address: server.ipv6_address,
      backupsEnabled: server.backups_enabled,
      usage: {
        cpuPercent: server.resource_usage.cpu_percent,
        memoryUsed: server.resource_usage.memory_used,
        diskUsed: server.resource_usage.disk_used,
        bandwidthUsed: server.resource_usage.bandwidth_used,
      },
    };
  },
});
