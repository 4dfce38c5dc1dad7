/** How a secret is written in Pulumi's protocol. The engine takes it from every provider, and hands a dynamic one the bare value. */
const SECRET = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };

export function asSecret(value: unknown): object {
  return { ...SECRET, value };
}

/**
 * The same for a property that a program gives, too: of a map each value is marked by itself. The engine takes the mark off a whole map
 * where the program's map of that name has none (seen with 3.276.0; `annotateSecrets` in its provider_plugin.go).
 */
export function asSecretProperty(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return asSecret(value);
  if (isSecret(value)) return asSecretProperty(value.value);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, asSecretProperty(one)]));
}

export function isSecret(value: unknown): value is { value: unknown } {
  if (typeof value !== "object" || value === null || !("value" in value)) return false;
  return Object.entries(SECRET).every(([key, mark]) => (value as Record<string, unknown>)[key] === mark);
}
