// Made by `npm run schema`: edit the sources, not this file.
/**
 * pulumi-vps/native: the resources and functions of pulumi-vps, served by the plugin of this package.
 *
 * @packageDocumentation
 */
import "../../provider/requireNode";

export type {
  AirVpnGroup,
  AirVpnLoad,
  AirVpnServer,
  GetAirVpnStatusResult,
} from "../../provider/functions/airvpn/getAirVpnStatus";
export type { AirVpnSession, GetAirVpnUserResult } from "../../provider/functions/airvpn/getAirVpnUser";
export type { FornexDnsRecordInfo } from "../../provider/functions/fornex/dnsRecordInfo";
export type { GetFornexAccountResult } from "../../provider/functions/fornex/getFornexAccount";
export type { GetFornexBalanceResult } from "../../provider/functions/fornex/getFornexBalance";
export type {
  FornexTrafficDay,
  GetFornexDedicatedTrafficArgs,
  GetFornexDedicatedTrafficResult,
} from "../../provider/functions/fornex/getFornexDedicatedTraffic";
export type {
  GetFornexDedicatedTrafficUsedArgs,
  GetFornexDedicatedTrafficUsedResult,
} from "../../provider/functions/fornex/getFornexDedicatedTrafficUsed";
export type {
  FornexDnsDomainInfo,
  GetFornexDnsDomainsArgs,
  GetFornexDnsDomainsResult,
} from "../../provider/functions/fornex/getFornexDnsDomains";
export type {
  GetFornexDnsRecordsArgs,
  GetFornexDnsRecordsResult,
} from "../../provider/functions/fornex/getFornexDnsRecords";
export type {
  GetFornexDnsZoneFileArgs,
  GetFornexDnsZoneFileResult,
} from "../../provider/functions/fornex/getFornexDnsZoneFile";
export type { GetFornexInvoicesResult } from "../../provider/functions/fornex/getFornexInvoices";
export type { FornexOrderInfo, GetFornexOrdersResult } from "../../provider/functions/fornex/getFornexOrders";
export type {
  FornexPlanInfo,
  GetFornexPlansArgs,
  GetFornexPlansResult,
} from "../../provider/functions/fornex/getFornexPlans";
export type { GetFornexTicketWebhookResult } from "../../provider/functions/fornex/getFornexTicketWebhook";
export type {
  GetFornexVpnConfigArgs,
  GetFornexVpnConfigResult,
} from "../../provider/functions/fornex/getFornexVpnConfig";
export type { GetFornexVpsJobArgs, GetFornexVpsJobResult } from "../../provider/functions/fornex/getFornexVpsJob";
export type {
  GetFornexVpsSshKeysArgs,
  GetFornexVpsSshKeysResult,
} from "../../provider/functions/fornex/getFornexVpsSshKeys";
export type {
  FornexStatsPoint,
  FornexStatsSeries,
  GetFornexVpsStatsArgs,
  GetFornexVpsStatsResult,
} from "../../provider/functions/fornex/getFornexVpsStats";
export type {
  GetFornexVpsStatusArgs,
  GetFornexVpsStatusResult,
} from "../../provider/functions/fornex/getFornexVpsStatus";
export type { GetSshKeysResult } from "../../provider/functions/fornex/getSshKeys";
export type { FornexSshKeyInfo } from "../../provider/functions/fornex/sshKeyInfo";
export type { GetKiwiLocationsResult, KiwiLocationInfo } from "../../provider/functions/kiwivm/getKiwiLocations";
export type { GetKiwiOsTemplatesResult } from "../../provider/functions/kiwivm/getKiwiOsTemplates";
export type { GetKiwiRateLimitResult } from "../../provider/functions/kiwivm/getKiwiRateLimit";
export type { GetKiwiServerResult } from "../../provider/functions/kiwivm/getKiwiServer";
export type { GetKiwiServerLiveResult, KiwiVzValue } from "../../provider/functions/kiwivm/getKiwiServerLive";
export type { GetKiwiSnapshotsResult, KiwiSnapshotInfo } from "../../provider/functions/kiwivm/getKiwiSnapshots";
export type { GetKiwiUsageResult, KiwiUsageSample } from "../../provider/functions/kiwivm/getKiwiUsage";
export type { GetKiwiUsageGraphsResult } from "../../provider/functions/kiwivm/getKiwiUsageGraphs";
export type { KiwiMachineArgs } from "../../provider/functions/kiwivm/machine";
export type { KiwiPtrInfo, KiwiServerInfo } from "../../provider/functions/kiwivm/server";
export type {
  GetVpsOrgAccountArgs,
  GetVpsOrgAccountResult,
  VpsOrgTokenInfo,
} from "../../provider/functions/vpsorg/getVpsOrgAccount";
export type {
  GetVpsOrgServerArgs,
  GetVpsOrgServerResult,
  VpsOrgServerUsage,
} from "../../provider/functions/vpsorg/getVpsOrgServer";
export type { GetVpsOrgServersArgs, GetVpsOrgServersResult } from "../../provider/functions/vpsorg/getVpsOrgServers";
export type { VpsOrgOsInfo, VpsOrgPlanInfo, VpsOrgServerInfo } from "../../provider/functions/vpsorg/server";
export type { AirVpnDisconnectState } from "../../provider/resources/airvpn/disconnect";
export type { AirVpnNotificationState } from "../../provider/resources/airvpn/notification";
export type { ApexRecord } from "../../provider/resources/fornex/apexRecords";
export type { FornexDnsDomainState, SeededRecord } from "../../provider/resources/fornex/dnsDomainModel";
export type { FornexDnsRecordState } from "../../provider/resources/fornex/dnsRecordModel";
export type { FornexNameserversState } from "../../provider/resources/fornex/nameservers";
export type { SshKeyState } from "../../provider/resources/fornex/sshKey";
export type { FornexSshKeyAttachmentState } from "../../provider/resources/fornex/sshKeyAttachment";
export type { FornexTicketWebhookState } from "../../provider/resources/fornex/ticketWebhook";
export type { FornexVpsState } from "../../provider/resources/fornex/vpsModel";
export type { KiwiCommandState } from "../../provider/resources/kiwivm/command";
export type { KiwiIpv6State } from "../../provider/resources/kiwivm/ipv6";
export type { KiwiPtrState } from "../../provider/resources/kiwivm/ptrModel";
export type { KiwiScriptState } from "../../provider/resources/kiwivm/script";
export type { KiwiServerLocationState } from "../../provider/resources/kiwivm/serverLocation";
export type { KiwiServerState } from "../../provider/resources/kiwivm/serverModel";
export type { KiwiServerOsState } from "../../provider/resources/kiwivm/serverOs";
export type { KiwiSnapshotState } from "../../provider/resources/kiwivm/snapshot";
export type { KiwiSnapshotRestoreState } from "../../provider/resources/kiwivm/snapshotRestore";
export type { VpsOrgOs, VpsOrgPlan, VpsOrgServerState } from "../../provider/resources/vpsorg/serverModel";
export type * from "../args";
export type { Inputs, Outputs } from "../inputs";
export {
  getAirVpnStatus,
  getAirVpnStatusOutput,
  getAirVpnUser,
  getAirVpnUserOutput,
  getFornexAccount,
  getFornexAccountOutput,
  getFornexBalance,
  getFornexBalanceOutput,
  getFornexDedicatedTraffic,
  getFornexDedicatedTrafficOutput,
  getFornexDedicatedTrafficUsed,
  getFornexDedicatedTrafficUsedOutput,
  getFornexDnsDomains,
  getFornexDnsDomainsOutput,
  getFornexDnsRecords,
  getFornexDnsRecordsOutput,
  getFornexDnsZoneFile,
  getFornexDnsZoneFileOutput,
  getFornexInvoices,
  getFornexInvoicesOutput,
  getFornexOrders,
  getFornexOrdersOutput,
  getFornexPlans,
  getFornexPlansOutput,
  getFornexTicketWebhook,
  getFornexTicketWebhookOutput,
  getFornexVpnConfigOutput,
  getFornexVpsJob,
  getFornexVpsJobOutput,
  getFornexVpsSshKeys,
  getFornexVpsSshKeysOutput,
  getFornexVpsStats,
  getFornexVpsStatsOutput,
  getFornexVpsStatus,
  getFornexVpsStatusOutput,
  getKiwiLocations,
  getKiwiLocationsOutput,
  getKiwiOsTemplates,
  getKiwiOsTemplatesOutput,
  getKiwiRateLimit,
  getKiwiRateLimitOutput,
  getKiwiServer,
  getKiwiServerLive,
  getKiwiServerLiveOutput,
  getKiwiServerOutput,
  getKiwiSnapshots,
  getKiwiSnapshotsOutput,
  getKiwiUsage,
  getKiwiUsageGraphs,
  getKiwiUsageGraphsOutput,
  getKiwiUsageOutput,
  getSshKeys,
  getSshKeysOutput,
  getVpsOrgAccount,
  getVpsOrgAccountOutput,
  getVpsOrgServer,
  getVpsOrgServerOutput,
  getVpsOrgServers,
  getVpsOrgServersOutput,
} from "./functions";
export { Provider } from "./provider";
export type { ProviderArgs } from "./providerArgs";
export {
  AirVpnDisconnect,
  AirVpnNotification,
  FornexDnsDomain,
  FornexDnsRecord,
  FornexNameservers,
  FornexSshKeyAttachment,
  FornexTicketWebhook,
  FornexVps,
  KiwiCommand,
  KiwiIpv6,
  KiwiPtr,
  KiwiScript,
  KiwiServer,
  KiwiServerLocation,
  KiwiServerOs,
  KiwiSnapshot,
  KiwiSnapshotRestore,
  SshKey,
  VpsOrgServer,
} from "./resources";
