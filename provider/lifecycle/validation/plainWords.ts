import type { z } from "zod";

/** What zod calls a kind of value, and what a person does. */
const KINDS: Record<string, string> = {
  string: "a string",
  number: "a number",
  int: "a whole number",
  boolean: "a boolean",
  array: "a list",
  object: "an object",
  record: "an object",
};

/** What is wrong with a value where its schema says nothing of its own: what is allowed and of which kind it is, but never the value. */
export function plainWords(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type": {
      const wanted = `must be ${KINDS[issue.expected] ?? issue.expected}`;
      const isOtherNumber = typeof issue.input === "number" && /^(int|number)$/.test(issue.expected);
      return isOtherNumber ? wanted : `${wanted}, not ${kindOf(issue.input)}`;
    }
    case "invalid_value":
      return `must be ${choiceOf(issue.values)}`;
    case "too_big":
      return `must be at most ${issue.maximum}`;
    case "too_small":
      return `must be at least ${issue.minimum}`;
    default:
      return "does not have the documented form";
  }
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return "null";
  return KINDS[Array.isArray(value) ? "array" : typeof value] ?? `a ${typeof value}`;
}

function choiceOf(values: readonly unknown[]): string {
  return values.length === 2
    ? values.map((value) => JSON.stringify(value)).join(" or ")
    : `one of ${values.join(", ")}`;
}
