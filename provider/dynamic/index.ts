/**
 * The dynamic door: what `__provider` strings in state call. Old stacks refer to this path and these names, so both stay
 * as they are across versions.
 */
import "../requireNode";
import {
  airVpnDisconnect,
  airVpnNotification,
  fornexDnsDomain,
  fornexDnsRecord,
  fornexNameservers,
  fornexSshKeyAttachment,
  fornexTicketWebhook,
  fornexVps,
  kiwiCommand,
  kiwiIpv6,
  kiwiPtr,
  kiwiScript,
  kiwiServer,
  kiwiServerLocation,
  kiwiServerOs,
  kiwiSnapshot,
  kiwiSnapshotRestore,
  sshKey,
  vpsOrgServer,
} from "../resources";
import { door } from "./door";

export { environment } from "./environment";

export const VpsOrgServer = door(vpsOrgServer);
export const FornexDnsDomain = door(fornexDnsDomain);
export const FornexDnsRecord = door(fornexDnsRecord);
export const FornexVps = door(fornexVps);
export const SshKey = door(sshKey);
export const FornexSshKeyAttachment = door(fornexSshKeyAttachment);
export const FornexTicketWebhook = door(fornexTicketWebhook);
export const FornexNameservers = door(fornexNameservers);
export const KiwiPtr = door(kiwiPtr);
export const KiwiServer = door(kiwiServer);
export const KiwiServerLocation = door(kiwiServerLocation);
export const KiwiServerOs = door(kiwiServerOs);
export const KiwiSnapshot = door(kiwiSnapshot);
export const KiwiSnapshotRestore = door(kiwiSnapshotRestore);
export const KiwiCommand = door(kiwiCommand);
export const KiwiScript = door(kiwiScript);
export const KiwiIpv6 = door(kiwiIpv6);
export const AirVpnNotification = door(airVpnNotification);
export const AirVpnDisconnect = door(airVpnDisconnect);
