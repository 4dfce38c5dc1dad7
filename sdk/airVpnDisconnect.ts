import type { AirVpnDisconnectArgs, AirVpnDisconnectState } from "../provider/resources/airvpn/disconnect";
import { resource } from "./resource";

/**
 * Ends sessions of the member at AirVPN: those on a server, those of a device, or, with `all: true`, every one. It happens when
 * the resource is created and when a trigger changes, never by a refresh; destroying the resource does nothing. A device may
 * connect again at once.
 *
 * Where the answer gets lost, nobody knows whether they were ended: `outcome` is `unknown` then, and only a changed trigger ends
 * them again. A run that is killed in between leaves no trace, and the next one ends them again.
 *
 * Its id is eight random hex digits of this provider: `3f2a9c01`. What AirVPN makes of a name that no server or device has is
 * unverified: it is said to end none.
 *
 * @example
 * ```ts
 * import { AirVpnDisconnect } from "pulumi-vps";
 *
 * const disconnect = new AirVpnDisconnect("laptop", { device: "laptop", triggers: ["new keys of 2026-01"] });
 * export const ended = disconnect.sessionsDisconnected;
 * ```
 */
export class AirVpnDisconnect extends resource<AirVpnDisconnectArgs, AirVpnDisconnectState>("AirVpnDisconnect") {}
