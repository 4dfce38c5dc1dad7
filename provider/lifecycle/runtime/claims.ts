import { VpsError } from "../../errors/vpsError";
import { report } from "../../operation";

/**
 * Who owns which object within one run. No method of a provider learns its URN, so each resource carries a random
 * `owner` mark in its state; this remembers every mark seen for an id.
 *
 * Why it matters: renaming a resource with `adopt` calls create for the new name, then delete for the old one, both
 * for the same server. The delete must release it, or the adopted server dies.
 */
export class Claims {
  readonly #seen = new Map<string, Set<string>>();
  readonly #actors = new Map<string, string>();
  readonly #beingReplaced = new Set<string>();
  readonly #foreseen = new Set<string>();
  readonly #reserved = new Set<string>();
  readonly #spared = new Set<string>();
  readonly #ofStack = new Set<string>();

  /** A method met this id in the state of the resource with this mark. */
  see(key: string, owner: string): void {
    const marks = this.#seen.get(key) ?? new Set();
    const isSecond = marks.size === 1 && !marks.has(owner);
    this.#seen.set(key, marks.add(owner));
    // No error: of two, one may be the old name of a renamed resource, which leaves the stack in this very run.
    if (isSecond) {
      const text =
        "two resources of this stack manage it. If both stay in the program, remove one, since each would undo the other's work.";
      report({ level: "info", text, about: key });
    }
  }

  /** The resource with this mark created, adopted or updates the object; two resources must not. */
  act(key: string, owner: string): void {
    const actor = this.#actors.get(key);
    if (actor !== undefined && actor !== owner) {
      throw new VpsError(
        "claimed",
        `Two resources of this program manage ${key}. Remove one of them from the program, or give it an object of its own.`,
      );
    }
    this.#actors.set(key, owner);
    this.see(key, owner);
  }

  /** Whether another resource of this run also holds the id, so that a delete by `owner` must release it. */
  heldByAnother(key: string, owner: string): boolean {
    return [...(this.#seen.get(key) ?? [])].some((mark) => mark !== owner);
  }

  /** Whether any resource of this run holds the id. */
  isHeld(key: string): boolean {
    return (this.#seen.get(key)?.size ?? 0) > 0;
  }

  /** The resource with this mark no longer holds the id. */
  drop(key: string, owner: string): void {
    this.#seen.get(key)?.delete(owner);
    if (this.#actors.get(key) === owner) this.#actors.delete(key);
  }

  /** A diff announced that a replacement of this object will be created: the look before that create passes it over. */
  announceReplacement(key: string): void {
    this.#beingReplaced.add(key);
  }

  isBeingReplaced(key: string): boolean {
    return this.#beingReplaced.has(key);
  }

  /** A check that had no old inputs describes this object, so its replacement may be under way. */
  foresee(key: string): void {
    this.#foreseen.add(key);
  }

  /** Whether a replacement may delete the object in this run. */
  mayGo(key: string): boolean {
    return this.#beingReplaced.has(key) || this.#foreseen.has(key);
  }

  /** A create was refused since this object exists, so nothing takes its place. */
  spare(key: string): void {
    this.#spared.add(key);
  }

  isSpared(key: string): boolean {
    return this.#spared.has(key);
  }

  /** A diff or a delete met this object, so the stack has it, or has just deleted it. */
  recall(key: string): void {
    this.#ofStack.add(key);
  }

  /** Whether the program adopted the object long ago, so that its id is no wish any more once it is gone. */
  wasOfStack(key: string): boolean {
    return this.#ofStack.has(key);
  }

  /** Keeps `naturalKey` to one create at a time; the result ends the reservation. */
  reserve(naturalKey: string): () => void {
    if (this.#reserved.has(naturalKey)) {
      throw new VpsError(
        "claimed",
        "Two resources of this program describe the same object, and one is being created right now. Remove one of them from the program.",
      );
    }
    this.#reserved.add(naturalKey);
    return () => this.#reserved.delete(naturalKey);
  }
}
