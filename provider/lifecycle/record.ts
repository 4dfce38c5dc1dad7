/** Work at the hoster that has begun and is not known to be finished. Kept in state (as a secret), so that nothing is begun twice. */
export interface Pending {
  kind: string;
  /** ISO 8601, by our clock. */
  since: string;
  /** The hoster's number of the job, where it gives one. */
  job?: number | undefined;
  /** Arguments and outputs that count once the work is done. */
  finished: object;
  /** Nobody can tell whether it was begun. It never counts as done by itself: the program says what it is. */
  unconfirmed?: true | undefined;
  /** For a create whose object has no id yet: names of those that were there before. The id in the stack is then a stand-in. */
  before?: string[] | undefined;
}

/** What the lifecycle keeps of every resource beside its arguments and outputs. */
export interface Internal {
  /** Names of the optional arguments the program gave; only those are managed. */
  specified: string[];
  /** Random mark of the resource that holds the id; empty for what is only looked up. */
  owner: string;
  /** Fingerprint of the hoster account the object belongs to; empty for what is only looked up. */
  account: string;
  pending?: Pending | undefined;
  /** Property paths of the arguments whose changes the program ignores, so that what the hoster shows of them is no drift. */
  ignoreChanges?: readonly string[] | undefined;
  /** Names of arguments that no hoster shows and of which an import could not know what was applied: the first value only says so. */
  untold?: readonly string[] | undefined;
  /** For requests that no run may repeat: when this state last learnt of one (ISO 8601, by the clock of the computer that ran it). */
  requestedAt?: string | undefined;
}

/** A resource as a stack records it. Both parts have names of their own, so that an argument may be called `account`. */
export interface Recorded<S extends object> {
  /** Arguments and outputs. */
  properties: S;
  internal: Internal;
}

/** Whether the stack holds the object, rather than only looks it up. */
export function isOurs({ owner }: Internal): boolean {
  return owner !== "";
}

/** What is certain of a state by now; undefined for what no longer holds. */
export type Known<S> = { [K in keyof S]?: S[K] | undefined };

/** What is recorded of an object right after a create or an adoption. */
export interface Start<S> {
  known?: Known<S>;
  /** What is under way at the hoster then: the kind of the pending work. */
  pending?: string | undefined;
}

/** What will count once the pending work is done. */
export function finishedOf<S extends object>({ pending }: Internal): Known<S> {
  return (pending?.finished ?? {}) as Known<S>;
}

/** The record in which the pending work counts as applied. */
export function withoutPending<S extends object>({ properties, internal }: Recorded<S>): Recorded<S> {
  const { pending: _, ...rest } = internal;
  return { properties: { ...properties, ...finishedOf<S>(internal) } as S, internal: rest };
}

/** Whether nobody can tell if the pending work was begun. */
export function isUnconfirmed({ pending }: Internal): boolean {
  return pending?.unconfirmed === true;
}
