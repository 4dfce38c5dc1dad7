import type { Clock } from "../clock";
import { type Answer, type Drop, type HosterRequest, json } from "../http";
import { lookup } from "../json";
import { StatefulHoster, type StateRules } from "../statefulHoster";
import type { WorldName } from "../world";
import { findMachine, Parameters } from "./access";
import { envelope, errorAnswer } from "./answers";
import { audit } from "./auditLog";
import { CALLS } from "./calls";
import { KiwivmError, refused } from "./errors";
import { injectedError, lockedError } from "./lock";
import type { Moment } from "./moment";
import { settleLock } from "./outcome";
import { patchState } from "./patch";
import { charge } from "./points";
import { settlePower } from "./power";
import { settlePtrs } from "./ptr";
import { settleSnapshots } from "./snapshots";
import { FIRST_VEID, type KiwivmState } from "./state";
import type { KiwivmSwitches } from "./switches";
import { WORLDS } from "./worlds";

export type { KiwivmLocation } from "./catalogue";
export type { KiwivmCommand, KiwivmGuest, KiwivmScript } from "./guestState";
export type {
  KiwivmAuditEntry,
  KiwivmLock,
  KiwivmMove,
  KiwivmPoints,
  KiwivmPower,
  KiwivmPtrChange,
  KiwivmSnapshot,
  KiwivmStatus,
} from "./machineParts";
export type { KiwivmSettings } from "./settings";
export type { KiwivmMachine, KiwivmState } from "./state";
export type { KiwivmSwitches } from "./switches";

const PREFIX = "/kiwivm/v1";

const RULES: StateRules<KiwivmState> = { worlds: WORLDS, patch: patchState, settle };

/** BandwagonHost's KiwiVM: all calls of the seed, the rate limit, and snapshots between machines [S1, kiwivm 1.1-1.9]. */
export class Kiwivm extends StatefulHoster<KiwivmState> {
  readonly name = "kiwivm";
  readonly prefix = PREFIX;

  constructor(clock: Clock, world: WorldName) {
    super(clock, world, RULES);
  }

  /** Every machine has its own key, also those that were patched in. */
  get secrets(): readonly string[] {
    return Object.values(this.present().state.machines).map(({ apiKey }) => apiKey);
  }

  env(url: string): Record<string, string> {
    const apiKey = this.present().state.machines[FIRST_VEID]?.apiKey ?? "";
    return { KIWIVM_VEID: FIRST_VEID, KIWIVM_API_KEY: apiKey, KIWIVM_API_URL: url + PREFIX };
  }

  handle(request: HosterRequest): Answer | Drop {
    const { state, now } = this.present();
    try {
      return this.#call(request, state, now);
    } catch (error) {
      if (error instanceof KiwivmError) return errorAnswer(error, state.switches);
      throw error;
    }
  }

  locked(refusalsToCome: number): Answer {
    return errorAnswer(injectedError(refusalsToCome), this.present().state.switches);
  }

  /** In this order: key, call, points, lock [unverified]. */
  #call(request: HosterRequest, state: KiwivmState, now: number): Answer | Drop {
    const parameters = new Parameters(request);
    const { veid, machine } = findMachine(parameters, state);
    const name = request.path.replace(/\/{2,}/g, "/").slice(1); // a doubled slash is tolerated [kiwivm 1.1]
    const call = lookup(CALLS, name);
    if (!call || call.isUnknown?.(state.switches)) throw refused("API:invalidrequest"); // a text like that [kiwivm 1.2, claimed]

    const { settings, switches } = state;
    const cost = call.isFree?.(switches) ? 0 : (settings.costs[name] ?? 1);
    if (cost > 0 && !charge(machine, cost, settings, now)) return overLimit(switches);
    if (machine.lock && !call.ignoresLock?.(switches)) throw lockedError(machine.lock, now);
    const moment = { veid, machine, state, parameters, now };
    if (call.audited) audit(moment, name, call.audited);
    const isIgnored = switches.ignores.some((one) => one === name);
    const fields = call.run(isIgnored ? copyOf(moment) : moment);
    const answer = envelope("error" in fields ? fields : { error: 0, ...fields }, switches);
    return { ...answer, delaySeconds: call.delaySeconds?.(settings) ?? 0 };
  }
}

/** The same with a world of its own, in which nothing counts. */
function copyOf(moment: Moment): Moment {
  const state = structuredClone(moment.state);
  return { ...moment, state, machine: state.machines[moment.veid] ?? moment.machine };
}

function settle(state: KiwivmState, now: number): void {
  for (const machine of Object.values(state.machines)) {
    settleLock(machine, state, now);
    settlePower(machine, now);
    settlePtrs(machine, now);
    settleSnapshots(machine, now);
  }
}

/** Nobody has seen one: "may start dropping" is all the help page says [kiwivm 1.4]. */
function overLimit({ overLimit: way }: KiwivmSwitches): Answer | Drop {
  if (way === "429") return json(429, { detail: "Too many requests." });
  if (way === "error") throw refused("API rate limit exceeded");
  return way;
}
