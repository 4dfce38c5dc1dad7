import { z } from "zod";
import { checkFields, readFields } from "../drf";
import { type Answer, type HosterRequest, json } from "../http";
import type { Json } from "../json";
import type { Moment } from "./moment";

export function showWebhook({ state }: Moment): Answer {
  return json(200, webhookAnswer(state));
}

/** A 201, whatever was there before [fornex.md 1]. */
export function setWebhook(request: HosterRequest, moment: Moment): Answer {
  replaceWebhook(readFields(request), moment);
  return json(201, webhookAnswer(moment.state));
}

const urlSchema = z.object({
  url: z
    .string("Not a valid string.")
    .max(512, "Ensure this field has no more than 512 characters.")
    .refine((url) => url === "" || /^https?:\/\/[^\s/]+/.test(url), "Enter a valid URL."),
});

/** A blank url switches it off [S3; fornex.md 1]. That the last error is forgotten is unverified. */
export function replaceWebhook(fields: Record<string, unknown>, { state }: Moment): void {
  const { url } = checkFields(urlSchema, fields);
  if (state.switches.ignores.includes("webhook.url")) return;
  state.webhook = { url, last_error_date: null, last_error_message: null };
}

function webhookAnswer({ webhook, switches }: Moment["state"]): Json {
  const { url, ...errors } = webhook;
  if (url !== "" || switches.noWebhook === "empty") return { ...errors, url };
  return switches.noWebhook === "null" ? { ...errors, url: null } : errors;
}
