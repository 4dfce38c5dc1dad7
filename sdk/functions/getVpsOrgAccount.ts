import type * as pulumi from "@pulumi/pulumi";
import type { GetVpsOrgAccountArgs, GetVpsOrgAccountResult } from "../../provider/functions/vpsorg/getVpsOrgAccount";
import { ProgramFunction } from "../function";
import type { Inputs } from "../inputs";

const reading = new ProgramFunction("getVpsOrgAccount", (functions) => functions.getVpsOrgAccount);

/**
 * Gets the VPS.org account and the token of the request. With `requires`, a token that lacks a permission is an error before
 * anything is ordered.
 *
 * @example
 * ```ts
 * import { getVpsOrgAccount } from "pulumi-vps";
 *
 * const requires = ["servers:create", "servers:power"]; // the run fails if the token lacks one
 * export const account = getVpsOrgAccount({ requires }).then(({ email }) => email);
 * ```
 */
export function getVpsOrgAccount(args: GetVpsOrgAccountArgs = {}): Promise<GetVpsOrgAccountResult> {
  return reading.call(args);
}

/**
 * {@link getVpsOrgAccount} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { getVpsOrgAccountOutput } from "pulumi-vps";
 *
 * export const email = getVpsOrgAccountOutput().email;
 * ```
 */
export function getVpsOrgAccountOutput(args: Inputs<GetVpsOrgAccountArgs> = {}): pulumi.Output<GetVpsOrgAccountResult> {
  return reading.callOutput(args);
}
