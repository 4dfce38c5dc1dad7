import type { FornexTicketWebhookArgs, FornexTicketWebhookState } from "../provider/resources/fornex/ticketWebhook";
import { resource } from "./resource";

/**
 * Where Fornex tells of new comments on tickets, such as a Slack channel. It is a setting, of which an account has one:
 * creating it overwrites what was there, and destroying it switches the webhook off, as long as nobody else changed it
 * meanwhile. Pass the URL as a secret: whoever knows it may be able to post there, too.
 *
 * Its id is `ticket-webhook`. Whether Fornex forgets the last error when the URL changes is unverified.
 *
 * @example
 * ```ts
 * import { Config } from "@pulumi/pulumi";
 * import { FornexTicketWebhook } from "pulumi-vps";
 *
 * new FornexTicketWebhook("tickets", { url: new Config().requireSecret("slackWebhook") });
 * ```
 */
export class FornexTicketWebhook extends resource<FornexTicketWebhookArgs, FornexTicketWebhookState>(
  "FornexTicketWebhook",
) {}
