import type * as pulumi from "@pulumi/pulumi";
import { refusingSecrets } from "../nonSecret";
import { dynamicType, kindOf, type ResourceClass, resourceClass } from "../resourceClass";

/** The class of a kind of resource, served by the plugin of this package. */
export function nativeResource<A extends object, S extends A>(name: string): ResourceClass<A, S> {
  const kind = kindOf(name);
  return resourceClass(kind, `vps:index:${name}`, (_name, args, options) => {
    const { additionalSecretOutputs: asked = [], deleteBeforeReplace } = options;
    return {
      properties: {
        ...args,
        ...refusingSecrets(kind, args),
        // The one option that the plugin needs, and that Pulumi tells no plugin.
        ...(deleteBeforeReplace === true ? { __vps: { goesFirst: true } } : {}),
      },
      options: {
        ...options,
        // The plugin marks them, too; under mocks there is none.
        additionalSecretOutputs: [...asked, ...kind.secret],
        aliases: withDynamic(dynamicType(name), options.aliases ?? []),
      },
    };
  });
}

type Aliases = NonNullable<pulumi.ResourceOptions["aliases"]>;

/** A stack may have the resource from the dynamic provider, by its present name and parent or by those that the program says it had. */
function withDynamic(type: string, aliases: Aliases): Aliases {
  const former = aliases.flatMap((alias) => (isPlace(alias) ? [{ ...alias, type }] : []));
  return [...aliases, { type }, ...former];
}

/** Whether an alias says where the resource was, and not which type it had. */
function isPlace(alias: Aliases[number]): alias is pulumi.Alias {
  return typeof alias === "object" && !("then" in alias) && !("apply" in alias) && !("type" in alias);
}
