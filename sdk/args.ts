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

/** What {@link AirVpnDisconnect} takes. */
export type AirVpnDisconnectArgs = ArgumentsOf<typeof AirVpnDisconnect>;
/** What {@link AirVpnNotification} takes. */
export type AirVpnNotificationArgs = ArgumentsOf<typeof AirVpnNotification>;
/** What {@link FornexDnsDomain} takes. */
export type FornexDnsDomainArgs = ArgumentsOf<typeof FornexDnsDomain>;
/** What {@link FornexDnsRecord} takes. */
export type FornexDnsRecordArgs = ArgumentsOf<typeof FornexDnsRecord>;
/** What {@link FornexNameservers} takes. */
export type FornexNameserversArgs = ArgumentsOf<typeof FornexNameservers>;
/** What {@link FornexSshKeyAttachment} takes. */
export type FornexSshKeyAttachmentArgs = ArgumentsOf<typeof FornexSshKeyAttachment>;
/** What {@link FornexTicketWebhook} takes. */
export type FornexTicketWebhookArgs = ArgumentsOf<typeof FornexTicketWebhook>;
/** What {@link FornexVps} takes. */
export type FornexVpsArgs = ArgumentsOf<typeof FornexVps>;
/** What {@link KiwiCommand} takes. */
export type KiwiCommandArgs = ArgumentsOf<typeof KiwiCommand>;
/** What {@link KiwiIpv6} takes. */
export type KiwiIpv6Args = ArgumentsOf<typeof KiwiIpv6>;
/** What {@link KiwiPtr} takes. */
export type KiwiPtrArgs = ArgumentsOf<typeof KiwiPtr>;
/** What {@link KiwiScript} takes. */
export type KiwiScriptArgs = ArgumentsOf<typeof KiwiScript>;
/** What {@link KiwiServer} takes. */
export type KiwiServerArgs = ArgumentsOf<typeof KiwiServer>;
/** What {@link KiwiServerLocation} takes. */
export type KiwiServerLocationArgs = ArgumentsOf<typeof KiwiServerLocation>;
/** What {@link KiwiServerOs} takes. */
export type KiwiServerOsArgs = ArgumentsOf<typeof KiwiServerOs>;
/** What {@link KiwiSnapshot} takes. */
export type KiwiSnapshotArgs = ArgumentsOf<typeof KiwiSnapshot>;
/** What {@link KiwiSnapshotRestore} takes. */
export type KiwiSnapshotRestoreArgs = ArgumentsOf<typeof KiwiSnapshotRestore>;
/** What {@link SshKey} takes. */
export type SshKeyArgs = ArgumentsOf<typeof SshKey>;
/** What {@link VpsOrgServer} takes. */
export type VpsOrgServerArgs = ArgumentsOf<typeof VpsOrgServer>;
/** What {@link getFornexDedicatedTrafficOutput} takes. */
export type GetFornexDedicatedTrafficOutputArgs = InputsOf<typeof getFornexDedicatedTrafficOutput>;
/** What {@link getFornexDedicatedTrafficUsedOutput} takes. */
export type GetFornexDedicatedTrafficUsedOutputArgs = InputsOf<typeof getFornexDedicatedTrafficUsedOutput>;
/** What {@link getFornexDnsDomainsOutput} takes. */
export type GetFornexDnsDomainsOutputArgs = InputsOf<typeof getFornexDnsDomainsOutput>;
/** What {@link getFornexDnsRecordsOutput} takes. */
export type GetFornexDnsRecordsOutputArgs = InputsOf<typeof getFornexDnsRecordsOutput>;
/** What {@link getFornexDnsZoneFileOutput} takes. */
export type GetFornexDnsZoneFileOutputArgs = InputsOf<typeof getFornexDnsZoneFileOutput>;
/** What {@link getFornexPlansOutput} takes. */
export type GetFornexPlansOutputArgs = InputsOf<typeof getFornexPlansOutput>;
/** What {@link getFornexVpnConfigOutput} takes. */
export type GetFornexVpnConfigOutputArgs = InputsOf<typeof getFornexVpnConfigOutput>;
/** What {@link getFornexVpsJobOutput} takes. */
export type GetFornexVpsJobOutputArgs = InputsOf<typeof getFornexVpsJobOutput>;
/** What {@link getFornexVpsSshKeysOutput} takes. */
export type GetFornexVpsSshKeysOutputArgs = InputsOf<typeof getFornexVpsSshKeysOutput>;
/** What {@link getFornexVpsStatsOutput} takes. */
export type GetFornexVpsStatsOutputArgs = InputsOf<typeof getFornexVpsStatsOutput>;
/** What {@link getFornexVpsStatusOutput} takes. */
export type GetFornexVpsStatusOutputArgs = InputsOf<typeof getFornexVpsStatusOutput>;
/** What {@link getKiwiLocationsOutput} takes, and others with the same arguments. */
export type KiwiMachineOutputArgs = InputsOf<typeof getKiwiLocationsOutput>;
/** What {@link getVpsOrgAccountOutput} takes. */
export type GetVpsOrgAccountOutputArgs = InputsOf<typeof getVpsOrgAccountOutput>;
/** What {@link getVpsOrgServerOutput} takes. */
export type GetVpsOrgServerOutputArgs = InputsOf<typeof getVpsOrgServerOutput>;
/** What {@link getVpsOrgServersOutput} takes. */
export type GetVpsOrgServersOutputArgs = InputsOf<typeof getVpsOrgServersOutput>;
