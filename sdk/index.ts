/**
 * pulumi-vps: servers and DNS at small hosters, declared in a Pulumi program.
 *
 * @packageDocumentation
 */
export type {
  GetVpsOrgServerArgs,
  GetVpsOrgServerResult,
  VpsOrgServerUsage,
} from "../provider/functions/vpsorg/getVpsOrgServer";
export type { VpsOrgOsInfo, VpsOrgPlanInfo, VpsOrgServerInfo } from "../provider/functions/vpsorg/server";
export type { FornexDnsDomainArgs, FornexDnsDomainState, SeededRecord } from "../provider/resources/fornex/dnsDomain";
export type { FornexDnsRecordArgs, FornexDnsRecordState } from "../provider/resources/fornex/dnsRecord";
export type { SshKeyArgs, SshKeyState } from "../provider/resources/fornex/sshKey";
export type { FornexVpsArgs, FornexVpsState } from "../provider/resources/fornex/vps";
export type { KiwiPtrArgs, KiwiPtrState } from "../provider/resources/kiwivm/ptr";
export type { KiwiSnapshotArgs, KiwiSnapshotState } from "../provider/resources/kiwivm/snapshot";
export type { VpsOrgOs, VpsOrgPlan, VpsOrgServerArgs, VpsOrgServerState } from "../provider/resources/vpsorg/server";
export { FornexDnsDomain } from "./fornexDnsDomain";
export { FornexDnsRecord } from "./fornexDnsRecord";
export { FornexVps } from "./fornexVps";
export { getVpsOrgServer, getVpsOrgServerOutput } from "./functions/getVpsOrgServer";
export { KiwiPtr } from "./kiwiPtr";
export { KiwiSnapshot } from "./kiwiSnapshot";
export type { Inputs, Outputs } from "./resource";
export { SshKey } from "./sshKey";
export { VpsOrgServer } from "./vpsOrgServer";
