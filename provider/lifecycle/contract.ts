import type { Hosters } from "../hosters";
import type { Line } from "../operation";
import type { Definition, Issue } from "./definition";
import type { Reconciler } from "./reconcile/reconciler";
import type { Internal, Known, Start } from "./record";
import type { Context } from "./runtime/context";
import type { KeysOf, Listed } from "./runtime/listing";

/**
 * One kind of resource: what it is, and the steps that the lifecycle calls. What is common to all resources (the look before a
 * create, marks, partial failures, the proof that something is missing) is not their business. A plain resource has the
 * required steps; each of the others serves a few.
 */
export interface Resource<A extends object, S extends A, O> extends Definition<A, S, O> {
  /**
   * Complete list (or an error) of the objects among which the described one would be; `fresh` asks the hoster anew. One that
   * may be long is kept as a `Listing`, which is not gone through for each look.
   */
  list: (args: A, cx: Context, fresh: boolean) => Promise<Iterable<O>>;
  /** The natural keys of those arguments that describe the object: one, as a rule. */
  keysOf: KeysOf<O>;
  /** Sends the one call that creates. */
  create: (args: A, cx: Context) => Promise<O>;
  /** The object with all its details; undefined only when the hoster's complete list lacks it. */
  find: (id: string, state: S, cx: Context, internal: Internal) => Promise<O | undefined>;
  /** Makes the hoster's object equal to the arguments: finishes pending work, then changes what differs. */
  reconcile: (reconciler: Reconciler<A, S, O>) => Promise<void>;
  /** Removes the object for good; returns when the hoster's list lacks it. */
  remove: (id: string, state: S, object: O, cx: Context, internal: Internal) => Promise<void>;

  /** What only the moment of creation or adoption can tell. */
  start?: (object: O, adopted: boolean) => Start<S>;
  /** Whether pending work shows itself as finished. */
  isDone?: (object: O, state: S, internal: Internal) => boolean;
  /** What a person should know of the object though it is no drift. */
  notice?: (object: O) => Line | undefined;
  /** Called at the start of every operation on a resource that is in a stack, with what is recorded of it: what this computer notes beside it may end then. Never throws. */
  recorded?: (id: string, state: S, cx: Context, internal: Internal) => void;
  /** What is to be done on this computer, or to be said, when a resource leaves the stack whose object stays. */
  release?: (id: string, state: S, cx: Context, internal: Internal) => Promise<void>;

  availability?: Availability<A>;
  inventory?: Inventory<S, O>;
  setting?: Setting<A, S, O>;
  idComesLater?: IdComesLater<S>;
  purgedByHoster?: PurgedByHoster<A, S>;
  siblings?: Siblings<A, O>;
}

/** For arguments of which the hoster takes some only. */
export interface Availability<A> {
  /** Arguments that the hoster, as it is configured, has no way to take; check refuses those that are given. */
  unsupported?: (hosters: Hosters) => Issue[];
  /** Given and known arguments, of those named, that ask for what the hoster says it does not have. Throws where it does not answer. */
  offered?: (args: Partial<A>, names: ReadonlySet<string>, cx: Context) => Promise<Issue[]>;
}

/** A value in place of one that no hoster shows. */
export interface StandIn {
  value: unknown;
  /** Why it does no harm, as a sentence. */
  harmless: string;
}

/** For a walk over all objects of the account, and for an import, where `list` and `observe` alone do not do. */
export interface Inventory<S, O> {
  /** Of the objects that there are the hoster tells too little to take any in, so none is listed: why, as a sentence. */
  none?: string;
  /** Every object of the account; where left out, `list` needs no arguments. */
  all?: (cx: Context) => AsyncIterable<O>;
  /** Why no program should own an object, as a sentence; undefined for those that one may. Only the latter are listed. */
  unmanaged?: (object: O) => string | undefined;
  /** What names the object for an import; where left out, its id does. */
  named?: (object: O) => string;
  /**
   * What an import records of the object beside what is observed: arguments that the hoster shows in other words only.
   * Undefined where no program could describe the object, or there is nothing to own.
   */
  imports?: (object: O) => Known<S> | undefined;
  /** Of required arguments that the hoster may not show: what an import records then, so that a program has something to say. */
  standIns?: { [K in keyof S]?: StandIn };
}

/** For a setting, which is always there. */
export interface Setting<A, S, O> {
  /** What it is now, before a create overwrites it. */
  present: (args: A, cx: Context) => Promise<O>;
  /**
   * Whether state knows that what the program asks for is its own, once the hoster shows it. It does not after an update that
   * was killed; then another update, which calls nothing, notes it.
   */
  knowsOwn: (state: S, args: Partial<A>) => boolean;
}

/** For an object that has no id yet right after its create: the id in the stack may be a stand-in. */
export interface IdComesLater<S> {
  /** The hoster's id; undefined while it has none. */
  hosterId: (state: Partial<S>) => string | undefined;
}

/** For what the hoster removes by itself. */
export interface PurgedByHoster<A, S> {
  /** What the state of a missing object says: a read keeps it, and warns. */
  missing: (state: S) => Partial<S>;
  /** Whether a missing object shall be made anew: the argument that asks for it. */
  recreate: (state: S, args: Partial<A>) => (keyof A & string) | undefined;
}

/** For objects that the hoster may refuse because of others beside them, or that others beside them contradict. */
export interface Siblings<A, O> {
  /** What the hoster may refuse a new object for, as a sentence for a preview. */
  hindrance: (args: A, listed: Listed<O>) => string | undefined;
  /** Called once no object of this kind is being made or adopted any more, with those that were. */
  afterCreates: (made: readonly Made<A, O>[], cx: Context) => Promise<void>;
}

/** An object that a run has made or adopted. */
export interface Made<A, O> {
  /** Name of its resource in the program. */
  name: string | undefined;
  args: A;
  object: O;
}

/** Types a resource definition; adds nothing at run time. */
export function defineResource<A extends object, S extends A, O>(resource: Resource<A, S, O>): Resource<A, S, O> {
  return resource;
}
