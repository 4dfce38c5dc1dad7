import type * as pulumi from "@pulumi/pulumi";
import type {
  GetFornexDnsRecordsArgs,
  GetFornexDnsRecordsResult,
} from "../../provider/functions/fornex/getFornexDnsRecords";
import { ProgramFunction } from "../function";
import type { Inputs } from "../resource";

const reading = new ProgramFunction("getFornexDnsRecords", (functions) => functions.getFornexDnsRecords);

/**
 * The records of a DNS zone at Fornex.
 *
 * @example
 * ```ts
 * const { records } = await getFornexDnsRecords({ domain: "example.com", type: "MX" });
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
 * export const records = getFornexDnsRecordsOutput({ domain: zone.name }).records;
 * ```
 */
export function getFornexDnsRecordsOutput(
  args: Inputs<GetFornexDnsRecordsArgs>,
): pulumi.Output<GetFornexDnsRecordsResult> {
  return reading.callOutput(args);
}
