/** The page of a resource. */
import type { ResourceSpec } from "../schema/pulumi.mts";
import { partsOf } from "./description.mts";
import { BACK, examples, page, properties, section, types, unverified } from "./markdown.mts";
import type { TypesByToken } from "./types.mts";

export function resourcePage(name: string, spec: ResourceSpec, byToken: TypesByToken): string {
  const description = partsOf(spec.description);
  if (!description.id) throw new Error(`${name}: its description has no paragraph "Its id is …".`);
  const { inputProperties: args, requiredInputs } = spec;
  const outputs = without(spec.properties, args);
  const isRequired = (argument: string) => requiredInputs.includes(argument);
  const ordered = { ...filter(args, isRequired), ...args };

  return page(
    `# ${name}`,
    ...description.paragraphs,
    examples(description.examples),
    section(
      "Arguments",
      properties(ordered, byToken, (argument) => [
        isRequired(argument) ? "required" : "optional",
        spec.properties[argument]?.secret && "secret",
        args[argument]?.willReplaceOnChanges && "a change replaces the resource",
      ]),
    ),
    section(
      "Outputs",
      Object.keys(outputs).length > 0 ? "The arguments, and:" : "The arguments.",
      properties(outputs, byToken, (output) => [!spec.required.includes(output) && "may be missing"]),
    ),
    types({ ...ordered, ...outputs }, byToken),
    section("Id", description.id),
    section("Import", ...importing(description.importing, args)),
    unverified(description.unverified, { ...ordered, ...outputs }, byToken),
    BACK,
  );
}

/** Of the plugin alone: Pulumi does not tell a dynamic provider what to import. */
function importing(told: string | undefined, args: object): string[] {
  if (told === undefined) return [];
  if (!told.includes("```")) return [told];
  const other = "adopt" in args ? "set the argument `adopt` in its place" : "a create takes over what exists";
  return [told, `This takes the plugin (\`pulumi-vps/native\`). With \`pulumi-vps\`, ${other}.`];
}

function filter<T>(record: Record<string, T>, keeps: (name: string) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => keeps(name)));
}

function without<T>(record: Record<string, T>, others: Record<string, unknown>): Record<string, T> {
  return filter(record, (name) => !(name in others));
}
