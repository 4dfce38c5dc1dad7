import { VpsError } from "../errors/vpsError";
import { argumentNames } from "./arguments";
import { isAgreed } from "./consent";
import type { Resource } from "./contract";
import { sameAsShown } from "./diff";
import { objectKey } from "./keys";
import type { Run } from "./run";

/** The object to take over; undefined when there is none and one is to be made. Throws when one exists without consent. */
export function choose<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  run: Run,
  args: A,
  listed: readonly O[],
): O | undefined {
  if (resource.manages === "existing") return present(resource, args, listed);
  const adopt = resource.takesOver ?? adoptIn(resource, args);
  if (typeof adopt === "string" && !run.claims.isBeingReplaced(objectKey(resource, adopt))) {
    const named = listed.find((object) => resource.idOf(object) === adopt);
    if (named) return named;
    throw new VpsError(
      "adopt-impossible",
      `adopt: ${resource.name} with the given id is not listed in this account. Check the id, or leave adopt out to create one.`,
    );
  }
  const candidates = listed.filter(
    (object) =>
      resource.matches(object, args) && !run.claims.isBeingReplaced(objectKey(resource, resource.idOf(object))),
  );
  const ids = candidates.map(resource.idOf);
  if (adopt === true && candidates.length > 1) {
    throw new VpsError(
      "adopt-impossible",
      `adopt: several objects fit (ids ${ids.join(", ")}). Name the one to take over: adopt: "${ids[0]}".`,
    );
  }
  if (adopt === true) return candidates[0];
  if (candidates.length === 0) return undefined;
  throw new VpsError(
    "already-exists",
    `${resource.name} exists already: id ${ids.join(", ")}. Nothing was created. If you only renamed the resource in the program, give it ` +
      `aliases: [{ name: "<old name>" }] as an option. If an earlier run made it, or you want this program to own it, set adopt: true ` +
      `(or adopt: "${ids[0]}"): what differs is then changed in place, and \`pulumi destroy\` will delete it. Otherwise describe another object.`,
  );
}

/** What the program asks to take over: an id, in its one form, or whatever fits. */
function adoptIn<A extends object, S extends A, O>(resource: Resource<A, S, O>, args: A): unknown {
  const adopt = "adopt" in args ? args.adopt : undefined;
  return typeof adopt === "string" ? (resource.canonicalId?.(adopt) ?? adopt) : adopt;
}

/** The object that the arguments name, for a resource that never makes one. */
function present<A extends object, S extends A, O>(resource: Resource<A, S, O>, args: A, listed: readonly O[]): O {
  const named = listed.find((object) => resource.matches(object, args));
  if (named) return named;
  throw new VpsError(
    "not-found",
    `${resource.name} ${resource.naturalKey(args)} does not exist in this account, and this resource never makes one. Check the id.`,
  );
}

/** What only a replacement could change, or a change that takes consent, must be equal already. */
export function requireAdoptable<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  state: S,
  args: A,
  id: string,
): void {
  const isWanted = (name: keyof A & string) => isAgreed(resource, args) && resource.consent?.to.includes(name);
  const hindrances = argumentNames<A>(resource).filter(
    (name) =>
      !isWanted(name) &&
      args[name] !== undefined &&
      resource.arguments[name].shown?.(state) !== undefined &&
      !sameAsShown(resource, name, state, args[name]),
  );
  if (hindrances.length === 0) return;
  if (resource.consent) {
    throw new VpsError(
      "refused",
      `${objectKey(resource, id)} is not what the program describes: ${hindrances.join(", ")}. Write what the hoster shows${numbersShown(resource, state, hindrances)}, or set ${resource.consent.by}: true to change it. ${resource.consent.loses}`,
    );
  }
  throw new VpsError(
    "adopt-impossible",
    `adopt: ${objectKey(resource, id)} cannot become what the program describes: ${hindrances.join(", ")} can be changed only with a new object. Write what the hoster shows${numbersShown(resource, state, hindrances)}, or do not adopt it.`,
  );
}

function numbersShown<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  state: S,
  names: (keyof A & string)[],
): string {
  const shown = names.map((name) => `${name}: ${JSON.stringify(resource.arguments[name].shown?.(state))}`);
  return shown.length > 0 ? ` (${shown.join(", ")})` : "";
}
