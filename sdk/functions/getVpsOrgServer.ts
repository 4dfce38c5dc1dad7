import type * as pulumi from "@pulumi/pulumi";
import type { GetVpsOrgServerArgs, GetVpsOrgServerResult } from "../../provider/functions/vpsorg/getVpsOrgServer";
import { ProgramFunction } from "../function";
import type { Inputs } from "../inputs";

const reading = new ProgramFunction("getVpsOrgServer", (functions) => functions.getVpsOrgServer);

/**
 * Gets a server at VPS.org, with its plan, its addresses and its usage.
 *
 * @example
 * ```ts
 * import { getVpsOrgServer } from "pulumi-vps";
 *
 * export const ipAddress = getVpsOrgServer({ serverId: 12345 }).then(({ ipAddress }) => ipAddress);
 * ```
 */
export function getVpsOrgServer(args: GetVpsOrgServerArgs): Promise<GetVpsOrgServerResult> {
  return reading.call(args);
}

/**
 * {@link getVpsOrgServer} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { VpsOrgServer, getVpsOrgServerOutput } from "pulumi-vps";
 *
 * const web = new VpsOrgServer("web", { name: "web-01", planId: 1, osId: 5, location: "us-west" });
 * export const usage = getVpsOrgServerOutput({ serverId: web.serverId }).usage;
 * ```
 */
export function getVpsOrgServerOutput(args: Inputs<GetVpsOrgServerArgs>): pulumi.Output<GetVpsOrgServerResult> {
  return reading.callOutput(args);
}
