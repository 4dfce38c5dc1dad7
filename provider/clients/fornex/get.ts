import type { ZodType } from "zod";
import type { Http } from "../http/client";

type Values = Record<string, string | number>;

/** Asks by GET, which changes nothing: `params` fills the path's placeholders; what is undefined in `query` is left out. */
export type Get = <T>(
  path: string,
  answer: ZodType<T> | "text",
  params?: Values,
  query?: Record<string, string | number | undefined>,
) => Promise<T>;

export function getter(http: Http): Get {
  return (path, answer, params, query) =>
    http({ effect: "read", method: "GET", path, ...(params && { params }), ...given(query), answer });
}

function given(values: Parameters<Get>[3] = {}): { query?: Values } {
  const known = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return known.length === 0 ? {} : { query: Object.fromEntries(known) };
}
