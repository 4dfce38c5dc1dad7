/** How a secret is written in Pulumi's protocol. The engine takes it from every provider, and hands a dynamic one the bare value. */
const SECRET = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };

export function asSecret(value: unknown): object {
  return { ...SECRET, value };
}

export function isSecret(value: unknown): value is { value: unknown } {
  if (typeof value !== "object" || value === null || !("value" in value)) return false;
  return Object.entries(SECRET).every(([key, mark]) => (value as Record<string, unknown>)[key] === mark);
}
