import type { AirVpnDisconnectArgs, AirVpnDisconnectState } from "../provider/resources/airvpn/disconnect";
import { resource } from "./resource";

/**
 * Ends VPN sessions of the AirVPN member: those on a server, those of a device, or every session with `all: true`. It acts when
 * the resource is created and when a trigger changes, never on a refresh. Destroying the resource does nothing. A device may
 * connect again at once.
 *
 * If the answer is lost, `outcome` is `unknown`, because nobody knows whether the sessions ended. Only a changed trigger ends
 * them again. A run that is killed before it records the result leaves no trace, so the next run ends the sessions again.
 *
 * Its id is eight random hexadecimal digits that this provider chooses, such as `3f2a9c01`. What AirVPN does with a name that
 * no server or device has is unverified: it is said to end no session.
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
