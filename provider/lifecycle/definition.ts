import type { z } from "zod";
import type { HosterName } from "../hosters";

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
  /** Omitted, it still means something (the canonical form knows what), so it is compared all the same. */
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

/** What a person has to know of a new object in place of the present one. */
export interface Replacement<A, S> {
  /** What is lost, as sentences for the refusal. */
  loses?: string;
  /** Why the hoster cannot hold the old and the new object at once, as a sentence. */
  holdsOne?: string;
  /** Whether the old object goes before the new one is made, where the hoster would refuse to hold both. */
  deleteBeforeReplace?: (state: S, args: Partial<A>) => boolean;
}

/** The object that takes this one along when it is deleted. */
export interface Parent<A, S> {
  /** The argument that comes from it. */
  argument: keyof A & string;
  /** Its kind. */
  kind: string;
  /** The ids that it may have. */
  ids: (state: S) => readonly string[];
}

/** The arguments by which an object is found. */
export interface Identity<A> {
  /** Those that say where it would be listed. */
  within: readonly (keyof A & string)[];
  /** Those that tell it from the others there. */
  by: readonly (keyof A & string)[];
}

/** What the text of an id says. */
export interface Named<A> {
  /** The id in the stack, in the one spelling that `idOf` gives. */
  id: string;
  /** Arguments that it tells. */
  args: Partial<A>;
}

/** How an object is named by a text alone, for an import, a look-up or `adopt`. */
export interface ImportId<A> {
  /** Its form as people write it, such as `domain/recordId`, and an example. */
  form: string;
  example: string;
  /** Undefined for what is not of this form. The id as the stack holds it is of this form, too. */
  parse: (text: string) => Named<A> | undefined;
}

/** A mistake in the arguments: which one, and what is wrong with it, without the value. */
export interface Issue {
  argument: string;
  problem: string;
}

/** What an answer of the hoster tells of a state. */
export type Observed<S> = { [K in keyof S]?: S[K] | null };

/** What one kind of resource is, without what is done with it: `A` its arguments, `S` its state (arguments and outputs), `O` the hoster's object. */
export interface Definition<A extends object, S extends A, O> {
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
  /** The one form in which two spellings of the same thing are equal; values must compare as JSON. */
  canonical: (args: Partial<A>) => { [K in keyof A]?: unknown };
  /** What identifies the object for its owner. */
  naturalKey: (args: A) => string;
  /** The arguments that this takes. Absent for an action: to do the same twice is two actions. */
  identity?: Identity<A>;
  /** The hoster's id of an object, in its one spelling. */
  idOf: (object: O) => string;
  /** Absent where nothing at the hoster can be named, as of an action. */
  importId?: ImportId<A>;
  /** A create that costs money is never sent again after an unclear answer. */
  costs: "money" | "nothing";
  /**
   * What becomes of what exists already, where that is not for the program to say (`adopt`):
   *
   * - `existing`: it is managed, and the resource neither makes nor deletes one
   * - `adopt`: it is adopted, since being there is all there is to it
   */
  managementPolicy?: "existing" | "adopt";
  /** Which changes in place the program must agree to. */
  consent?: Consent<A>;
  replacement?: Replacement<A, S>;
  /** Where the object goes with another one. */
  diesWith?: Parent<A, S>;
  /**
   * What the hoster shows, under the names of arguments and outputs. Where it shows that there is none, null; what this
   * answer does not show at all is absent.
   */
  observe: (object: O) => Observed<S>;
}
