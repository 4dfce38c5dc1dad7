import * as pulumi from "@pulumi/pulumi";
import type * as provider from "../provider/dynamic/environment";
import { DYNAMIC_ENTRY, providerOf, resolverIn } from "./resolution";

type Environment = Record<string, string | undefined>;

/** One per run: a process may run programs of several stacks. */
const environments = new WeakMap<object, Promise<Environment>>();

/**
 * The environment in which resources find their settings. The process of an inline program (Automation API) is not started by
 * Pulumi's command and has none of the workspace's `envVars`; only the provider's process has.
 */
export async function environmentOfRun(): Promise<Environment> {
  const monitor = pulumi.runtime.getMonitor();
  // By this variable Pulumi's command says whom the program that it starts shall talk to.
  if (!monitor || process.env.PULUMI_NODEJS_MONITOR !== undefined || !isProviderHere()) return process.env;
  const environment = environments.get(monitor) ?? environmentOfProvider();
  environments.set(monitor, environment);
  return environment;
}

/**
 * Pulumi starts the provider in the working directory, and there it needs both packages. Where it cannot start, no resource of
 * ours can be made either, and functions alone shall work all the same.
 */
function isProviderHere(): boolean {
  const resolve = resolverIn(process.cwd());
  try {
    for (const name of ["@pulumi/pulumi/cmd/dynamic-provider", DYNAMIC_ENTRY]) resolve(name);
    return true;
  } catch {
    return false;
  }
}

function environmentOfProvider(): Promise<Environment> {
  const { environmentBy }: typeof provider = require("../provider/dynamic/environment");
  return environmentBy((reader) => {
    const { sealed } = new ProviderEnvironment(reader);
    return new Promise((resolve) => sealed.apply(resolve));
  });
}

/** To read a resource is the one question that a dynamic provider answers and that Pulumi asks in a preview, too. */
class ProviderEnvironment extends pulumi.CustomResource {
  declare readonly sealed: pulumi.Output<string>;

  constructor(reader: string) {
    super(
      "pulumi-nodejs:dynamic/vps:Environment",
      "vps-environment",
      { reader, sealed: undefined, __provider: providerOf("environment") },
      { id: "environment", additionalSecretOutputs: ["sealed"] },
    );
  }
}
