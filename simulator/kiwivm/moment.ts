import type { Parameters } from "./access";
import type { Fields } from "./answers";
import type { KiwivmMachine, KiwivmState } from "./state";

/** What a call works on: one machine as it is now. */
export interface Moment {
  readonly veid: string;
  readonly machine: KiwivmMachine;
  readonly state: KiwivmState;
  readonly parameters: Parameters;
  /** Simulated time. */
  readonly now: number;
}

/** One call; returns what stands behind `"error": 0`, or everything when `error` has another place or value. */
export type Run = (moment: Moment) => Fields;
