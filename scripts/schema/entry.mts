/** The entry of the SDK: what stands in its files, and the types that a program may need a name for. */
import { relative } from "node:path";
import ts from "typescript";
import { formatted, moduleFrom } from "./module.mts";
import { FOLDER, type FunctionPair, functionPairs, type ResourceClass, resourceClasses } from "./sdk.mts";

const moduleOf = moduleFrom(FOLDER);

/** Interfaces that a program may need a name for. */
export type Named = ReadonlyMap<string, ts.InterfaceDeclaration>;

/** sdk/index.ts and sdk/args.ts, by their paths. */
export function entryFiles(program: ts.Program): Map<string, string> {
  const classes = resourceClasses(program);
  const pairs = functionPairs(program);
  return new Map([
    formatted(`${FOLDER}/index.ts`, index(namedTypes(program, classes, pairs), classes, pairs)),
    formatted(`${FOLDER}/args.ts`, args(classes, pairs)),
  ]);
}

/** Those of the provider that are met in what its classes and functions show. */
export function namedTypes(program: ts.Program, classes: ResourceClass[], pairs: FunctionPair[]): Named {
  const named = new Interfaces(program.getTypeChecker());
  for (const { stateNode } of classes) named.add(stateNode);
  for (const { argsNode, resultNode } of pairs) {
    if (argsNode) named.add(argsNode);
    named.add(resultNode);
  }
  return named.found;
}

function index(named: Named, classes: ResourceClass[], pairs: FunctionPair[]): string[] {
  return [
    "/**",
    " * pulumi-vps: servers and DNS at small hosters, declared in a Pulumi program.",
    " *",
    " * @packageDocumentation",
    " */",
    'import "../provider/requireNode";',
    "",
    ...[...named].map(([name, node]) => `export type { ${name} } from "${moduleOf(node)}";`),
    'export type * from "./args";',
    'export type { Inputs, Outputs } from "./inputs";',
    ...classes.map(({ name, node }) => `export { ${name} } from "${moduleOf(node)}";`),
    ...pairs.flatMap(({ nodes }) => nodes).map((node) => `export { ${node.name?.text} } from "${moduleOf(node)}";`),
  ];
}

/** What programs pass has no other name: the interfaces of the provider are those of plain values. */
function args(classes: ResourceClass[], pairs: FunctionPair[]): string[] {
  const forms = new Map<string, FunctionPair[]>();
  for (const pair of pairs) {
    const type = pair.args?.replace(/Args$/, "OutputArgs");
    if (type !== undefined) forms.set(type, [...(forms.get(type) ?? []), pair]);
  }
  return [
    ...classes.map(({ name, node }) => `import type { ${name} } from "${moduleOf(node)}";`),
    ...[...forms.values()].map(([form]) => `import type { ${form?.name}Output } from "${moduleOf(form?.nodes[0])}";`),
    "",
    "type ArgumentsOf<C extends new (name: string, args: never) => object> = ConstructorParameters<C>[1];",
    "type InputsOf<F extends (args: never) => object> = NonNullable<Parameters<F>[0]>;",
    "",
    ...classes.flatMap(({ name }) => [
      `/** Arguments of {@link ${name}}. */`,
      `export type ${name}Args = ArgumentsOf<typeof ${name}>;`,
    ]),
    ...[...forms].flatMap(([type, [form, ...others]]) => [
      `/** Arguments of {@link ${form?.name}Output}${others.length > 0 ? ", and of others with the same arguments" : ""}. */`,
      `export type ${type} = InputsOf<typeof ${form?.name}Output>;`,
    ]),
  ];
}

/** Interfaces of the provider that are met in others, by name. */
class Interfaces {
  readonly found = new Map<string, ts.InterfaceDeclaration>();
  readonly #checker: ts.TypeChecker;

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker;
  }

  /** The interface that is named here, and those that its properties hold. */
  add(node: ts.TypeNode): void {
    this.#addType(this.#checker.getTypeFromTypeNode(node));
  }

  #addType(type: ts.Type): void {
    if (type.isUnionOrIntersection()) {
      for (const one of type.types) this.#addType(one);
      return;
    }
    if (!(type.flags & ts.TypeFlags.Object)) return;
    const declaration = type.symbol?.declarations?.find(ts.isInterfaceDeclaration);
    if (declaration && isIn("provider/", declaration)) {
      if (this.found.has(type.symbol.name)) return;
      this.found.set(type.symbol.name, declaration);
      for (const property of type.getProperties()) this.#addType(this.#checker.getTypeOfSymbol(property));
      // What several answers have in common; of a resource's state those are its arguments, which have a form of their own.
      const bases = isIn("provider/functions/", declaration) ? type.getBaseTypes() : undefined;
      for (const base of bases ?? []) this.#addType(base);
      return;
    }
    if (this.#checker.isArrayType(type)) {
      for (const one of this.#checker.getTypeArguments(type as ts.TypeReference)) this.#addType(one);
    }
    for (const { type: value } of this.#checker.getIndexInfosOfType(type)) this.#addType(value);
  }
}

function isIn(folder: string, node: ts.Node): boolean {
  return relative(".", node.getSourceFile().fileName).startsWith(folder);
}
