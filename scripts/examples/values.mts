/** All values of a program, in whatever they stand. */
import { type Entry, isProperty, type Program, type Value } from "./model.mts";

export function valuesIn({ statements }: Program): Value[] {
  return statements.flatMap((statement) => {
    if (statement.kind === "resource") return [...inEntries(statement.args), ...inEntries(statement.options)];
    return within(statement.value);
  });
}

function within(value: Value): Value[] {
  switch (value.kind) {
    case "list":
      return [value, ...value.items.flatMap(within)];
    case "dictionary":
      return [value, ...inEntries(value.entries)];
    case "access":
      return [value, ...(typeof value.of === "string" ? [] : within(value.of))];
    case "call":
      return [value, ...inEntries(value.args)];
    default:
      return [value];
  }
}

function inEntries(entries: readonly Entry[]): Value[] {
  return entries.filter(isProperty).flatMap(({ value }) => within(value));
}
