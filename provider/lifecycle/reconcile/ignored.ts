import { argumentNames } from "../arguments";
import type { Argument } from "../definition";

/**
 * Names of the arguments whose changes the program ignores (`ignoreChanges`), of Pulumi's property paths: by their first name, so
 * `tags[0]` stands for `tags`, and `*` for every argument.
 */
export function ignoredIn<A extends object>(
  resource: { arguments: { [K in keyof A]-?: unknown } },
  paths: readonly string[] = [],
): ReadonlySet<keyof A & string> {
  const first = new Set(paths.map(firstOf));
  return new Set(argumentNames<A>(resource).filter((name) => first.has(name) || first.has("*")));
}

/** Of these, the arguments that the hoster shows: only of those there is something that an adoption can leave as it is. */
export function driftIgnoredIn<A extends object, S>(
  resource: { arguments: { [K in keyof A]-?: Pick<Argument<S>, "role"> } },
  paths: readonly string[] = [],
): (keyof A & string)[] {
  return [...ignoredIn<A>(resource, paths)].filter((name) => resource.arguments[name].role === "drift");
}

/** The arguments, of which each ignored one stays what the state holds; what is not given stays left out. */
export function withIgnored<A extends object, S extends A>(
  args: A,
  state: S,
  ignored: ReadonlySet<keyof A & string>,
): A {
  const kept = [...ignored].filter((name) => args[name] !== undefined).map((name) => [name, state[name]] as const);
  const stays = kept.filter(([, value]) => value !== null && value !== undefined);
  return { ...args, ...Object.fromEntries(stays) };
}

function firstOf(path: string): string {
  return (
    /^(?:\["([^"]*)"\]|([^.[]+))/
      .exec(path)
      ?.slice(1)
      .find((name) => name !== undefined) ?? path
  );
}
