import { VpsError } from "../../errors/vpsError";
import { merged } from "../arguments";
import type { Definition, Observed } from "../definition";
import {
  finishedOf,
  type Internal,
  type Known,
  type Pending,
  type Recorded,
  type Start,
  withoutPending,
} from "../record";
import type { Context } from "../runtime/context";
import { isAgreed } from "../validation/consent";
import { Comparison } from "./comparison";
import { ignoredIn, withIgnored } from "./ignored";

/**
 * One object being made equal to its arguments. `record` always says what is certain so far, so that a failure at any
 * point leaves the truth behind.
 */
export class Reconciler<A extends object, S extends A, O> {
  readonly id: string;
  readonly cx: Context;
  record: Recorded<S>;
  readonly #resource: Definition<A, S, O>;
  readonly #args: A;
  readonly #ignoreChanges: readonly string[];
  readonly #ignored: ReadonlySet<keyof A & string>;
  #compared: Comparison<A, S, O> | undefined;

  /** `ignoreChanges`: of what exists, the arguments that are left as they are. */
  constructor(
    resource: Definition<A, S, O>,
    id: string,
    record: Recorded<S>,
    args: A,
    cx: Context,
    ignoreChanges: readonly string[] = [],
  ) {
    this.#resource = resource;
    this.id = id;
    this.record = record;
    this.#args = args;
    this.#ignoreChanges = ignoreChanges;
    this.#ignored = ignoredIn<A>(resource, ignoreChanges);
    this.cx = cx;
  }

  /** What the program asks for; of what it ignores, what there is. */
  get args(): A {
    return this.#ignored.size === 0 ? this.#args : withIgnored<A, S>(this.#args, this.state, this.#ignored);
  }

  /** Arguments and outputs. */
  get state(): S {
    return this.record.properties;
  }

  get internal(): Internal {
    return this.record.internal;
  }

  get pending(): Pending | undefined {
    return this.internal.pending;
  }

  /** What will count once the pending work is done. */
  get finished(): Known<S> {
    return finishedOf<S>(this.internal);
  }

  /** The arguments beside the state, as of now. */
  get compared(): Comparison<A, S, O> {
    if (this.#compared?.record !== this.record) {
      this.#compared = new Comparison(this.#resource, this.record, this.#args, this.#ignoreChanges);
    }
    return this.#compared;
  }

  /** Whether the program asks for another value of this argument than the one applied. */
  differs(...names: (keyof A & string)[]): boolean {
    return names.some((name) => this.compared.changed.includes(name));
  }

  /** Throws unless the program agrees to what takes consent. Check asks for that, too, but cannot know what a failed run has left to do. */
  requireConsent(): void {
    const { consent } = this.#resource;
    if (consent === undefined || isAgreed(this.#resource, this.args)) return;
    throw new VpsError("refused", `${consent.by}: must be true for the work that remains. ${consent.loses}`);
  }

  /** Records what is certain now. */
  keep(known: Known<S>): void {
    this.record = { ...this.record, properties: { ...this.state, ...known } };
  }

  /** Records what only the moment of creation or adoption can tell; an argument that is ignored was given by the program. */
  start({ known = {}, pending }: Start<S>): void {
    const ignored: ReadonlySet<string> = this.#ignored;
    this.keep(Object.fromEntries(Object.entries(known).filter(([name]) => !ignored.has(name))) as Known<S>);
    if (pending !== undefined) this.begin(pending);
  }

  /** Puts what the hoster shows into the record. */
  observe(object: O): void {
    this.see(this.#resource.observe(object));
  }

  /** Puts what an answer shows into the record that tells of the object only in part. */
  see(shown: Observed<S>): void {
    this.keep(merged(this.#resource, this.state, shown));
  }

  /** Records work as begun, with what counts once it is done and the job that does it, if the hoster names one. */
  begin(kind: string, finished: Partial<S> = {}, job?: number): void {
    this.#note({ kind, since: new Date().toISOString(), finished, ...(job === undefined ? {} : { job }) });
  }

  /** Records the pending work as done. */
  finish(): void {
    this.record = withoutPending(this.record);
  }

  /** Records work of which nobody can tell whether it was begun, with what counts if it was. */
  doubt(kind: string, finished: Partial<S>): void {
    this.#note({ kind, since: new Date().toISOString(), finished, unconfirmed: true });
  }

  /** Records that this state knows by now of the request that was sent last (`requestedAt`); that never goes back. */
  requested(): void {
    const now = new Date().toISOString();
    const { requestedAt = now } = this.internal;
    this.record = {
      ...this.record,
      internal: { ...this.internal, requestedAt: requestedAt > now ? requestedAt : now },
    };
  }

  /** Records that the pending work has come to nothing. */
  abandon(): void {
    this.#note(undefined);
  }

  #note(pending: Pending | undefined): void {
    this.record = { ...this.record, internal: { ...this.internal, pending } };
  }
}
