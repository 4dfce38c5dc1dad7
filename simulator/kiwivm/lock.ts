import type { Json } from "../json";
import { ERRORS, KiwivmError } from "./errors";
import type { KiwivmLock } from "./machineParts";
import { later } from "./time";

/** How often the panel writes down how far a task is [unverified]. */
const UPDATE_SECONDS = 5;

type Outcome = Partial<Pick<KiwivmLock, "os" | "move">>;

export function createLock(task: string, seconds: number, now: number, outcome: Outcome = {}): KiwivmLock {
  return { task, since: later(now, 0), until: later(now, seconds), os: null, move: null, ...outcome };
}

/** How a call to a locked machine is answered [kiwivm 1.2]: the only place that tells how far the task is. */
export function lockedError(lock: KiwivmLock, now: number): KiwivmError {
  const since = Date.parse(lock.since);
  const seconds = Math.max(0, (now - since) / 1000);
  const total = Math.max(1, (Date.parse(lock.until) - since) / 1000);
  const percent = Math.min(99, Math.floor((100 * seconds) / total));
  return locked(lock.task, percent, Math.floor(seconds % UPDATE_SECONDS));
}

/** Refused as if a task were under way; the percent rises with every request that is refused. */
export function injectedError(refusalsToCome: number): KiwivmError {
  return locked("OS Reinstall: debian-13-x86_64", Math.min(99, Math.floor(100 / (refusalsToCome + 1))), 2);
}

function locked(task: string, percent: number, age: number): KiwivmError {
  const info: Json = {
    last_status_update_s_ago: age,
    completed_percent: percent,
    friendly_progress_message: progress(percent),
  };
  return new KiwivmError(ERRORS.locked, "VE is currently locked, try again in a few minutes", {
    additionalErrorInfo: task,
    additionalLockingInfo: info,
  });
}

/** "Starting VM" was seen [kiwivm 1.2]; the other texts are invented. */
function progress(percent: number): string {
  if (percent < 10) return "Stopping VM";
  return percent < 90 ? "Copying disk image" : "Starting VM";
}
