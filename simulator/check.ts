import type { z } from "zod";
import { InvalidInput } from "./hoster";

/** Parses, or throws an InvalidInput that names the place: `vpsorg.servers: Invalid input: expected record`. */
export function check<T>(schema: z.ZodType<T>, value: unknown, at: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => {
    // A bad key's own message is one level down.
    const reason = issue.code === "invalid_key" ? issue.issues[0]?.message : issue.message;
    return `${[at, ...issue.path].join(".")}: ${reason}`;
  });
  throw new InvalidInput(problems.join("; "));
}
