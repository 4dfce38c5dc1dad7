/** Shorter texts are left alone: replacing every "on" or "A" would make a message unreadable and hides nothing. */
const LEAST_LENGTH = 3;

/** Every string inside `value`, however deep. */
function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(strings);
}

/**
 * `text` with every string that occurs in `sent` (credentials, arguments of the request) blotted out, so that a hoster
 * which echoes what it got cannot carry a secret into a log or an error.
 */
export function redact(text: string, ...sent: unknown[]): string {
  const spellings = strings(sent)
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
    .filter((secret) => secret.length >= LEAST_LENGTH)
    .sort((a, b) => b.length - a.length);
  return spellings.reduce((result, secret) => result.replaceAll(anyCase(secret), "[…]"), text);
}

/** A hoster may write what it got in another case. */
function anyCase(text: string): RegExp {
  return new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"), "gi");
}
