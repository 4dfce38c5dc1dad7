// Made by `npm run schema`: edit the sources, not this file.
import type * as pulumi from "@pulumi/pulumi";
import type { GetAirVpnStatusResult } from "../../provider/functions/airvpn/getAirVpnStatus";
import type { GetAirVpnUserResult } from "../../provider/functions/airvpn/getAirVpnUser";
import type { GetFornexAccountResult } from "../../provider/functions/fornex/getFornexAccount";
import type { GetFornexBalanceResult } from "../../provider/functions/fornex/getFornexBalance";
import type {
  GetFornexDedicatedTrafficArgs,
  GetFornexDedicatedTrafficResult,
} from "../../provider/functions/fornex/getFornexDedicatedTraffic";
import type {
  GetFornexDedicatedTrafficUsedArgs,
  GetFornexDedicatedTrafficUsedResult,
} from "../../provider/functions/fornex/getFornexDedicatedTrafficUsed";
import type {
  GetFornexDnsDomainsArgs,
  GetFornexDnsDomainsResult,
} from "../../provider/functions/fornex/getFornexDnsDomains";
import type {
  GetFornexDnsRecordsArgs,
  GetFornexDnsRecordsResult,
} from "../../provider/functions/fornex/getFornexDnsRecords";
import type {
  GetFornexDnsZoneFileArgs,
  GetFornexDnsZoneFileResult,
} from "../../provider/functions/fornex/getFornexDnsZoneFile";
import type { GetFornexInvoicesResult } from "../../provider/functions/fornex/getFornexInvoices";
import type { GetFornexOrdersResult } from "../../provider/functions/fornex/getFornexOrders";
import type { GetFornexPlansArgs, GetFornexPlansResult } from "../../provider/functions/fornex/getFornexPlans";
import type { GetFornexTicketWebhookResult } from "../../provider/functions/fornex/getFornexTicketWebhook";
import type {
  GetFornexVpnConfigArgs,
  GetFornexVpnConfigResult,
} from "../../provider/functions/fornex/getFornexVpnConfig";
import type { GetFornexVpsJobArgs, GetFornexVpsJobResult } from "../../provider/functions/fornex/getFornexVpsJob";
import type {
  GetFornexVpsSshKeysArgs,
  GetFornexVpsSshKeysResult,
} from "../../provider/functions/fornex/getFornexVpsSshKeys";
import type { GetFornexVpsStatsArgs, GetFornexVpsStatsResult } from "../../provider/functions/fornex/getFornexVpsStats";
import type {
  GetFornexVpsStatusArgs,
  GetFornexVpsStatusResult,
} from "../../provider/functions/fornex/getFornexVpsStatus";
import type { GetSshKeysResult } from "../../provider/functions/fornex/getSshKeys";
import type { GetKiwiLocationsResult } from "../../provider/functions/kiwivm/getKiwiLocations";
import type { GetKiwiOsTemplatesResult } from "../../provider/functions/kiwivm/getKiwiOsTemplates";
import type { GetKiwiRateLimitResult } from "../../provider/functions/kiwivm/getKiwiRateLimit";
import type { GetKiwiServerResult } from "../../provider/functions/kiwivm/getKiwiServer";
import type { GetKiwiServerLiveResult } from "../../provider/functions/kiwivm/getKiwiServerLive";
import type { GetKiwiSnapshotsResult } from "../../provider/functions/kiwivm/getKiwiSnapshots";
import type { GetKiwiUsageResult } from "../../provider/functions/kiwivm/getKiwiUsage";
import type { GetKiwiUsageGraphsResult } from "../../provider/functions/kiwivm/getKiwiUsageGraphs";
import type { KiwiMachineArgs } from "../../provider/functions/kiwivm/machine";
import type { GetVpsOrgAccountArgs, GetVpsOrgAccountResult } from "../../provider/functions/vpsorg/getVpsOrgAccount";
import type { GetVpsOrgServerArgs, GetVpsOrgServerResult } from "../../provider/functions/vpsorg/getVpsOrgServer";
import type { GetVpsOrgServersArgs, GetVpsOrgServersResult } from "../../provider/functions/vpsorg/getVpsOrgServers";
import type { Inputs } from "../inputs";
import { invoke, invokeOutput } from "./function";

/**
 * Gets every server of AirVPN, and the servers that AirVPN recommends. It is public and needs no key.
 *
 * @example
 * ```ts
 * import { getAirVpnStatus } from "pulumi-vps/native";
 *
 * export const best = getAirVpnStatus().then(({ planets }) => planets[0]?.serverBest);
 * ```
 */
export function getAirVpnStatus(options?: pulumi.InvokeOptions): Promise<GetAirVpnStatusResult> {
  return invoke<object, GetAirVpnStatusResult>("getAirVpnStatus", undefined, options);
}

/**
 * {@link getAirVpnStatus} as an output.
 *
 * @example
 * ```ts
 * import { getAirVpnStatusOutput } from "pulumi-vps/native";
 *
 * export const unwell = getAirVpnStatusOutput().servers.apply((all) => all.filter(({ health }) => health !== "ok"));
 * ```
 */
export function getAirVpnStatusOutput(options?: pulumi.InvokeOutputOptions): pulumi.Output<GetAirVpnStatusResult> {
  return invokeOutput<object, GetAirVpnStatusResult>("getAirVpnStatus", undefined, options);
}

/**
 * Gets the AirVPN member of the API key, with the connected devices.
 *
 * @example
 * ```ts
 * import { getAirVpnUser } from "pulumi-vps/native";
 *
 * export const daysLeft = getAirVpnUser().then(({ expirationDays }) => expirationDays);
 * ```
 */
export function getAirVpnUser(options?: pulumi.InvokeOptions): Promise<GetAirVpnUserResult> {
  return invoke<object, GetAirVpnUserResult>("getAirVpnUser", undefined, options);
}

/**
 * {@link getAirVpnUser} as an output.
 *
 * @example
 * ```ts
 * import { getAirVpnUserOutput } from "pulumi-vps/native";
 *
 * export const expires = getAirVpnUserOutput().expiresAt;
 * ```
 */
export function getAirVpnUserOutput(options?: pulumi.InvokeOutputOptions): pulumi.Output<GetAirVpnUserResult> {
  return invokeOutput<object, GetAirVpnUserResult>("getAirVpnUser", undefined, options);
}

/**
 * Gets the owner of the Fornex API key.
 *
 * @example
 * ```ts
 * import { getFornexAccount } from "pulumi-vps/native";
 *
 * export const email = getFornexAccount().then(({ email }) => email);
 * ```
 */
export function getFornexAccount(options?: pulumi.InvokeOptions): Promise<GetFornexAccountResult> {
  return invoke<object, GetFornexAccountResult>("getFornexAccount", undefined, options);
}

/**
 * {@link getFornexAccount} as an output.
 *
 * @example
 * ```ts
 * import { getFornexAccountOutput } from "pulumi-vps/native";
 *
 * export const email = getFornexAccountOutput().email;
 * ```
 */
export function getFornexAccountOutput(options?: pulumi.InvokeOutputOptions): pulumi.Output<GetFornexAccountResult> {
  return invokeOutput<object, GetFornexAccountResult>("getFornexAccount", undefined, options);
}

/**
 * Gets the balance of the Fornex account.
 *
 * @example
 * ```ts
 * import { getFornexBalance } from "pulumi-vps/native";
 *
 * getFornexBalance().then(({ balance = 0, currency }) => {
 *   if (balance < 20) console.warn(`${balance} ${currency} left at Fornex`);
 * });
 * ```
 */
export function getFornexBalance(options?: pulumi.InvokeOptions): Promise<GetFornexBalanceResult> {
  return invoke<object, GetFornexBalanceResult>("getFornexBalance", undefined, options);
}

/**
 * {@link getFornexBalance} as an output.
 *
 * @example
 * ```ts
 * import { getFornexBalanceOutput } from "pulumi-vps/native";
 *
 * export const balance = getFornexBalanceOutput().balance;
 * ```
 */
export function getFornexBalanceOutput(options?: pulumi.InvokeOutputOptions): pulumi.Output<GetFornexBalanceResult> {
  return invokeOutput<object, GetFornexBalanceResult>("getFornexBalance", undefined, options);
}

/**
 * Gets the daily traffic of a dedicated server at Fornex.
 *
 * @example
 * ```ts
 * import { getFornexDedicatedTraffic } from "pulumi-vps/native";
 *
 * export const days = getFornexDedicatedTraffic({ orderId: "34-5678", period: "year" }).then(({ days }) => days);
 * ```
 */
export function getFornexDedicatedTraffic(
  args: GetFornexDedicatedTrafficArgs,
  options?: pulumi.InvokeOptions,
): Promise<GetFornexDedicatedTrafficResult> {
  return invoke<GetFornexDedicatedTrafficArgs, GetFornexDedicatedTrafficResult>(
    "getFornexDedicatedTraffic",
    args,
    options,
  );
}

/**
 * {@link getFornexDedicatedTraffic} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { getFornexDedicatedTrafficOutput } from "pulumi-vps/native";
 *
 * export const days = getFornexDedicatedTrafficOutput({ orderId: "34-5678" }).days;
 * ```
 */
export function getFornexDedicatedTrafficOutput(
  args: Inputs<GetFornexDedicatedTrafficArgs>,
  options?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetFornexDedicatedTrafficResult> {
  return invokeOutput<GetFornexDedicatedTrafficArgs, GetFornexDedicatedTrafficResult>(
    "getFornexDedicatedTraffic",
    args,
    options,
  );
}

/**
 * Gets how much of its included traffic a dedicated server at Fornex has used.
 *
 * @example
 * ```ts
 * import { getFornexDedicatedTrafficUsed } from "pulumi-vps/native";
 *
 * export const used = getFornexDedicatedTrafficUsed({ orderId: "34-5678" }).then(({ usedRate }) => usedRate);
 * ```
 */
export function getFornexDedicatedTrafficUsed(
  args: GetFornexDedicatedTrafficUsedArgs,
  options?: pulumi.InvokeOptions,
): Promise<GetFornexDedicatedTrafficUsedResult> {
  return invoke<GetFornexDedicatedTrafficUsedArgs, GetFornexDedicatedTrafficUsedResult>(
    "getFornexDedicatedTrafficUsed",
    args,
    options,
  );
}

/**
 * {@link getFornexDedicatedTrafficUsed} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { getFornexDedicatedTrafficUsedOutput } from "pulumi-vps/native";
 *
 * export const used = getFornexDedicatedTrafficUsedOutput({ orderId: "34-5678" }).usedRate;
 * ```
 */
export function getFornexDedicatedTrafficUsedOutput(
  args: Inputs<GetFornexDedicatedTrafficUsedArgs>,
  options?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetFornexDedicatedTrafficUsedResult> {
  return invokeOutput<GetFornexDedicatedTrafficUsedArgs, GetFornexDedicatedTrafficUsedResult>(
    "getFornexDedicatedTrafficUsed",
    args,
    options,
  );
}

/**
 * Gets the DNS zones of the Fornex account, with their records.
 *
 * @example
 * ```ts
 * import { getFornexDnsDomains } from "pulumi-vps/native";
 *
 * export const domains = getFornexDnsDomains({ tag: "production" }).then(({ domains }) => domains);
 * ```
 */
export function getFornexDnsDomains(
  args: GetFornexDnsDomainsArgs = {},
  options?: pulumi.InvokeOptions,
): Promise<GetFornexDnsDomainsResult> {
  return invoke<GetFornexDnsDomainsArgs, GetFornexDnsDomainsResult>("getFornexDnsDomains", args, options);
}

/**
 * {@link getFornexDnsDomains} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { getFornexDnsDomainsOutput } from "pulumi-vps/native";
 *
 * export const zones = getFornexDnsDomainsOutput({ q: "192.0.2.10" }).domains;
 * ```
 */
export function getFornexDnsDomainsOutput(
  args: Inputs<GetFornexDnsDomainsArgs> = {},
  options?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetFornexDnsDomainsResult> {
  return invokeOutput<GetFornexDnsDomainsArgs, GetFornexDnsDomainsResult>("getFornexDnsDomains", args, options);
}

/**
 * Gets the records of a DNS zone at Fornex.
 *
 * @example
 * ```ts
 * import { getFornexDnsRecords } from "pulumi-vps/native";
 *
 * export const records = getFornexDnsRecords({ domain: "example.com", type: "MX" }).then(({ records }) => records);
 * ```
 */
export function getFornexDnsRecords(
  args: GetFornexDnsRecordsArgs,
  options?: pulumi.InvokeOptions,
): Promise<GetFornexDnsRecordsResult> {
  return invoke<GetFornexDnsRecordsArgs, GetFornexDnsRecordsResult>("getFornexDnsRecords", args, options);
}

/**
 * {@link getFornexDnsRecords} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { FornexDnsDomain, getFornexDnsRecordsOutput } from "pulumi-vps/native";
 *
 * const zone = new FornexDnsDomain("zone", { name: "example.com", ip: "192.0.2.10" });
 * export const records = getFornexDnsRecordsOutput({ domain: zone.id }).records;
 * ```
 */
export function getFornexDnsRecordsOutput(
  args: Inputs<GetFornexDnsRecordsArgs>,
  options?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetFornexDnsRecordsResult> {
  return invokeOutput<GetFornexDnsRecordsArgs, GetFornexDnsRecordsResult>("getFornexDnsRecords", args, options);
}

/**
 * Gets a DNS zone at Fornex as a zone file.
 *
 * @example
 * ```ts
 * import { getFornexDnsZoneFile } from "pulumi-vps/native";
 *
 * export const zoneFile = getFornexDnsZoneFile({ domain: "example.com" }).then(({ zoneFile }) => zoneFile);
 * ```
 */
export function getFornexDnsZoneFile(
  args: GetFornexDnsZoneFileArgs,
  options?: pulumi.InvokeOptions,
): Promise<GetFornexDnsZoneFileResult> {
  return invoke<GetFornexDnsZoneFileArgs, GetFornexDnsZoneFileResult>("getFornexDnsZoneFile", args, options);
}

/**
 * {@link getFornexDnsZoneFile} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { FornexDnsDomain, getFornexDnsZoneFileOutput } from "pulumi-vps/native";
 *
 * const zone = new FornexDnsDomain("zone", { name: "example.com", ip: "192.0.2.10" });
 * export const zoneFile = getFornexDnsZoneFileOutput({ domain: zone.id }).zoneFile;
 * ```
 */
export function getFornexDnsZoneFileOutput(
  args: Inputs<GetFornexDnsZoneFileArgs>,
  options?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetFornexDnsZoneFileResult> {
  return invokeOutput<GetFornexDnsZoneFileArgs, GetFornexDnsZoneFileResult>("getFornexDnsZoneFile", args, options);
}

/**
 * Gets the number and the total of the unpaid invoices at Fornex.
 *
 * @example
 * ```ts
 * import { getFornexInvoices } from "pulumi-vps/native";
 *
 * export const unpaidCount = getFornexInvoices().then(({ unpaidCount }) => unpaidCount);
 * ```
 */
export function getFornexInvoices(options?: pulumi.InvokeOptions): Promise<GetFornexInvoicesResult> {
  return invoke<object, GetFornexInvoicesResult>("getFornexInvoices", undefined, options);
}

/**
 * {@link getFornexInvoices} as an output.
 *
 * @example
 * ```ts
 * import { getFornexInvoicesOutput } from "pulumi-vps/native";
 *
 * export const unpaid = getFornexInvoicesOutput().unpaidAmount;
 * ```
 */
export function getFornexInvoicesOutput(options?: pulumi.InvokeOutputOptions): pulumi.Output<GetFornexInvoicesResult> {
  return invokeOutput<object, GetFornexInvoicesResult>("getFornexInvoices", undefined, options);
}

/**
 * Gets all orders at Fornex, of every kind.
 *
 * @example
 * ```ts
 * import { getFornexOrders } from "pulumi-vps/native";
 *
 * export const servers = getFornexOrders().then(({ orders }) => orders.filter(({ type }) => type === "vps"));
 * ```
 */
export function getFornexOrders(options?: pulumi.InvokeOptions): Promise<GetFornexOrdersResult> {
  return invoke<object, GetFornexOrdersResult>("getFornexOrders", undefined, options);
}

/**
 * {@link getFornexOrders} as an output.
 *
 * @example
 * ```ts
 * import { getFornexOrdersOutput } from "pulumi-vps/native";
 *
 * export const ends = getFornexOrdersOutput().orders.apply((all) => all.map(({ orderId, expiresAt }) => [orderId, expiresAt]));
 * ```
 */
export function getFornexOrdersOutput(options?: pulumi.InvokeOutputOptions): pulumi.Output<GetFornexOrdersResult> {
  return invokeOutput<object, GetFornexOrdersResult>("getFornexOrders", undefined, options);
}

/**
 * Gets the plans of one kind that can be ordered at Fornex. Those of VPNs exist in API version 0.1 only and are asked in it whatever
 * `vps:fornexApiVersion` says.
 *
 * @example
 * ```ts
 * import { getFornexPlans } from "pulumi-vps/native";
 *
 * export const plans = getFornexPlans({ kind: "vps" }).then(({ plans }) => plans);
 * ```
 */
export function getFornexPlans(
  args: GetFornexPlansArgs,
  options?: pulumi.InvokeOptions,
): Promise<GetFornexPlansResult> {
  return invoke<GetFornexPlansArgs, GetFornexPlansResult>("getFornexPlans", args, options);
}

/**
 * {@link getFornexPlans} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { getFornexPlansOutput } from "pulumi-vps/native";
 *
 * export const cheapest = getFornexPlansOutput({ kind: "vps" }).plans.apply((plans) =>
 *   Math.min(...plans.map(({ price = Infinity }) => price)),
 * );
 * ```
 */
export function getFornexPlansOutput(
  args: Inputs<GetFornexPlansArgs>,
  options?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetFornexPlansResult> {
  return invokeOutput<GetFornexPlansArgs, GetFornexPlansResult>("getFornexPlans", args, options);
}

/**
 * Gets the webhook to which Fornex posts new comments on tickets. Whoever knows its URL may be able to post there. Keep it out
 * of outputs and logs, or use {@link getFornexTicketWebhookOutput}, whose result is a secret.
 *
 * @example
 * ```ts
 * import { getFornexTicketWebhook } from "pulumi-vps/native";
 *
 * export const lastError = getFornexTicketWebhook().then(({ lastErrorDate }) => lastErrorDate);
 * ```
 */
export function getFornexTicketWebhook(options?: pulumi.InvokeOptions): Promise<GetFornexTicketWebhookResult> {
  return invoke<object, GetFornexTicketWebhookResult>("getFornexTicketWebhook", undefined, options);
}

/**
 * {@link getFornexTicketWebhook} as an output.
 * It is a secret.
 *
 * @example
 * ```ts
 * import { getFornexTicketWebhookOutput } from "pulumi-vps/native";
 *
 * export const webhook = getFornexTicketWebhookOutput().url; // secret
 * ```
 */
export function getFornexTicketWebhookOutput(
  options?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetFornexTicketWebhookResult> {
  return invokeOutput<object, GetFornexTicketWebhookResult>("getFornexTicketWebhook", undefined, options);
}

/**
 * Gets the OpenVPN configuration of a VPN at Fornex. It gives access, so it exists as a secret output only. API version 0.1 alone has
 * it, so it is asked in that API version whatever `vps:fornexApiVersion` says.
 *
 * @example
 * ```ts
 * import { getFornexVpnConfigOutput } from "pulumi-vps/native";
 *
 * export const config = getFornexVpnConfigOutput({ orderId: "301-12312", protocol: "udp" }).config; // secret
 * ```
 */
export function getFornexVpnConfigOutput(
  args: Inputs<GetFornexVpnConfigArgs>,
  options?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetFornexVpnConfigResult> {
  return invokeOutput<GetFornexVpnConfigArgs, GetFornexVpnConfigResult>("getFornexVpnConfig", args, options);
}

/**
 * Gets a job in the log of a VPS at Fornex: what it does, and whether it has ended.
 *
 * @example
 * ```ts
 * import { getFornexVpsJob } from "pulumi-vps/native";
 *
 * export const jobState = getFornexVpsJob({ orderId: "34-177054", jobId: 222287 }).then(({ jobState }) => jobState);
 * ```
 */
export function getFornexVpsJob(
  args: GetFornexVpsJobArgs,
  options?: pulumi.InvokeOptions,
): Promise<GetFornexVpsJobResult> {
  return invoke<GetFornexVpsJobArgs, GetFornexVpsJobResult>("getFornexVpsJob", args, options);
}

/**
 * {@link getFornexVpsJob} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { FornexVps, getFornexVpsJobOutput } from "pulumi-vps/native";
 *
 * const web = new FornexVps("web", { orderId: "34-177054" });
 * export const done = getFornexVpsJobOutput({ orderId: web.orderId, jobId: 222287 }).completed;
 * ```
 */
export function getFornexVpsJobOutput(
  args: Inputs<GetFornexVpsJobArgs>,
  options?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetFornexVpsJobResult> {
  return invokeOutput<GetFornexVpsJobArgs, GetFornexVpsJobResult>("getFornexVpsJob", args, options);
}

/**
 * Gets the SSH public keys that are linked to a VPS at Fornex. The VPS gets them when it is installed or reinstalled.
 *
 * @example
 * ```ts
 * import { getFornexVpsSshKeys } from "pulumi-vps/native";
 *
 * export const keys = getFornexVpsSshKeys({ orderId: "34-177054" }).then(({ keys }) => keys);
 * ```
 */
export function getFornexVpsSshKeys(
  args: GetFornexVpsSshKeysArgs,
  options?: pulumi.InvokeOptions,
): Promise<GetFornexVpsSshKeysResult> {
  return invoke<GetFornexVpsSshKeysArgs, GetFornexVpsSshKeysResult>("getFornexVpsSshKeys", args, options);
}

/**
 * {@link getFornexVpsSshKeys} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { FornexVps, getFornexVpsSshKeysOutput } from "pulumi-vps/native";
 *
 * const web = new FornexVps("web", { orderId: "34-177054" });
 * export const keys = getFornexVpsSshKeysOutput({ orderId: web.orderId }).keys;
 * ```
 */
export function getFornexVpsSshKeysOutput(
  args: Inputs<GetFornexVpsSshKeysArgs>,
  options?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetFornexVpsSshKeysResult> {
  return invokeOutput<GetFornexVpsSshKeysArgs, GetFornexVpsSshKeysResult>("getFornexVpsSshKeys", args, options);
}

/**
 * Gets the usage of a VPS at Fornex over time, in one shape for both API versions. `inodes` exists in API version 0.1 only and is asked in it
 * whatever `vps:fornexApiVersion` says.
 *
 * @example
 * ```ts
 * import { getFornexVpsStats } from "pulumi-vps/native";
 *
 * export const january = getFornexVpsStats({
 *   orderId: "34-177054",
 *   field: "traffic",
 *   start: "2026-01-01",
 *   end: "2026-01-31",
 * }).then(({ series }) => series);
 * ```
 */
export function getFornexVpsStats(
  args: GetFornexVpsStatsArgs,
  options?: pulumi.InvokeOptions,
): Promise<GetFornexVpsStatsResult> {
  return invoke<GetFornexVpsStatsArgs, GetFornexVpsStatsResult>("getFornexVpsStats", args, options);
}

/**
 * {@link getFornexVpsStats} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { FornexVps, getFornexVpsStatsOutput } from "pulumi-vps/native";
 *
 * const web = new FornexVps("web", { orderId: "34-177054" });
 * export const load = getFornexVpsStatsOutput({ orderId: web.orderId, field: "cpu" }).series;
 * ```
 */
export function getFornexVpsStatsOutput(
  args: Inputs<GetFornexVpsStatsArgs>,
  options?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetFornexVpsStatsResult> {
  return invokeOutput<GetFornexVpsStatsArgs, GetFornexVpsStatsResult>("getFornexVpsStats", args, options);
}

/**
 * Gets the power state of a VPS at Fornex.
 *
 * @example
 * ```ts
 * import { getFornexVpsStatus } from "pulumi-vps/native";
 *
 * export const status = getFornexVpsStatus({ orderId: "34-177054" }).then(({ status }) => status);
 * ```
 */
export function getFornexVpsStatus(
  args: GetFornexVpsStatusArgs,
  options?: pulumi.InvokeOptions,
): Promise<GetFornexVpsStatusResult> {
  return invoke<GetFornexVpsStatusArgs, GetFornexVpsStatusResult>("getFornexVpsStatus", args, options);
}

/**
 * {@link getFornexVpsStatus} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { FornexVps, getFornexVpsStatusOutput } from "pulumi-vps/native";
 *
 * const web = new FornexVps("web", { orderId: "34-177054" });
 * export const status = getFornexVpsStatusOutput({ orderId: web.orderId }).status;
 * ```
 */
export function getFornexVpsStatusOutput(
  args: Inputs<GetFornexVpsStatusArgs>,
  options?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetFornexVpsStatusResult> {
  return invokeOutput<GetFornexVpsStatusArgs, GetFornexVpsStatusResult>("getFornexVpsStatus", args, options);
}

/**
 * Gets the location of a KiwiVM machine, and the locations to which it can migrate. If KiwiVM is working on the machine and
 * refuses to answer, the call waits.
 *
 * @example
 * ```ts
 * import { getKiwiLocations } from "pulumi-vps/native";
 *
 * export const locations = getKiwiLocations({ veid: "123456" }).then(({ locations }) => locations);
 * ```
 */
export function getKiwiLocations(
  args: KiwiMachineArgs,
  options?: pulumi.InvokeOptions,
): Promise<GetKiwiLocationsResult> {
  return invoke<KiwiMachineArgs, GetKiwiLocationsResult>("getKiwiLocations", args, options);
}

/**
 * {@link getKiwiLocations} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { getKiwiLocationsOutput } from "pulumi-vps/native";
 *
 * export const location = getKiwiLocationsOutput({ veid: "123456" }).currentLocation;
 * ```
 */
export function getKiwiLocationsOutput(
  args: Inputs<KiwiMachineArgs>,
  options?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetKiwiLocationsResult> {
  return invokeOutput<KiwiMachineArgs, GetKiwiLocationsResult>("getKiwiLocations", args, options);
}

/**
 * Gets the operating systems that can be installed on a KiwiVM machine. If KiwiVM is working on the machine and refuses to
 * answer, the call waits.
 *
 * @example
 * ```ts
 * import { getKiwiOsTemplates } from "pulumi-vps/native";
 *
 * export const templates = getKiwiOsTemplates({ veid: "123456" }).then(({ templates }) => templates);
 * ```
 */
export function getKiwiOsTemplates(
  args: KiwiMachineArgs,
  options?: pulumi.InvokeOptions,
): Promise<GetKiwiOsTemplatesResult> {
  return invoke<KiwiMachineArgs, GetKiwiOsTemplatesResult>("getKiwiOsTemplates", args, options);
}

/**
 * {@link getKiwiOsTemplates} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { getKiwiOsTemplatesOutput } from "pulumi-vps/native";
 *
 * export const installed = getKiwiOsTemplatesOutput({ veid: "123456" }).installed;
 * ```
 */
export function getKiwiOsTemplatesOutput(
  args: Inputs<KiwiMachineArgs>,
  options?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetKiwiOsTemplatesResult> {
  return invokeOutput<KiwiMachineArgs, GetKiwiOsTemplatesResult>("getKiwiOsTemplates", args, options);
}

/**
 * Gets the rate limit of a KiwiVM machine: how many requests KiwiVM still accepts for it. The call itself may cost one. If
 * KiwiVM is working on the machine and refuses to answer, the call waits.
 *
 * @example
 * ```ts
 * import { getKiwiRateLimit } from "pulumi-vps/native";
 *
 * export const left = getKiwiRateLimit({ veid: "123456" }).then((points) => points.remainingPoints15Min);
 * ```
 */
export function getKiwiRateLimit(
  args: KiwiMachineArgs,
  options?: pulumi.InvokeOptions,
): Promise<GetKiwiRateLimitResult> {
  return invoke<KiwiMachineArgs, GetKiwiRateLimitResult>("getKiwiRateLimit", args, options);
}

/**
 * {@link getKiwiRateLimit} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { getKiwiRateLimitOutput } from "pulumi-vps/native";
 *
 * export const left = getKiwiRateLimitOutput({ veid: "123456" }).remainingPoints24H;
 * ```
 */
export function getKiwiRateLimitOutput(
  args: Inputs<KiwiMachineArgs>,
  options?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetKiwiRateLimitResult> {
  return invokeOutput<KiwiMachineArgs, GetKiwiRateLimitResult>("getKiwiRateLimit", args, options);
}

/**
 * Gets KiwiVM's record of a machine and its present state: whether it runs, its disk, memory and load. KiwiVM takes up to 15 s
 * for that. If KiwiVM is working on the machine and refuses to answer, the call waits.
 *
 * @example
 * ```ts
 * import { getKiwiServerLive } from "pulumi-vps/native";
 *
 * export const status = getKiwiServerLive({ veid: "123456" }).then(({ status }) => status);
 * ```
 */
export function getKiwiServerLive(
  args: KiwiMachineArgs,
  options?: pulumi.InvokeOptions,
): Promise<GetKiwiServerLiveResult> {
  return invoke<KiwiMachineArgs, GetKiwiServerLiveResult>("getKiwiServerLive", args, options);
}

/**
 * {@link getKiwiServerLive} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { getKiwiServerLiveOutput } from "pulumi-vps/native";
 *
 * export const load = getKiwiServerLiveOutput({ veid: "123456" }).loadAverage;
 * ```
 */
export function getKiwiServerLiveOutput(
  args: Inputs<KiwiMachineArgs>,
  options?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetKiwiServerLiveResult> {
  return invokeOutput<KiwiMachineArgs, GetKiwiServerLiveResult>("getKiwiServerLive", args, options);
}

/**
 * Gets KiwiVM's record of a machine: plan, addresses, PTRs, traffic. Which fields older and newer nodes omit is unverified. If
 * KiwiVM is working on the machine and refuses to answer, the call waits.
 *
 * @example
 * ```ts
 * import { getKiwiServer } from "pulumi-vps/native";
 *
 * export const ipAddresses = getKiwiServer({ veid: "123456" }).then(({ ipAddresses }) => ipAddresses);
 * ```
 */
export function getKiwiServer(args: KiwiMachineArgs, options?: pulumi.InvokeOptions): Promise<GetKiwiServerResult> {
  return invoke<KiwiMachineArgs, GetKiwiServerResult>("getKiwiServer", args, options);
}

/**
 * {@link getKiwiServer} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { getKiwiServerOutput } from "pulumi-vps/native";
 *
 * export const os = getKiwiServerOutput({ veid: "123456" }).os;
 * ```
 */
export function getKiwiServerOutput(
  args: Inputs<KiwiMachineArgs>,
  options?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetKiwiServerResult> {
  return invokeOutput<KiwiMachineArgs, GetKiwiServerResult>("getKiwiServer", args, options);
}

/**
 * Gets the snapshots of a KiwiVM machine, without their download links. The links are secrets, and only the resource
 * `KiwiSnapshot` shows them. If KiwiVM is working on the machine and refuses to answer, the call waits.
 *
 * @example
 * ```ts
 * import { getKiwiSnapshots } from "pulumi-vps/native";
 *
 * export const snapshots = getKiwiSnapshots({ veid: "123456" }).then(({ snapshots }) => snapshots);
 * ```
 */
export function getKiwiSnapshots(
  args: KiwiMachineArgs,
  options?: pulumi.InvokeOptions,
): Promise<GetKiwiSnapshotsResult> {
  return invoke<KiwiMachineArgs, GetKiwiSnapshotsResult>("getKiwiSnapshots", args, options);
}

/**
 * {@link getKiwiSnapshots} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { getKiwiSnapshotsOutput } from "pulumi-vps/native";
 *
 * export const names = getKiwiSnapshotsOutput({ veid: "123456" }).snapshots.apply((all) => all.map((one) => one.fileName));
 * ```
 */
export function getKiwiSnapshotsOutput(
  args: Inputs<KiwiMachineArgs>,
  options?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetKiwiSnapshotsResult> {
  return invokeOutput<KiwiMachineArgs, GetKiwiSnapshotsResult>("getKiwiSnapshots", args, options);
}

/**
 * Gets the answer of KiwiVM's obsolete call for usage graphs. While KiwiVM is at work on the machine and refuses to tell, it is waited for.
 *
 * @deprecated KiwiVM calls it obsolete: use getKiwiUsage.
 *
 * @example
 * ```ts
 * import { getKiwiUsageGraphs } from "pulumi-vps/native";
 *
 * export const json = getKiwiUsageGraphs({ veid: "123456" }).then(({ json }) => json);
 * ```
 */
export function getKiwiUsageGraphs(
  args: KiwiMachineArgs,
  options?: pulumi.InvokeOptions,
): Promise<GetKiwiUsageGraphsResult> {
  return invoke<KiwiMachineArgs, GetKiwiUsageGraphsResult>("getKiwiUsageGraphs", args, options);
}

/**
 * {@link getKiwiUsageGraphs} as an output, with inputs: for arguments that come from resources.
 *
 * @deprecated KiwiVM calls it obsolete: use getKiwiUsage.
 *
 * @example
 * ```ts
 * import { getKiwiUsageGraphsOutput } from "pulumi-vps/native";
 *
 * export const json = getKiwiUsageGraphsOutput({ veid: "123456" }).json;
 * ```
 */
export function getKiwiUsageGraphsOutput(
  args: Inputs<KiwiMachineArgs>,
  options?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetKiwiUsageGraphsResult> {
  return invokeOutput<KiwiMachineArgs, GetKiwiUsageGraphsResult>("getKiwiUsageGraphs", args, options);
}

/**
 * Gets the usage of a KiwiVM machine over time: processors, network, disk. If KiwiVM is working on the machine and refuses to
 * answer, the call waits.
 *
 * @example
 * ```ts
 * import { getKiwiUsage } from "pulumi-vps/native";
 *
 * export const samples = getKiwiUsage({ veid: "123456" }).then(({ samples }) => samples);
 * ```
 */
export function getKiwiUsage(args: KiwiMachineArgs, options?: pulumi.InvokeOptions): Promise<GetKiwiUsageResult> {
  return invoke<KiwiMachineArgs, GetKiwiUsageResult>("getKiwiUsage", args, options);
}

/**
 * {@link getKiwiUsage} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { getKiwiUsageOutput } from "pulumi-vps/native";
 *
 * export const last = getKiwiUsageOutput({ veid: "123456" }).samples.apply((samples) => samples.at(-1));
 * ```
 */
export function getKiwiUsageOutput(
  args: Inputs<KiwiMachineArgs>,
  options?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetKiwiUsageResult> {
  return invokeOutput<KiwiMachineArgs, GetKiwiUsageResult>("getKiwiUsage", args, options);
}

/**
 * Gets the SSH public keys of the Fornex account.
 *
 * @example
 * ```ts
 * import { getSshKeys } from "pulumi-vps/native";
 *
 * export const laptop = getSshKeys().then(({ keys }) => keys.find(({ title }) => title === "laptop"));
 * ```
 */
export function getSshKeys(options?: pulumi.InvokeOptions): Promise<GetSshKeysResult> {
  return invoke<object, GetSshKeysResult>("getSshKeys", undefined, options);
}

/**
 * {@link getSshKeys} as an output.
 *
 * @example
 * ```ts
 * import { getSshKeysOutput } from "pulumi-vps/native";
 *
 * export const titles = getSshKeysOutput().keys.apply((keys) => keys.map(({ title }) => title));
 * ```
 */
export function getSshKeysOutput(options?: pulumi.InvokeOutputOptions): pulumi.Output<GetSshKeysResult> {
  return invokeOutput<object, GetSshKeysResult>("getSshKeys", undefined, options);
}

/**
 * Gets the VPS.org account and the token of the request. With `requires`, a token that lacks a permission is an error before
 * anything is ordered.
 *
 * @example
 * ```ts
 * import { getVpsOrgAccount } from "pulumi-vps/native";
 *
 * const requires = ["servers:create", "servers:power"]; // the run fails if the token lacks one
 * export const account = getVpsOrgAccount({ requires }).then(({ email }) => email);
 * ```
 */
export function getVpsOrgAccount(
  args: GetVpsOrgAccountArgs = {},
  options?: pulumi.InvokeOptions,
): Promise<GetVpsOrgAccountResult> {
  return invoke<GetVpsOrgAccountArgs, GetVpsOrgAccountResult>("getVpsOrgAccount", args, options);
}

/**
 * {@link getVpsOrgAccount} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { getVpsOrgAccountOutput } from "pulumi-vps/native";
 *
 * export const email = getVpsOrgAccountOutput().email;
 * ```
 */
export function getVpsOrgAccountOutput(
  args: Inputs<GetVpsOrgAccountArgs> = {},
  options?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetVpsOrgAccountResult> {
  return invokeOutput<GetVpsOrgAccountArgs, GetVpsOrgAccountResult>("getVpsOrgAccount", args, options);
}

/**
 * Gets a server at VPS.org, with its plan, its addresses and its usage.
 *
 * @example
 * ```ts
 * import { getVpsOrgServer } from "pulumi-vps/native";
 *
 * export const ipAddress = getVpsOrgServer({ serverId: 12345 }).then(({ ipAddress }) => ipAddress);
 * ```
 */
export function getVpsOrgServer(
  args: GetVpsOrgServerArgs,
  options?: pulumi.InvokeOptions,
): Promise<GetVpsOrgServerResult> {
  return invoke<GetVpsOrgServerArgs, GetVpsOrgServerResult>("getVpsOrgServer", args, options);
}

/**
 * {@link getVpsOrgServer} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { VpsOrgServer, getVpsOrgServerOutput } from "pulumi-vps/native";
 *
 * const web = new VpsOrgServer("web", { name: "web-01", planId: 1, osId: 5, location: "us-west" });
 * export const usage = getVpsOrgServerOutput({ serverId: web.serverId }).usage;
 * ```
 */
export function getVpsOrgServerOutput(
  args: Inputs<GetVpsOrgServerArgs>,
  options?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetVpsOrgServerResult> {
  return invokeOutput<GetVpsOrgServerArgs, GetVpsOrgServerResult>("getVpsOrgServer", args, options);
}

/**
 * Gets the servers of the VPS.org account, also those that no program manages.
 *
 * @example
 * ```ts
 * import { getVpsOrgServers } from "pulumi-vps/native";
 *
 * export const servers = getVpsOrgServers({ status: "suspended" }).then(({ servers }) => servers);
 * ```
 */
export function getVpsOrgServers(
  args: GetVpsOrgServersArgs = {},
  options?: pulumi.InvokeOptions,
): Promise<GetVpsOrgServersResult> {
  return invoke<GetVpsOrgServersArgs, GetVpsOrgServersResult>("getVpsOrgServers", args, options);
}

/**
 * {@link getVpsOrgServers} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { getVpsOrgServersOutput } from "pulumi-vps/native";
 *
 * export const addresses = getVpsOrgServersOutput().servers.apply((all) => all.map(({ ipAddress }) => ipAddress));
 * ```
 */
export function getVpsOrgServersOutput(
  args: Inputs<GetVpsOrgServersArgs> = {},
  options?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetVpsOrgServersResult> {
  return invokeOutput<GetVpsOrgServersArgs, GetVpsOrgServersResult>("getVpsOrgServers", args, options);
}
