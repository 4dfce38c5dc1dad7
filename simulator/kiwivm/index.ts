import type { Clock } from "../clock";
import { type Answer, type Drop, type HosterRequest, json } from "../http";
import { lookup } from "../json";
import { StatefulHoster, type StateRules } from "../statefulHoster";
import type { WorldName } from "../world";
import { findMachine, Parameters } from "./access";
import { envelope, errorFields, type Fields } from "./answers";
import { CALLS } from "./calls";
import { KiwivmError, refused } from "./errors";
import { injectedError, lockedError } from "./lock";
import { patchState } from "./patch";
import { charge } from "./points";
import { settlePtrs } from "./ptr";
import { settleSnapshots } from "./snapshots";
import { FIRST_VEID, type KiwivmState } from "./state";
import type { KiwivmSwitches } from "./switches";
import { isPast } from "./time";
import { WORLDS } from "./worlds";

export type { KiwivmSettings } from "./settings";
export type { KiwivmLock, KiwivmMachine, KiwivmPoints, KiwivmPtrChange, KiwivmSnapshot, KiwivmState } from "./state";
export type { KiwivmSwitches } from "./switches";

const PREFIX = "/kiwivm/v1";

const RULES: StateRules<KiwivmState> = { worlds: WORLDS, patch: patchState, settle };

/** BandwagonHost's KiwiVM: service info, PTR, snapshots and the rate limit [S1, kiwivm 1.1-1.8]. */
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
      if (error instanceof KiwivmError) return envelope(errorFields(error), state.switches);
      throw error;
    }
  }

  locked(refusalsToCome: number): Answer {
    return envelope(errorFields(injectedError(refusalsToCome)), this.present().state.switches);
  }

  /** In this order: key, call, points, lock [unverified]. */
  #call(request: HosterRequest, state: KiwivmState, now: number): Answer | Drop {
    const parameters = new Parameters(request);
    const { veid, machine } = findMachine(parameters, state);
    const call = lookup(CALLS, request.path.replace(/\/{2,}/g, "/")); // a doubled slash is tolerated [kiwivm 1.1]
    if (!call) throw refused("API:invalidrequest"); // a text like that [kiwivm 1.2, claimed]

    const { settings, switches } = state;
    if (!call.isFree?.(switches) && !charge(machine, settings, now)) return overLimit(switches);
    if (machine.lock && !call.ignoresLock?.(switches)) throw lockedError(machine.lock, now);
    const fields = call.run({ veid, machine, state, parameters, now });
    return envelope(call.errorLast ? { ...fields, error: 0 } : success(fields), switches);
  }
}

function settle({ machines }: KiwivmState, now: number): void {
  for (const machine of Object.values(machines)) {
    if (machine.lock && isPast(machine.lock.until, now)) {
      machine.os = machine.lock.restoresOs ?? machine.os;
      machine.lock = null;
    }
    settlePtrs(machine, now);
    settleSnapshots(machine, now);
  }
}

function success(fields: Fields): Fields {
  return { error: 0, ...fields };
}

/** Nobody has seen one: "may start dropping" is all the help page says [kiwivm 1.4]. */
function overLimit({ overLimit: way }: KiwivmSwitches): Answer | Drop {
  if (way === "429") return json(429, { detail: "Too many requests." });
  if (way === "error") throw refused("API rate limit exceeded");
  return way;
}
