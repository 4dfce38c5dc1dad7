import { isMap, type Json } from "../json";
import type { AirvpnSwitches } from "./switches";

/** In the one whole reply that was published, `result` is the last key [airvpn 2.2]. */
export function success(fields: Record<string, Json>, { types }: AirvpnSwitches): Json {
  return loosen({ ...fields, result: "ok" }, types);
}

export function failure(message: string, { errors }: AirvpnSwitches): Json {
  if (errors === "result") return { result: message };
  return errors === "both" ? { error: message, result: message } : { error: message };
}

const TEXTS_IN_2021 = /^(posts|last_post|server_bw|bytes_(read|write)|speed_(read|write))$/;

function loosen(value: Json, types: AirvpnSwitches["types"], key = ""): Json {
  if (types === "ints") return value;
  if (typeof value === "number") return types === "loose" || TEXTS_IN_2021.test(key) ? String(value) : value;
  if (typeof value === "boolean") return types === "loose" ? Number(value) : value;
  if (Array.isArray(value)) return value.map((item) => loosen(item, types));
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, loosen(item, types, name)]));
}
