import { Struct } from "google-protobuf/google/protobuf/struct_pb.js";
import { asSecretProperty, isSecret } from "../pulumi/secret";
import { received as known, sent } from "../pulumi/unknown";

/** Values as the engine passed them. */
export interface Passed {
  /** Bare of marks, with the lifecycle's own unknown values. */
  values: Record<string, unknown>;
  /** Names of those that are a secret, or hold one. */
  secrets: string[];
}

/** What a message of the engine holds; nothing where it holds none. */
export function received(struct: Struct | undefined): Passed {
  const marked = (struct?.toJavaScript() ?? {}) as Record<string, unknown>;
  const secrets = Object.keys(marked).filter((name) => holdsSecret(marked[name]));
  return { values: known(bare(marked) as Record<string, unknown>), secrets };
}

/** The other way round, with each property of these names as a secret. */
export function message(properties: object, secrets: Iterable<string> = []): Struct {
  const marked: Record<string, unknown> = { ...sent(properties) };
  for (const name of secrets) if (marked[name] !== undefined) marked[name] = asSecretProperty(marked[name]);
  return Struct.fromJavaScript(marked as Parameters<typeof Struct.fromJavaScript>[0]);
}

function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== "object" || value === null) return value;
  if (isSecret(value)) return bare(value.value);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, bare(one)]));
}

function holdsSecret(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return isSecret(value) || Object.values(value).some(holdsSecret);
}
