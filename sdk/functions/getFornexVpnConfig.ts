import type * as pulumi from "@pulumi/pulumi";
import type {
  GetFornexVpnConfigArgs,
  GetFornexVpnConfigResult,
} from "../../provider/functions/fornex/getFornexVpnConfig";
import { ProgramFunction } from "../function";
import type { Inputs } from "../inputs";

const reading = new ProgramFunction("getFornexVpnConfig", (functions) => functions.getFornexVpnConfig);

/**
 * Gets the OpenVPN configuration of a VPN at Fornex. It gives access, so it exists as a secret output only. API version 0.1 alone has
 * it, so it is asked in that API version whatever `vps:fornexApiVersion` says.
 *
 * @example
 * ```ts
 * import { getFornexVpnConfigOutput } from "pulumi-vps";
 *
 * export const config = getFornexVpnConfigOutput({ orderId: "301-12312", protocol: "udp" }).config; // secret
 * ```
 */
export function getFornexVpnConfigOutput(
  args: Inputs<GetFornexVpnConfigArgs>,
): pulumi.Output<GetFornexVpnConfigResult> {
  return reading.callSecretOutput(args);
}
