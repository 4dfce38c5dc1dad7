import {
  adapter,
  type HosterName,
  isOptional,
  type Operation,
  plan,
  type Resource,
  type Runtime,
  recordIn,
} from "./provider";
import type { Properties } from "./stack";

/** The ways into the provider. The whole suite runs once per adapter. */
export const ADAPTERS = ["dynamic"] as const;
export type AdapterName = (typeof ADAPTERS)[number];

/** What the engine calls. */
export type Adapter = Omit<ReturnType<typeof adapter>, "configure">;

/** One argument as its definition describes it. */
export interface ArgumentDefinition {
  role: "drift" | "writeOnly" | "control";
  reason?: string;
  replaces?: true;
  shown?: unknown;
  always?: true;
  nonSecret?: string;
  quiet?: true;
}

/** A resource definition without its types, so that resources of every kind fit into one table. */
export interface Subject {
  name: string;
  hoster: HosterName;
  noun: string;
  arguments: Record<string, ArgumentDefinition>;
  outputs: Record<string, { secret?: true; steady?: true }>;
  /** Argument names of the schema. */
  schemaNames: string[];
  isOptional: (argument: string) => boolean;
  costs: "money" | "nothing";
  manages: "existing" | undefined;
  takesOver: boolean;
  holdsOne: boolean;
  /** It is always there: what is recorded is whether its value is ours. */
  isSetting: boolean;
  /** What a create, or an update of what has these outputs, will leave. */
  plan: (outputs: Properties | undefined, inputs: Properties, ignoreChanges?: string[]) => Properties;
  open: Record<AdapterName, (runtime: Runtime, begin: () => Operation) => Adapter>;
}

export function subjectOf<A extends object, S extends A, O>(resource: Resource<A, S, O>): Subject {
  return {
    name: resource.name,
    hoster: resource.hoster,
    noun: resource.noun,
    arguments: resource.arguments as Record<string, ArgumentDefinition>,
    outputs: resource.outputs,
    schemaNames: Object.keys(resource.schema.shape),
    isOptional: (argument) => isOptional(resource, argument),
    costs: resource.costs,
    manages: resource.managementPolicy,
    takesOver: resource.takesOver ?? false,
    holdsOne: resource.holdsOne !== undefined,
    isSetting: resource.knowsOwn !== undefined,
    plan: (outputs, inputs, ignoreChanges) => ({
      ...plan(resource, outputs && recordIn<S>(outputs), inputs, { ignoreChanges }),
    }),
    open: { dynamic: (runtime, begin) => adapter(resource, runtime, begin) },
  };
}
