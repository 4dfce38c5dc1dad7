import type * as pulumi from "@pulumi/pulumi";
import type {
  GetFornexDnsRecordsArgs,
  GetFornexDnsRecordsResult,
} from "../../provider/functions/fornex/getFornexDnsRecords";
import { ProgramFunction } from "../function";
import type { Inputs } from "../inputs";

const reading = new ProgramFunction("getFornexDnsRecords", (functions) => functions.getFornexDnsRecords);

/**
 * Gets the records of a DNS zone at Fornex.
 *
 * @example
 * ```ts
 * import { getFornexDnsRecords } from "pulumi-vps";
 *
 * export const records = getFornexDnsRecords({ domain: "example.com", type: "MX" }).then(({ records }) => records);
 * ```
 */
export function getFornexDnsRecords(args: GetFornexDnsRecordsArgs): Promise<GetFornexDnsRecordsResult> {
  return reading.call(args);
}

/**
 * {@link getFornexDnsRecords} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { FornexDnsDomain, getFornexDnsRecordsOutput } from "pulumi-vps";
 *
 * const zone = new FornexDnsDomain("zone", { name: "example.com", ip: "192.0.2.10" });
 * export const records = getFornexDnsRecordsOutput({ domain: zone.id }).records;
 * ```
 */
export function getFornexDnsRecordsOutput(
  args: Inputs<GetFornexDnsRecordsArgs>,
): pulumi.Output<GetFornexDnsRecordsResult> {
  return reading.callOutput(args);
}
