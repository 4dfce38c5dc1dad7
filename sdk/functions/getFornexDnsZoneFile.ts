import type * as pulumi from "@pulumi/pulumi";
import type {
  GetFornexDnsZoneFileArgs,
  GetFornexDnsZoneFileResult,
} from "../../provider/functions/fornex/getFornexDnsZoneFile";
import { ProgramFunction } from "../function";
import type { Inputs } from "../inputs";

const reading = new ProgramFunction("getFornexDnsZoneFile", (functions) => functions.getFornexDnsZoneFile);

/**
 * Gets a DNS zone at Fornex as a zone file.
 *
 * @example
 * ```ts
 * import { getFornexDnsZoneFile } from "pulumi-vps";
 *
 * export const zoneFile = getFornexDnsZoneFile({ domain: "example.com" }).then(({ zoneFile }) => zoneFile);
 * ```
 */
export function getFornexDnsZoneFile(args: GetFornexDnsZoneFileArgs): Promise<GetFornexDnsZoneFileResult> {
  return reading.call(args);
}

/**
 * {@link getFornexDnsZoneFile} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { FornexDnsDomain, getFornexDnsZoneFileOutput } from "pulumi-vps";
 *
 * const zone = new FornexDnsDomain("zone", { name: "example.com", ip: "192.0.2.10" });
 * export const zoneFile = getFornexDnsZoneFileOutput({ domain: zone.id }).zoneFile;
 * ```
 */
export function getFornexDnsZoneFileOutput(
  args: Inputs<GetFornexDnsZoneFileArgs>,
): pulumi.Output<GetFornexDnsZoneFileResult> {
  return reading.callOutput(args);
}
