import { z } from "zod";
import { defineFunction } from "../contract";
import { serverInfo, type VpsOrgServerInfo } from "./server";

/** Arguments of `getVpsOrgServers`: filters. */
export interface GetVpsOrgServersArgs {
  /**
   * Only servers with this status. VPS.org documents `active`, `stopped` and `suspended`. Other values are sent as they are.
   * Default: any status.
   */
  status?: string;
  /** Only servers in this location, such as `us-west`. Default: any location. */
  location?: string;
}

/** Servers of the account (`GET /servers/`). */
export interface GetVpsOrgServersResult {
  /**
   * All servers. The provider requests every page of the list. A list that stays shorter than its own count is an error.
   */
  servers: VpsOrgServerInfo[];
}

/** Endpoint: GET /servers/ (seed 004). */
export const getVpsOrgServers = defineFunction<GetVpsOrgServersArgs, GetVpsOrgServersResult>({
  name: "getVpsOrgServers",
  hoster: "vpsorg",
  schema: z.object({
    status: z
      .string()
      .regex(/^[A-Za-z_-]+$/, 'must be a status, such as "active"')
      .exactOptional(),
    location: z
      .string()
      .regex(/^[A-Za-z0-9_-]+$/, 'must be a location code, such as "us-west"')
      .exactOptional(),
  }),
  get: async (args, cx) => {
    const servers = await cx.hosters.vpsorg.client.shownServers(args);
    return { servers: servers.map(serverInfo) };
  },
});
