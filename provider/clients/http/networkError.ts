/** What a network error says of itself: its codes, and a word to show. Its text may hold a URL with its query, or a credential. */
export function reasonOf(error: unknown): { codes: string[]; why: string } {
  const all: unknown[] = [error, ...(error instanceof AggregateError ? error.errors : [])];
  const codes = all.map(codeOf).filter((code) => code !== undefined);
  return { codes, why: codes[0] ?? (error instanceof Error ? error.name : "unknown error") };
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
