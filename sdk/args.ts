// Made by `npm run schema`: edit the sources, not this file.
import type { AirVpnDisconnect } from "./airVpnDisconnect";
import type { AirVpnNotification } from "./airVpnNotification";
import type { FornexDnsDomain } from "./fornexDnsDomain";
import type { FornexDnsRecord } from "./fornexDnsRecord";
import type { FornexNameservers } from "./fornexNameservers";
import type { FornexSshKeyAttachment } from "./fornexSshKeyAttachment";
import type { FornexTicketWebhook } from "./fornexTicketWebhook";
import type { FornexVps } from "./fornexVps";
import type { getFornexDedicatedTrafficOutput } from "./functions/getFornexDedicatedTraffic";
import type { getFornexDedicatedTrafficUsedOutput } from "./functions/getFornexDedicatedTrafficUsed";
import type { getFornexDnsDomainsOutput } from "./functions/getFornexDnsDomains";
import type { getFornexDnsRecordsOutput } from "./functions/getFornexDnsRecords";
import type { getFornexDnsZoneFileOutput } from "./functions/getFornexDnsZoneFile";
import type { getFornexPlansOutput } from "./functions/getFornexPlans";
import type { getFornexVpnConfigOutput } from "./functions/getFornexVpnConfig";
import type { getFornexVpsJobOutput } from "./functions/getFornexVpsJob";
import type { getFornexVpsSshKeysOutput } from "./functions/getFornexVpsSshKeys";
import type { getFornexVpsStatsOutput } from "./functions/getFornexVpsStats";
import type { getFornexVpsStatusOutput } from "./functions/getFornexVpsStatus";
import type { getKiwiLocationsOutput } from "./functions/getKiwiLocations";
import type { getVpsOrgAccountOutput } from "./functions/getVpsOrgAccount";
import type { getVpsOrgServerOutput } from "./functions/getVpsOrgServer";
import type { getVpsOrgServersOutput } from "./functions/getVpsOrgServers";
import type { KiwiCommand } from "./kiwiCommand";
import type { KiwiIpv6 } from "./kiwiIpv6";
import type { KiwiPtr } from "./kiwiPtr";
import type { KiwiScript } from "./kiwiScript";
import type { KiwiServer } from "./kiwiServer";
import type { KiwiServerLocation } from "./kiwiServerLocation";
import type { KiwiServerOs } from "./kiwiServerOs";
import type { KiwiSnapshot } from "./kiwiSnapshot";
import type { KiwiSnapshotRestore } from "./kiwiSnapshotRestore";
import type { SshKey } from "./sshKey";
import type { VpsOrgServer } from "./vpsOrgServer";

type ArgumentsOf<C extends new (name: string, args: never) => object> = ConstructorParameters<C>[1];
type InputsOf<F extends (args: never) => object> = NonNullable<Parameters<F>[0]>;

/** Arguments of {@link AirVpnDisconnect}. */
export type AirVpnDisconnectArgs = ArgumentsOf<typeof AirVpnDisconnect>;
/** Arguments of {@link AirVpnNotification}. */
export type AirVpnNotificationArgs = ArgumentsOf<typeof AirVpnNotification>;
/** Arguments of {@link FornexDnsDomain}. */
export type FornexDnsDomainArgs = ArgumentsOf<typeof FornexDnsDomain>;
/** Arguments of {@link FornexDnsRecord}. */
export type FornexDnsRecordArgs = ArgumentsOf<typeof FornexDnsRecord>;
/** Arguments of {@link FornexNameservers}. */
export type FornexNameserversArgs = ArgumentsOf<typeof FornexNameservers>;
/** Arguments of {@link FornexSshKeyAttachment}. */
export type FornexSshKeyAttachmentArgs = ArgumentsOf<typeof FornexSshKeyAttachment>;
/** Arguments of {@link FornexTicketWebhook}. */
export type FornexTicketWebhookArgs = ArgumentsOf<typeof FornexTicketWebhook>;
/** Arguments of {@link FornexVps}. */
export type FornexVpsArgs = ArgumentsOf<typeof FornexVps>;
/** Arguments of {@link KiwiCommand}. */
export type KiwiCommandArgs = ArgumentsOf<typeof KiwiCommand>;
/** Arguments of {@link KiwiIpv6}. */
export type KiwiIpv6Args = ArgumentsOf<typeof KiwiIpv6>;
/** Arguments of {@link KiwiPtr}. */
export type KiwiPtrArgs = ArgumentsOf<typeof KiwiPtr>;
/** Arguments of {@link KiwiScript}. */
export type KiwiScriptArgs = ArgumentsOf<typeof KiwiScript>;
/** Arguments of {@link KiwiServer}. */
export type KiwiServerArgs = ArgumentsOf<typeof KiwiServer>;
/** Arguments of {@link KiwiServerLocation}. */
export type KiwiServerLocationArgs = ArgumentsOf<typeof KiwiServerLocation>;
/** Arguments of {@link KiwiServerOs}. */
export type KiwiServerOsArgs = ArgumentsOf<typeof KiwiServerOs>;
/** Arguments of {@link KiwiSnapshot}. */
export type KiwiSnapshotArgs = ArgumentsOf<typeof KiwiSnapshot>;
/** Arguments of {@link KiwiSnapshotRestore}. */
export type KiwiSnapshotRestoreArgs = ArgumentsOf<typeof KiwiSnapshotRestore>;
/** Arguments of {@link SshKey}. */
export type SshKeyArgs = ArgumentsOf<typeof SshKey>;
/** Arguments of {@link VpsOrgServer}. */
export type VpsOrgServerArgs = ArgumentsOf<typeof VpsOrgServer>;
/** Arguments of {@link getFornexDedicatedTrafficOutput}. */
export type GetFornexDedicatedTrafficOutputArgs = InputsOf<typeof getFornexDedicatedTrafficOutput>;
/** Arguments of {@link getFornexDedicatedTrafficUsedOutput}. */
export type GetFornexDedicatedTrafficUsedOutputArgs = InputsOf<typeof getFornexDedicatedTrafficUsedOutput>;
/** Arguments of {@link getFornexDnsDomainsOutput}. */
export type GetFornexDnsDomainsOutputArgs = InputsOf<typeof getFornexDnsDomainsOutput>;
/** Arguments of {@link getFornexDnsRecordsOutput}. */
export type GetFornexDnsRecordsOutputArgs = InputsOf<typeof getFornexDnsRecordsOutput>;
/** Arguments of {@link getFornexDnsZoneFileOutput}. */
export type GetFornexDnsZoneFileOutputArgs = InputsOf<typeof getFornexDnsZoneFileOutput>;
/** Arguments of {@link getFornexPlansOutput}. */
export type GetFornexPlansOutputArgs = InputsOf<typeof getFornexPlansOutput>;
/** Arguments of {@link getFornexVpnConfigOutput}. */
export type GetFornexVpnConfigOutputArgs = InputsOf<typeof getFornexVpnConfigOutput>;
/** Arguments of {@link getFornexVpsJobOutput}. */
export type GetFornexVpsJobOutputArgs = InputsOf<typeof getFornexVpsJobOutput>;
/** Arguments of {@link getFornexVpsSshKeysOutput}. */
export type GetFornexVpsSshKeysOutputArgs = InputsOf<typeof getFornexVpsSshKeysOutput>;
/** Arguments of {@link getFornexVpsStatsOutput}. */
export type GetFornexVpsStatsOutputArgs = InputsOf<typeof getFornexVpsStatsOutput>;
/** Arguments of {@link getFornexVpsStatusOutput}. */
export type GetFornexVpsStatusOutputArgs = InputsOf<typeof getFornexVpsStatusOutput>;
/** Arguments of {@link getKiwiLocationsOutput}, and of others with the same arguments. */
export type KiwiMachineOutputArgs = InputsOf<typeof getKiwiLocationsOutput>;
/** Arguments of {@link getVpsOrgAccountOutput}. */
export type GetVpsOrgAccountOutputArgs = InputsOf<typeof getVpsOrgAccountOutput>;
/** Arguments of {@link getVpsOrgServerOutput}. */
export type GetVpsOrgServerOutputArgs = InputsOf<typeof getVpsOrgServerOutput>;
/** Arguments of {@link getVpsOrgServersOutput}. */
export type GetVpsOrgServersOutputArgs = InputsOf<typeof getVpsOrgServersOutput>;
