import { KINDS } from "./kinds";
import type { Found } from "./model";

/** What {@link named} gives a name to. */
export type Nameless = Omit<Found, "name">;

/**
 * Gives each object a name of what it is. Those that would have the same, or the one of a resource in the stack, have their ids in their
 * names as well: so no name says how many there were, and every run gives the same ones.
 */
export function named(objects: readonly Nameless[], isTaken: (kind: string, name: string) => boolean): Found[] {
  const withId = new Set<Nameless>();
  const nameOf = (object: Nameless) =>
    withId.has(object) ? `${plainName(object)}-${plainText(object.id)}` : plainName(object);
  for (;;) {
    const all = objects.map((object) => ({ object, name: nameOf(object) }));
    const same = Map.groupBy(all, ({ object, name }) => `${object.kind} ${name}`);
    const clashing = all.filter(({ object, name }) => {
      const isAlone = same.get(`${object.kind} ${name}`)?.length === 1;
      return !withId.has(object) && (!isAlone || isTaken(object.kind, name));
    });
    if (clashing.length === 0) return all.map(({ object, name }) => ({ ...object, name }));
    for (const { object } of clashing) withId.add(object);
  }
}

/**
 * The names that nothing else of its kind may have besides a resource of the stack: its own; and where that ends in its id, what it would be
 * called without. So who was left by an interrupted run is named as that run would have.
 */
export function namesTakenBy({ name, id }: { name: string; id: string }): string[] {
  const end = `-${plainText(id)}`;
  return name.endsWith(end) ? [name, name.slice(0, -end.length)] : [name];
}

function plainName({ kind, id, properties }: Nameless): string {
  return plainText(String(KINDS[kind]?.title(properties) ?? "")) || plainText(id);
}

/** Without what would have to be quoted in a shell, or would end a part of a URN. */
function plainText(text: string): string {
  return text
    .replace(/\*/g, "wildcard")
    .replace(/[^\p{L}\p{N}._-]+/gu, "-")
    .replace(/^-+|-+$/g, "");
}
