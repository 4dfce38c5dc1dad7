import type { ErrorCode } from "./codes";

/**
 * Every failure this provider expects. The message is all a user sees: what was attempted, what came back,
 * what to do next. It never holds a credential or the value of an argument that could be secret.
 */
export class VpsError extends Error {
  override readonly name: string = "VpsError";
  /** Stable short name of the failure, for programs and tests. */
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

/**
 * The text of whatever was thrown. Only ours is known to hold no secret: the messages of the language's own errors may quote a
 * value, so of those there is just the kind.
 */
export function messageOf(error: unknown): string {
  if (error instanceof VpsError) return error.message;
  return `An unexpected error (${error instanceof Error ? error.constructor.name : typeof error}) stopped this.`;
}
