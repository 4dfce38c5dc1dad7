import * as pulumi from "@pulumi/pulumi";
import { type ErrorCode, withCode } from "../provider/errors/codes";

/** An expected failure of a program, with its code. */
export function refusal(code: ErrorCode, message: string): pulumi.RunError {
  return runError(withCode(message, code));
}

/** Pulumi prints its text alone: without a stack, which it would print once the program's own code has ended. */
export function runError(text: string): pulumi.RunError {
  const error = new pulumi.RunError(text);
  error.stack = "";
  return error;
}
