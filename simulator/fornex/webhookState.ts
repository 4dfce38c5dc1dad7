import { z } from "zod";

/** Where tickets are reported to. Nothing is ever sent there from here. */
export interface FornexWebhook {
  /** "" while there is none. */
  url: string;
  last_error_date: string | null;
  last_error_message: string | null;
}

export const webhookPatch = z.strictObject({
  url: z.string().default(""),
  last_error_date: z.iso.datetime({ local: true }).nullable().default(null),
  last_error_message: z.string().nullable().default(null),
});
