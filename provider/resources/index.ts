/** Every kind of resource. The doors serve them, and schema.json describes them. */
export { fornexDnsDomain } from "./fornex/dnsDomain";
export { fornexDnsRecord } from "./fornex/dnsRecord";
export { fornexNameservers } from "./fornex/nameservers";
export { sshKey } from "./fornex/sshKey";
export { fornexSshKeyAttachment } from "./fornex/sshKeyAttachment";
export { fornexTicketWebhook } from "./fornex/ticketWebhook";
export { fornexVps } from "./fornex/vps";
export { kiwiCommand } from "./kiwivm/command";
export { kiwiIpv6 } from "./kiwivm/ipv6";
export { kiwiPtr } from "./kiwivm/ptr";
export { kiwiScript } from "./kiwivm/script";
export { kiwiServer } from "./kiwivm/server";
export { kiwiServerLocation } from "./kiwivm/serverLocation";
export { kiwiServerOs } from "./kiwivm/serverOs";
export { kiwiSnapshot } from "./kiwivm/snapshot";
export { kiwiSnapshotRestore } from "./kiwivm/snapshotRestore";
export { vpsOrgServer } from "./vpsorg/server";
