/** The provider's configuration, from its one table of settings. */
import type { SettingInfo } from "../../provider/config/setting.ts";
import type { Properties, PropertySpec, TypeSpec } from "./pulumi.mts";

const TYPES: Record<SettingInfo["type"], TypeSpec> = {
  string: { type: "string" },
  number: { type: "number" },
  keys: { type: "object", additionalProperties: { type: "string" } },
};

export function settingProperties(settings: Record<string, SettingInfo>): Properties {
  return Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, property(setting)]));
}

function property({ description, type, environment, secret, default: fallback }: SettingInfo): PropertySpec {
  return {
    ...TYPES[type],
    // As words only: whoever reads it as a value would pass it on, and so take the environment its turn (seen with `pulumi do`).
    description: fallback === undefined ? description : `${description} Default: \`${fallback}\`.`,
    ...(secret ? { secret: true } : {}),
    // Pulumi takes the first of several that is set; several that hold one setting together are the provider's business.
    ...(environment.length === 1 ? { defaultInfo: { environment: [...environment] } } : {}),
  };
}
