import type { z } from "zod";
import type { HosterName, Hosters } from "../hosters";
import type { Line } from "../operation";
import type { Reconciler } from "./reconcile/reconciler";
import type { Internal, Known } from "./record";
import type { Context } from "./runtime/context";
import type { KeysOf, Listed } from "./runtime/listing";

/** What one argument is to the hoster's object. */
export interface Argument<S> {
  /**
   * - `drift`: the hoster shows it, so a difference is found and repaired
   * - `writeOnly`: the hoster takes it but never shows it
   * - `control`: steers this provider; the hoster never hears of it
   */
  role: "drift" | "writeOnly" | "control";
  /** Why it is not compared with the hoster (for `writeOnly` and `control`). */
  reason?: string;
  /** A change needs a new object. With an argument `allowReplace` in the resource, only when that is true. */
  replaces?: true;
  /** For `replaces` or a change that takes consent: what the hoster shows now, kept beside the applied value, since drift destroys nothing. */
  live?: (state: S) => unknown;
  /** Left out it still means something (the canonical form knows what), so it is compared all the same. */
  hasDefault?: true;
  /** Why it cannot be a secret: the SDK refuses one with these words. So messages may show it. */
  nonSecret?: string;
  /** A secret in state, also where the program passes it as plain text. */
  secret?: true;
  /** Only create or check look at it, so a change of it alone is no difference. */
  createOnly?: true;
  /** What a preview says of it. */
  foretells?: Foretold;
}

/** What one output is. Its description is the TSDoc of the state's interface. */
export interface Output {
  /** A secret in state: it gives access, or repeats an argument that may be a secret under another name. */
  secret?: true;
  /** An update leaves it as it is, once no work is pending. So it stays known in a preview. */
  steady?: true;
}

/** What an argument does at the hoster that a person should know before, each as a sentence without a full stop. */
export interface Foretold {
  /** When it is given to a resource that is new in the program. */
  created?: string;
  /** When it is given with this value, and the object is adopted. */
  adopted?: (value: unknown) => string | undefined;
  /** When it changes. */
  changed?: string;
  /** When a resource that exists is given it for the first time. */
  firstGiven?: string;
}

/** How a program agrees to changes in place that lose something. */
export interface Consent<A> {
  /** The argument that must be true. */
  by: keyof A & string;
  /** The arguments whose change takes it. */
  to: readonly (keyof A & string)[];
  /** A create takes it, too, since it acts at once. */
  atCreate?: true;
  /** What such a change does and loses, as a sentence for the refusal. */
  loses: string;
  /** Whether a change of this argument only records what was done before, so that it loses nothing. */
  isHarmless?: (name: keyof A & string, args: Partial<A>) => boolean;
}

/** The arguments by which an object is found. */
export interface Identity<A> {
  /** Those that say where it would be listed. */
  within: readonly (keyof A & string)[];
  /** Those that tell it from the others there. */
  by: readonly (keyof A & string)[];
}

/** A mistake in the arguments: which one, and what is wrong with it, without the value. */
export interface Issue {
  argument: string;
  problem: string;
}

/** What an answer of the hoster tells of a state. */
export type Observed<S> = { [K in keyof S]?: S[K] | null };

/**
 * One kind of resource: `A` its arguments, `S` its state (arguments and outputs), `O` the hoster's object.
 * The lifecycle calls these steps; what is common to all resources (the look before a create, marks, partial failures,
 * the proof that something is gone) is not their business.
 */
export interface Resource<A extends object, S extends A, O> {
  name: string;
  hoster: HosterName;
  /** What a person calls the object, such as `record`. */
  noun: string;
  /** For a hoster where each machine has its own credential: which machine; undefined while that is not known. */
  machine?: (values: Partial<A>) => string | undefined;
  /** Shape of the arguments. Messages must not hold the value. */
  schema: z.ZodObject;
  arguments: { [K in keyof A]-?: Argument<S> };
  /** All that the state holds beside the arguments. */
  outputs: { [K in Exclude<keyof S, keyof A>]-?: Output };
  /**
   * Rules across arguments. Those that are missing, not known yet or faulty by themselves are absent; the latter two are
   * `unsettled`. A rule that needs one of them stays silent.
   */
  rules?: (args: Partial<A>, unsettled: ReadonlySet<string>) => Issue[];
  /** Given and known arguments, of those named, that ask for what the hoster says it does not have. Throws where it does not answer. */
  offered?: (args: Partial<A>, names: ReadonlySet<string>, cx: Context) => Promise<Issue[]>;
  /** Arguments that the hoster, as it is configured, has no way to take; check refuses those that are given. */
  unsupported?: (hosters: Hosters) => Issue[];
  /** The one form in which two spellings of the same thing are equal; values must compare as JSON. */
  canonical: (args: Partial<A>) => { [K in keyof A]?: unknown };
  /** What identifies the object for its owner. */
  naturalKey: (args: A) => string;
  /** The arguments that this takes. Absent for an action: to do the same twice is two actions. */
  identity?: Identity<A>;
  /** A create that costs money is never sent again after an unclear answer. */
  costs: "money" | "nothing";
  /**
   * The resource manages what exists already: create takes it over (without `adopt`) or says that there is none, and delete
   * lets go without a call.
   */
  managementPolicy?: "existing";
  /** Which changes in place the program must agree to. */
  consent?: Consent<A>;
  /** One that exists already is taken over without `adopt`, since being there is all there is to it. */
  takesOver?: true;
  /** What a replacement loses, for the refusal. */
  replacementLoses?: string;
  /** Why the hoster cannot hold the old and the new object of a replacement at once, as a sentence. */
  holdsOne?: string;
  /** The object that takes this one along when it is deleted: the argument that comes from it, and its kind and possible ids. */
  diesWith?: { argument: keyof A & string; parent: string; ids: (state: S) => readonly string[] };
  /** Whether the old object goes before the new one is made, where the hoster would refuse to hold both. */
  deleteBeforeReplace?: (state: S, args: Partial<A>) => boolean;

  /** Without which arguments the object cannot be looked for, and what its id tells of them; where left out, the id is enough. */
  address?: { by: readonly (keyof A & string)[]; ofId?: (id: string) => Partial<A> };
  idOf: (object: O) => string;
  /** An id that a person wrote, in the spelling that `idOf` gives; where left out, an id has one spelling. What is no id stays. */
  canonicalId?: (text: string) => string;
  /** The hoster's id of an object whose id in the stack may be a stand-in; undefined while it has none. */
  hosterId?: (state: Partial<S>) => string | undefined;
  /**
   * Complete list (or an error) of the objects among which the described one would be; `fresh` asks the hoster anew. One that
   * may be long is kept as a `Listing`, which is not gone through for each look.
   */
  list: (args: A, cx: Context, fresh: boolean) => Promise<Iterable<O>>;
  /** The natural keys of those arguments that describe the object: one, as a rule. */
  keysOf: KeysOf<O>;
  /** What the hoster may refuse a new object for, as a sentence for a preview. */
  hindrance?: (args: A, listed: Listed<O>) => string | undefined;
  /** For a setting, which is always there: what it is now, before a create overwrites it. */
  present?: (args: A, cx: Context) => Promise<O>;
  /**
   * For a setting: whether state knows that what the program asks for is its own, once the hoster shows it. It does not after
   * an update that was killed; then another update, which calls nothing, notes it.
   */
  knowsOwn?: (state: S, args: Partial<A>) => boolean;
  /** Sends the one call that creates. */
  create: (args: A, cx: Context) => Promise<O>;
  /** The object with all its details; undefined only when the hoster's complete list lacks it. */
  find: (id: string, state: S, cx: Context, internal: Internal) => Promise<O | undefined>;
  /**
   * What the hoster shows, under the names of arguments and outputs. Where it shows that there is none, null; what this
   * answer does not show at all is absent.
   */
  observe: (object: O) => Observed<S>;
  /** What a person should know of the object though it is no drift. */
  notice?: (object: O) => Line | undefined;
  /** What only the moment of creation or adoption can tell. */
  atStart?: (object: O, adopted: boolean) => Known<S>;
  /** What is under way at the hoster right after a create or an adoption: the kind of the pending work. */
  begun?: (object: O, adopted: boolean) => string | undefined;
  /** Whether pending work shows itself as finished. */
  isDone?: (object: O, state: S, internal: Internal) => boolean;
  /** Called at the start of every operation on a resource that is in a stack, with what is recorded of it: what this computer notes beside it may end then. Never throws. */
  recorded?: (id: string, state: S, cx: Context, internal: Internal) => void;
  /** For what the hoster removes by itself: a read keeps an object that is proved gone, with this in its state, and warns. */
  missing?: (state: S) => Partial<S>;
  /** Whether an object that vanished shall be made anew: the argument that asks for it. */
  recreate?: (state: S, args: Partial<A>) => (keyof A & string) | undefined;
  /** Called once no object of this kind is being made or adopted any more, with those that were. */
  afterCreates?: (made: readonly Made<A, O>[], cx: Context) => Promise<void>;
  /** Makes the hoster's object equal to the arguments: finishes pending work, then changes what differs. */
  reconcile: (reconciler: Reconciler<A, S, O>) => Promise<void>;
  /** What is to be done on this computer, or to be said, when a resource leaves the stack whose object stays. */
  release?: (id: string, state: S, cx: Context, internal: Internal) => Promise<void>;
  /** Removes the object for good; returns when the hoster's list lacks it. */
  remove: (id: string, state: S, object: O, cx: Context, internal: Internal) => Promise<void>;
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
