import { z } from "zod";
import { type FornexNextIds, nextIdsPatch } from "./nextIds";
import { type FornexOrder, orderPatch } from "./orderState";
import { type FornexPlans, plansPatch } from "./planState";
import { type FornexSshKey, sshKeyPatch } from "./sshKeyState";
import { type FornexSwitches, switchesSchema } from "./switches";
import { type FornexWebhook, webhookPatch } from "./webhookState";

/** [fornex.md 2] */
export const ENTRY_TYPES = ["A", "AAAA", "TXT", "CNAME", "NS", "MX", "SRV", "CAA"] as const;
/** [fornex.md 2] */
export const TTLS: ReadonlySet<number> = new Set([120, 300, 600, 900, 1800, 3600, 7200, 18000, 43200, 86400]);

export type FornexEntryType = (typeof ENTRY_TYPES)[number];

/** A record as the simulator keeps it. The apex is the host "". */
export interface FornexEntry {
  host: string;
  /** One of the eight documented types, or any text when patched in. */
  type: string;
  value: string;
  prio: number | null;
  ttl: number | null;
}

export interface FornexDomain {
  created: string;
  updated: string;
  tags: string[];
  /** By record id. */
  entries: Record<string, FornexEntry>;
}

/** An ordered domain name, whose registrar name servers can be set. */
export interface FornexDomainOrder {
  nss: string;
}

export interface FornexAccount {
  email: string;
  name: string;
  balance: number;
  currency: string;
  unpaid_invoices_count: number;
  unpaid_invoices_amount: number;
}

export interface FornexState {
  account: FornexAccount;
  /** By name. */
  domains: Record<string, FornexDomain>;
  /** The name servers of ordered domains, by order id, like "375-13". */
  domainOrders: Record<string, FornexDomainOrder>;
  /** Orders of every kind, by order id, like "34-177054". */
  orders: Record<string, FornexOrder>;
  /** By key id. */
  sshKeys: Record<string, FornexSshKey>;
  plans: FornexPlans;
  webhook: FornexWebhook;
  nextIds: FornexNextIds;
  switches: FornexSwitches;
}

const id = z.string().regex(/^\d{1,15}$/, "ids are integers");
const time = z.iso.datetime({ local: true });

const entryPatch = z.strictObject({
  host: z.string().default(""),
  // Any text: a type nobody documented must be possible.
  type: z.string().min(1).default("A"),
  value: z.string().default("203.0.113.1"),
  prio: z.int().nullable().default(null),
  ttl: z.int().nullable().default(null),
});

const domainPatch = z.strictObject({
  created: time.optional(),
  updated: time.optional(),
  tags: z.array(z.string()).default([]),
  entries: z.record(id, entryPatch).default({}),
});

export const patchedStateSchema = z.strictObject({
  account: z
    .strictObject({
      email: z.string().default("example@fornex.com"),
      name: z.string().default("Example Account"),
      balance: z.number().default(91),
      currency: z.string().default("EUR"),
      unpaid_invoices_count: z.int().default(0),
      unpaid_invoices_amount: z.number().default(0),
    })
    .prefault({}),
  domains: z.record(z.string(), domainPatch).default({}),
  domainOrders: z.record(z.string(), z.strictObject({ nss: z.string().default("") })).default({}),
  orders: z.record(z.string().regex(/^\d+-\d+$/, "order ids look like 34-177054"), orderPatch).default({}),
  sshKeys: z.record(id, sshKeyPatch).default({}),
  plans: plansPatch.prefault({}),
  webhook: webhookPatch.prefault({}),
  nextIds: nextIdsPatch.prefault({}),
  switches: switchesSchema.prefault({}),
});
