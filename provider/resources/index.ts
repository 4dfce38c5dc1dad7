/** Every kind of resource. The doors serve them, and schema.json describes them. */
export { fornexDnsDomain } from "./fornex/dnsDomain";
export { fornexDnsRecord } from "./fornex/dnsRecord";
export { sshKey } from "./fornex/sshKey";
export { fornexVps } from "./fornex/vps";
export { kiwiPtr } from "./kiwivm/ptr";
export { kiwiSnapshot } from "./kiwivm/snapshot";
export { vpsOrgServer } from "./vpsorg/server";
