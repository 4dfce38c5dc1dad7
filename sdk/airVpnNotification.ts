import type { AirVpnNotificationArgs, AirVpnNotificationState } from "../provider/resources/airvpn/notification";
import { resource } from "./resource";

/**
 * Sends a message to yourself at AirVPN. AirVPN shows it on its website or sends it as an e-mail, as the options there say. The
 * message is sent when the resource is created and when a trigger changes, never on a refresh. Destroying the resource sends
 * nothing.
 *
 * If the answer is lost, `outcome` is `unknown`, because nobody knows whether the message was sent. Only a changed trigger
 * sends it again. A run that is killed before it records the result leaves no trace, so the next run sends the message again.
 *
 * Its id is eight random hexadecimal digits that this provider chooses, such as `3f2a9c01`. How long a message may be is
 * unverified.
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
