import type { Clock } from "./clock";
import type { Hoster } from "./hoster";
import type { Answer, Drop, HosterRequest } from "./http";
import type { WorldName, Worlds } from "./world";

/** What a hoster knows about its state document. */
export interface StateRules<State> {
  readonly worlds: Worlds<State>;
  /**
   * The state after a merge patch, with everything filled in that the patch left out; a patch of nothing begins a
   * world. Throws an InvalidInput.
   */
  patch(state: State | undefined, patch: unknown, now: number): State;
  /** Brings everything that is under way to where it is now. */
  settle(state: State, now: number): void;
}

/** A state as of now. */
export interface Present<State> {
  readonly state: State;
  /** Simulated time. */
  readonly now: number;
}

/** What all hosters have in common: a state that moves on with the clock, is patched, and begins anew. */
export abstract class StatefulHoster<State extends object> implements Hoster {
  abstract readonly name: string;
  abstract readonly prefix: string;
  abstract readonly secrets: readonly string[];
  readonly #clock: Clock;
  readonly #world: WorldName;
  readonly #rules: StateRules<State>;
  #state: State;

  constructor(clock: Clock, world: WorldName, rules: StateRules<State>) {
    this.#clock = clock;
    this.#world = world;
    this.#rules = rules;
    this.#state = this.#begin();
  }

  abstract env(url: string): Record<string, string>;
  abstract handle(request: HosterRequest): Answer | Drop;

  state(): State {
    return structuredClone(this.present().state);
  }

  preparePatch(patch: unknown): () => void {
    const { state, now } = this.present();
    const next = this.#rules.patch(state, patch, now);
    return () => {
      this.#state = next;
    };
  }

  reset(): void {
    this.#state = this.#begin();
  }

  /** The state itself, for requests to read and to change. */
  protected present(): Present<State> {
    const now = this.#clock.now();
    this.#rules.settle(this.#state, now);
    return { state: this.#state, now };
  }

  #begin(): State {
    return this.#rules.patch(undefined, this.#rules.worlds[this.#world], this.#clock.now());
  }
}
