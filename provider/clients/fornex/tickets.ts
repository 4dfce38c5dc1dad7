import { z } from "zod";
import type { Http } from "../http/client";
import { getter } from "./get";
import { done, optionalText } from "./loose";

/** The account's webhook. Both of the last error's fields are always there, so that `{}` is an answer of somebody else. */
const webhook = z.object({
  /** Missing, null or empty while there is none. */
  url: optionalText.transform((url) => url ?? ""),
  last_error_date: z.string().nullable(),
  last_error_message: z.string().nullable(),
});
export type Webhook = z.output<typeof webhook>;

/** Where Fornex tells of new comments on tickets. */
export interface FornexTickets {
  webhook(): Promise<Webhook>;
  /** Sets where Fornex posts to; the empty text switches it off. */
  setWebhook(url: string): Promise<void>;
}

/** Tickets in API version 2.x. */
export function ticketsV2(http: Http): FornexTickets {
  return {
    webhook: () => webhookOf(http),
    // The answer shows the webhook as it is now, which a read tells in both API versions.
    setWebhook: (url) =>
      http({ effect: "repeatable", method: "POST", path: "/tickets/webhook_set/", body: { url }, answer: "none" }),
  };
}

/** Tickets in API version 0.1. */
export function ticketsV01(http: Http): FornexTickets {
  return {
    webhook: () => webhookOf(http),
    setWebhook: (url) =>
      http({ effect: "repeatable", method: "POST", path: "/tickets/webhook_set/", form: { url }, answer: done }),
  };
}

/** The same call in both API versions. */
function webhookOf(http: Http): Promise<Webhook> {
  return getter(http)("/tickets/webhook_info/", webhook);
}
