import { z } from "zod";
import type { Http } from "../http/client";
import { ok, optionalText } from "./loose";

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

/** Tickets in dialect 2.x. */
export class TicketsV2 implements FornexTickets {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  webhook(): Promise<Webhook> {
    return webhookOf(this.#http);
  }

  /** The answer shows the webhook as it is now, which a read tells in both dialects. */
  async setWebhook(url: string): Promise<void> {
    const path = "/tickets/webhook_set/";
    await this.#http({ effect: "repeatable", method: "POST", path, body: { url }, answer: "none" });
  }
}

/** Tickets in dialect 0.1. */
export class TicketsV01 implements FornexTickets {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  webhook(): Promise<Webhook> {
    return webhookOf(this.#http);
  }

  async setWebhook(url: string): Promise<void> {
    await this.#http({
      effect: "repeatable",
      method: "POST",
      path: "/tickets/webhook_set/",
      form: { url },
      answer: ok,
    });
  }
}

/** The same call in both dialects. */
function webhookOf(http: Http): Promise<Webhook> {
  return http({ effect: "read", method: "GET", path: "/tickets/webhook_info/", answer: webhook });
}
