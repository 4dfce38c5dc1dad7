import type * as pulumi from "@pulumi/pulumi";
import type { GetFornexVpsJobArgs, GetFornexVpsJobResult } from "../../provider/functions/fornex/getFornexVpsJob";
import { ProgramFunction } from "../function";
import type { Inputs } from "../inputs";

const reading = new ProgramFunction("getFornexVpsJob", (functions) => functions.getFornexVpsJob);

/**
 * Gets a job in the log of a VPS at Fornex: what it does, and whether it has ended.
 *
 * @example
 * ```ts
 * import { getFornexVpsJob } from "pulumi-vps";
 *
 * export const jobState = getFornexVpsJob({ orderId: "34-177054", jobId: 222287 }).then(({ jobState }) => jobState);
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
 * import { FornexVps, getFornexVpsJobOutput } from "pulumi-vps";
 *
 * const web = new FornexVps("web", { orderId: "34-177054" });
 * export const done = getFornexVpsJobOutput({ orderId: web.orderId, jobId: 222287 }).completed;
 * ```
 */
export function getFornexVpsJobOutput(args: Inputs<GetFornexVpsJobArgs>): pulumi.Output<GetFornexVpsJobResult> {
  return reading.callOutput(args);
}
