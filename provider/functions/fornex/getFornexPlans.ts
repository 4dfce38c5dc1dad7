import { z } from "zod";
import type { Plan } from "../../clients/fornex/reads/shapes";
import type { integer } from "../../integer";
import { defineFunction } from "../contract";

/** Arguments of `getFornexPlans`. */
export interface GetFornexPlansArgs {
  /**
   * Which plans: `backups`, `dedicated` (servers), `hosting`, `vps` or `vpn`. The last exist in API version 0.1 only,
   * so they are asked in that API version whatever `vps:fornexApiVersion` says.
   */
  kind: "backups" | "dedicated" | "vpn" | "vps" | "hosting";
}

/** Plans that can be ordered (`GET /plans/{kind}`). */
export interface GetFornexPlansResult {
  /** All plans of that kind. */
  plans: FornexPlanInfo[];
}

/** A plan. Each kind has some of the fields. The others are empty or missing. */
export interface FornexPlanInfo {
  /** Number of the plan; 0 for backups, which have none. */
  planId: integer;
  /** Name of the plan; empty for backups and VPN. */
  name: string;
  /** VPN: its type, such as `dedicated`. */
  type: string;
  /** Price per month (unverified), in the account's currency. */
  price?: number | undefined;
  /** Codes of the locations where the plan is available. */
  locations: string[];
  /** Backups: capacity, in `units`. */
  space?: number | undefined;
  /** Backups: unit of `space`, in capitals: `GB`. */
  units: string;
  /** VPS and dedicated: number of processors. */
  cpuCount?: integer | undefined;
  /** Dedicated: the processor. */
  cpuModel: string;
  /** VPS and dedicated: memory as a string, such as `1 GB`. */
  ram: string;
  /** VPS and dedicated: disks as a string, such as `10 GB`. */
  disk: string;
  /** VPS and dedicated: connection as a string, such as `100 Mbit/s`. */
  bandwidth: string;
  /** Hosting: processor cores. */
  cpuCores?: integer | undefined;
  /** Hosting: disk space, in gigabytes in API version 2 and in megabytes in 0.1 (unverified). */
  hddSpace?: number | undefined;
  /** Hosting: number of sites. */
  sites?: integer | undefined;
  /** Hosting: number of databases. API version 0.1 only. */
  databases?: integer | undefined;
  /** Hosting: number of mail domains. API version 0.1 only. */
  mailDomains?: integer | undefined;
  /** Hosting: number of mailboxes. API version 0.1 only. */
  mailboxes?: integer | undefined;
}

const KINDS = ["backups", "dedicated", "vpn", "vps", "hosting"] as const;

/**
 * Endpoints: GET /plans/{backups,dedicated,vps,hosting}, in both API versions; GET /plans/vpn, API version 0.1 only.
 */
export const getFornexPlans = defineFunction<GetFornexPlansArgs, GetFornexPlansResult>({
  name: "getFornexPlans",
  hoster: "fornex",
  schema: z.object({ kind: z.enum(KINDS) }),
  get: async ({ kind }, cx) => {
    const client = kind === "vpn" ? cx.hosters.fornex.v01() : cx.hosters.fornex.client;
    const plans = await client.reads.plans(kind);
    return { plans: plans.map(planInfo) };
  },
});

function planInfo(plan: Plan): FornexPlanInfo {
  return {
    planId: plan.id,
    name: plan.name,
    type: plan.type,
    price: plan.price,
    // Each kind and API version has one of the three.
    locations: [...plan.locations, ...plan.location, ...plan.available_locations],
    space: plan.space,
    units: plan.units.toUpperCase(),
    cpuCount: plan.cpu_count,
    cpuModel: plan.cpu_model,
    ram: plan.ram,
    disk: plan.disk,
    bandwidth: plan.bandwidth,
    cpuCores: plan.cpu_cores,
    hddSpace: plan.hdd_space,
    sites: plan.sites,
    databases: plan.databases,
    mailDomains: plan.mail_domains,
    mailboxes: plan.mailboxes,
  };
}
