import { UNKNOWN } from "../lifecycle/unknown";

/** What Pulumi puts in place of a value not known yet in a preview, also inside lists and objects. */
export const PULUMI_UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** What Pulumi passes, with the lifecycle's own unknown values. */
export function received<T extends object>(properties: T): T {
  return replaced(properties, PULUMI_UNKNOWN, UNKNOWN) as T;
}

/** The other way round. */
export function sent<T extends object>(properties: T): T {
  return replaced(properties, UNKNOWN, PULUMI_UNKNOWN) as T;
}

function replaced(value: unknown, from: unknown, to: unknown): unknown {
  if (value === from) return to;
  if (Array.isArray(value)) return value.map((one) => replaced(one, from, to));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, replaced(one, from, to)]));
}
