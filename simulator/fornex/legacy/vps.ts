import { type Answer, type HosterRequest, json } from "../../http";
import type { JobAction } from "../jobs";
import type { Moment } from "../moment";
import { findVps } from "../orders";
import { findJobOf, jobAnswer, power } from "../vps";
import { minutes, okText } from "./answers";

/** The power calls of API version 0.1 [S3]: no rescue system. */
export const POWER_ACTIONS = ["start", "stop", "restart", "hard_reset"] as const satisfies JobAction[];

/** Starts the same job as the current API version, but does not tell its id [S3]. */
export function runPower(orderId: string, action: JobAction, moment: Moment): Answer {
  power(orderId, action, moment);
  return okText();
}

/** The log id comes as a parameter [S3]. */
export function showJob(orderId: string, { query }: HosterRequest, { state }: Moment): Answer {
  const id = query.get("log_id") ?? "";
  const job = findJobOf(findVps(state, orderId), id);
  return json(200, jobAnswer(id, job, minutes(job.time), state.switches));
}
