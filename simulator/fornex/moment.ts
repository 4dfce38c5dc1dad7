import type { Rendered } from "../drf";
import type { Answer } from "../http";
import type { Call, Route } from "../router";
import type { Present } from "../statefulHoster";
import type { FornexState } from "./state";

/** What a handler works on: the account as it is now. */
export type Moment = Present<FornexState>;

/** A route before it has a world to work on. */
export interface FornexRoute {
  readonly method: string;
  readonly path: string;
  /** Whether it answers without a key. */
  readonly isPublic?: true;
  /** What it renders; JSON if left out. */
  readonly renders?: Rendered;
  readonly run: (call: Call, moment: Moment) => Answer;
}

export function bind(routes: readonly FornexRoute[], moment: () => Moment): Route[] {
  return routes.map((route) => ({ ...route, run: (call) => route.run(call, moment()) }));
}

export function param(call: Call, name: string): string {
  return call.params[name] ?? "";
}
