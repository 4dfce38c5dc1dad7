/** What sdk/ exports, read from its source: a resource or function that is not there does not exist for users. */
import ts from "typescript";
import { SDK } from "./interfaces.mts";

/** A class of sdk/: `class Name extends resource<Args, State>("Name")`. */
export interface ResourceClass {
  name: string;
  node: ts.ClassDeclaration;
  /** Names of the interfaces. */
  args: string;
  state: string;
}

/** A function of sdk/: `getX(args: Args)`, if it has that form, and `getXOutput(args: Inputs<Args>): pulumi.Output<Result>`. */
export interface FunctionPair {
  name: string;
  /** The form with plain arguments first. */
  nodes: ts.FunctionDeclaration[];
  /** Names of the interfaces; a function without arguments has none for them. */
  args: string | undefined;
  result: string;
}

export function resourceClasses(program: ts.Program): ResourceClass[] {
  return exportsOf(program).filter(ts.isClassDeclaration).map(resourceClass);
}

export function functionPairs(program: ts.Program): FunctionPair[] {
  const all = exportsOf(program).filter(ts.isFunctionDeclaration);
  const named = (name: string) => all.filter((node) => node.name?.text === name);
  return all.flatMap((node) => {
    const [, name] = /^(get\w+)Output$/.exec(node.name?.text ?? "") ?? [];
    if (name === undefined) return [];
    const args = argumentOf(node.parameters[0]?.type);
    const result = argumentOf(node.type);
    if (result === undefined) throw new Error(`${name}Output does not answer pulumi.Output<Result>.`);
    return [{ name, nodes: [...named(name), node], args, result }];
  });
}

/** `T` of a type such as `Inputs<T>`. */
function argumentOf(type: ts.TypeNode | undefined): string | undefined {
  return type && ts.isTypeReferenceNode(type) ? type.typeArguments?.[0]?.getText() : undefined;
}

function exportsOf(program: ts.Program): ts.Declaration[] {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(SDK);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`${SDK} cannot be read.`);
  return checker
    .getExportsOfModule(module)
    .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol))
    .flatMap((symbol) => symbol.declarations ?? []);
}

function resourceClass(node: ts.ClassDeclaration): ResourceClass {
  const name = node.name?.text ?? "";
  const call = node.heritageClauses?.[0]?.types[0]?.expression;
  const types = call && ts.isCallExpression(call) ? (call.typeArguments ?? []) : [];
  const [args, state] = types.map((type) => type.getText());
  if (!args || !state) throw new Error(`${name} does not extend resource<Args, State>("${name}").`);
  return { name, node, args, state };
}
