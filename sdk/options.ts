import type * as pulumi from "@pulumi/pulumi";
import type { Kind } from "./kind";
import { refusal } from "./refusal";

/** Options that Pulumi cannot carry out for a dynamic provider, and what works in their place. Those that come by transforms are not seen. */
export function refuseOptions(kind: Kind, name: string, options: object): void {
  const { import: imported, replaceOnChanges }: pulumi.CustomResourceOptions = options;
  const refuse = (option: string, why: string) =>
    refusal("unsupported-option", `${kind.name} ${name}: the option ${option} does not work here: ${why}`);
  if (imported !== undefined) {
    const way = kind.shows.includes("adopt")
      ? 'Omit it, and set the argument adopt: "<id>" to adopt an existing object.'
      : `Omit it: ${kind.name} needs neither this option nor adopt.`;
    throw refuse("import", `Pulumi does not tell a dynamic provider what to import. ${way}`);
  }
  if (replaceOnChanges !== undefined && replaceOnChanges.length > 0) {
    throw refuse(
      "replaceOnChanges",
      "for a dynamic resource, Pulumi applies it only after a failed create, and would then create another object. " +
        "Omit it. To replace the resource, change the option replacementTrigger.",
    );
  }
}

/** What is to be said of options that have no effect, and do no harm. */
export function idleOptions({ customTimeouts }: pulumi.CustomResourceOptions): string | undefined {
  if (Object.values(customTimeouts ?? {}).every((timeout) => timeout === undefined)) return undefined;
  return (
    "the option customTimeouts has no effect: Pulumi does not pass it to a dynamic provider. " +
    "To limit every wait, set vps:timeoutSeconds."
  );
}

/**
 * The option ignoreChanges as Pulumi gets it: with names in place of `*`, for which Pulumi would put back every input, also what
 * tells the provider of this very option.
 */
export function ignoringChanges(
  { shows }: Kind,
  { ignoreChanges }: pulumi.CustomResourceOptions,
): Pick<pulumi.CustomResourceOptions, "ignoreChanges"> {
  return ignoreChanges === undefined
    ? {}
    : { ignoreChanges: ignoreChanges.flatMap((one) => (one === "*" ? shows : one)) };
}
