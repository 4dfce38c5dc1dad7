import { type Answer, refusal, text } from "../http";
import { isMap, type Json } from "../json";
import type { KiwivmError } from "./errors";
import type { KiwivmSwitches } from "./switches";

export type Fields = Readonly<Record<string, Json>>;

/** Status 200 and text/plain, whatever happened [kiwivm 1.1]. */
export function envelope(fields: Fields, switches: KiwivmSwitches): Answer {
  const body = switches.types === "loose" ? loosen(fields) : fields;
  return text(200, phpJson(body), "text/plain;charset=UTF-8");
}

export function errorAnswer({ code, message, extra }: KiwivmError, switches: KiwivmSwitches): Answer {
  return refusal(envelope({ error: code, message, ...extra }, switches));
}

/** PHP's json_encode: slashes and everything that is not ASCII escaped [kiwivm 1.1]. */
export function phpJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll("/", "\\/")
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Text in real replies although they are numbers [kiwivm 1.3]. */
const NUMERIC_TEXTS: ReadonlySet<string> = new Set([
  "size",
  "ve_disk_quota_gb",
  "is_cpu_throttled",
  "is_disk_throttled",
]);

function loosen(value: unknown, key?: string): unknown {
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "number") return String(value);
  if (key !== undefined && NUMERIC_TEXTS.has(key)) return Number(value);
  if (Array.isArray(value)) return value.map((item) => loosen(item));
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, loosen(item, name)]));
}

/** PHP cannot tell an empty map from an empty list: both are `[]` [kiwivm 1.3]. */
export function phpMap(map: Record<string, Json>): Json {
  return Object.keys(map).length === 0 ? [] : map;
}
