import { z } from "zod";
import type { integer } from "../../integer";
import { defineFunction } from "../contract";
import { orderId } from "./arguments";

/** Arguments of `getFornexVpsJob`. */
export interface GetFornexVpsJobArgs {
  /** Number of the order, such as `34-177054`. */
  orderId: string;
  /** Number of the job in the log, as a power action or a password reset returns it. */
  jobId: integer;
}

/** A job in the log of a VPS (`log_details`). */
export interface GetFornexVpsJobResult {
  /** Number of the job in the log; 0 where Fornex shows none. */
  jobId: integer;
  /** What is done, in words, in the language of the account. */
  action: string;
  /** Short name of what is done, such as `start` or `set_root_passwd`. */
  jobAction: string;
  /** State: `ready` (under way), `done`, `error`, or one nobody documented. */
  jobState: string;
  /** Whether it has ended. */
  completed?: boolean | undefined;
  /** Note, in the language of the account. */
  note: string;
  /** User who started the job. */
  user: string;
  /** When it began, as Fornex writes it: ISO 8601 in API version 2, `03.01.2019 11:10` without time zone in 0.1. */
  time: string;
}

/** Endpoints: GET /vps/{id}/log_details/{log}/ (API version 2), GET /vps/log_details/{id}/?log_id= (0.1). */
export const getFornexVpsJob = defineFunction<GetFornexVpsJobArgs, GetFornexVpsJobResult>({
  name: "getFornexVpsJob",
  hoster: "fornex",
  schema: z.object({ orderId, jobId: z.int().positive("must be above 0") }),
  get: async (args, cx) => {
    const job = await cx.hosters.fornex.client.reads.job(args.orderId, args.jobId);
    return {
      jobId: job.pk,
      action: job.action,
      jobAction: job.job_action,
      jobState: job.job_state,
      completed: job.completed,
      note: job.note,
      user: job.user,
      time: job.time,
    };
  },
});
