import type { Recorded } from "../lifecycle/record";
import { messageOf, VpsError } from "./vpsError";

/**
 * The object exists at the hoster, but something after that failed. Carries what is known, so that the engine keeps the
 * resource and the next run goes on where this one stopped.
 */
export class PartialFailure extends VpsError {
  override readonly name = "PartialFailure";
  readonly id: string;
  readonly record: Recorded<object>;

  constructor(id: string, record: Recorded<object>, cause: unknown) {
    const code = cause instanceof VpsError ? cause.code : "unforeseen";
    super(code, messageOf(cause), { cause });
    this.id = id;
    this.record = record;
  }
}
