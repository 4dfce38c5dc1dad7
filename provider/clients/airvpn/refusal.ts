import type { Refusal } from "../http/call";
import { namesRateLimit } from "../http/limit";

/**
 * What an answer with status 200 refuses: in `error`, or in a `result` that is not "ok" (the documents can be read either
 * way). "Not authorized" is the only text that has been seen.
 */
export function airvpnRefusal(json: unknown): Refusal | undefined {
  if (typeof json !== "object" || json === null) return undefined;
  const { error, result }: { error?: unknown; result?: unknown } = json;
  const [detail] = [error, result].filter((text) => typeof text === "string" && text !== "" && text !== "ok");
  if (typeof detail !== "string") return undefined;
  if (/^not authorized$/i.test(detail)) return { kind: "unauthorized", detail };
  return { kind: namesRateLimit(detail) ? "rate-limited" : "refused", detail };
}
