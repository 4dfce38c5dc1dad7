import { z } from "zod";
import { defineFunction, type NoArguments } from "../contract";

/** The webhook for new comments on tickets (`GET /tickets/webhook_info/`). */
export interface GetFornexTicketWebhookResult {
  /** URL to which Fornex posts; empty if none is set. Whoever knows it may be able to post there. */
  url: string;
  /** Time of the last failed post; empty if there was none. */
  lastErrorDate: string;
  /** Message of the last failed post. The receiver may have answered with parts of the URL. */
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
