import type { ImportId, Named } from "./definition";

/**
 * What an id that a person wrote says; undefined where it is none. Between two parts a colon may stand for the slash, as other
 * providers write it, where it is the only one: IPv6 addresses have more.
 */
export function writtenId<A>({ parse, form }: ImportId<A>, written: string): Named<A> | undefined {
  const text = written.trim();
  const found = parse(text);
  if (found !== undefined || !form.includes("/") || text.split(":").length !== 2) return found;
  return parse(text.replace(":", "/"));
}
