import { z } from "zod";

/** Numbers come as numbers in 2.x and were text in older forms; both are read. */
const integer = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]);
const optionalInteger = integer.nullish().transform((value) => value ?? undefined);

/** A DNS record as Fornex lists it. Types nobody documented are kept as they come. */
export const entry = z.object({
  id: integer,
  // Older records may lack a host; that is the apex.
  host: z
    .string()
    .nullish()
    .transform((value) => value ?? ""),
  type: z.string(),
  value: z.string(),
  prio: optionalInteger,
  ttl: optionalInteger,
});
export type Entry = z.output<typeof entry>;

const tags = z
  .array(z.string())
  .nullish()
  .transform((value) => value ?? []);

/** A DNS zone. Its name is its only key. */
export const domain = z.object({
  name: z.string(),
  created: z
    .string()
    .nullish()
    .transform((value) => value ?? undefined),
  tags,
  entry_set: z
    .array(entry)
    .nullish()
    .transform((value) => value ?? []),
});
export type Domain = z.output<typeof domain>;

/** Pages of 10 today; early 2026 clients met a bare array on the same path. */
export const domainPage = z.union([
  z.array(domain).transform((results) => ({ count: results.length, results })),
  z.object({ count: z.number(), results: z.array(domain) }),
]);

export const entries = z.array(entry);

/** An SSH key of the account. */
export const sshKey = z.object({
  id: integer,
  key: z.string(),
  /** Missing where what Fornex shows is not the title that was given. */
  title: z
    .string()
    .nullish()
    .transform((value) => value ?? undefined),
  default: z
    .boolean()
    .nullish()
    .transform((value) => value ?? undefined),
});
export type SshKey = z.output<typeof sshKey>;

export const sshKeys = z.array(sshKey);

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined);

/** An order of a VPS. Dialect 0.1 shows no tags. */
export const vpsOrder = z.object({
  id: z.string(),
  type: text,
  name: text,
  tariff: text,
  hostname: text,
  ipaddress_set: z
    .array(z.string())
    .nullish()
    .transform((value) => value ?? undefined),
  status: z.string(),
  tags: z
    .array(z.string())
    .nullish()
    .transform((value) => value ?? undefined),
  expiration_date: text,
});
export type VpsOrder = z.output<typeof vpsOrder>;

export const vpsOrders = z.array(vpsOrder);
export const vpsOrderPage = z.object({ count: z.number(), results: vpsOrders });

export const vpsStatus = z.object({ status: z.string() });

/** A job in the log of a VPS. */
export const job = z.object({
  pk: integer,
  action: text,
  note: text,
  completed: z.boolean().nullish(),
  job_state: z.string().nullish(),
});
export type Job = z.output<typeof job>;

export const passwordReset = z.object({ passwd: z.string().min(1), resp_id: integer });

/** Dialect 0.1 lists all zones at once. */
export const domains = z.array(domain);

/** Dialect 0.1 puts the records of a zone into an object. */
export const entrySet = z.object({ entry_set: entries });

/** All that dialect 0.1 says of most changes: true, or the text "True". */
export const ok = z.object({ ok: z.union([z.literal(true), z.string().regex(/^true$/i)]) });
export const addedDomain = ok.extend({ name: z.string() });
export const addedEntry = ok.extend({ pk: integer });

export const tagSet = z.object({ tags });

export const accountInfo = z.object({ email: z.string().nullish(), name: z.string().nullish() });
