import type { FornexDnsRecordArgs, FornexDnsRecordState } from "../provider/resources/fornex/dnsRecord";
import { resource } from "./resource";

/**
 * One DNS record at Fornex. Several values of one host and type are several resources, side by side.
 *
 * Its id is the number Fornex gave it. How Fornex stores quoted TXT values, whether it takes two equal records, and whether
 * it refuses what stands beside a CNAME, is unverified.
 *
 * @example
 * ```ts
 * import { FornexDnsDomain, FornexDnsRecord } from "pulumi-vps";
 *
 * const zone = new FornexDnsDomain("zone", { name: "example.com", ip: "192.0.2.10" });
 * new FornexDnsRecord("www", {
 *   domain: zone.name,
 *   host: "www",
 *   type: "A",
 *   value: "192.0.2.11",
 *   ttl: 300,
 * });
 * ```
 */
export class FornexDnsRecord extends resource<FornexDnsRecordArgs, FornexDnsRecordState>("FornexDnsRecord") {}
