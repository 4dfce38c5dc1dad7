import type * as pulumi from "@pulumi/pulumi";
import type {
  GetFornexDnsDomainsArgs,
  GetFornexDnsDomainsResult,
} from "../../provider/functions/fornex/getFornexDnsDomains";
import { ProgramFunction } from "../function";
import type { Inputs } from "../inputs";

const reading = new ProgramFunction("getFornexDnsDomains", (functions) => functions.getFornexDnsDomains);

/**
 * Gets the DNS zones of the Fornex account, with their records.
 *
 * @example
 * ```ts
 * import { getFornexDnsDomains } from "pulumi-vps";
 *
 * export const domains = getFornexDnsDomains({ tag: "production" }).then(({ domains }) => domains);
 * ```
 */
export function getFornexDnsDomains(args: GetFornexDnsDomainsArgs = {}): Promise<GetFornexDnsDomainsResult> {
  return reading.call(args);
}

/**
 * {@link getFornexDnsDomains} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { getFornexDnsDomainsOutput } from "pulumi-vps";
 *
 * export const zones = getFornexDnsDomainsOutput({ q: "192.0.2.10" }).domains;
 * ```
 */
export function getFornexDnsDomainsOutput(
  args: Inputs<GetFornexDnsDomainsArgs> = {},
): pulumi.Output<GetFornexDnsDomainsResult> {
  return reading.callOutput(args);
}
