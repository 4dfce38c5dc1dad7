/** Every function, by name. The SDK loads this when a program calls the first of them. */
import { getAirVpnStatus } from "./airvpn/getAirVpnStatus";
import { getAirVpnUser } from "./airvpn/getAirVpnUser";
import { getFornexAccount } from "./fornex/getFornexAccount";
import { getFornexBalance } from "./fornex/getFornexBalance";
import { getFornexDedicatedTraffic } from "./fornex/getFornexDedicatedTraffic";
import { getFornexDedicatedTrafficUsed } from "./fornex/getFornexDedicatedTrafficUsed";
import { getFornexDnsDomains } from "./fornex/getFornexDnsDomains";
import { getFornexDnsRecords } from "./fornex/getFornexDnsRecords";
import { getFornexDnsZoneFile } from "./fornex/getFornexDnsZoneFile";
import { getFornexInvoices } from "./fornex/getFornexInvoices";
import { getFornexOrders } from "./fornex/getFornexOrders";
import { getFornexPlans } from "./fornex/getFornexPlans";
import { getFornexTicketWebhook } from "./fornex/getFornexTicketWebhook";
import { getFornexVpnConfig } from "./fornex/getFornexVpnConfig";
import { getFornexVpsJob } from "./fornex/getFornexVpsJob";
import { getFornexVpsSshKeys } from "./fornex/getFornexVpsSshKeys";
import { getFornexVpsStats } from "./fornex/getFornexVpsStats";
import { getFornexVpsStatus } from "./fornex/getFornexVpsStatus";
import { getSshKeys } from "./fornex/getSshKeys";
import { getKiwiLocations } from "./kiwivm/getKiwiLocations";
import { getKiwiOsTemplates } from "./kiwivm/getKiwiOsTemplates";
import { getKiwiRateLimit } from "./kiwivm/getKiwiRateLimit";
import { getKiwiServer } from "./kiwivm/getKiwiServer";
import { getKiwiServerLive } from "./kiwivm/getKiwiServerLive";
import { getKiwiSnapshots } from "./kiwivm/getKiwiSnapshots";
import { getKiwiUsage } from "./kiwivm/getKiwiUsage";
import { getKiwiUsageGraphs } from "./kiwivm/getKiwiUsageGraphs";
import { getVpsOrgAccount } from "./vpsorg/getVpsOrgAccount";
import { getVpsOrgServer } from "./vpsorg/getVpsOrgServer";
import { getVpsOrgServers } from "./vpsorg/getVpsOrgServers";

export { callInProgram } from "./program";

export const functions = {
  getAirVpnStatus,
  getAirVpnUser,
  getFornexAccount,
  getFornexBalance,
  getFornexDedicatedTraffic,
  getFornexDedicatedTrafficUsed,
  getFornexDnsDomains,
  getFornexDnsRecords,
  getFornexDnsZoneFile,
  getFornexInvoices,
  getFornexOrders,
  getFornexPlans,
  getFornexTicketWebhook,
  getFornexVpnConfig,
  getFornexVpsJob,
  getFornexVpsSshKeys,
  getFornexVpsStats,
  getFornexVpsStatus,
  getKiwiLocations,
  getKiwiOsTemplates,
  getKiwiRateLimit,
  getKiwiServer,
  getKiwiServerLive,
  getKiwiSnapshots,
  getKiwiUsage,
  getKiwiUsageGraphs,
  getSshKeys,
  getVpsOrgAccount,
  getVpsOrgServer,
  getVpsOrgServers,
};
