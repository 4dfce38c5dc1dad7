import * as pulumi from "@pulumi/pulumi";
import type { Kind } from "./kind";
import { refusal } from "./refusal";

/** Those of the arguments that cannot be secrets, each an output that fails where the program passes one. */
export function refusingSecrets({ name, nonSecret }: Kind, args: object): Record<string, pulumi.Output<unknown>> {
  const given = new Map(Object.entries(args));
  const refused = Object.entries(nonSecret).filter(([argument]) => given.has(argument));
  return Object.fromEntries(
    refused.map(([argument, why]) => [argument, unlessSecret(`${name}: ${argument}`, why, given.get(argument))]),
  );
}

function unlessSecret(argument: string, why: string, value: unknown): pulumi.Output<unknown> {
  const output = pulumi.output(value);
  return pulumi.output(
    pulumi.isSecret(output).then((secret) => {
      if (!secret) return output;
      const cure = "Pass a plain value, or wrap it in pulumi.unsecret().";
      throw refusal("invalid-arguments", `${argument} cannot be a secret: ${why}. ${cure}`);
    }),
  );
}
