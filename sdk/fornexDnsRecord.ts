import type { FornexDnsRecordArgs, FornexDnsRecordState } from "../provider/resources/fornex/dnsRecord";
import { resource } from "./resource";

/**
 * One DNS record at Fornex. Several values of one host and type are several resources, side by side.
 *
 * @example
 * ```ts
 * new FornexDnsRecord("www", {
 *   domain: zone.name,
 *   host: "www",
 *   type: "A",
 *   value: server.ipAddress,
 *   ttl: 300,
 * });
 * ```
 */
export class FornexDnsRecord extends resource<FornexDnsRecordArgs, FornexDnsRecordState>({
  name: "FornexDnsRecord",
  shows: {
    domain: undefined,
    host: undefined,
    type: undefined,
    value: undefined,
    ttl: undefined,
    prio: undefined,
    adopt: undefined,
    recordId: undefined,
  },
  plain: { adopt: "it becomes the resource's id, which Pulumi stores in plain text" },
}) {}
