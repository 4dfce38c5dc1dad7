/** The classes and functions of sdk/, read from its sources: a resource or function that is not there does not exist for users. */
import { relative } from "node:path";
import ts from "typescript";

export const FOLDER = "sdk";

/** A class of sdk/: `class Name extends resource<Args, State>("Name")`. */
export interface ResourceClass {
  name: string;
  node: ts.ClassDeclaration;
  /** Names of the interfaces. */
  args: string;
  argsNode: ts.TypeNode;
  state: string;
  stateNode: ts.TypeNode;
}

/** A function of sdk/: `getX(args: Args)`, if it has that form, and `getXOutput(args: Inputs<Args>): pulumi.Output<Result>`. */
export interface FunctionPair {
  name: string;
  /** The form with plain arguments first. */
  nodes: ts.FunctionDeclaration[];
  /** Names of the interfaces; a function without arguments has none for them. */
  args: string | undefined;
  argsNode: ts.TypeNode | undefined;
  result: string;
  resultNode: ts.TypeNode;
}

export function resourceClasses(program: ts.Program): ResourceClass[] {
  return declarationsIn(program).filter(ts.isClassDeclaration).filter(isResource).map(resourceClass);
}

export function functionPairs(program: ts.Program): FunctionPair[] {
  const all = declarationsIn(program).filter(ts.isFunctionDeclaration);
  const named = (name: string) => all.filter((node) => node.name?.text === name);
  return all.flatMap((node) => {
    const [, name] = /^(get\w+)Output$/.exec(node.name?.text ?? "") ?? [];
    if (name === undefined) return [];
    const argsNode = argumentOf(node.parameters[0]?.type);
    const resultNode = argumentOf(node.type);
    if (resultNode === undefined) throw new Error(`${name}Output does not answer pulumi.Output<Result>.`);
    const [args, result] = [argsNode?.getText(), resultNode.getText()];
    return [{ name, nodes: [...named(name), node], args, argsNode, result, resultNode }];
  });
}

/** `T` of a type such as `Inputs<T>`. */
function argumentOf(type: ts.TypeNode | undefined): ts.TypeNode | undefined {
  return type && ts.isTypeReferenceNode(type) ? type.typeArguments?.[0] : undefined;
}

/** By name, so that nothing depends on the order of files. */
function declarationsIn(program: ts.Program): ts.DeclarationStatement[] {
  return program
    .getSourceFiles()
    .filter(({ fileName }) => relative(".", fileName).startsWith(`${FOLDER}/`))
    .flatMap(({ statements }) => [...statements])
    .filter(
      (one): one is ts.ClassDeclaration | ts.FunctionDeclaration =>
        ts.isClassDeclaration(one) || ts.isFunctionDeclaration(one),
    )
    .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

function nameOf(node: ts.DeclarationStatement): string {
  return node.name?.getText() ?? "";
}

function isResource({ heritageClauses }: ts.ClassDeclaration): boolean {
  const call = heritageClauses?.[0]?.types[0]?.expression;
  return call !== undefined && ts.isCallExpression(call) && call.expression.getText() === "resource";
}

function resourceClass(node: ts.ClassDeclaration): ResourceClass {
  const name = node.name?.text ?? "";
  const call = node.heritageClauses?.[0]?.types[0]?.expression;
  const [argsNode, stateNode] = call && ts.isCallExpression(call) ? (call.typeArguments ?? []) : [];
  if (!argsNode || !stateNode) throw new Error(`${name} does not extend resource<Args, State>("${name}").`);
  return { name, node, args: argsNode.getText(), argsNode, state: stateNode.getText(), stateNode };
}
