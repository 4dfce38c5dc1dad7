import { z } from "zod";

export interface FornexBackupPlan {
  /** GB. */
  space: number;
  price: number;
}

export interface FornexDedicatedPlan {
  name: string;
  cpu_model: string;
  cpu_count: number;
  ram: string;
  disk: string;
  bandwidth: string;
  price: number;
  /** Label by code, like "DE". */
  locations: Record<string, string>;
}

/** API version 0.1 only. */
export interface FornexVpnPlan {
  type: string;
  price: number;
  available_locations: string[];
}

export interface FornexVpsPlan {
  name: string;
  cpu_count: number;
  ram: string;
  disk: string;
  bandwidth: string;
  price: number;
}

export interface FornexHostingPlan {
  name: string;
  price: number;
  sites: number | null;
  cpu_cores: number | null;
  /** GB; API version 0.1 shows megabytes. */
  hdd_space: number | null;
  available_locations: string[];
  /** API version 0.1 only, like the two below. */
  databases: number;
  mail_domains: number;
  mailboxes: number;
}

/** What can be ordered, by plan id; backups have none, and any key does. */
export interface FornexPlans {
  backups: Record<string, FornexBackupPlan>;
  dedicated: Record<string, FornexDedicatedPlan>;
  vpn: Record<string, FornexVpnPlan>;
  vps: Record<string, FornexVpsPlan>;
  hosting: Record<string, FornexHostingPlan>;
}

const id = z.string().regex(/^\d{1,15}$/, "ids are integers");
const locations = z.array(z.string());

/* Values of the seed's examples [S3], but null where null is possible: a patch cannot say it. */

const backup = z.strictObject({ space: z.int().default(100), price: z.number().default(3) });

const dedicated = z.strictObject({
  name: z.string().default("DS XeonSAS"),
  cpu_model: z.string().default("Intel Xeon E3-1270 (4×3.4Ghz)"),
  cpu_count: z.int().default(1),
  ram: z.string().default("16 GB"),
  disk: z.string().default("4 × 300 GB SAS 15k"),
  bandwidth: z.string().default("1 Gbit/s"),
  price: z.number().default(198),
  locations: z.record(z.string(), z.string()).default({ DE: "Germany" }),
});

const vpn = z.strictObject({
  type: z.string().default("dedicated"),
  price: z.number().default(10),
  available_locations: locations.default(["DE", "NL", "US", "RU"]),
});

const vps = z.strictObject({
  name: z.string().default("SSD Cloud 1GB"),
  cpu_count: z.int().default(1),
  ram: z.string().default("1 GB"),
  disk: z.string().default("10 GB"),
  bandwidth: z.string().default("100 Mbit/s"),
  price: z.number().default(5),
});

const hosting = z.strictObject({
  name: z.string().default("VH-SSD-2"),
  price: z.number().default(1),
  sites: z.int().nullable().default(null),
  cpu_cores: z.int().nullable().default(null),
  hdd_space: z.int().nullable().default(null),
  available_locations: locations.default(["DE", "RU"]),
  databases: z.int().default(2),
  mail_domains: z.int().default(2),
  mailboxes: z.int().default(20),
});

export const plansPatch = z.strictObject({
  backups: z.record(z.string(), backup).default({}),
  dedicated: z.record(id, dedicated).default({}),
  vpn: z.record(id, vpn).default({}),
  vps: z.record(id, vps).default({}),
  hosting: z.record(id, hosting).default({}),
});
