import { z } from "zod";
import type { Busy } from "../../errors/httpError";
import type { Refusal } from "../http/call";
import { namesRateLimit } from "../http/limit";
import { looseNumber, text } from "./schemas";

/** Codes that were seen in real answers. */
const AUTHENTICATION = 700005;
const LOCKED = 788888;
/** What codes mean, as far as anybody told; of the first three that is one author's claim (unverified). */
const MEANINGS: Readonly<Record<number, string>> = {
  700000: "the machine is not running",
  700001: "a parameter is missing",
  700003: "the machine is already running",
  [AUTHENTICATION]: "the VEID and the key do not match",
  [LOCKED]: "the machine is locked",
};

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
  const meaning = MEANINGS[data.error];
  const detail = `error ${data.error}${words && `: ${words}`}`;
  const plain = `error ${data.error}${meaning === undefined ? "" : ` (${meaning})`}`;
  if (data.error === AUTHENTICATION) return { kind: "unauthorized", detail, plain };
  if (data.error === LOCKED) return { kind: "locked", detail, plain, busy: busyIn(data) };
  return { kind: namesRateLimit(detail) ? "rate-limited" : "refused", detail, plain };
}

function busyIn({ additionalErrorInfo, additionalLockingInfo }: z.output<typeof envelope>): Busy {
  return {
    task: additionalErrorInfo,
    percent: additionalLockingInfo?.completed_percent,
    note: additionalLockingInfo?.friendly_progress_message ?? "",
  };
}
