import type { FornexDnsRecordArgs, FornexDnsRecordState } from "../provider/resources/fornex/dnsRecordModel";
import { resource } from "./resource";

/**
 * Manages one DNS record at Fornex. To give a host several values of one type, declare one resource per value.
 *
 * Its id is the number that Fornex gave the record; `get` also takes it with the zone, as `example.com/366195`. How Fornex stores quoted TXT values, whether it accepts two equal records,
 * and whether it refuses records beside a CNAME, is unverified.
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
