import type * as pulumi from "@pulumi/pulumi";
import type { GetFornexBalanceResult } from "../../provider/functions/fornex/getFornexBalance";
import { ProgramFunction } from "../function";

const reading = new ProgramFunction("getFornexBalance", (functions) => functions.getFornexBalance);

/**
 * Gets the balance of the Fornex account.
 *
 * @example
 * ```ts
 * import { getFornexBalance } from "pulumi-vps";
 *
 * getFornexBalance().then(({ balance = 0, currency }) => {
 *   if (balance < 20) console.warn(`${balance} ${currency} left at Fornex`);
 * });
 * ```
 */
export function getFornexBalance(): Promise<GetFornexBalanceResult> {
  return reading.call({});
}

/**
 * {@link getFornexBalance} as an output.
 *
 * @example
 * ```ts
 * import { getFornexBalanceOutput } from "pulumi-vps";
 *
 * export const balance = getFornexBalanceOutput().balance;
 * ```
 */
export function getFornexBalanceOutput(): pulumi.Output<GetFornexBalanceResult> {
  return reading.callOutput({});
}
