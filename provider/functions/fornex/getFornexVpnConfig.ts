import { z } from "zod";
import { defineFunction } from "../contract";
import { orderId } from "./arguments";

/** Arguments of `getFornexVpnConfig`. */
export interface GetFornexVpnConfigArgs {
  /** Number of the VPN's order, such as `301-12312`. */
  orderId: string;
  /** Protocol the connection uses: `tcp` or `udp`. */
  protocol: "tcp" | "udp";
}

/**
 * The configuration of a VPN. It exists in API version 0.1 only, so it is asked in that API version whatever
 * `vps:fornexApiVersion` says.
 */
export interface GetFornexVpnConfigResult {
  /** Content of an OpenVPN configuration file. It gives access to the VPN. */
  config: string;
}

/** Endpoint: GET /vpn/{id}/config-{protocol}.ovpn, API version 0.1 only. */
export const getFornexVpnConfig = defineFunction<GetFornexVpnConfigArgs, GetFornexVpnConfigResult>({
  name: "getFornexVpnConfig",
  hoster: "fornex",
  schema: z.object({ orderId, protocol: z.enum(["tcp", "udp"]) }),
  secret: "only",
  get: async ({ orderId, protocol }, cx) => ({
    config: await cx.hosters.fornex.v01().reads.vpnConfig(orderId, protocol),
  }),
});
