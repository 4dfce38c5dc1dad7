/** Arguments, or arguments and outputs, of a resource by name. */
export type Values = Readonly<Record<string, unknown>>;

/** An object at a hoster that a program is to own. */
export interface Found {
  kind: string;
  /** Its name in the program and in the stack: unique among those of its kind. */
  name: string;
  /** What `pulumi import` takes. */
  importId: string;
  /** The id that the stack holds. */
  id: string;
  /** What the program is to say. */
  inputs: Values;
  /** The same, and what the hoster shows beside. */
  properties: Values;
  /** What a reader has to know of what it says, each as a sentence. */
  remarks: readonly string[];
}

/** What stays as it is, and why. */
export interface Unmanaged {
  kind: string;
  /** Undefined where it is said of all objects of the kind. */
  id: string | undefined;
  why: string;
}

/** What the accounts hold. */
export interface Survey {
  found: readonly Found[];
  /** What the stack holds already. */
  held: readonly { kind: string; name: string; id: string }[];
  unmanaged: readonly Unmanaged[];
  /** Whether some of it could not be looked at, so that another run may find more. */
  isPartial: boolean;
}

/** An output of another resource. */
export class Reference {
  readonly to: Found;
  readonly output: string;
  /** Which one of a list. */
  readonly index: number | undefined;

  constructor(to: Found, output: string, index?: number) {
    this.to = to;
    this.output = output;
    this.index = index;
  }
}

/** Text that outputs are part of. */
export class Joined {
  readonly parts: readonly (string | Reference)[];

  constructor(parts: readonly (string | Reference)[]) {
    this.parts = parts;
  }
}

/** A value of the stack's configuration that is encrypted there. */
export class Secret {
  readonly key: string;
  readonly value: unknown;

  constructor(key: string, value: unknown) {
    this.key = key;
    this.value = value;
  }
}

/** An explicit provider as a program declares it. */
export interface ProviderDeclaration {
  name: string;
  /** Plain values, or {@link Secret}. */
  args: Values;
}

/** A program: what it declares, and by which provider; by the default one where it has none. */
export interface Program {
  provider: ProviderDeclaration | undefined;
  declarations: readonly Declaration[];
  /** What a reader has to know of the whole, each as a sentence. */
  notes: readonly string[];
}

/** A resource as a program declares it. */
export interface Declaration {
  found: Found;
  /** Plain values, {@link Reference}, {@link Joined} or {@link Secret}. */
  args: Values;
  protect: boolean;
}
