import * as pulumi from "@pulumi/pulumi";
import { type ProviderArgs, SECRET_SETTINGS } from "./providerArgs";

/**
 * An instance of the provider with settings of its own, such as the credentials of a second account. Resources use it by the option
 * `provider`, and so do functions. What is left out comes from the environment, not from the stack's configuration.
 *
 * @example
 * ```ts
 * import * as pulumi from "@pulumi/pulumi";
 * import { FornexDnsDomain, Provider } from "pulumi-vps/native";
 *
 * const config = new pulumi.Config();
 * const second = new Provider("second", { fornexApiKey: config.requireSecret("secondFornexApiKey") });
 * new FornexDnsDomain("zone", { name: "example.net", ip: "192.0.2.10" }, { provider: second });
 * ```
 */
export class Provider extends pulumi.ProviderResource {
  /** What Pulumi calls the package. */
  static readonly __pulumiType = "vps";

  /** Whether `value` is a provider of this package, also one of another copy of it. */
  static override isInstance(value: unknown): value is Provider {
    const type = `pulumi:providers:${Provider.__pulumiType}`;
    return typeof value === "object" && value !== null && "__pulumiType" in value && value.__pulumiType === type;
  }

  constructor(name: string, args: ProviderArgs = {}, options: pulumi.ResourceOptions = {}) {
    const settings = Object.entries(args)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([setting, value]) => [
        setting,
        SECRET_SETTINGS.has(setting) ? pulumi.secret(asText(value)) : asText(value),
      ]);
    const secrets = { additionalSecretOutputs: [...SECRET_SETTINGS] };
    super(Provider.__pulumiType, name, Object.fromEntries(settings), pulumi.mergeOptions(options, secrets));
  }
}

/** Pulumi stores a provider's settings as text. What turns out to be nothing is not given. */
function asText(value: unknown): pulumi.Output<string | undefined> {
  const output: pulumi.OutputInstance<unknown> = pulumi.output(value);
  return output.apply((known) => {
    if (known === null || known === undefined) return undefined;
    return typeof known === "string" ? known : JSON.stringify(known);
  });
}
