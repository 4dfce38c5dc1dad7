import { z } from "zod";
import { defineFunction, type NoArguments } from "../contract";

/** The webhook that tells of new comments on tickets (`GET /tickets/webhook_info/`). */
export interface GetFornexTicketWebhookResult {
  /** Where Fornex posts to; empty where none is set. Whoever knows it may be able to post there, too. */
  url: string;
  /** When posting last failed; empty for never. */
  lastErrorDate: string;
  /** How it failed; what was posted to may have answered with parts of the URL. */
  lastErrorMessage: string;
}

/** Endpoint: GET /tickets/webhook_info/, in both API versions. */
export const getFornexTicketWebhook = defineFunction<NoArguments, GetFornexTicketWebhookResult>({
  name: "getFornexTicketWebhook",
  hoster: "fornex",
  schema: z.object({}),
  secret: "output",
  get: async (_none, cx) => {
    const webhook = await cx.hosters.fornex.client.reads.webhook();
    return {
      url: webhook.url,
      lastErrorDate: webhook.last_error_date,
      lastErrorMessage: webhook.last_error_message,
    };
  },
});
