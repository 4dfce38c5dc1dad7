/** The whole schema of the package. */
import type ts from "typescript";
import type { SettingInfo } from "../../provider/config/setting.ts";
import { PYTHON_SDK_VERSION } from "../engine/version.mts";
import { type FunctionDefinition, functionSpec } from "./function.mts";
import { interfacesIn } from "./interfaces.mts";
import { type FunctionSpec, PACKAGE, type PackageSpec, type ResourceSpec, token } from "./pulumi.mts";
import { type Definition, resourceSpec } from "./resource.mts";
import { functionPairs, resourceClasses } from "./sdk.mts";
import { settingProperties } from "./settings.mts";
import { sorted, Types } from "./types.mts";

/** What package.json says of the package. */
export interface Manifest {
  name: string;
  version: string;
  description: string;
  keywords: string[];
  license: string;
  homepage: string;
  /** As npm writes it: a URL of Git, `git+https://….git`. */
  repository: { url: string };
  author: string;
}

/** What the provider knows at run time. */
export interface Provider {
  settings: Record<string, SettingInfo>;
  resources: readonly Definition[];
  functions: readonly FunctionDefinition[];
}

export function packageSpec(
  program: ts.Program,
  manifest: Manifest,
  { settings, resources, functions }: Provider,
): PackageSpec {
  const interfaceOf = interfacesIn(program);
  const types = new Types();
  const specs: Record<string, ResourceSpec> = {};
  for (const found of resourceClasses(program)) {
    const definition = resources.find(({ name }) => name === found.name);
    if (!definition) throw new Error(`${found.name} is in sdk/, but in no hoster of provider/hosters/.`);
    specs[token(found.name)] = resourceSpec(found, definition, interfaceOf, types);
  }
  const functionSpecs: Record<string, FunctionSpec> = {};
  for (const found of functionPairs(program)) {
    const definition = functions.find(({ name }) => name === found.name);
    if (!definition) throw new Error(`${found.name} is in sdk/, but in no hoster of provider/hosters/.`);
    functionSpecs[token(found.name)] = functionSpec(found, definition, interfaceOf, types);
  }
  const configuration = settingProperties(settings);
  return {
    name: PACKAGE,
    displayName: "VPS hosters",
    version: manifest.version,
    description: manifest.description,
    keywords: [...manifest.keywords, "category/infrastructure", "kind/native"],
    homepage: manifest.homepage,
    repository: manifest.repository.url.replace(/^git\+|\.git$/g, ""),
    license: manifest.license,
    publisher: manifest.author,
    language: languages(manifest),
    config: { variables: configuration },
    provider: {
      description:
        "The hosters' credentials and addresses, and how long things are waited for. Only the credentials of hosters that are used are needed.",
      inputProperties: configuration,
    },
    types: types.specs,
    resources: sorted(specs),
    functions: sorted(functionSpecs),
  };
}

/** What the generators of SDKs have to know. */
function languages({ name, description, repository }: Manifest): PackageSpec["language"] {
  const place = repository.url.replace(/^git\+https:\/\/|\.git$/g, "");
  return {
    nodejs: { packageName: `${name}/native`, respectSchemaVersion: true },
    python: {
      packageName: name.replaceAll("-", "_"),
      pythonRequires: ">=3.10",
      requires: { pulumi: `>=${PYTHON_SDK_VERSION},<4.0.0` },
      readme: `# ${name}\n\n${description}.\n\nThe npm package \`${name}\` holds the plugin that serves it, and the documentation: <https://${place}>.\n`,
      pyproject: { enabled: true },
      respectSchemaVersion: true,
    },
    go: { importBasePath: `${place}/sdk/go/${PACKAGE}`, respectSchemaVersion: true },
  };
}
