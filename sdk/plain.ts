import * as pulumi from "@pulumi/pulumi";
import { refusal } from "./refusal";

/** Why an argument stands in plain text in state whatever the program says, by its name. */
export type PlainArguments<S> = { [K in keyof S]?: string };

/** Those of the arguments, each an output that fails where the program passes a secret. */
export function refusingSecrets(
  kind: { name: string; plain?: object },
  args: object,
): Record<string, pulumi.Output<unknown>> {
  const given = new Map(Object.entries(args));
  const plain = Object.entries(kind.plain ?? {}).filter(([name]) => given.has(name));
  return Object.fromEntries(
    plain.map(([name, why]) => [name, plainOnly(`${kind.name}: ${name}`, why, given.get(name))]),
  );
}

function plainOnly(argument: string, why: string, value: unknown): pulumi.Output<unknown> {
  const output = pulumi.output(value);
  return pulumi.output(
    pulumi.isSecret(output).then((secret) => {
      if (!secret) return output;
      const cure = "Pass it as plain text, or through pulumi.unsecret().";
      throw refusal(`${argument} cannot be a secret: ${why}. ${cure}`);
    }),
  );
}
