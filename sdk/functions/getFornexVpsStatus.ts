import type * as pulumi from "@pulumi/pulumi";
import type {
  GetFornexVpsStatusArgs,
  GetFornexVpsStatusResult,
} from "../../provider/functions/fornex/getFornexVpsStatus";
import { ProgramFunction } from "../function";
import type { Inputs } from "../inputs";

const reading = new ProgramFunction("getFornexVpsStatus", (functions) => functions.getFornexVpsStatus);

/**
 * Gets the power state of a VPS at Fornex.
 *
 * @example
 * ```ts
 * import { getFornexVpsStatus } from "pulumi-vps";
 *
 * export const status = getFornexVpsStatus({ orderId: "34-177054" }).then(({ status }) => status);
 * ```
 */
export function getFornexVpsStatus(args: GetFornexVpsStatusArgs): Promise<GetFornexVpsStatusResult> {
  return reading.call(args);
}

/**
 * {@link getFornexVpsStatus} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { FornexVps, getFornexVpsStatusOutput } from "pulumi-vps";
 *
 * const web = new FornexVps("web", { orderId: "34-177054" });
 * export const status = getFornexVpsStatusOutput({ orderId: web.orderId }).status;
 * ```
 */
export function getFornexVpsStatusOutput(
  args: Inputs<GetFornexVpsStatusArgs>,
): pulumi.Output<GetFornexVpsStatusResult> {
  return reading.callOutput(args);
}
