import { VpsError } from "../errors/vpsError";

interface Conflict {
  /** The resource that cannot be made, and why. */
  text: string;
  /** The objects in its way, as claims name them; when this run has deleted or adopted them all, it is none any more. */
  objects: Set<string>;
}

/** What the looks of this run found in the way of its creates. */
export class Conflicts {
  readonly #standing = new Set<Conflict>();
  readonly #looks = new Set<Promise<unknown>>();
  readonly #silent = new Set<string>();

  /** Does a look that others may wait for. */
  async duringLook<T>(look: () => Promise<T>): Promise<T> {
    const mine = look();
    this.#looks.add(mine);
    try {
      return await mine;
    } finally {
      this.#looks.delete(mine);
    }
  }

  stands(text: string, objects: readonly string[]): void {
    this.#standing.add({ text, objects: new Set(objects) });
  }

  /** This run has deleted, adopted or made the object. */
  settle(object: string): void {
    for (const conflict of this.#standing) {
      if (conflict.objects.delete(object) && conflict.objects.size === 0) this.#standing.delete(conflict);
    }
  }

  /** Whether a hoster did not answer an earlier look; it is not asked again then. */
  isSilent(hoster: string): boolean {
    return this.#silent.has(hoster);
  }

  silence(hoster: string): void {
    this.#silent.add(hoster);
  }

  /** Throws while this run cannot end well: nobody shall pay for a part of it. */
  async requireNone(what: string): Promise<void> {
    await Promise.allSettled(this.#looks);
    const [first, ...others] = this.#standing;
    if (first === undefined) return;
    const more = others.length === 0 ? "" : ` (and ${others.length} more)`;
    throw new VpsError(
      "refused",
      `No ${what} was made, since this run cannot end well: ${first.text}${more}. Mend that first, then run \`pulumi up\` again.`,
    );
  }
}
