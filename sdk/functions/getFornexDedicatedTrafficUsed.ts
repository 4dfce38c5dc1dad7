import type * as pulumi from "@pulumi/pulumi";
import type {
  GetFornexDedicatedTrafficUsedArgs,
  GetFornexDedicatedTrafficUsedResult,
} from "../../provider/functions/fornex/getFornexDedicatedTrafficUsed";
import { ProgramFunction } from "../function";
import type { Inputs } from "../inputs";

const reading = new ProgramFunction(
  "getFornexDedicatedTrafficUsed",
  (functions) => functions.getFornexDedicatedTrafficUsed,
);

/**
 * Gets how much of its included traffic a dedicated server at Fornex has used.
 *
 * @example
 * ```ts
 * import { getFornexDedicatedTrafficUsed } from "pulumi-vps";
 *
 * export const used = getFornexDedicatedTrafficUsed({ orderId: "34-5678" }).then(({ usedRate }) => usedRate);
 * ```
 */
export function getFornexDedicatedTrafficUsed(
  args: GetFornexDedicatedTrafficUsedArgs,
): Promise<GetFornexDedicatedTrafficUsedResult> {
  return reading.call(args);
}

/**
 * {@link getFornexDedicatedTrafficUsed} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { getFornexDedicatedTrafficUsedOutput } from "pulumi-vps";
 *
 * export const used = getFornexDedicatedTrafficUsedOutput({ orderId: "34-5678" }).usedRate;
 * ```
 */
export function getFornexDedicatedTrafficUsedOutput(
  args: Inputs<GetFornexDedicatedTrafficUsedArgs>,
): pulumi.Output<GetFornexDedicatedTrafficUsedResult> {
  return reading.callOutput(args);
}
