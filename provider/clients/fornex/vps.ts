import { z } from "zod";
import type { Effect } from "../http/call";
import type { Http } from "../http/client";
import { integer, ok, optionalText } from "./loose";

const vpsStatus = z.object({ status: z.string() });

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
  /** Begins a power action; the log entry of its job, if the dialect tells. */
  power(id: string, action: PowerAction): Promise<number | undefined>;
  /** Begins to set a new root password, which is shown this once. */
  resetPassword(id: string): Promise<PasswordReset>;
  /** A job's log entry. */
  job(id: string, job: number): Promise<Job>;
}

/** Control in dialect 2.x. */
export class VpsControlV2 implements FornexVpsControl {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  async status(id: string): Promise<string> {
    const path = "/vps/{id}/status/";
    const { status } = await this.#http({ effect: "read", method: "GET", path, params: { id }, answer: vpsStatus });
    return status;
  }

  async power(id: string, action: PowerAction): Promise<number> {
    const { pk } = await this.#http({
      effect: effectOf(action),
      method: "POST",
      path: `/vps/{id}/${action}/`,
      params: { id },
      answer: job,
    });
    return pk;
  }

  resetPassword(id: string): Promise<PasswordReset> {
    return this.#http({
      effect: "once",
      method: "POST",
      path: "/vps/{id}/passwd_reset/",
      params: { id },
      answer: passwordReset,
    });
  }

  job(id: string, log: number): Promise<Job> {
    const path = "/vps/{id}/log_details/{log}/";
    return this.#http({ effect: "read", method: "GET", path, params: { id, log }, answer: job });
  }
}

/** Control in dialect 0.1. */
export class VpsControlV01 implements FornexVpsControl {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  async status(id: string): Promise<string> {
    const path = "/vps/status/{id}/";
    const { status } = await this.#http({ effect: "read", method: "GET", path, params: { id }, answer: vpsStatus });
    return status;
  }

  /** The answer names no job, so only the status tells what becomes of it. */
  async power(id: string, action: PowerAction): Promise<undefined> {
    await this.#http({
      effect: effectOf(action),
      method: "POST",
      path: `/vps/${action}/{id}/`,
      params: { id },
      form: {},
      answer: ok,
    });
  }

  /** A GET that changes something: never sent twice. */
  resetPassword(id: string): Promise<PasswordReset> {
    return this.#http({
      effect: "once",
      method: "GET",
      path: "/vps/passwd_reset/{id}/",
      params: { id },
      answer: passwordReset,
    });
  }

  job(id: string, log: number): Promise<Job> {
    const path = "/vps/log_details/{id}/";
    return this.#http({ effect: "read", method: "GET", path, params: { id }, query: { log_id: log }, answer: job });
  }
}

function effectOf(action: PowerAction): Effect {
  return action === "start" || action === "stop" ? "repeatable" : "once";
}
