/** Codes of every error that is expected. Each text stands where the failure is met; `docs/errors.md` tells cause and cure. */
export const ERROR_CODES = [
  "http",
  "config",
  "node-version",
  "package-not-found",
  "unsupported-option",
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
  "missing",
  "timeout",
  "cancelled",
  "ended",
  "refused",
  "pulumi",
  "unforeseen",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** What the text of an error ends with when it leaves the package. Readable by any Node.js: no newer syntax here. */
export function withCode(text: string, code: string): string {
  return `${text} (vps:${code})`;
}
