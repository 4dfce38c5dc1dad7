import { VpsError } from "../../errors/vpsError";
import type { Resource } from "../contract";
import type { Declared } from "../declared";
import { idIn, objectKey } from "../runtime/keys";
import type { Listed } from "../runtime/listing";
import { describedKey } from "../runtime/program";
import type { Runtime } from "../runtime/runtime";
import { isAgreed } from "../validation/consent";
import type { Comparison } from "./comparison";

/** The object to adopt; undefined when there is none and one is to be made. Throws when one exists without consent. */
export function choose<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  runtime: Runtime,
  args: Partial<A>,
  listed: Listed<O>,
): O | undefined {
  if (resource.managementPolicy === "existing") return present(resource, args as A, listed);
  const key = describedKey<A>(resource, args);
  if (key !== undefined && runtime.program.isTriggered(key) && resource.managementPolicy !== "adopt") {
    passOver(resource, args, listed);
    return undefined;
  }
  const adopt = resource.managementPolicy === "adopt" || adoptIn(resource, args);
  if (typeof adopt === "string" && !runtime.claims.isBeingReplaced(objectKey(resource, adopt))) {
    const named = listed.byId(adopt);
    if (named) return named;
    // The program may go on naming what it once adopted, and what a replacement has deleted meanwhile.
    if (!runtime.claims.wasOfStack(objectKey(resource, adopt))) {
      throw new VpsError(
        "adopt-impossible",
        `adopt: ${resource.name} with the given id is not listed in this account. Check the id, or omit adopt to create one.`,
      );
    }
  }
  const candidates = fitting(resource, args, listed).filter(
    (object) => !runtime.claims.isBeingReplaced(objectKey(resource, resource.idOf(object))),
  );
  const ids = candidates.map(resource.idOf);
  if (adopt === true && candidates.length > 1) {
    throw new VpsError(
      "adopt-impossible",
      `adopt: several objects match (ids ${ids.join(", ")}). Name the one to adopt, such as adopt: "${ids[0]}".`,
    );
  }
  if (adopt === true) return candidates[0];
  if (candidates.length === 0) return undefined;
  throw new ExistsAlready(resource, ids);
}

/** Those that the arguments describe; none while the arguments do not say which. */
export function fitting<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  args: Partial<A>,
  listed: Listed<O>,
): readonly O[] {
  if (describedKey<A>(resource, args) === undefined) return [];
  return listed.by(resource.keysOf, resource.naturalKey(args as A));
}

/** The object that the option replacementTrigger replaces stays until the new one is made, where the hoster holds both. */
function passOver<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  args: Partial<A>,
  listed: Listed<O>,
): void {
  const ids = fitting(resource, args, listed).map(resource.idOf);
  if (ids.length === 0) return;
  const holdsOne = resource.replacement?.holdsOne;
  if (holdsOne !== undefined) {
    throw new VpsError(
      "refused",
      `The option replacementTrigger replaces ${resource.noun} ${ids.join(", ")}. ${holdsOne} ` +
        "So the old one must be deleted first: set the option deleteBeforeReplace: true as well.",
    );
  }
  if (ids.length === 1) return;
  throw new VpsError(
    "refused",
    `The option replacementTrigger replaces the old ${resource.noun}, but several match (ids ${ids.join(", ")}). ` +
      "Which one is the old one is unknown, so nothing was created. Set the option deleteBeforeReplace: true, or make them differ.",
  );
}

/** An object that the program describes is there, and the program does not say that it shall be adopted. */
export class ExistsAlready extends VpsError {
  readonly ids: readonly string[];

  constructor(
    resource: { name: string; arguments: object; replacement?: { holdsOne?: string } },
    ids: readonly string[],
  ) {
    const consent = "allowReplace" in resource.arguments ? " with allowReplace: true" : "";
    const trigger = resource.replacement?.holdsOne === undefined ? ", or change the option replacementTrigger" : "";
    super(
      "already-exists",
      `${resource.name} exists already: id ${ids.join(", ")}. Nothing was created. ` +
        'If only its name in the program changed, set the option aliases: [{ name: "<old name>" }]. ' +
        `If an earlier run created it, or this program is to manage it, set adopt: ${ids.length === 1 ? `true (or adopt: "${ids[0]}")` : `"${ids[0]}", or another one of these ids`}. ` +
        "What differs is then changed in place, and `pulumi destroy` deletes it. " +
        "If Pulumi was told to replace it (`--replace`, a taint), the provider does not see that, and adopt keeps the old one. " +
        `To replace it, set the option deleteBeforeReplace: true${consent}${trigger}. To undo a taint, run \`pulumi state untaint\`. ` +
        "Otherwise describe another object.",
    );
    this.ids = ids;
  }
}

/** What the program asks to adopt: an id, in its one form, or whatever fits. */
function adoptIn<A extends object, S extends A, O>(resource: Resource<A, S, O>, args: Partial<A>): unknown {
  const adopt = "adopt" in args ? args.adopt : undefined;
  return typeof adopt === "string" ? idIn(resource, adopt) : adopt;
}

/** The object that the arguments name, for a resource that never makes one. */
function present<A extends object, S extends A, O>(resource: Resource<A, S, O>, args: A, listed: Listed<O>): O {
  const [named] = fitting(resource, args, listed);
  if (named) return named;
  throw new VpsError(
    "not-found",
    `${resource.name} ${resource.naturalKey(args)} does not exist in this account, and this resource never creates one. Check the id.`,
  );
}

/** What only a replacement could change, or a change that takes consent, must be equal already. */
export function requireAdoptable<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  compared: Comparison<A, S, O>,
  args: Partial<A>,
  id: string,
  declared: Declared,
): void {
  const isWanted = (name: keyof A & string) => isAgreed(resource, args) && resource.consent?.to.includes(name);
  const hindrances = compared.otherThanShown.filter((name) => !isWanted(name));
  if (hindrances.length === 0) return;
  if (resource.consent) {
    throw new VpsError(
      "refused",
      `${objectKey(resource, id)} is not what the program describes: ${hindrances.join(", ")}. Write what the hoster shows${valuesShown(resource, compared, hindrances, declared)}, or set ${resource.consent.by}: true to change it. ${resource.consent.loses}`,
    );
  }
  throw new VpsError(
    "adopt-impossible",
    `adopt: ${objectKey(resource, id)} cannot become what the program describes: ${hindrances.join(", ")} can be changed only by a replacement. Write what the hoster shows${valuesShown(resource, compared, hindrances, declared)}, or do not adopt it.`,
  );
}

/** What the hoster shows, but of what the program passes as a secret. */
function valuesShown<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  compared: Comparison<A, S, O>,
  names: (keyof A & string)[],
  declared: Declared,
): string {
  const shown = names.filter((name) => !mayBeSecret(resource, name, declared));
  return shown.length > 0 ? ` (${compared.shown(shown)})` : "";
}

/** Whether the argument may hold a secret of the program, so that neither value of it is shown. */
export function mayBeSecret<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  name: keyof A & string,
  { secrets }: Declared,
): boolean {
  return resource.arguments[name].nonSecret === undefined && (secrets === undefined || secrets.includes(name));
}
