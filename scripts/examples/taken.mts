/** What an expression takes of a value: properties, at last by the function handed to `then` or `apply`. */
import ts from "typescript";

export interface Taken {
  /** A name, or a call. */
  base: ts.Expression;
  paths: (string | number)[][];
  /** Whether something is made of the properties, so that these are only what it is made of. */
  logic: boolean;
}

export function taken(node: ts.Expression): Taken {
  const chained = chainOf(node);
  if (!chained) {
    const { base, path } = pathOf(node);
    return { base, paths: [path], logic: false };
  }
  const { base, path } = pathOf(chained.of);
  const { paths, logic } = handed(chained.callback);
  const whole = paths.map((one) => [...path, ...one]);
  if (whole.length === 0 || whole.some((one) => one.length === 0))
    throw new Error(`\`${node.getText()}\` names no property that the other languages could export`);
  return { base, paths: whole, logic };
}

/** `of.then(callback)` or `of.apply(callback)`. */
function chainOf(node: ts.Expression): { of: ts.Expression; callback: ts.ArrowFunction } | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const [callback] = node.arguments;
  if (!["then", "apply"].includes(node.expression.name.text) || !callback || !ts.isArrowFunction(callback))
    return undefined;
  return { of: node.expression.expression, callback };
}

function pathOf(node: ts.Expression): { base: ts.Expression; path: (string | number)[] } {
  if (ts.isPropertyAccessExpression(node)) {
    const { base, path } = pathOf(node.expression);
    return { base, path: [...path, node.name.text] };
  }
  if (ts.isElementAccessExpression(node) && ts.isNumericLiteral(node.argumentExpression)) {
    const { base, path } = pathOf(node.expression);
    return { base, path: [...path, Number(node.argumentExpression.text)] };
  }
  return { base: node, path: [] };
}

function handed({ parameters: [parameter], body }: ts.ArrowFunction): Pick<Taken, "paths" | "logic"> {
  const properties = parameter ? propertiesOf(parameter.name) : new Map<string, string[]>();
  const { base, path } = ts.isBlock(body) ? { base: undefined, path: [] } : pathOf(body);
  const root = base && ts.isIdentifier(base) ? properties.get(base.text) : undefined;
  return root ? { paths: [[...root, ...path]], logic: false } : { paths: [...properties.values()], logic: true };
}

/** The names that a parameter gives to what it is handed, and what of it they are. */
function propertiesOf(name: ts.BindingName): Map<string, string[]> {
  if (ts.isIdentifier(name)) return new Map([[name.text, []]]);
  if (!ts.isObjectBindingPattern(name)) throw new Error(`\`${name.getText()}\` takes items`);
  return new Map(
    name.elements.map((element) => {
      if (!ts.isIdentifier(element.name)) throw new Error(`\`${name.getText()}\` takes properties of properties`);
      return [element.name.text, [(element.propertyName ?? element.name).getText()]];
    }),
  );
}
