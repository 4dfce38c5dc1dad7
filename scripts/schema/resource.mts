/** One resource: its class tells the description, its interfaces the properties, the provider what replaces and what is secret. */
import { documentation } from "./doc.mts";
import type { Interface } from "./interfaces.mts";
import { type Properties, type ResourceSpec, token } from "./pulumi.mts";
import type { ResourceClass } from "./sdk.mts";
import type { Types } from "./types.mts";

/** What the schema needs of the provider's definition of a resource. */
export interface Definition {
  name: string;
  arguments: Record<string, { replaces?: true; nonSecret?: string; secret?: true }>;
  outputs: Record<string, { secret?: true }>;
  importId?: { form: string; example: string };
  inventory?: { none?: string };
}

/** A list takes no arguments. That there is this member says that there is a list. */
const NO_PROPERTIES = { type: "object", properties: {} } as const;

export function resourceSpec(
  { name, node, args, state }: ResourceClass,
  definition: Definition,
  interfaceOf: (name: string) => Interface,
  types: Types,
): ResourceSpec {
  const shown = { ...definition.arguments, ...definition.outputs };
  const inputs = types.object(name, interfaceOf(args));
  const outputs = types.object(name, interfaceOf(state));
  return {
    description: [documentation(node), importing(name, definition)].join("\n\n"),
    // Pulumi's `replaceOnChanges` would replace on drift too, and without consent: whether it is one decides the provider.
    inputProperties: marked(inputs.properties, { willReplaceOnChanges: true }, (argument) =>
      Boolean(definition.arguments[argument]?.replaces),
    ),
    requiredInputs: inputs.required,
    properties: marked(outputs.properties, { secret: true }, (output) => Boolean(shown[output]?.secret)),
    required: outputs.required,
    // A stack may have it from the dynamic provider.
    ...(definition.importId !== undefined && !definition.inventory?.none ? { listInputs: NO_PROPERTIES } : {}),
    aliases: [{ type: `pulumi-nodejs:dynamic/vps:${name}` }],
  };
}

/** How an existing object is imported, in the form that Pulumi's documentation expects. */
function importing(name: string, { importId }: Definition): string {
  if (importId === undefined) return "## Import\n\nIt leaves no object at the hoster, so there is nothing to import.";
  const { form, example } = importId;
  // One that is a word, and not a form, says all.
  const told =
    form === example
      ? "Its id for an import is always the same."
      : `Its id for an import is ${isForm(form) ? `\`${form}\`` : form}.`;
  return ["## Import", told, `\`\`\`sh\n$ pulumi import ${token(name)} name ${example}\n\`\`\``].join("\n\n");
}

/** Of several parts; anything else is a phrase. */
function isForm(form: string): boolean {
  return form.includes("/");
}

function marked(
  properties: Properties,
  mark: { secret: true } | { willReplaceOnChanges: true },
  applies: (name: string) => boolean,
): Properties {
  return Object.fromEntries(
    Object.entries(properties).map(([name, spec]) => [name, applies(name) ? { ...spec, ...mark } : spec]),
  );
}
