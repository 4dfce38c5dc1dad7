// Made by `npm run schema`: edit the sources, not this file.
/**
 * pulumi-vps: servers and DNS at small hosters, declared in a Pulumi program.
 *
 * @packageDocumentation
 */
import "../provider/requireNode";

export type {
  AirVpnGroup,
  AirVpnLoad,
  AirVpnServer,
  GetAirVpnStatusResult,
} from "../provider/functions/airvpn/getAirVpnStatus";
export type { AirVpnSession, GetAirVpnUserResult } from "../provider/functions/airvpn/getAirVpnUser";
export type { FornexDnsRecordInfo } from "../provider/functions/fornex/dnsRecordInfo";
export type { GetFornexAccountResult } from "../provider/functions/fornex/getFornexAccount";
export type { GetFornexBalanceResult } from "../provider/functions/fornex/getFornexBalance";
export type {
  FornexTrafficDay,
  GetFornexDedicatedTrafficArgs,
  GetFornexDedicatedTrafficResult,
} from "../provider/functions/fornex/getFornexDedicatedTraffic";
export type {
  GetFornexDedicatedTrafficUsedArgs,
  GetFornexDedicatedTrafficUsedResult,
} from "../provider/functions/fornex/getFornexDedicatedTrafficUsed";
export type {
  FornexDnsDomainInfo,
  GetFornexDnsDomainsArgs,
  GetFornexDnsDomainsResult,
} from "../provider/functions/fornex/getFornexDnsDomains";
export type {
  GetFornexDnsRecordsArgs,
  GetFornexDnsRecordsResult,
} from "../provider/functions/fornex/getFornexDnsRecords";
export type {
  GetFornexDnsZoneFileArgs,
  GetFornexDnsZoneFileResult,
} from "../provider/functions/fornex/getFornexDnsZoneFile";
export type { GetFornexInvoicesResult } from "../provider/functions/fornex/getFornexInvoices";
export type { FornexOrderInfo, GetFornexOrdersResult } from "../provider/functions/fornex/getFornexOrders";
export type {
  FornexPlanInfo,
  GetFornexPlansArgs,
  GetFornexPlansResult,
} from "../provider/functions/fornex/getFornexPlans";
export type { GetFornexTicketWebhookResult } from "../provider/functions/fornex/getFornexTicketWebhook";
export type { GetFornexVpnConfigArgs, GetFornexVpnConfigResult } from "../provider/functions/fornex/getFornexVpnConfig";
export type { GetFornexVpsJobArgs, GetFornexVpsJobResult } from "../provider/functions/fornex/getFornexVpsJob";
export type {
  GetFornexVpsSshKeysArgs,
  GetFornexVpsSshKeysResult,
} from "../provider/functions/fornex/getFornexVpsSshKeys";
export type {
  FornexStatsPoint,
  FornexStatsSeries,
  GetFornexVpsStatsArgs,
  GetFornexVpsStatsResult,
} from "../provider/functions/fornex/getFornexVpsStats";
export type { GetFornexVpsStatusArgs, GetFornexVpsStatusResult } from "../provider/functions/fornex/getFornexVpsStatus";
export type { GetSshKeysResult } from "../provider/functions/fornex/getSshKeys";
export type { FornexSshKeyInfo } from "../provider/functions/fornex/sshKeyInfo";
export type { GetKiwiLocationsResult, KiwiLocationInfo } from "../provider/functions/kiwivm/getKiwiLocations";
export type { GetKiwiOsTemplatesResult } from "../provider/functions/kiwivm/getKiwiOsTemplates";
export type { GetKiwiRateLimitResult } from "../provider/functions/kiwivm/getKiwiRateLimit";
export type { GetKiwiServerResult } from "../provider/functions/kiwivm/getKiwiServer";
export type { GetKiwiServerLiveResult, KiwiVzValue } from "../provider/functions/kiwivm/getKiwiServerLive";
export type { GetKiwiSnapshotsResult, KiwiSnapshotInfo } from "../provider/functions/kiwivm/getKiwiSnapshots";
export type { GetKiwiUsageResult, KiwiUsageSample } from "../provider/functions/kiwivm/getKiwiUsage";
export type { GetKiwiUsageGraphsResult } from "../provider/functions/kiwivm/getKiwiUsageGraphs";
export type { KiwiMachineArgs } from "../provider/functions/kiwivm/machine";
export type { KiwiPtrInfo, KiwiServerInfo } from "../provider/functions/kiwivm/server";
export type {
  GetVpsOrgAccountArgs,
  GetVpsOrgAccountResult,
  VpsOrgTokenInfo,
} from "../provider/functions/vpsorg/getVpsOrgAccount";
export type {
  GetVpsOrgServerArgs,
  GetVpsOrgServerResult,
  VpsOrgServerUsage,
} from "../provider/functions/vpsorg/getVpsOrgServer";
export type { GetVpsOrgServersArgs, GetVpsOrgServersResult } from "../provider/functions/vpsorg/getVpsOrgServers";
export type { VpsOrgOsInfo, VpsOrgPlanInfo, VpsOrgServerInfo } from "../provider/functions/vpsorg/server";
export type { AirVpnDisconnectState } from "../provider/resources/airvpn/disconnect";
export type { AirVpnNotificationState } from "../provider/resources/airvpn/notification";
export type { ApexRecord } from "../provider/resources/fornex/apexRecords";
export type { FornexDnsDomainState, SeededRecord } from "../provider/resources/fornex/dnsDomainModel";
export type { FornexDnsRecordState } from "../provider/resources/fornex/dnsRecordModel";
export type { FornexNameserversState } from "../provider/resources/fornex/nameservers";
export type { SshKeyState } from "../provider/resources/fornex/sshKey";
export type { FornexSshKeyAttachmentState } from "../provider/resources/fornex/sshKeyAttachment";
export type { FornexTicketWebhookState } from "../provider/resources/fornex/ticketWebhook";
export type { FornexVpsState } from "../provider/resources/fornex/vpsModel";
export type { KiwiCommandState } from "../provider/resources/kiwivm/command";
export type { KiwiIpv6State } from "../provider/resources/kiwivm/ipv6";
export type { KiwiPtrState } from "../provider/resources/kiwivm/ptrModel";
export type { KiwiScriptState } from "../provider/resources/kiwivm/script";
export type { KiwiServerLocationState } from "../provider/resources/kiwivm/serverLocation";
export type { KiwiServerState } from "../provider/resources/kiwivm/serverModel";
export type { KiwiServerOsState } from "../provider/resources/kiwivm/serverOs";
export type { KiwiSnapshotState } from "../provider/resources/kiwivm/snapshot";
export type { KiwiSnapshotRestoreState } from "../provider/resources/kiwivm/snapshotRestore";
export type { VpsOrgOs, VpsOrgPlan, VpsOrgServerState } from "../provider/resources/vpsorg/serverModel";
export { AirVpnDisconnect } from "./airVpnDisconnect";
export { AirVpnNotification } from "./airVpnNotification";
export type * from "./args";
export { FornexDnsDomain } from "./fornexDnsDomain";
export { FornexDnsRecord } from "./fornexDnsRecord";
export { FornexNameservers } from "./fornexNameservers";
export { FornexSshKeyAttachment } from "./fornexSshKeyAttachment";
export { FornexTicketWebhook } from "./fornexTicketWebhook";
export { FornexVps } from "./fornexVps";
export { getAirVpnStatus, getAirVpnStatusOutput } from "./functions/getAirVpnStatus";
export { getAirVpnUser, getAirVpnUserOutput } from "./functions/getAirVpnUser";
export { getFornexAccount, getFornexAccountOutput } from "./functions/getFornexAccount";
export { getFornexBalance, getFornexBalanceOutput } from "./functions/getFornexBalance";
export { getFornexDedicatedTraffic, getFornexDedicatedTrafficOutput } from "./functions/getFornexDedicatedTraffic";
export {
  getFornexDedicatedTrafficUsed,
  getFornexDedicatedTrafficUsedOutput,
} from "./functions/getFornexDedicatedTrafficUsed";
export { getFornexDnsDomains, getFornexDnsDomainsOutput } from "./functions/getFornexDnsDomains";
export { getFornexDnsRecords, getFornexDnsRecordsOutput } from "./functions/getFornexDnsRecords";
export { getFornexDnsZoneFile, getFornexDnsZoneFileOutput } from "./functions/getFornexDnsZoneFile";
export { getFornexInvoices, getFornexInvoicesOutput } from "./functions/getFornexInvoices";
export { getFornexOrders, getFornexOrdersOutput } from "./functions/getFornexOrders";
export { getFornexPlans, getFornexPlansOutput } from "./functions/getFornexPlans";
export { getFornexTicketWebhook, getFornexTicketWebhookOutput } from "./functions/getFornexTicketWebhook";
export { getFornexVpnConfigOutput } from "./functions/getFornexVpnConfig";
export { getFornexVpsJob, getFornexVpsJobOutput } from "./functions/getFornexVpsJob";
export { getFornexVpsSshKeys, getFornexVpsSshKeysOutput } from "./functions/getFornexVpsSshKeys";
export { getFornexVpsStats, getFornexVpsStatsOutput } from "./functions/getFornexVpsStats";
export { getFornexVpsStatus, getFornexVpsStatusOutput } from "./functions/getFornexVpsStatus";
export { getKiwiLocations, getKiwiLocationsOutput } from "./functions/getKiwiLocations";
export { getKiwiOsTemplates, getKiwiOsTemplatesOutput } from "./functions/getKiwiOsTemplates";
export { getKiwiRateLimit, getKiwiRateLimitOutput } from "./functions/getKiwiRateLimit";
export { getKiwiServer, getKiwiServerOutput } from "./functions/getKiwiServer";
export { getKiwiServerLive, getKiwiServerLiveOutput } from "./functions/getKiwiServerLive";
export { getKiwiSnapshots, getKiwiSnapshotsOutput } from "./functions/getKiwiSnapshots";
export { getKiwiUsage, getKiwiUsageOutput } from "./functions/getKiwiUsage";
export { getKiwiUsageGraphs, getKiwiUsageGraphsOutput } from "./functions/getKiwiUsageGraphs";
export { getSshKeys, getSshKeysOutput } from "./functions/getSshKeys";
export { getVpsOrgAccount, getVpsOrgAccountOutput } from "./functions/getVpsOrgAccount";
export { getVpsOrgServer, getVpsOrgServerOutput } from "./functions/getVpsOrgServer";
export { getVpsOrgServers, getVpsOrgServersOutput } from "./functions/getVpsOrgServers";
export type { Inputs, Outputs } from "./inputs";
export { KiwiCommand } from "./kiwiCommand";
export { KiwiIpv6 } from "./kiwiIpv6";
export { KiwiPtr } from "./kiwiPtr";
export { KiwiScript } from "./kiwiScript";
export { KiwiServer } from "./kiwiServer";
export { KiwiServerLocation } from "./kiwiServerLocation";
export { KiwiServerOs } from "./kiwiServerOs";
export { KiwiSnapshot } from "./kiwiSnapshot";
export { KiwiSnapshotRestore } from "./kiwiSnapshotRestore";
export { SshKey } from "./sshKey";
export { VpsOrgServer } from "./vpsOrgServer";
