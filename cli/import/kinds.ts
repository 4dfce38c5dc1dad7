import { canonicalName } from "../../provider/dnsName";
import type { Values } from "./model";

/** How a kind of resource is written in a program that takes it over. */
export interface Kind {
  /** What a person would call the object, by what the hoster shows of it. Where that is nothing, its id will do. */
  title: (properties: Values) => unknown;
  /** Whether a slip in the program shall not delete it: servers, orders, zones and snapshots. */
  protect?: true;
}

/** Every kind that can be imported. */
export const KINDS: Readonly<Record<string, Kind>> = {
  VpsOrgServer: { title: ({ name }) => name, protect: true },
  FornexDnsDomain: { title: ({ name }) => canonicalName(String(name)), protect: true },
  FornexDnsRecord: { title: (properties) => `${fullNameOf(properties)}-${properties.type}` },
  FornexVps: { title: ({ name, hostname, orderId }) => name || hostname || orderId, protect: true },
  SshKey: { title: ({ title }) => title },
  FornexSshKeyAttachment: { title: ({ orderId, keyId }) => `${orderId}-key-${keyId}` },
  FornexTicketWebhook: { title: () => "tickets" },
  KiwiServer: { title: ({ hostname, veid }) => hostname || veid, protect: true },
  KiwiServerOs: { title: ({ veid }) => veid },
  KiwiServerLocation: { title: ({ veid }) => veid },
  KiwiPtr: { title: ({ ip }) => ip },
  KiwiIpv6: { title: ({ address }) => address },
  KiwiSnapshot: { title: ({ description, fileName }) => description || fileName, protect: true },
};

/** The full name of a record, such as `www.example.com`. */
export function fullNameOf({ host, domain }: Values): string {
  const zone = canonicalName(String(domain));
  return host === undefined || host === "" || host === "@" ? zone : `${host}.${zone}`;
}
