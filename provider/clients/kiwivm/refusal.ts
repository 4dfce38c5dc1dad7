import { z } from "zod";
import type { Busy } from "../../errors/httpError";
import { saysTooOften } from "../http/limit";
import type { Refusal } from "../http/send";
import { looseNumber, text } from "./schemas";

/** Codes that were seen in real answers; what other codes mean nobody has told, so they stay unexplained. */
const AUTHENTICATION = 700005;
const LOCKED = 788888;

const lockingInfo = z.object({
  completed_percent: looseNumber.optional().catch(undefined),
  friendly_progress_message: text,
});

const envelope = z.object({
  error: looseNumber,
  message: text,
  additionalErrorInfo: text,
  additionalLockingInfo: lockingInfo.optional().catch(undefined),
});

/** What an answer with status 200 refuses. The text is for people: it may be in any words, so only a pause depends on it. */
export function kiwivmRefusal(json: unknown): Refusal | undefined {
  const { success, data } = envelope.safeParse(json);
  if (!success || data.error === 0) return undefined;
  const words = [data.message, data.additionalErrorInfo].filter((part) => part !== "").join(": ");
  const detail = `error ${data.error}${words && `: ${words}`}`;
  if (data.error === AUTHENTICATION) return { kind: "unauthorized", detail };
  if (data.error === LOCKED) return { kind: "locked", detail, busy: busyIn(data) };
  return { kind: saysTooOften(detail) ? "rate-limited" : "refused", detail };
}

function busyIn({ additionalErrorInfo, additionalLockingInfo }: z.output<typeof envelope>): Busy {
  return {
    task: additionalErrorInfo,
    percent: additionalLockingInfo?.completed_percent,
    note: additionalLockingInfo?.friendly_progress_message ?? "",
  };
}
