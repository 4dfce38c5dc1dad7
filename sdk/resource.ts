import * as pulumi from "@pulumi/pulumi";
import { forProvider } from "./forProvider";
import type { Inputs, Outputs } from "./inputs";
import { DOOR, requireProvider } from "./resolution";

/** What the package knows of a kind of resource at run time; the types come from the provider's interfaces. */
export interface Kind<S> {
  name: string;
  /** Every name the resource shows. Listing them is what makes Pulumi create the outputs. */
  shows: Record<keyof S, undefined>;
  /** Outputs that may repeat a secret argument under another name. */
  secretOutputs?: (keyof S & string)[];
  /** Arguments that stand in plain text in state whatever the program says, and why; a secret there is refused. */
  plain?: { [K in keyof S]?: string };
}

type ResourceClass<A, S> = new (
  name: string,
  args: Inputs<A>,
  options?: pulumi.CustomResourceOptions,
) => pulumi.CustomResource & Outputs<S>;

/** The class of a kind of resource, served by the dynamic provider of this package: nothing has to be installed beside it. */
export function resource<A extends object, S extends A>(kind: Kind<S>): ResourceClass<A, S> {
  class VpsResource extends pulumi.CustomResource {
    constructor(name: string, args: Inputs<A>, options: pulumi.CustomResourceOptions = {}) {
      requireProvider();
      const properties = {
        ...kind.shows,
        ...args,
        ...refusingSecrets(kind, args),
        __provider: providerOf(kind.name),
        __vps: forProvider(name, args),
      };
      super(`pulumi-nodejs:dynamic/vps:${kind.name}`, name, properties, {
        ...options,
        additionalSecretOutputs: [...(options.additionalSecretOutputs ?? []), "pending", ...(kind.secretOutputs ?? [])],
      });
    }
  }
  // The outputs are set by CustomResource from `properties`; TypeScript cannot see that.
  return VpsResource as unknown as ResourceClass<A, S>;
}

/**
 * A constant in place of a serialised closure: half the time and a third of the state, no diff after an upgrade of this
 * package, and nothing captured from the program's memory.
 */
function providerOf(name: string): string {
  return `exports.handler=()=>require("${DOOR}").${name}`;
}

function refusingSecrets<A extends object, S extends A>(
  kind: Kind<S>,
  args: Inputs<A>,
): Record<string, pulumi.Output<unknown>> {
  const plain = Object.entries(kind.plain ?? {}).filter(([name]) => name in args) as [keyof A & string, string][];
  return Object.fromEntries(plain.map(([name, why]) => [name, plainOnly(kind.name, name, why, args[name])]));
}

function plainOnly(kind: string, name: string, why: string, value: unknown): pulumi.Output<unknown> {
  const output = pulumi.output(value as string);
  return pulumi.output(
    pulumi.isSecret(output).then((secret) => {
      if (!secret) return output;
      const cure = "Pass it as plain text, or through pulumi.unsecret().";
      throw new pulumi.RunError(`${kind}: ${name} cannot be a secret: ${why}. ${cure}`);
    }),
  );
}
