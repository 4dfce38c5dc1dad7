import type { Declared } from "../declared";
import type { ImportId } from "../definition";
import { writtenId } from "../writtenId";

/** How claims name an object. Ids are the hoster's and unique per kind; the text also appears in errors. */
export function objectKey(resource: { name: string }, id: string): string {
  return `${resource.name} ${id}`;
}

/** The same for an object in a stack, whose id there may be a stand-in for the hoster's. */
export function claimKey<S extends object>(
  resource: { name: string; idComesLater?: { hosterId: (state: Partial<S>) => string | undefined } },
  id: string,
  state: Partial<S>,
): string {
  return objectKey(resource, resource.idComesLater?.hosterId(state) ?? id);
}

/** An id that a person wrote, for `adopt` or a look-up, in the spelling that `idOf` gives. */
export function idIn<A>(resource: { importId?: ImportId<A> }, text: string): string {
  return (resource.importId && writtenId(resource.importId, text)?.id) ?? text.trim();
}

/** How lines that are printed name a resource: by its name in the program, where a class of the SDK handed that on. */
export function labelOf({ name }: Declared, otherwise: string): string {
  return name ?? otherwise;
}
