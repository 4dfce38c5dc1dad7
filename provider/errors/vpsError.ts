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

/** Codes of every {@link VpsError}. Each text stands where the failure is met; `docs/errors.md` tells cause and cure. */
export const ERROR_CODES = [
  "http",
  "config",
  "invalid-arguments",
  "already-exists",
  "adopt-impossible",
  "ambiguous-create",
  "ambiguous-action",
  "incomplete-list",
  "other-account",
  "contradiction",
  "damaged-state",
  "not-found",
  "claimed",
  "vanished",
  "timeout",
  "cancelled",
  "ended",
  "refused",
  "unforeseen",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** The text of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
