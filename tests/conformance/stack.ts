/** Values as the protocol carries them: JSON. */
export type Properties = Record<string, unknown>;

/** A resource as a program declares it. */
export interface Declared {
  type: string;
  inputs: Properties;
  /** Names of resources that must be made before, and deleted after. */
  after?: string[];
  /** Inputs that are outputs of another resource, which must be made before. */
  from?: Record<string, { resource: string; output: string }>;
  /** Names of the inputs that the program passes as secrets. */
  secrets?: string[];
  options?: Options;
}

/** The options of a resource that Pulumi tells no provider of. */
export interface Options {
  deleteBeforeReplace?: boolean;
  replacementTrigger?: string;
  /** Names of inputs, or `*`. */
  ignoreChanges?: string[];
  /** The same, given by a transform: no class sees it, so no provider is told. */
  ignoreChangesByTransform?: string[];
}

/** Resources by name. */
export type Program = Record<string, Declared>;

/** A resource in the stack's state. */
export interface Stored {
  name: string;
  type: string;
  id: string;
  inputs: Properties;
  outputs: Properties;
  initErrors: string[];
  /** By input, the resource that it comes from. */
  from: Record<string, string>;
  replacementTrigger: string | undefined;
  /** Was deleted for a replacement, whose other half is still to come. */
  deleted?: true;
  /** The old half of a replacement whose delete is still to come. */
  pendingDelete?: true;
}

export interface UpOptions {
  /** `up --refresh` */
  refresh?: boolean;
  /** `up --replace` */
  replace?: string[];
  /** `up --continue-on-error` */
  continueOnError?: boolean;
  /** Cancels every call that it meets, for an adapter that is told of that. */
  signal?: AbortSignal;
}
