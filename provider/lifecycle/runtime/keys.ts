import type { Declared } from "../declared";

/** How claims name an object. Ids are the hoster's and unique per kind; the text also appears in errors. */
export function objectKey(resource: { name: string }, id: string): string {
  return `${resource.name} ${id}`;
}

/** The same for an object in a stack, whose id there may be a stand-in for the hoster's. */
export function claimKey<S extends object>(
  resource: { name: string; hosterId?: (state: Partial<S>) => string | undefined },
  id: string,
  state: Partial<S>,
): string {
  return objectKey(resource, resource.hosterId?.(state) ?? id);
}

/** An id that a person wrote, for `adopt` or a look-up, in the spelling that `idOf` gives. */
export function idIn(resource: { canonicalId?: (text: string) => string }, text: string): string {
  const id = text.trim();
  return resource.canonicalId?.(id) ?? id;
}

/** How lines that are printed name a resource: by its name in the program, where a class of the SDK handed that on. */
export function labelOf({ name }: Declared, otherwise: string): string {
  return name ?? otherwise;
}
