import * as pulumi from "@pulumi/pulumi";
import type { Inputs, Outputs } from "./inputs";
import type { Kind } from "./kind";
import { KINDS } from "./kindTable";

/** The class of a kind of resource: what every Pulumi resource has, and the types of this one. */
export interface ResourceClass<A, S> {
  new (name: string, args: Inputs<A>, options?: pulumi.CustomResourceOptions): pulumi.CustomResource & Outputs<S>;

  /** What Pulumi calls this kind of resource; policy packs compare it. */
  readonly __pulumiType: string;

  /**
   * Looks up an existing object at the hoster in every run. The stack never changes or deletes it. `state` holds what the id
   * does not say, such as a record's `domain`. An error names what is missing.
   */
  get<R>(
    this: new (
      name: string,
      args: Inputs<A>,
      options?: pulumi.CustomResourceOptions,
    ) => R,
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state?: Partial<Inputs<A>>,
    options?: pulumi.CustomResourceOptions,
  ): R;

  /** Whether `value` is a resource of this kind, also one of another copy of this package. */
  isInstance(value: unknown): value is pulumi.CustomResource & Outputs<S>;
}

/** What a resource is registered with. */
export interface Registration {
  properties: object;
  options: pulumi.CustomResourceOptions;
  /** What is to be said of it. */
  warning?: string | undefined;
}

/** A class of this kind, under what Pulumi is to call it. `register` makes of what the program gives what Pulumi gets. */
export function resourceClass<A extends object, S extends A>(
  kind: Kind,
  type: string,
  register: (name: string, args: object, options: pulumi.CustomResourceOptions) => Registration,
): ResourceClass<A, S> {
  const shows = Object.fromEntries(kind.shows.map((one) => [one, undefined]));

  class VpsResource extends pulumi.CustomResource {
    static readonly __pulumiType = type;

    static get(
      name: string,
      id: pulumi.Input<pulumi.ID>,
      state: Partial<Inputs<A>> = {},
      options?: pulumi.CustomResourceOptions,
    ) {
      // What an id does not say, only the provider knows.
      return new this(name, state as Inputs<A>, { ...options, id: knownWith(state, id) });
    }

    static override isInstance(value: unknown): value is VpsResource {
      return typeof value === "object" && value !== null && "__pulumiType" in value && value.__pulumiType === type;
    }

    constructor(name: string, args: Inputs<A>, options: pulumi.CustomResourceOptions = {}) {
      // JavaScript may leave them out: then those that are required are missing.
      const registration = register(name, args ?? {}, options);
      super(type, name, { ...shows, ...registration.properties }, registration.options);
      if (registration.warning !== undefined) void pulumi.log.warn(registration.warning, this);
    }
  }
  // The outputs are set by CustomResource from the properties; TypeScript cannot see that.
  return VpsResource as unknown as ResourceClass<A, S>;
}

/** The type that a stack knows this kind of resource by, where the dynamic provider serves it. */
export function dynamicType(name: string): string {
  return `pulumi-nodejs:dynamic/vps:${name}`;
}

export function kindOf(name: string): Kind {
  const kind = KINDS.find((one) => one.name === name);
  if (kind === undefined) throw new Error(`sdk/kindTable.ts lacks ${name}: run \`npm run schema\`.`);
  return kind;
}

/** Not known before all of the state is: Pulumi hands a provider what is not known yet in a preview as if it were missing. */
function knownWith(state: object, id: pulumi.Input<pulumi.ID>): pulumi.Output<pulumi.ID> {
  return pulumi.all([id, pulumi.unsecret(pulumi.output(state))]).apply(([known]) => known);
}
