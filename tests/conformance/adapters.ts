import type { Adapter } from "./adapter";
import { nativeCalls } from "./nativeCalls";
import {
  type Argument,
  adapter,
  type HosterName,
  importById,
  isOptional,
  list,
  type Operation,
  plan,
  quietly,
  type Resource,
  type Runtime,
  recordIn,
  stateOf,
  withOperation,
} from "./provider";
import type { Properties } from "./stack";

/** The ways into the provider. The whole suite runs once per adapter. */
export const ADAPTERS = ["dynamic", "native"] as const;
export type AdapterName = (typeof ADAPTERS)[number];

export type { Adapter };

/** One argument as its definition describes it. */
export type ArgumentDefinition = Argument<never>;

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
  managesExisting: boolean;
  adoptsAlways: boolean;
  holdsOne: boolean;
  /** It is always there: what is recorded is whether its value is ours. */
  isSetting: boolean;
  /** What a create, or an update of what has these outputs, will leave. */
  plan: (outputs: Properties | undefined, inputs: Properties, ignoreChanges?: string[]) => Properties;
  /** How it is named by a text alone; nothing of it can be where this is absent. */
  importId: { form: string; example: string } | undefined;
  /** As an adapter that is asked for imports makes an object the stack's own. */
  imported: (runtime: Runtime, text: string, begin?: () => Operation) => Promise<ImportedState | undefined>;
  /** What names the objects of the account for an import. */
  listed: (runtime: Runtime, begin?: () => Operation) => Promise<string[]>;
  open: Record<AdapterName, (runtime: Runtime, begin: () => Operation) => Adapter>;
}

/** An imported object, with what the stack then holds. */
export interface ImportedState {
  id: string;
  inputs: Properties;
  outputs: Properties;
  notShown: string[];
}

export function subjectOf<A extends object, S extends A, O>(resource: Resource<A, S, O>): Subject {
  return {
    name: resource.name,
    hoster: resource.hoster,
    noun: resource.noun,
    arguments: resource.arguments,
    outputs: resource.outputs,
    schemaNames: Object.keys(resource.schema.shape),
    isOptional: (argument) => isOptional(resource, argument),
    costs: resource.costs,
    managesExisting: resource.managementPolicy === "existing",
    adoptsAlways: resource.managementPolicy === "adopt",
    holdsOne: resource.replacement?.holdsOne !== undefined,
    isSetting: resource.setting !== undefined,
    plan: (outputs, inputs, ignoreChanges) => ({
      ...plan(resource, outputs && recordIn<S>(outputs), inputs, { ignoreChanges }),
    }),
    importId: resource.importId,
    imported: async (runtime, text, begin = quietly) => {
      const found = await withOperation(begin(), () => importById(resource, runtime, text));
      if (found === undefined) return undefined;
      const { id, inputs, record, notShown } = found;
      return { id, inputs: { ...inputs }, outputs: stateOf(record), notShown };
    },
    listed: async (runtime, begin = quietly) => {
      const ids: string[] = [];
      // An adapter asks for the next one wherever it is.
      for await (const id of withOperation(begin(), () => list(resource, runtime))) ids.push(id);
      return ids;
    },
    open: {
      dynamic: (runtime, begin) => adapter(resource, runtime, begin),
      native: (runtime, begin) => nativeCalls(resource, runtime, begin),
    },
  };
}
