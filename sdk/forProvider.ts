import * as pulumi from "@pulumi/pulumi";

/** What a provider learns of a resource by no method of Pulumi's protocol. */
export interface ForProvider {
  /** The resource's name in the program. */
  name: string;
  /** Names of the arguments that the program passes as secrets, or that are kept as secret outputs, in order. */
  secrets: Promise<string[]>;
  /** Whether the option deleteBeforeReplace is given. */
  goesFirst?: true;
  /** The option ignoreChanges, where it is given. */
  ignoreChanges?: string[];
}

/** Pulumi shows a key that begins with two underscores nowhere. Neither secret nor unknown itself, whatever the arguments are. */
export function forProvider(
  name: string,
  args: object,
  secretOutputs: readonly string[],
  { deleteBeforeReplace, ignoreChanges = [] }: pulumi.CustomResourceOptions,
): ForProvider {
  const secrets = secretsIn(args, secretOutputs);
  return {
    name,
    secrets,
    ...(deleteBeforeReplace === true ? { goesFirst: true } : {}),
    ...(ignoreChanges.length > 0 ? { ignoreChanges } : {}),
  };
}

async function secretsIn(args: object, secretOutputs: readonly string[]): Promise<string[]> {
  const names = await Promise.all(
    Object.entries(args).map(async ([name, value]) =>
      secretOutputs.includes(name) || (await isSecret(value)) ? [name] : [],
    ),
  );
  return names.flat().sort();
}

/** Also where only a part of it is. What fails says so by itself, as the argument. */
async function isSecret(value: unknown): Promise<boolean> {
  return pulumi.isSecret(pulumi.output(value)).catch(() => false);
}
