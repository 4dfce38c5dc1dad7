import { z } from "zod";

/** Ids are integers in VPS.org's documents and UUIDs in its own client, so they are opaque here. */
export const opaqueId = z.union([z.number(), z.string().min(1)]);
export type OpaqueId = z.output<typeof opaqueId>;

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined);
const number = z
  .number()
  .nullish()
  .transform((value) => value ?? undefined);

/** The part of a server that every answer holds (list, create, get). Unknown fields are ignored, unknown statuses kept. */
export const server = z.object({
  id: opaqueId,
  name: z.string(),
  status: z.string(),
  hostname: text,
  ip_address: text,
  ipv6_address: text,
  location: z.string(),
  plan: z.object({ id: opaqueId, name: text, vcpus: number, memory: number, storage: number, bandwidth: number }),
  os: z.object({ id: opaqueId, name: text }),
  /** Missing in lists. */
  backups_enabled: z
    .boolean()
    .nullish()
    .transform((value) => value ?? undefined),
  created_at: text,
  updated_at: text,
});
export type Server = z.output<typeof server>;

export const serverPage = z.object({ count: z.number(), results: z.array(server) });

export const account = z.object({ account: z.object({ email: z.string() }) });
