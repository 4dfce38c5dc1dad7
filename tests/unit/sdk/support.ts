import * as pulumi from "@pulumi/pulumi";

/** What Pulumi was asked to register. */
export interface Registered {
  type: string;
  name: string;
  inputs: Record<string, unknown>;
}

/**
 * Puts Pulumi's mocks in place of the engine, so that a program runs within a test: no CLI, no hoster, no account.
 * `outputs` says what the hoster would have answered, by type.
 *
 * Load the program after this call, since `new` registers at once.
 */
export async function useMocks(outputs: Record<string, object> = {}, preview = false): Promise<Registered[]> {
  const registered: Registered[] = [];
  await pulumi.runtime.setMocks(
    {
      newResource({ type, name, inputs }) {
        registered.push({ type, name, inputs });
        return { id: `${name}-id`, state: { ...inputs, ...outputs[type] } };
      },
      call: () => ({}),
    },
    "project",
    "stack",
    preview,
  );
  return registered;
}

/** The value of an output, once it is known. */
export function known<T>(output: pulumi.Output<T>): Promise<pulumi.Unwrap<T>> {
  return new Promise((resolve) => {
    pulumi.output(output).apply(resolve);
  });
}

/** How Pulumi's mocks show a secret argument. */
export function secret(value: unknown): object {
  return { [pulumi.runtime.specialSigKey]: pulumi.runtime.specialSecretSig, value };
}

/** The options a resource ends up with, and its properties; nothing is registered. */
export function withoutRegistering(make: (options: pulumi.CustomResourceOptions) => pulumi.CustomResource) {
  let seen: pulumi.ResourceTransformationArgs | undefined;
  make({
    transformations: [
      (resource) => {
        seen = resource;
        return { props: {}, opts: resource.opts };
      },
    ],
  });
  if (!seen) throw new Error("no resource was made");
  return { props: seen.props as Record<string, unknown>, options: seen.opts as pulumi.CustomResourceOptions };
}

/** Why a property of a resource is refused; undefined when it is not. */
export async function refusalOf(property: unknown): Promise<string | undefined> {
  // An output holds its value, its secrecy and its dependencies as promises of their own: all of them fail.
  const { isSecret, isKnown, ...output } = property as { isSecret: Promise<boolean>; isKnown: Promise<boolean> };
  const { promise, allResources } = output as unknown as Record<string, () => Promise<unknown>>;
  const results = await Promise.allSettled([promise?.(), isSecret, isKnown, allResources?.()]);
  const failed = results.find((result) => result.status === "rejected");
  return failed && String((failed.reason as Error).message);
}
