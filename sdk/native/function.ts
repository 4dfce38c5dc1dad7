import * as pulumi from "@pulumi/pulumi";
import type { Inputs } from "../inputs";
import { refusal } from "../refusal";

/** A function with plain arguments, served by the plugin. JavaScript may leave them out: then those that are required are missing. */
export async function invoke<A extends object, R>(
  name: string,
  args: A | undefined,
  options?: pulumi.InvokeOptions,
): Promise<R> {
  const given: object = args ?? {};
  const [output] = Object.entries(given).find(([, value]) => pulumi.Output.isInstance(value)) ?? [];
  if (output) {
    throw refusal("invalid-arguments", `${name}: ${output}: is an output; pass it to ${name}Output instead`);
  }
  return pulumi.runtime.invoke(`vps:index:${name}`, given, options);
}

/** The same with inputs. Unknown while one of them is, or while a resource they come from is not made yet. */
export function invokeOutput<A extends object, R>(
  name: string,
  inputs: Inputs<A> | undefined,
  options?: pulumi.InvokeOutputOptions,
): pulumi.Output<R> {
  return pulumi.runtime.invokeOutput<R>(`vps:index:${name}`, inputs ?? {}, options);
}
