import type * as pulumi from "@pulumi/pulumi";
import type { GetAirVpnUserResult } from "../../provider/functions/airvpn/getAirVpnUser";
import { ProgramFunction } from "../function";

const reading = new ProgramFunction("getAirVpnUser", (functions) => functions.getAirVpnUser);

/**
 * Gets the AirVPN member of the API key, with the connected devices.
 *
 * @example
 * ```ts
 * import { getAirVpnUser } from "pulumi-vps";
 *
 * export const daysLeft = getAirVpnUser().then(({ expirationDays }) => expirationDays);
 * ```
 */
export function getAirVpnUser(): Promise<GetAirVpnUserResult> {
  return reading.call({});
}

/**
 * {@link getAirVpnUser} as an output.
 *
 * @example
 * ```ts
 * import { getAirVpnUserOutput } from "pulumi-vps";
 *
 * export const expires = getAirVpnUserOutput().expiresAt;
 * ```
 */
export function getAirVpnUserOutput(): pulumi.Output<GetAirVpnUserResult> {
  return reading.callOutput({});
}
