import type { z } from "zod";
import { perObject } from "../../perObject";
import type { Issue } from "../definition";
import { plainWords } from "./plainWords";

/** A resource or a function, as far as its arguments go. Messages of the schema must not hold the value; where it has none, {@link plainWords} does. */
export interface Shaped {
  name: string;
  schema: z.ZodObject;
}

/** Once, since zod compiles each schema. */
const strict = perObject((schema: z.ZodObject) => schema.strict());

/** What is wrong with the values themselves: the wrong type or form, missing, or no argument at all. */
export function shapeIssues({ name, schema }: Shaped, values: Record<string, unknown>): Issue[] {
  const parsed = strict(schema).safeParse(values, { error: plainWords });
  const known = Object.keys(schema.shape);
  const issues = parsed.error?.issues ?? [];
  return issues.flatMap((issue, index) => {
    // A value of a wrong kind breaks rules that are meant for the right one, too.
    if (issues.slice(0, index).some((one) => one.path.join() === issue.path.join())) return [];
    if (issue.code === "unrecognized_keys") {
      const has = known.length > 0 ? `which has ${known.join(", ")}` : "which has none";
      return issue.keys.map((argument) => ({ argument, problem: `is not an argument of ${name}, ${has}` }));
    }
    const [argument, ...inside] = issue.path.map(String);
    if (argument === undefined) return [];
    const problem = values[argument] === undefined ? "is required" : issue.message;
    return [{ argument: [argument, ...inside].join("."), problem }];
  });
}

/** The argument that an issue is about, also where the mistake is inside of it. */
export function rootOf(argument: string): string {
  return argument.split(".")[0] ?? argument;
}

/** An issue as a line for a person. */
export function lineOf({ argument, problem }: Partial<Issue> & Pick<Issue, "problem">): string {
  return argument === undefined ? problem : `${argument}: ${problem}`;
}

/** Several in one message. */
export function lines(issues: readonly Issue[]): string {
  return issues.map(lineOf).join("; ");
}
