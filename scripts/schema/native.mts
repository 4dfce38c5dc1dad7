/** The classes and functions of the plugin's entry: the same as those of the dynamic provider's, under the plugin's types. */
import ts from "typescript";
import type { SettingInfo } from "../../provider/config/setting.ts";
import { type Named, namedTypes } from "./entry.mts";
import { formatted, moduleFrom } from "./module.mts";
import { type FunctionPair, functionPairs, type ResourceClass, resourceClasses } from "./sdk.mts";

const FOLDER = "sdk/native";
const ENTRY = "pulumi-vps/native";
const moduleOf = moduleFrom(FOLDER);

/** Files of sdk/native/, by their paths. */
export function nativeFiles(program: ts.Program): Map<string, string> {
  const classes = resourceClasses(program);
  const pairs = functionPairs(program);
  return new Map([
    formatted(`${FOLDER}/index.ts`, index(namedTypes(program, classes, pairs), classes, pairs)),
    formatted(`${FOLDER}/resources.ts`, resources(program, classes)),
    formatted(`${FOLDER}/functions.ts`, functions(program, pairs)),
  ]);
}

/** What a program may pass to the class Provider. */
export function providerArgs(settings: Record<string, SettingInfo>): [string, string] {
  const types = { string: "string", number: "number", keys: "Record<string, pulumi.Input<string>>" };
  const secret = Object.keys(settings).filter((name) => settings[name]?.secret);
  return formatted(`${FOLDER}/providerArgs.ts`, [
    'import type * as pulumi from "@pulumi/pulumi";',
    "",
    "/** Settings of a provider. Only the credentials of hosters that are used are needed. */",
    "export interface ProviderArgs {",
    ...Object.entries(settings).flatMap(([name, { description, environment, type, default: fallback }]) => [
      `/** ${description}${fallback === undefined ? "" : ` Default: ${fallback}.`} Environment: ${environment.map((one) => `\`${one}\``).join(", ")}. */`,
      `${name}?: pulumi.Input<${types[type]}> | undefined;`,
    ]),
    "}",
    "",
    "/** Those of them that are secrets in state, whatever the program says. */",
    `export const SECRET_SETTINGS: ReadonlySet<string> = new Set(${JSON.stringify(secret)});`,
  ]);
}

function index(named: Named, classes: ResourceClass[], pairs: FunctionPair[]): string[] {
  return [
    "/**",
    " * pulumi-vps/native: the resources and functions of pulumi-vps, served by the plugin of this package.",
    " *",
    " * @packageDocumentation",
    " */",
    'import "../../provider/requireNode";',
    "",
    ...[...named].map(([name, node]) => `export type { ${name} } from "${moduleOf(node)}";`),
    'export type * from "../args";',
    'export type { Inputs, Outputs } from "../inputs";',
    `export { ${pairs.flatMap(({ nodes }) => nodes.map((node) => node.name?.text)).join(", ")} } from "./functions";`,
    'export { Provider } from "./provider";',
    'export type { ProviderArgs } from "./providerArgs";',
    `export { ${classes.map(({ name }) => name).join(", ")} } from "./resources";`,
  ];
}

function resources(program: ts.Program, classes: ResourceClass[]): string[] {
  return [
    ...importsOf(
      program,
      classes.flatMap(({ argsNode, stateNode }) => [argsNode, stateNode]),
    ),
    'import { nativeResource } from "./resource";',
    "",
    ...classes.flatMap(({ name, node, args, state }) => [
      documentationOf(node),
      `export class ${name} extends nativeResource<${args}, ${state}>("${name}") {}`,
      "",
    ]),
  ];
}

function functions(program: ts.Program, pairs: FunctionPair[]): string[] {
  const nodes = pairs.flatMap(({ argsNode, resultNode }) => (argsNode ? [argsNode, resultNode] : [resultNode]));
  return [
    'import type * as pulumi from "@pulumi/pulumi";',
    'import type { Inputs } from "../inputs";',
    ...importsOf(program, nodes),
    'import { invoke, invokeOutput } from "./function";',
    "",
    ...pairs.flatMap((pair) => pair.nodes.flatMap((node) => [documentationOf(node), functionOf(pair, node), ""])),
  ];
}

/** One form of a function, as the dynamic provider's has it, with the options that a plugin's takes besides. */
function functionOf({ name, args, result }: FunctionPair, node: ts.FunctionDeclaration): string {
  const own = node.name?.text ?? "";
  const isOutput = own !== name;
  const [form, options] = isOutput ? ["invokeOutput", "InvokeOutputOptions"] : ["invoke", "InvokeOptions"];
  const parameters = [...node.parameters.map((one) => one.getText()), `options?: pulumi.${options}`].join(", ");
  const given = node.parameters[0]?.name.getText() ?? "undefined";
  return `export function ${own}(${parameters}): ${node.type?.getText()} {
  return ${form}<${args ?? "object"}, ${result}>("${name}", ${given}, options);
}`;
}

/** TSDoc as it stands in the source, but for the entry that its examples import. */
function documentationOf(node: ts.Node): string {
  const [doc] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return doc?.getText().replaceAll('from "pulumi-vps"', `from "${ENTRY}"`) ?? "";
}

/** Imports of the interfaces that these types name. */
function importsOf(program: ts.Program, nodes: readonly ts.TypeNode[]): string[] {
  const checker = program.getTypeChecker();
  const modules = new Map<string, Set<string>>();
  for (const node of nodes) {
    const symbol = checker.getTypeFromTypeNode(node).symbol;
    const module = moduleOf(symbol.declarations?.[0]);
    modules.set(module, (modules.get(module) ?? new Set()).add(symbol.name));
  }
  return [...modules].map(([module, names]) => `import type { ${[...names].sort().join(", ")} } from "${module}";`);
}
