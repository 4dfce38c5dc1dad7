/**
 * What the suite uses of the provider. Every command of a stack is a run of its own with connections of its own, and
 * there are tens of thousands of them here: so the runs of one test file share their connections.
 */
import { Config, type Setting } from "../../provider/config";
import { door } from "../../provider/dynamic/door";
import { isOptional } from "../../provider/lifecycle/arguments";
import type { Resource } from "../../provider/lifecycle/contract";
import { Run } from "../../provider/lifecycle/run";
import { UNKNOWN } from "../../provider/lifecycle/unknown";
import { airVpnDisconnect } from "../../provider/resources/airvpn/disconnect";
import { airVpnNotification } from "../../provider/resources/airvpn/notification";
import { fornexDnsDomain } from "../../provider/resources/fornex/dnsDomain";
import { fornexDnsRecord } from "../../provider/resources/fornex/dnsRecord";
import { fornexNameservers } from "../../provider/resources/fornex/nameservers";
import { sshKey } from "../../provider/resources/fornex/sshKey";
import { fornexSshKeyAttachment } from "../../provider/resources/fornex/sshKeyAttachment";
import { fornexTicketWebhook } from "../../provider/resources/fornex/ticketWebhook";
import { fornexVps } from "../../provider/resources/fornex/vps";
import { kiwiCommand } from "../../provider/resources/kiwivm/command";
import { kiwiIpv6 } from "../../provider/resources/kiwivm/ipv6";
import { kiwiPtr } from "../../provider/resources/kiwivm/ptr";
import { kiwiScript } from "../../provider/resources/kiwivm/script";
import { kiwiServer } from "../../provider/resources/kiwivm/server";
import { kiwiServerLocation } from "../../provider/resources/kiwivm/serverLocation";
import { kiwiServerOs } from "../../provider/resources/kiwivm/serverOs";
import { kiwiSnapshot } from "../../provider/resources/kiwivm/snapshot";
import { kiwiSnapshotRestore } from "../../provider/resources/kiwivm/snapshotRestore";
import { vpsOrgServer } from "../../provider/resources/vpsorg/server";

jest.mock("undici", () => {
  const actual = jest.requireActual("undici");
  const shared = new actual.Agent({ keepAliveTimeout: 4_000 });
  return { ...actual, Agent: jest.fn(() => shared) };
});

export type { Resource, Setting };
export {
  airVpnDisconnect,
  airVpnNotification,
  Config,
  door,
  fornexDnsDomain,
  fornexDnsRecord,
  fornexNameservers,
  fornexSshKeyAttachment,
  fornexTicketWebhook,
  fornexVps,
  isOptional,
  kiwiCommand,
  kiwiIpv6,
  kiwiPtr,
  kiwiScript,
  kiwiServer,
  kiwiServerLocation,
  kiwiServerOs,
  kiwiSnapshot,
  kiwiSnapshotRestore,
  Run,
  sshKey,
  UNKNOWN,
  vpsOrgServer,
};
