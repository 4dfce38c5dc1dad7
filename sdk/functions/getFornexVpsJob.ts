import type * as pulumi from "@pulumi/pulumi";
import type { GetFornexVpsJobArgs, GetFornexVpsJobResult } from "../../provider/functions/fornex/getFornexVpsJob";
import { ProgramFunction } from "../function";
import type { Inputs } from "../resource";

const reading = new ProgramFunction("getFornexVpsJob", (functions) => functions.getFornexVpsJob);

/**
 * A job in the log of a VPS at Fornex: what is done, and whether it has ended.
 *
 * @example
 * ```ts
 * const { jobState } = await getFornexVpsJob({ orderId: "34-177054", jobId: 222287 });
 * ```
 */
export function getFornexVpsJob(args: GetFornexVpsJobArgs): Promise<GetFornexVpsJobResult> {
  return reading.call(args);
}

/**
 * {@link getFornexVpsJob} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * export const done = getFornexVpsJobOutput({ orderId: vps.orderId, jobId: 222287 }).completed;
 * ```
 */
export function getFornexVpsJobOutput(args: Inputs<GetFornexVpsJobArgs>): pulumi.Output<GetFornexVpsJobResult> {
  return reading.callOutput(args);
}
