import { z } from "zod";
import type { Effect } from "../http/call";
import type { Http } from "../http/client";
import { getter } from "./get";
import { done, integer, optionalText } from "./loose";

const vpsStatus = z.object({ status: z.string() }).transform(({ status }) => status);

/** A job in the log of a VPS. */
const job = z.object({
  pk: integer,
  action: optionalText,
  note: optionalText,
  completed: z.boolean().nullish(),
  job_state: z.string().nullish(),
});
export type Job = z.output<typeof job>;

const passwordReset = z
  .object({ passwd: z.string().min(1), resp_id: integer })
  .transform(({ passwd, resp_id }) => ({ password: passwd, job: resp_id }));

/** A root password that is being set, and the log entry of the job that sets it. */
export type PasswordReset = z.output<typeof passwordReset>;

export type PowerAction = "start" | "stop" | "restart" | "hard_reset";

/** What can be done with a VPS while it is ordered. */
export interface FornexVpsControl {
  /** `on`, `off`, `unknown` or any text. */
  status(id: string): Promise<string>;
  /** Begins a power action; the log entry of its job, if the API version tells. */
  power(id: string, action: PowerAction): Promise<number | undefined>;
  /** Begins to set a new root password, which is shown this once. */
  resetPassword(id: string): Promise<PasswordReset>;
  /** A job's log entry. */
  job(id: string, job: number): Promise<Job>;
}

/** Control in API version 2.x. */
export function vpsControlV2(http: Http): FornexVpsControl {
  const get = getter(http);
  return {
    status: (id) => get("/vps/{id}/status/", vpsStatus, { id }),
    power: async (id, action) => {
      const path = `/vps/{id}/${action}/`;
      const { pk } = await http({ effect: effectOf(action), method: "POST", path, params: { id }, answer: job });
      return pk;
    },
    resetPassword: (id) =>
      http({
        effect: "once",
        method: "POST",
        path: "/vps/{id}/passwd_reset/",
        params: { id },
        answer: passwordReset,
      }),
    job: (id, log) => get("/vps/{id}/log_details/{log}/", job, { id, log }),
  };
}

/** Control in API version 0.1. */
export function vpsControlV01(http: Http): FornexVpsControl {
  const get = getter(http);
  return {
    status: (id) => get("/vps/status/{id}/", vpsStatus, { id }),
    // The answer names no job, so only the status tells what becomes of it.
    power: (id, action) => {
      const path = `/vps/${action}/{id}/`;
      return http({ effect: effectOf(action), method: "POST", path, params: { id }, form: {}, answer: done });
    },
    // A GET that changes something: never sent twice.
    resetPassword: (id) =>
      http({
        effect: "once",
        method: "GET",
        path: "/vps/passwd_reset/{id}/",
        params: { id },
        answer: passwordReset,
      }),
    job: (id, log) => get("/vps/log_details/{id}/", job, { id }, { log_id: log }),
  };
}

function effectOf(action: PowerAction): Effect {
  return action === "start" || action === "stop" ? "repeatable" : "once";
}
