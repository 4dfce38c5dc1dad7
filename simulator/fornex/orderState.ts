import { z } from "zod";
import { dedicatedPatch, type FornexDedicated } from "./dedicatedState";

/** What runs on a virtual server, written into its log. Times are simulated. */
export interface FornexJob {
  /** Like "Set root password". */
  action: string;
  /** Like "set_root_passwd". */
  job_action: string;
  note: string;
  user: string;
  /** When it was asked for, ISO 8601. */
  time: string;
  /** "ready" until the end, then "done" or "error". */
  job_state: string;
  /** When it ends, ISO 8601. */
  endsAt: string;
  /** What it ends in; "stuck" never ends. A "done" can still fail on the machine's state. */
  outcome: "done" | "error" | "stuck";
  /** The password it sets, once it is done. */
  passwd: string | null;
}

/** The machine behind an order of type "vps". */
export interface FornexVps {
  /** "on", "off" or any text. */
  power: string;
  /** Booted into the rescue system. */
  rescue: boolean;
  /** The one that opens the machine now. */
  rootPassword: string;
  /** Linked SSH keys, by key id. */
  sshKeys: Record<string, true>;
  /** By log id. */
  log: Record<string, FornexJob>;
}

/** [fornex.md 2] */
export interface FornexConfiguration {
  cpu_count: number;
  ram_size: number;
  disk_size: number;
  disk_class: number | null;
  cpu_arch: string;
  min_cpu_freq: string;
}

/** An order of any kind. */
export interface FornexOrder {
  /** Null when it was never given or was cleared: answers leave it out. */
  name: string | null;
  tariff: string;
  /** API version 0.1 only, and an integer there [S3]. */
  tariff_id: number;
  tariff_price: number | null;
  /** "vps", "ds", "vpn", "domain" or any text. */
  type: string;
  hostname: string | null;
  ipaddress_set: string[] | null;
  /** One of the documented statuses, or any text. */
  status: string;
  cost_month: number;
  expiration_date: string;
  tags: string[];
  cancel_mark: boolean;
  /** For virtual servers. */
  configuration: FornexConfiguration | null;
  /** For virtual servers. */
  vps: FornexVps | null;
  /** For dedicated servers. */
  dedicated: FornexDedicated | null;
  /** For VPNs. */
  vpn: FornexVpn | null;
}

/** The access behind an order of a VPN. */
export interface FornexVpn {
  /** Where clients connect. */
  server: string;
  /** What proves who connects. */
  key: string;
}

const jobPatch = z.strictObject({
  action: z.string().default("Start"),
  job_action: z.string().default("start"),
  note: z.string().default("Starting"),
  user: z.string().default("username"),
  time: z.iso.datetime().default("2019-01-03T11:10:00Z"),
  job_state: z.string().default("ready"),
  endsAt: z.iso.datetime().default("2019-01-03T11:10:30Z"),
  outcome: z.enum(["done", "error", "stuck"]).default("done"),
  passwd: z.string().nullable().default(null),
});

const id = z.string().regex(/^\d{1,15}$/, "ids are integers");

const vpsPatch = z.strictObject({
  power: z.string().default("on"),
  rescue: z.boolean().default(false),
  rootPassword: z.string().default("oldpassword"),
  sshKeys: z.record(id, z.literal(true)).default({}),
  log: z.record(id, jobPatch).default({}),
});

const configurationPatch = z.strictObject({
  cpu_count: z.int().default(1),
  ram_size: z.int().default(2),
  disk_size: z.int().default(20),
  disk_class: z.int().nullable().default(null),
  cpu_arch: z.string().default("x86_64"),
  min_cpu_freq: z.string().default("3.0"),
});

const vpnPatch = z.strictObject({
  server: z.string().default("203.0.113.210"),
  key: z.string().default("c2ltdWxhdGVkIGtleSBvZiBhIFZQTg=="),
});

/** An order that is patched in may say as little as `{}`; one without `type` is a virtual server that runs. */
export const orderPatch = z
  .strictObject({
    name: z.string().nullable().default(null),
    tariff: z.string().default("VPS Master"),
    tariff_id: z.int().default(33),
    tariff_price: z.number().nullable().default(null),
    type: z.string().default("vps"),
    hostname: z.string().nullable().default(null),
    ipaddress_set: z.array(z.string()).nullable().default(null),
    status: z.string().default("active"),
    cost_month: z.number().default(0),
    expiration_date: z.iso.datetime({ local: true }).default("2035-12-18T17:21:46"),
    tags: z.array(z.string()).default([]),
    cancel_mark: z.boolean().default(false),
    configuration: configurationPatch.nullable().default(null),
    vps: vpsPatch.nullable().default(null),
    dedicated: dedicatedPatch.nullable().default(null),
    vpn: vpnPatch.nullable().default(null),
  })
  .transform((order): FornexOrder => {
    if (order.type !== "vps") return order;
    const configuration = order.configuration ?? configurationPatch.parse({});
    return { ...order, configuration, vps: order.vps ?? vpsPatch.parse({}) };
  });
