/** What settings are made of. */
import { z } from "zod";
import { isThisMachine } from "../loopback";
import type { SettingInfo } from "./setting";

const url = z.string().transform((text, context) => {
  if (!/^https?:\/\/\S+$/i.test(text) || !URL.canParse(text)) {
    context.addIssue({ code: "custom", message: "must be a URL that starts with https://" });
    return z.NEVER;
  }
  const parsed = new URL(text);
  if (parsed.protocol === "http:" && !isThisMachine(parsed)) {
    context.addIssue({
      code: "custom",
      message:
        "must start with https://, since plain http would expose the credential on the network (it is allowed only for this machine)",
    });
    return z.NEVER;
  }
  if (parsed.username || parsed.password || /[?#]/.test(text)) {
    context.addIssue({ code: "custom", message: "must contain only scheme, host and path" });
    return z.NEVER;
  }
  return text.replace(/\/+$/, "");
});

/** The setting for where a hoster's API is. */
export function baseUrl(hoster: string, variable: string, fallback: string) {
  return {
    description: `Base URL of ${hoster}'s API. It must use https; http is allowed only for this machine.`,
    type: "string",
    environment: [variable],
    secret: false,
    default: fallback,
    schema: url,
  } as const satisfies SettingInfo;
}

export const credential = z.string().superRefine((text, context) => {
  const message = credentialProblem(text);
  if (message) context.addIssue({ code: "custom", message });
});

function credentialProblem(text: string): string | undefined {
  if (text.trim() === "") return "must not be empty";
  if (/^(api-key|bearer|apikey)\b/i.test(text)) {
    return 'must be the bare credential, without a word such as "Api-Key" or "Bearer" before it';
  }
  if (/\s/.test(text)) return "must not contain spaces or line breaks";
  return /^[\x21-\x7e]+$/.test(text) ? undefined : "must be printable ASCII";
}

export const seconds = z.coerce
  .number({ error: "must be a number of seconds" })
  .min(0.01, "must be at least 0.01 seconds")
  .max(86_400, "must be at most 86400 seconds");
