/** The page of a function. */
import type { FunctionSpec } from "../schema/pulumi.mts";
import { partsOf } from "./description.mts";
import { BACK, examples, page, properties, section, types, unverified } from "./markdown.mts";
import type { TypesByToken } from "./types.mts";

export function functionPage(
  name: string,
  { description, deprecationMessage, inputs, outputs }: FunctionSpec,
  byToken: TypesByToken,
): string {
  const told = partsOf(description);
  const args = inputs?.properties ?? {};
  return page(
    `# ${name}`,
    deprecationMessage && `**Deprecated.** ${deprecationMessage}`,
    ...told.paragraphs,
    examples(told.examples),
    section(
      "Arguments",
      inputs
        ? properties(args, byToken, (argument) => [inputs.required.includes(argument) ? "required" : "optional"])
        : "None.",
    ),
    section(
      "Result",
      outputs.description,
      properties(outputs.properties, byToken, (output) => [!outputs.required.includes(output) && "may be missing"]),
    ),
    types({ ...args, ...outputs.properties }, byToken),
    unverified(told.unverified, { ...args, ...outputs.properties }, byToken),
    BACK,
  );
}
