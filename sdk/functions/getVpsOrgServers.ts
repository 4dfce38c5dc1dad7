import type * as pulumi from "@pulumi/pulumi";
import type { GetVpsOrgServersArgs, GetVpsOrgServersResult } from "../../provider/functions/vpsorg/getVpsOrgServers";
import { ProgramFunction } from "../function";
import type { Inputs } from "../inputs";

const reading = new ProgramFunction("getVpsOrgServers", (functions) => functions.getVpsOrgServers);

/**
 * Gets the servers of the VPS.org account, also those that no program manages.
 *
 * @example
 * ```ts
 * import { getVpsOrgServers } from "pulumi-vps";
 *
 * export const servers = getVpsOrgServers({ status: "suspended" }).then(({ servers }) => servers);
 * ```
 */
export function getVpsOrgServers(args: GetVpsOrgServersArgs = {}): Promise<GetVpsOrgServersResult> {
  return reading.call(args);
}

/**
 * {@link getVpsOrgServers} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { getVpsOrgServersOutput } from "pulumi-vps";
 *
 * export const addresses = getVpsOrgServersOutput().servers.apply((all) => all.map(({ ipAddress }) => ipAddress));
 * ```
 */
export function getVpsOrgServersOutput(args: Inputs<GetVpsOrgServersArgs> = {}): pulumi.Output<GetVpsOrgServersResult> {
  return reading.callOutput(args);
}
