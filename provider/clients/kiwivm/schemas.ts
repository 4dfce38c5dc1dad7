import { z } from "zod";

/** PHP shows numbers as numbers or as text. */
export const looseNumber = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .transform(Number),
]);

/** PHP shows true as true, 1 or "1", and false in as many ways. */
const looseBoolean = z
  .union([z.boolean(), z.literal([0, 1, "0", "1", ""]), z.null()])
  .transform((value) => value === true || value === 1 || value === "1");

/** Null and missing are the empty text. */
export const text = z
  .string()
  .nullish()
  .catch(undefined)
  .transform((value) => value ?? "");

/** PHP cannot tell an empty map from an empty list. */
const emptyList = z
  .array(z.never())
  .nullish()
  .transform(() => ({}));

/** Only an answer that says 0 is a success. */
const success = z.union([z.literal(0), z.literal("0")]);

/** What `setPTR`, `snapshot/create`, `snapshot/delete` and `snapshot/toggleSticky` answer, as far as it says anything. */
export const done = z.object({ error: success });

/** `getServiceInfo`, as far as it is used here. */
export const serviceInfo = z.object({
  error: success,
  /** IPv4 addresses, then IPv6 ones: a /64 as its bare prefix, or with "/64". */
  ip_addresses: z.array(z.string()),
  rdns_api_available: looseBoolean,
  /** By address; one without PTR is null, "" or missing, which all become "". */
  ptr: z.union([z.record(z.string(), text), emptyList]),
});
export type ServiceInfo = z.output<typeof serviceInfo>;

const snapshot = z.object({
  fileName: z.string().min(1),
  os: text,
  description: text,
  /** Bytes. */
  size: looseNumber,
  md5: text,
  sticky: looseBoolean,
  downloadLink: text,
});
export type Snapshot = z.output<typeof snapshot>;

/** A list whose keys are not 0, 1, 2 … comes as a map. */
export const snapshotList = z.object({
  error: success,
  snapshots: z.union([z.array(snapshot), z.record(z.string(), snapshot).transform((map) => Object.values(map))]),
});

export const points = z.object({
  error: success,
  remaining_points_15min: looseNumber,
  remaining_points_24h: looseNumber,
});
