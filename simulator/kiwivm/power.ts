import type { Fields } from "./answers";
import { ERRORS, KiwivmError, refused } from "./errors";
import type { KiwivmStatus } from "./machineParts";
import type { Moment } from "./moment";
import type { KiwivmMachine } from "./state";
import { isPast, later } from "./time";

/** Answers at once and is done later, as are stop and restart [unverified]; what `is_mounted` says is unknown [kiwivm 1.5]. */
export function start(moment: Moment): Fields {
  const { machine } = moment;
  const answer = { is_mounted: 1 };
  if (machine.suspended) throw refused("VPS is suspended"); // unverified
  if (machine.power.status === "stopped") boot(moment);
  else complain(moment, ERRORS.running, "VPS is already running");
  return answer;
}

/** A machine shows as running until it has stopped; that one which only starts does not run yet is unverified. */
export function stop(moment: Moment): Fields {
  const { machine, state, now } = moment;
  const { power } = machine;
  if (power.status !== "running") complain(moment, ERRORS.notRunning, "VPS is not running");
  if (power.status === "stopped" || power.stuck) return {};
  schedule(machine, "stopped", later(now, state.settings.stopSeconds), now);
  return {};
}

/** That a stopped machine is not started by it is unverified. */
export function restart(moment: Moment): Fields {
  const { power } = moment.machine;
  if (power.status === "stopped") complain(moment, ERRORS.notRunning, "VPS is not running");
  else if (!power.stuck) boot(moment);
  return {};
}

/** Stops at once, also a machine that hangs [S1]. */
export function kill(moment: Moment): Fields {
  const { power } = moment.machine;
  if (power.status === "stopped") complain(moment, ERRORS.notRunning, "VPS is not running");
  Object.assign(power, { status: "stopped", next: null, stuck: false });
  return {};
}

export function settlePower({ power }: KiwivmMachine, now: number): void {
  if (power.next === null || !isPast(power.next.at, now)) return;
  power.status = power.next.status;
  power.next = null;
}

/** For calls that reach into the machine; both codes are claimed by one source only [kiwivm 1.2]. */
export function refuseStopped({ machine }: Moment): void {
  if (machine.power.status !== "running") throw new KiwivmError(ERRORS.notRunning, "VPS is not running");
}

/** The system learns KiwiVM's host name when it starts [unverified]. */
function boot({ machine, state, now }: Moment): void {
  machine.power.boots += 1;
  machine.power.status = "starting";
  machine.guest.hostname = machine.hostname;
  schedule(machine, "running", later(now, state.settings.startSeconds), now);
}

function schedule(machine: KiwivmMachine, status: KiwivmStatus, at: string, now: number): void {
  machine.power.next = { status, at };
  settlePower(machine, now);
}

function complain({ state }: Moment, code: number, message: string): void {
  if (state.switches.needlessPower === "refused") throw new KiwivmError(code, message);
}
