import { randomUUID } from "node:crypto";
import { EventEmitter, once } from "node:events";
import { VpsError } from "../../errors/vpsError";
import { unlessOver } from "../../operation";
import { WaitGroup } from "../../waitGroup";
import { Listing } from "./listing";

/** What goes first in a replacement is deleted at once, with what dies with it. */
const LONGEST_DOUBT_SECONDS = 10;

interface Conflict {
  id: string;
  /** The resource that cannot be made, and why. */
  text: string;
  /** What its arguments describe: once that is made or adopted, there is no conflict any more. */
  described: string;
  /** The objects that were found in its way, as claims name them. */
  objects: readonly string[];
  /** Those of them that this run has not deleted or adopted yet; when it has, there is no conflict either. */
  left: Set<string>;
}

const describedBy = ({ described }: Conflict) => [described];
const objectsOf = ({ objects }: Conflict) => objects;

/** What the looks of this run found in the way of its creates. */
export class Conflicts {
  readonly #standing = new Listing<Conflict>([], ({ id }) => id);
  /** Those whose creates were refused since. */
  readonly #certain = new Set<Conflict>();
  readonly #looks = new WaitGroup();
  readonly #silent = new Set<string>();
  readonly #changes = new EventEmitter().setMaxListeners(0);

  /** Does a look that others may wait for. */
  duringLook<T>(look: () => Promise<T>): Promise<T> {
    return this.#looks.run(look);
  }

  stands(text: string, described: string, objects: readonly string[] = []): void {
    this.#standing.put({ id: randomUUID(), text, described, objects, left: new Set(objects) });
  }

  /** The create of what describes this was refused, so nothing of this run is going to clear its way. */
  confirm(described: string): void {
    for (const conflict of this.#standing.by(describedBy, described)) this.#certain.add(conflict);
    this.#changes.emit("change");
  }

  /** This run has made or adopted what is described like this. */
  settle(described: string): void {
    for (const conflict of this.#standing.by(describedBy, described)) this.#falls(conflict);
    this.#changes.emit("change");
  }

  /** This run has deleted or adopted the object. */
  clear(object: string): void {
    for (const conflict of this.#standing.by(objectsOf, object)) {
      conflict.left.delete(object);
      if (conflict.left.size === 0) this.#falls(conflict);
    }
    this.#changes.emit("change");
  }

  /** Whether a hoster, a machine or a place had no answer to an earlier look; it is not asked again then. */
  isSilent(who: string): boolean {
    return this.#silent.has(who);
  }

  silence(who: string): void {
    this.#silent.add(who);
  }

  /** Throws while this run cannot end well: nobody shall pay for a part of it. What is about to be replaced is in nobody's way for long. */
  async requireNone(what: string, doubtSeconds = LONGEST_DOUBT_SECONDS): Promise<void> {
    await this.#looks.wait();
    const signal = AbortSignal.timeout(1000 * doubtSeconds);
    while (this.#isInDoubt() && !signal.aborted) {
      await unlessOver(once(this.#changes, "change", { signal }).catch(() => {}));
    }
    const [first, ...others] = this.#standing;
    if (first === undefined) return;
    const more = others.length === 0 ? "" : ` (and ${others.length} more)`;
    throw new VpsError(
      "refused",
      `No ${what} was created, because this run would fail: ${first.text}${more}. Correct that first, then run \`pulumi up\` again.`,
    );
  }

  #isInDoubt(): boolean {
    return this.#standing.size > 0 && this.#certain.size === 0;
  }

  #falls(conflict: Conflict): void {
    this.#standing.remove(conflict.id);
    this.#certain.delete(conflict);
  }
}
