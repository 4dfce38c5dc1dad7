import { randomBytes } from "node:crypto";
import { detail } from "../drf";
import { type Answer, json, Refusal } from "../http";
import type { Json } from "../json";
import { findJob, isRedundant, type JobAction, running, shownEnd, startJob } from "./jobs";
import type { Moment } from "./moment";
import type { FornexJob, FornexVps } from "./orderState";
import { findVps } from "./orders";
import type { FornexState } from "./state";
import type { FornexSwitches } from "./switches";

/** What a power call does, by its last path segment. */
export const POWER_ACTIONS = ["start", "stop", "restart", "hard_reset", "rescue_mode", "stop_rescue_mode"] as const;

export function showStatus(orderId: string, { state }: Moment): Answer {
  const vps = findVps(state, orderId);
  const hides = state.switches.statusWhileBusy === "unknown" && running(vps).length > 0;
  return json(200, { status: hides ? "unknown" : vps.power });
}

/** The log entry of the job that was started [fornex.md 1]. */
export function runPower(orderId: string, action: JobAction, moment: Moment): Answer {
  const id = power(orderId, action, moment);
  return showJob(orderId, id, moment);
}

/** Starts the job and returns its id. */
export function power(orderId: string, action: JobAction, moment: Moment): string {
  const { state } = moment;
  const vps = findFree(orderId, state);
  if (state.switches.redundantPower === "refused" && isRedundant(action, vps)) {
    throw new Refusal(detail(400, `The server is already ${vps.power}.`));
  }
  return startJob(vps, action, moment);
}

/** The new password at once; it opens the server when the job is done [fornex.md 1]. */
export function resetPassword(orderId: string, moment: Moment): Answer {
  const passwd = randomBytes(12).toString("base64url");
  const id = startJob(findFree(orderId, moment.state), "set_root_passwd", moment, passwd);
  return json(200, { passwd, resp_id: Number(id) });
}

export function showJob(orderId: string, logId: string, { state }: Moment): Answer {
  const job = findJobOf(findVps(state, orderId), logId);
  return json(200, jobAnswer(logId, job, job.time.replace(/\.\d+Z$/, "+00:00"), state.switches));
}

export function findJobOf(vps: FornexVps, logId: string): FornexJob {
  const job = findJob(vps, logId);
  if (!job) throw new Refusal(detail(404, "Not found."));
  return job;
}

/** A VpsLogEntry; API versions differ in how they write the time [fornex.md 2, 3]. */
export function jobAnswer(id: string, job: FornexJob, time: string, switches: FornexSwitches): Json {
  const { action, job_action, note, user } = job;
  return { pk: Number(id), action, note, user, time, ...shownEnd(job, switches), job_action };
}

function findFree(orderId: string, state: FornexState): FornexVps {
  const vps = findVps(state, orderId);
  if (state.switches.jobWhileBusy === "refused" && running(vps).length > 0) {
    throw new Refusal(detail(400, "Another task is running."));
  }
  return vps;
}
