/** Shorter texts are left alone: replacing every "on" or "A" would make a message unreadable and hides nothing. */
const LEAST_LENGTH = 3;
/** Words that say nothing of who sent them. */
const PLAIN_WORDS = ["true", "false", "null", "none"];
/** No kept word is as long, so nobody has to look further to know that a text is none. */
const LONGEST_WORD = 20;

/** Every string inside `value`, however deep. */
function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(strings);
}

/**
 * `text` with every string that occurs in `sent` (credentials, arguments of the request) blotted out, so that a hoster
 * which echoes what it got cannot carry a secret into a log or an error. `words` are those of the hoster's closed sets:
 * where one stands by itself it stays, whatever was sent, since it hides nothing and the message is unreadable without.
 */
export function redact(text: string, words: readonly string[], ...sent: unknown[]): string {
  const kept = new Set([...PLAIN_WORDS, ...words].map((word) => word.toLowerCase()));
  const spellings = strings(sent)
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
    .filter((secret) => secret.length >= LEAST_LENGTH)
    .sort((a, b) => b.length - a.length);
  return spellings.reduce(
    (result, secret) =>
      result.replaceAll(anyCase(secret), (found: string, start: number, whole: string) =>
        kept.has(wordAround(whole, start, start + found.length)) ? found : "[…]",
      ),
    text,
  );
}

/** A hoster may write what it got in another case. */
function anyCase(text: string): RegExp {
  return new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"), "gi");
}

/** The text between `start` and `end`, and the rest of the word it stands in, or the nearest part of a long one. */
function wordAround(text: string, start: number, end: number): string {
  const before = /[\p{L}\p{N}]*$/u.exec(text.slice(Math.max(0, start - LONGEST_WORD), start))?.[0] ?? "";
  const after = /^[\p{L}\p{N}]*/u.exec(text.slice(end, end + LONGEST_WORD))?.[0] ?? "";
  return (before + text.slice(start, end) + after).toLowerCase();
}
