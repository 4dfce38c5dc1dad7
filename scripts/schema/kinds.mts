/**
 * What the classes of sdk/ know of their resources at run time: a program's start must not load the provider, so it is
 * written down.
 */
import type { Kind } from "../../sdk/kind.ts";
import type { Definition } from "./resource.mts";

export const KINDS = "sdk/kindTable.ts";

export function kindsModule(resources: readonly Definition[]): string {
  const kinds = resources.map(kindOf).sort((a, b) => (a.name < b.name ? -1 : 1));
  return [
    "// Made by `npm run schema` from the definitions below provider/resources/.",
    'import type { Kind } from "./kind";',
    "",
    "export const KINDS: readonly Kind[] = [",
    ...kinds.map((kind) => `  ${JSON.stringify(kind)},`),
    "];",
    "",
  ].join("\n");
}

function kindOf({ name, arguments: args, outputs }: Definition): Kind {
  const shown = Object.entries({ ...args, ...outputs });
  const refusing = Object.entries(args).flatMap(([argument, { nonSecret }]) =>
    nonSecret === undefined ? [] : [[argument, nonSecret]],
  );
  return {
    name,
    shows: shown.map(([one]) => one),
    secret: shown.filter(([, { secret }]) => secret).map(([one]) => one),
    nonSecret: Object.fromEntries(refusing),
  };
}
