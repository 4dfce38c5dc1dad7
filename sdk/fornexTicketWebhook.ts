import type { FornexTicketWebhookArgs, FornexTicketWebhookState } from "../provider/resources/fornex/ticketWebhook";
import { resource } from "./resource";

/**
 * Sets the webhook to which Fornex posts new comments on tickets, such as a Slack channel. An account has one webhook. Creating
 * the resource overwrites the present one. Destroying it switches the webhook off, unless somebody else has changed it. Pass
 * the URL as a secret, because whoever knows it may be able to post there.
 *
 * Its id is `ticket-webhook`. Whether Fornex clears the last error when the URL changes is unverified.
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
