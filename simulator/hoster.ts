import type { Answer, Drop, HosterRequest } from "./http";

/** One simulated hoster. Its state is a plain JSON document of maps. */
export interface Hoster {
  /** Its short name, in the state document, in faults and in the request log. */
  readonly name: string;
  /** Where its API begins, without a slash at the end. */
  readonly prefix: string;
  /** What must never show up in the request log, as of now. */
  readonly secrets: readonly string[];
  /** The variables that point a client at it. */
  env(url: string): Record<string, string>;
  handle(request: HosterRequest): Answer | Drop;
  /** What the fault "lock" answers; only hosters that lock machines have it. */
  locked?(refusalsToCome: number): Answer;
  /** A copy of the state as of now. */
  state(): unknown;
  /**
   * Checks a merge patch and returns what puts it into effect, so that a patch of several hosters happens as a whole or
   * not at all. Throws an InvalidInput.
   */
  preparePatch(patch: unknown): () => void;
  reset(): void;
}

/** Somebody drove the simulator wrongly: a state patch, a fault or a clock step that makes no sense. */
export class InvalidInput extends Error {
  override readonly name = "InvalidInput";
}
