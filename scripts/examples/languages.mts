/** An `@example`, which is written in TypeScript, in every language that the documentation shows. */
import { parseProgram } from "./parse.mts";
import { pythonOf } from "./python.mts";
import { yamlOf } from "./yaml.mts";

export interface Language {
  /** As Pulumi knows it, and the fences in schema.json. */
  name: "typescript" | "python" | "yaml";
  title: string;
}

export const LANGUAGES: readonly Language[] = [
  { name: "typescript", title: "TypeScript" },
  { name: "python", title: "Python" },
  { name: "yaml", title: "YAML" },
];

/** `name` is whose example it is. */
export function inAllLanguages(name: string, code: string): Record<Language["name"], string> {
  try {
    const program = parseProgram(code);
    return { typescript: code, python: pythonOf(program), yaml: yamlOf(program) };
  } catch (error) {
    throw new Error(`An example of ${name} cannot be translated: ${error instanceof Error ? error.message : error}.`);
  }
}
