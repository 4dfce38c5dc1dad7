import { type ZodType, z } from "zod";
import { VpsError } from "../../errors/vpsError";
import type { Http } from "../http/client";

/** Fornex counts ten zones a page unless asked; whether it grants more is not documented, so pages are counted, not assumed. */
const PAGE_SIZE = 100;
const MOST_PAGES = 1000;

/** A page of a list in API version 2.x. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ count: z.number(), results: z.array(item) });
}

/** API version 2.x: walks a list to its end; one that shows less than it counts proves nothing. */
export async function allPages<T>(
  http: Http,
  path: string,
  noun: string,
  search: Record<string, string>,
  answer: ZodType<{ count: number; results: T[] }>,
  keyOf: (item: T, index: number) => string,
): Promise<T[]> {
  const found = new Map<string, T>();
  let count = 0;
  for (let page = 1; page <= MOST_PAGES; page++) {
    const before = found.size;
    const shown = await http({
      effect: "read",
      method: "GET",
      path,
      query: { ...search, page, page_size: PAGE_SIZE },
      answer,
    });
    for (const [index, item] of shown.results.entries()) found.set(keyOf(item, index), item);
    count = shown.count;
    if (found.size >= count || found.size === before) break;
  }
  if (found.size < count) {
    throw new VpsError(
      "incomplete-list",
      `Fornex: GET ${path} counts ${count} ${noun} but listed ${found.size}. The list is incomplete, so it proves nothing. Run again. If the error stays, the API has changed: please report it.`,
    );
  }
  return [...found.values()];
}
