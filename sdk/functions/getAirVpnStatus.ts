import type * as pulumi from "@pulumi/pulumi";
import type { GetAirVpnStatusResult } from "../../provider/functions/airvpn/getAirVpnStatus";
import { ProgramFunction } from "../function";

const reading = new ProgramFunction("getAirVpnStatus", (functions) => functions.getAirVpnStatus);

/**
 * Gets every server of AirVPN, and the servers that AirVPN recommends. It is public and needs no key.
 *
 * @example
 * ```ts
 * import { getAirVpnStatus } from "pulumi-vps";
 *
 * export const best = getAirVpnStatus().then(({ planets }) => planets[0]?.serverBest);
 * ```
 */
export function getAirVpnStatus(): Promise<GetAirVpnStatusResult> {
  return reading.call({});
}

/**
 * {@link getAirVpnStatus} as an output.
 *
 * @example
 * ```ts
 * import { getAirVpnStatusOutput } from "pulumi-vps";
 *
 * export const unwell = getAirVpnStatusOutput().servers.apply((all) => all.filter(({ health }) => health !== "ok"));
 * ```
 */
export function getAirVpnStatusOutput(): pulumi.Output<GetAirVpnStatusResult> {
  return reading.callOutput({});
}
