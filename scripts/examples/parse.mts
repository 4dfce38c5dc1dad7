/** Reads the TypeScript of an example. What it does not know is an error, so that no example is left out. */
import ts from "typescript";
import { commentsAt, commentsOf, remark, trailing } from "./comments.mts";
import type { Access, Call, Constant, Entry, Export, Literal, Program, Resource, Statement, Value } from "./model.mts";
import { taken } from "./taken.mts";

/** What an example may import, and of it which names; of our own package all. */
const IMPORTS: Record<string, readonly string[] | undefined> = {
  "pulumi-vps": undefined,
  "@pulumi/pulumi": ["Config", "pulumi"],
  "node:fs": ["readFileSync"],
};

export function parseProgram(code: string): Program {
  const source = ts.createSourceFile("example.ts", code, ts.ScriptTarget.Latest, true);
  return new Parser(source).program();
}

class Parser {
  readonly #source: ts.SourceFile;
  /** Constants and resources that statements may refer to. */
  readonly #names = new Set<string>();
  /** `new Config()`. */
  readonly #configs = new Set<string>();
  #comments = 0;

  constructor(source: ts.SourceFile) {
    this.#source = source;
  }

  program(): Program {
    const statements = this.#source.statements.flatMap((node) => this.#statement(node));
    const all = commentsOf(this.#source);
    if (all.length !== this.#comments) throw new Error(`one of its comments has no place: ${all.join(" ")}`);
    return { statements };
  }

  #statement(node: ts.Statement): Statement[] {
    if (ts.isImportDeclaration(node)) return this.#import(node);
    const comment = this.#trailing(node);
    if (ts.isVariableStatement(node)) return this.#variable(node, comment);
    if (!ts.isExpressionStatement(node)) throw unknown(node);
    if (ts.isNewExpression(node.expression)) return [this.#resource(node.expression, undefined, comment)];
    return this.#exports(undefined, node.expression, comment);
  }

  #import(node: ts.ImportDeclaration): [] {
    const module = ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier.text : "";
    const bindings = node.importClause?.namedBindings;
    if (!(module in IMPORTS) || !bindings) throw unknown(node);
    const names = ts.isNamespaceImport(bindings) ? [bindings.name] : bindings.elements.map(({ name }) => name);
    if (names.some(({ text }) => IMPORTS[module]?.includes(text) === false)) throw unknown(node);
    return [];
  }

  #variable(node: ts.VariableStatement, comment: string | undefined): Statement[] {
    const [declaration] = node.declarationList.declarations;
    const value = declaration?.initializer;
    if (!declaration || !value || !ts.isIdentifier(declaration.name)) throw unknown(node);
    const name = declaration.name.text;
    if (node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
      return this.#exports(name, value, comment);
    if (isNewConfig(value)) {
      this.#configs.add(name);
      return [];
    }
    const statement: Resource | Constant = ts.isNewExpression(value)
      ? this.#resource(value, name, comment)
      : { kind: "constant", name, value: this.#value(value), comment };
    this.#names.add(name);
    return [statement];
  }

  #resource(node: ts.NewExpression, variable: string | undefined, comment: string | undefined): Resource {
    const [name, args, options, more] = node.arguments ?? [];
    if (!ts.isIdentifier(node.expression) || !name || !ts.isStringLiteral(name) || !args || more) throw unknown(node);
    return {
      kind: "resource",
      type: node.expression.text,
      variable,
      name: name.text,
      args: this.#entries(args),
      options: options ? this.#entries(options) : [],
      comment,
    };
  }

  /**
   * What is exported of a value. Logic stays in TypeScript: the other languages export what it is handed, by its own names.
   */
  #exports(name: string | undefined, node: ts.Expression, comment: string | undefined): Statement[] {
    const { base, paths, logic } = taken(node);
    const of = this.#root(base);
    const value = (path: Access["path"]): Access => ({ kind: "access", of, path });
    const [first = []] = paths;
    if (!logic) {
      if (name === undefined) throw unknown(node);
      return [{ kind: "export", name, value: value(first), comment }];
    }
    const named = (path: Access["path"], access: Access): Export => ({
      kind: "export",
      name: String(path.at(-1)),
      value: access,
      comment,
    });
    if (paths.length === 1) return [named(first, value(first))];
    // It is asked once.
    if (typeof of === "string") throw unknown(node);
    const answer = of.function.replace(/^get(.)/, (_, letter: string) => letter.toLowerCase());
    return [
      { kind: "constant", name: answer, value: of, comment: undefined },
      ...paths.map((path) => named(path, { kind: "access", of: answer, path })),
    ];
  }

  #root(node: ts.Expression): string | Call {
    if (ts.isIdentifier(node) && this.#names.has(node.text)) return node.text;
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && /^get[A-Z]/.test(node.expression.text)) {
      const [args, more] = node.arguments;
      if (more) throw unknown(node);
      const name = node.expression.text;
      return {
        kind: "call",
        function: name.replace(/Output$/, ""),
        output: name.endsWith("Output"),
        args: args ? this.#entries(args) : [],
      };
    }
    throw unknown(node);
  }

  #entries(node: ts.Expression): Entry[] {
    if (!ts.isObjectLiteralExpression(node)) throw unknown(node);
    const entries = node.properties.flatMap((property): Entry[] => [
      ...this.#remarks(property.pos),
      { kind: "property", ...this.#property(property) },
    ]);
    return [...entries, ...this.#remarks(node.properties.end)];
  }

  #property(node: ts.ObjectLiteralElementLike): { name: string; value: Value } {
    if (ts.isShorthandPropertyAssignment(node)) return { name: node.name.text, value: this.#value(node.name) };
    if (!ts.isPropertyAssignment(node) || ts.isComputedPropertyName(node.name)) throw unknown(node);
    return { name: node.name.text, value: this.#value(node.initializer) };
  }

  #value(node: ts.Expression): Value {
    const literal = literalOf(node);
    if (literal) return literal;
    if (ts.isArrayLiteralExpression(node))
      return { kind: "list", items: node.elements.map((item) => this.#value(item)) };
    if (ts.isObjectLiteralExpression(node)) return { kind: "dictionary", entries: this.#entries(node) };
    if (ts.isTemplateExpression(node)) return this.#text(node);
    return this.#read(node) ?? this.#configuration(node) ?? this.#access(node);
  }

  #text({ head, templateSpans }: ts.TemplateExpression): Value {
    const spans = templateSpans.flatMap(({ expression, literal }) => {
      // An output in a text takes a function of Pulumi's in each language.
      if (!ts.isIdentifier(expression)) throw unknown(expression);
      return [this.#access(expression), literal.text];
    });
    return { kind: "text", parts: [head.text, ...spans].filter((part) => part !== "") };
  }

  #read(node: ts.Expression): Value | undefined {
    if (!ts.isCallExpression(node) || node.expression.getText() !== "readFileSync") return undefined;
    const [path, encoding] = node.arguments;
    if (!path || !ts.isStringLiteral(path) || encoding?.getText() !== '"utf8"') throw unknown(node);
    return { kind: "file", path: path.text };
  }

  #configuration(node: ts.Expression): Value | undefined {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
    const { expression: config, name: method } = node.expression;
    if (!isNewConfig(config) && !this.#configs.has(config.getText())) return undefined;
    const [name] = node.arguments;
    if (!name || !ts.isStringLiteral(name) || !["require", "requireSecret"].includes(method.text)) throw unknown(node);
    return { kind: "configuration", name: name.text, secret: method.text === "requireSecret" };
  }

  #access(node: ts.Expression): Access {
    const { base, paths, logic } = taken(node);
    if (logic) throw unknown(node);
    return { kind: "access", of: this.#root(base), path: paths[0] ?? [] };
  }

  #remarks(position: number): Entry[] {
    const comments = commentsAt(this.#source.text, position);
    this.#comments += comments.length;
    return comments.map((comment) => remark(comment, (text) => literalOf(expression(text))));
  }

  #trailing(node: ts.Node): string | undefined {
    const comment = trailing(this.#source.text, node.end);
    if (comment !== undefined) this.#comments += 1;
    return comment;
  }
}

function isNewConfig(node: ts.Expression): boolean {
  if (!ts.isNewExpression(node) || node.arguments?.length !== 0) return false;
  return ["Config", "pulumi.Config"].includes(node.expression.getText());
}

function literalOf(node: ts.Expression): Literal | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node))
    return { kind: "literal", value: node.text };
  if (ts.isNumericLiteral(node)) return { kind: "literal", value: Number(node.text) };
  if (node.kind === ts.SyntaxKind.TrueKeyword) return { kind: "literal", value: true };
  if (node.kind === ts.SyntaxKind.FalseKeyword) return { kind: "literal", value: false };
  return undefined;
}

function expression(text: string): ts.Expression {
  const [statement] = ts.createSourceFile("remark.ts", text, ts.ScriptTarget.Latest, true).statements;
  return statement && ts.isExpressionStatement(statement) ? statement.expression : ts.factory.createNull();
}

function unknown(node: ts.Node): Error {
  return new Error(`the other languages do not know how to write \`${node.getText()}\``);
}
