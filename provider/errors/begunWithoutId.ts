import { messageOf, VpsError } from "./vpsError";

/**
 * The hoster has begun to make the object, but its id is not known yet and something failed meanwhile. Carries what finds the
 * object later, so that the next run goes on where this one stopped and begins nothing again.
 */
export class BegunWithoutId extends VpsError {
  override readonly name = "BegunWithoutId";
  /** Names of the objects that were there before. */
  readonly before: string[];

  constructor(before: string[], cause: unknown) {
    const code = cause instanceof VpsError ? cause.code : "unforeseen";
    super(code, messageOf(cause), { cause });
    this.before = before;
  }
}
