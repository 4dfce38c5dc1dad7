import type * as pulumi from "@pulumi/pulumi";
import type { GetFornexTicketWebhookResult } from "../../provider/functions/fornex/getFornexTicketWebhook";
import { ProgramFunction } from "../function";

const reading = new ProgramFunction("getFornexTicketWebhook", (functions) => functions.getFornexTicketWebhook);

/**
 * Gets the webhook to which Fornex posts new comments on tickets. Whoever knows its URL may be able to post there. Keep it out
 * of outputs and logs, or use {@link getFornexTicketWebhookOutput}, whose result is a secret.
 *
 * @example
 * ```ts
 * import { getFornexTicketWebhook } from "pulumi-vps";
 *
 * export const lastError = getFornexTicketWebhook().then(({ lastErrorDate }) => lastErrorDate);
 * ```
 */
export function getFornexTicketWebhook(): Promise<GetFornexTicketWebhookResult> {
  return reading.call({});
}

/**
 * {@link getFornexTicketWebhook} as an output.
 * It is a secret.
 *
 * @example
 * ```ts
 * import { getFornexTicketWebhookOutput } from "pulumi-vps";
 *
 * export const webhook = getFornexTicketWebhookOutput().url; // secret
 * ```
 */
export function getFornexTicketWebhookOutput(): pulumi.Output<GetFornexTicketWebhookResult> {
  return reading.callSecretOutput({});
}
