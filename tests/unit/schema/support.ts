import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { PackageSpec, PropertySpec } from "../../../scripts/schema/pulumi.mts" with {
  "resolution-mode": "import",
};

/** The committed schema.json; another test keeps it equal to the sources. */
export const PACKAGE = JSON.parse(readFileSync(resolve(__dirname, "../../../schema.json"), "utf8")) as PackageSpec;

/** Its resources by the names of their classes. */
export const RESOURCES = Object.entries(PACKAGE.resources).map(
  ([token, spec]) => [token.replace("vps:index:", ""), spec] as const,
);

/** Its functions by their names. */
export const FUNCTIONS = Object.entries(PACKAGE.functions).map(
  ([token, spec]) => [token.replace("vps:index:", ""), spec] as const,
);

/** Every property of the schema, with where it stands. */
export function everyProperty(): [string, PropertySpec][] {
  const groups = [
    ["setting", PACKAGE.config.variables],
    ["setting of a provider", PACKAGE.provider.inputProperties],
    ...Object.entries(PACKAGE.types).map(
      ([token, spec]) => [token, "properties" in spec ? spec.properties : {}] as const,
    ),
    ...RESOURCES.map(([name, spec]) => [`argument of ${name}:`, spec.inputProperties] as const),
    ...RESOURCES.map(([name, spec]) => [`output of ${name}:`, spec.properties] as const),
    ...FUNCTIONS.map(([name, spec]) => [`argument of ${name}:`, spec.inputs?.properties ?? {}] as const),
    ...FUNCTIONS.map(([name, spec]) => [`output of ${name}:`, spec.outputs.properties] as const),
  ] as const;
  return groups.flatMap(([where, group]) =>
    Object.entries(group).map(([name, spec]): [string, PropertySpec] => [`${where} ${name}`, spec]),
  );
}
