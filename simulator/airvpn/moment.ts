import type { Json } from "../json";
import type { Parameters } from "./access";
import type { AirvpnState } from "./state";

/** What a service works on. */
export interface Moment {
  readonly state: AirvpnState;
  readonly parameters: Parameters;
  /** Simulated time. */
  readonly now: number;
}

/** One service; returns what stands before `"result": "ok"`. */
export type Run = (moment: Moment) => Record<string, Json>;
