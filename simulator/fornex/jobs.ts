import { lookup } from "../json";
import { nextJobId } from "./ids";
import type { Moment } from "./moment";
import type { FornexJob, FornexVps } from "./orderState";
import type { FornexState } from "./state";
import type { FornexSwitches } from "./switches";

interface JobKind {
  readonly action: string;
  readonly note: string;
  /** How long it takes; no document says. */
  readonly seconds: number;
}

/** "start" and "set_root_passwd" are documented [fornex.md 2; S3]; the other names and all texts but the password's are unverified. */
const KINDS = {
  start: { action: "Start", note: "Starting", seconds: 15 },
  stop: { action: "Stop", note: "Stopping", seconds: 20 },
  restart: { action: "Restart", note: "Restarting", seconds: 30 },
  hard_reset: { action: "Hard reset", note: "Resetting", seconds: 10 },
  rescue_mode: { action: "Rescue mode", note: "Booting the rescue system", seconds: 40 },
  stop_rescue_mode: { action: "Stop rescue mode", note: "Booting the installed system", seconds: 40 },
  set_root_passwd: { action: "Set root password", note: "Resetting root password", seconds: 25 },
} as const satisfies Record<string, JobKind>;

export type JobAction = keyof typeof KINDS;

/** Writes a job into the log; it runs after those that are under way. Returns its id. */
export function startJob(vps: FornexVps, action: JobAction, moment: Moment, passwd: string | null = null): string {
  const { state, now } = moment;
  const { seconds, ...texts } = KINDS[action];
  const begins = Math.max(now, ...running(vps).map(({ endsAt }) => Date.parse(endsAt)));
  const id = nextJobId(state);
  vps.log[id] = {
    ...texts,
    job_action: action,
    user: "username",
    time: new Date(now).toISOString(),
    job_state: "ready",
    endsAt: new Date(begins + seconds * 1000).toISOString(),
    outcome: state.switches.jobs,
    passwd,
  };
  return id;
}

/** Stuck jobs do not count: they would keep the server busy for good. */
export function running(vps: FornexVps): FornexJob[] {
  return Object.values(vps.log).filter(({ job_state, outcome }) => job_state === "ready" && outcome !== "stuck");
}

/** Ends every job that is due. */
export function settleJobs({ orders, switches }: FornexState, now: number): void {
  for (const { vps } of Object.values(orders)) {
    if (!vps) continue;
    const due = running(vps).filter(({ endsAt }) => Date.parse(endsAt) <= now);
    for (const job of due.sort((one, other) => Date.parse(one.endsAt) - Date.parse(other.endsAt))) {
      finish(job, vps, switches);
    }
  }
}

function finish(job: FornexJob, vps: FornexVps, switches: FornexSwitches): void {
  const problem = job.outcome === "error" ? "failed" : carryOut(job, vps, switches);
  job.job_state = problem === undefined ? "done" : "error";
  job.note = `${job.note}: ${problem ?? "done"}`;
}

/** What went wrong, or undefined. */
function carryOut(job: FornexJob, vps: FornexVps, switches: FornexSwitches): string | undefined {
  if (switches.ignores.some((one) => one === job.job_action)) return undefined;
  if (switches.redundantPower === "error" && isRedundant(job.job_action, vps)) return `already ${vps.power}`;
  switch (job.job_action) {
    case "stop":
      vps.power = "off";
      break;
    case "set_root_passwd":
      if (switches.passwdResetNeedsPower && vps.power !== "on") return "the server is not running";
      vps.rootPassword = job.passwd ?? vps.rootPassword;
      break;
    default: // everything else boots
      vps.power = "on";
      if (job.job_action === "rescue_mode") vps.rescue = true;
      if (job.job_action === "stop_rescue_mode") vps.rescue = false;
  }
  return undefined;
}

export function isRedundant(action: string, vps: FornexVps): boolean {
  return (action === "start" && vps.power === "on") || (action === "stop" && vps.power === "off");
}

export function findJob(vps: FornexVps, id: string): FornexJob | undefined {
  return lookup(vps.log, id);
}

/** `completed` next to `job_state` as answers show them [fornex.md 2]. */
export function shownEnd(job: FornexJob, { jobEnd }: FornexSwitches): { completed: boolean; job_state: string } {
  const isOver = job.job_state !== "ready";
  const hidesState = jobEnd === "completed" && job.job_state === "done";
  return { completed: isOver && jobEnd !== "state", job_state: hidesState ? "ready" : job.job_state };
}
