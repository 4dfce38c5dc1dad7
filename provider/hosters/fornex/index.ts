import { getFornexAccount } from "../../functions/fornex/getFornexAccount";
import { getFornexBalance } from "../../functions/fornex/getFornexBalance";
import { getFornexDedicatedTraffic } from "../../functions/fornex/getFornexDedicatedTraffic";
import { getFornexDedicatedTrafficUsed } from "../../functions/fornex/getFornexDedicatedTrafficUsed";
import { getFornexDnsDomains } from "../../functions/fornex/getFornexDnsDomains";
import { getFornexDnsRecords } from "../../functions/fornex/getFornexDnsRecords";
import { getFornexDnsZoneFile } from "../../functions/fornex/getFornexDnsZoneFile";
import { getFornexInvoices } from "../../functions/fornex/getFornexInvoices";
import { getFornexOrders } from "../../functions/fornex/getFornexOrders";
import { getFornexPlans } from "../../functions/fornex/getFornexPlans";
import { getFornexTicketWebhook } from "../../functions/fornex/getFornexTicketWebhook";
import { getFornexVpnConfig } from "../../functions/fornex/getFornexVpnConfig";
import { getFornexVpsJob } from "../../functions/fornex/getFornexVpsJob";
import { getFornexVpsSshKeys } from "../../functions/fornex/getFornexVpsSshKeys";
import { getFornexVpsStats } from "../../functions/fornex/getFornexVpsStats";
import { getFornexVpsStatus } from "../../functions/fornex/getFornexVpsStatus";
import { getSshKeys } from "../../functions/fornex/getSshKeys";
import { fornexDnsDomain } from "../../resources/fornex/dnsDomain";
import { fornexDnsRecord } from "../../resources/fornex/dnsRecord";
import { fornexNameservers } from "../../resources/fornex/nameservers";
import { sshKey } from "../../resources/fornex/sshKey";
import { fornexSshKeyAttachment } from "../../resources/fornex/sshKeyAttachment";
import { fornexTicketWebhook } from "../../resources/fornex/ticketWebhook";
import { fornexVps } from "../../resources/fornex/vps";
import { fornex as connection } from "./connection";

/** Fornex: DNS, SSH keys, and machines that were ordered in its panel. */
export const fornex = {
  ...connection,
  resources: {
    fornexDnsDomain,
    fornexDnsRecord,
    fornexNameservers,
    sshKey,
    fornexSshKeyAttachment,
    fornexTicketWebhook,
    fornexVps,
  },
  functions: {
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
    getSshKeys,
  },
};
