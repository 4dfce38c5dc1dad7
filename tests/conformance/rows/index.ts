import { airVpnDisconnectRow } from "./airVpnDisconnect";
import { airVpnNotificationRow } from "./airVpnNotification";
import { fornexDnsDomainRow } from "./fornexDnsDomain";
import { fornexDnsRecordRow } from "./fornexDnsRecord";
import { fornexNameserversRow } from "./fornexNameservers";
import { fornexSshKeyAttachmentRow } from "./fornexSshKeyAttachment";
import { fornexTicketWebhookRow } from "./fornexTicketWebhook";
import { fornexVpsRow } from "./fornexVps";
import { kiwiCommandRow } from "./kiwiCommand";
import { kiwiIpv6Row } from "./kiwiIpv6";
import { kiwiPtrRow } from "./kiwiPtr";
import { kiwiScriptRow } from "./kiwiScript";
import { kiwiServerRow } from "./kiwiServer";
import { kiwiServerLocationRow } from "./kiwiServerLocation";
import { kiwiServerOsRow } from "./kiwiServerOs";
import { kiwiSnapshotRow } from "./kiwiSnapshot";
import { kiwiSnapshotRestoreRow } from "./kiwiSnapshotRestore";
import { type ApiVersion, inApiVersion, type Row } from "./row";
import { sshKeyRow } from "./sshKey";
import { vpsOrgServerRow } from "./vpsOrgServer";

/** The conformance matrix: a new resource joins here. */
export const ROWS: readonly Row[] = [
  vpsOrgServerRow,
  fornexDnsDomainRow,
  fornexDnsRecordRow,
  sshKeyRow,
  fornexVpsRow,
  fornexSshKeyAttachmentRow,
  fornexTicketWebhookRow,
  fornexNameserversRow,
  kiwiPtrRow,
  kiwiSnapshotRow,
  kiwiServerRow,
  kiwiServerOsRow,
  kiwiServerLocationRow,
  kiwiSnapshotRestoreRow,
  kiwiIpv6Row,
  kiwiCommandRow,
  kiwiScriptRow,
  airVpnNotificationRow,
  airVpnDisconnectRow,
];

/** The row of a kind of resource. */
export function rowOf(name: string): Row {
  const row = ROWS.find(({ subject }) => subject.name === name);
  if (row === undefined) throw new Error(`no row for ${name}`);
  return row;
}

/** Those that are only done, and leave nothing at the hoster. */
export const ACTIONS = ROWS.filter(({ action }) => action !== undefined);

/** All others. */
export const THINGS = ROWS.filter(({ action }) => action === undefined);

/** Those that are objects, which can be looked for, made, adopted and deleted. */
export const OBJECTS = THINGS.filter(({ setting }) => setting === undefined);

/** Those of them that are made and deleted here, and not only managed. */
export const MADE = OBJECTS.filter(({ subject }) => !subject.managesExisting);

/** Those of them that are adopted with `adopt`. */
export const ADOPTED = MADE.filter(({ subject }) => !subject.adoptsAlways);

/** Those that are settings. */
export const SETTINGS = THINGS.filter(({ setting }) => setting !== undefined);

/** The rows that run in an API version: of the older one, only Fornex's. */
export function rowsIn(apiVersion: ApiVersion, rows = ROWS): Row[] {
  return rows
    .filter(({ subject }) => apiVersion === "2" || subject.hoster === "fornex")
    .map((row) => inApiVersion(row, apiVersion));
}

export {
  type ActionRow,
  API_VERSIONS,
  type ApiVersion,
  argumentsWhere,
  callsOf,
  deletable,
  full,
  isCall,
  isRepaired,
  leftOf,
  type Row,
} from "./row";
