import type { AirVpnNotificationArgs, AirVpnNotificationState } from "../provider/resources/airvpn/notification";
import { resource } from "./resource";

/**
 * A message to yourself at AirVPN, shown on its web site or sent as an e-mail, as the options there say. It is sent when the
 * resource is created and when a trigger changes, never by a refresh; destroying the resource sends nothing.
 *
 * Where the answer gets lost, nobody knows whether it was sent: `outcome` is `unknown` then, and only a changed trigger sends
 * it again. A run that is killed in between leaves no trace, and the next one sends it again.
 *
 * Its id is eight random hex digits of this provider: `3f2a9c01`. How long a message may be is unverified.
 *
 * @example
 * ```ts
 * import { AirVpnNotification } from "pulumi-vps";
 *
 * const version = "1.4.2";
 * new AirVpnNotification("deployed", {
 *   subject: "Deployed",
 *   body: `Version ${version} is up.`,
 *   triggers: [version],
 * });
 * ```
 */
export class AirVpnNotification extends resource<AirVpnNotificationArgs, AirVpnNotificationState>(
  "AirVpnNotification",
) {}
