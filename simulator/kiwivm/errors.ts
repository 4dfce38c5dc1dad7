import type { Json } from "../json";

/** Codes that were seen [kiwivm 1.2]; `other` is invented, for everything whose code nobody knows. */
export const ERRORS = {
  notRunning: 700000,
  missing: 700001,
  running: 700003,
  authentication: 700005,
  locked: 788888,
  other: 700100,
} as const;

/** A call that ends with `error` other than 0; the HTTP status stays 200 [kiwivm 1.1]. */
export class KiwivmError extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly extra: Readonly<Record<string, Json>> = {},
  ) {
    super(message);
  }
}

/** An error whose code and text are unverified. */
export function refused(message: string, extra: Record<string, Json> = {}): KiwivmError {
  return new KiwivmError(ERRORS.other, message, extra);
}
