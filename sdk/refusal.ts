import * as pulumi from "@pulumi/pulumi";

/** An expected failure of a program: one line. Without a stack, which Pulumi prints once the program's own code has ended. */
export function refusal(message: string): pulumi.RunError {
  const error = new pulumi.RunError(message);
  error.stack = "";
  return error;
}
