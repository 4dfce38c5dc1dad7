import { forProvider } from "./forProvider";
import { refusingSecrets } from "./nonSecret";
import { idleOptions, ignoringChanges, refuseOptions } from "./options";
import { providerOf, requireProvider } from "./resolution";
import { dynamicType, kindOf, type ResourceClass, resourceClass } from "./resourceClass";

/** The class of a kind of resource, served by the dynamic provider of this package: nothing has to be installed beside it. */
export function resource<A extends object, S extends A>(name: string): ResourceClass<A, S> {
  const kind = kindOf(name);
  return resourceClass(kind, dynamicType(name), (name, args, options) => {
    requireProvider();
    refuseOptions(kind, name, options);
    const { additionalSecretOutputs: asked = [] } = options;
    const secretOutputs = [...asked, ...kind.secret];
    return {
      properties: {
        ...args,
        ...refusingSecrets(kind, args),
        __provider: providerOf(kind.name),
        __vps: forProvider(name, args, secretOutputs, options),
      },
      options: { ...options, additionalSecretOutputs: secretOutputs, ...ignoringChanges(kind, options) },
      warning: idleOptions(options),
    };
  });
}
