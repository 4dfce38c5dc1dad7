import type * as pulumi from "@pulumi/pulumi";
import type { GetFornexInvoicesResult } from "../../provider/functions/fornex/getFornexInvoices";
import { ProgramFunction } from "../function";

const reading = new ProgramFunction("getFornexInvoices", (functions) => functions.getFornexInvoices);

/**
 * Gets the number and the total of the unpaid invoices at Fornex.
 *
 * @example
 * ```ts
 * import { getFornexInvoices } from "pulumi-vps";
 *
 * export const unpaidCount = getFornexInvoices().then(({ unpaidCount }) => unpaidCount);
 * ```
 */
export function getFornexInvoices(): Promise<GetFornexInvoicesResult> {
  return reading.call({});
}

/**
 * {@link getFornexInvoices} as an output.
 *
 * @example
 * ```ts
 * import { getFornexInvoicesOutput } from "pulumi-vps";
 *
 * export const unpaid = getFornexInvoicesOutput().unpaidAmount;
 * ```
 */
export function getFornexInvoicesOutput(): pulumi.Output<GetFornexInvoicesResult> {
  return reading.callOutput({});
}
