import type { z } from "zod";
import { isForm, mediaType } from "./form";
import { type Answer, type HosterRequest, json, Refusal } from "./http";
import { isMap, type Json } from "./json";

/*
 * What Django REST framework makes of requests and mistakes. Fornex shows its marks (`detail`, its page envelope)
 * [fornex.md 0]; that VPS.org's errors look like this too is unverified [vpsorg.md 12].
 */

/** `{"detail": "…"}` */
export function detail(status: number, message: string): Answer {
  return json(status, { detail: message });
}

/** 400 with one list of messages per field. */
export function fieldErrors(errors: Record<string, string[]>): Refusal {
  return new Refusal(json(400, errors));
}

const UTF8 = new TextDecoder("utf-8", { fatal: true });

/** The fields of a JSON or form body; an empty body has none. */
export function readFields(request: HosterRequest): Record<string, unknown> {
  if (request.body.length === 0) return {};
  const type = mediaType(request.headers["content-type"]);
  if (isForm(type)) return formFields(request);
  if (type !== "application/json") throw new Refusal(detail(415, `Unsupported media type "${type}" in request.`));

  const value = parseJson(request.body);
  if (!isMap(value)) throw fieldErrors({ non_field_errors: ["Invalid data. Expected a dictionary."] });
  return value;
}

export function formFields({ form }: HosterRequest): Record<string, unknown> {
  const names = [...new Set(form.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = form.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(UTF8.decode(body));
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : "not UTF-8";
    throw new Refusal(detail(400, `JSON parse error - ${reason}`));
  }
}

/** Checks the fields; what is wrong becomes a 400 with the messages under the field names. */
export function checkFields<T>(schema: z.ZodType<T>, fields: Record<string, unknown>): T {
  const result = schema.safeParse(fields);
  if (result.success) return result.data;

  const errors: Record<string, string[]> = {};
  for (const issue of result.error.issues) {
    const field = String(issue.path[0] ?? "non_field_errors");
    const missing = issue.path.length === 1 && fields[field] === undefined;
    const messages = errors[field] ?? [];
    messages.push(missing ? "This field is required." : issue.message);
    errors[field] = messages;
  }
  throw fieldErrors(errors);
}

/** The media type a view renders: what `Accept` must allow. */
export type Rendered = "application/json" | "text/plain";

/**
 * 406 where no part of `Accept` fits what the view renders. As in Django REST framework's `DefaultContentNegotiation`: no
 * header means any type, and `q` is not looked at.
 */
export function requireAcceptable(request: HosterRequest, rendered: Rendered): void {
  const accepted = (request.headers.accept ?? "*/*").split(",").map(mediaType);
  const [main] = rendered.split("/");
  const fits = accepted.some((type) => type === rendered || type === `${main}/*` || type === "*/*");
  if (!fits) throw new Refusal(detail(406, "Could not satisfy the request Accept header."));
}

export interface Page<T> {
  readonly items: T[];
  readonly number: number;
  readonly isLast: boolean;
}

/** The page that `page` and `page_size` ask for; one that does not exist is a 404. */
export function takePage<T>(all: T[], query: URLSearchParams, defaultSize: number, maxSize: number): Page<T> {
  const asked = Number(query.get("page_size") ?? defaultSize);
  const size = Number.isInteger(asked) && asked > 0 ? Math.min(asked, maxSize) : defaultSize;
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = query.get("page") ?? "1";
  const number = page === "last" ? pages : Number(page);
  if (!Number.isInteger(number) || number < 1 || number > pages) throw new Refusal(detail(404, "Invalid page."));
  return { items: all.slice((number - 1) * size, number * size), number, isLast: number === pages };
}

/** `{count, next, previous, results}` with absolute addresses [fornex.md 0, trap 4]. */
export function pageEnvelope(page: Page<Json>, total: number, url: URL): Json {
  return {
    count: total,
    next: page.isLast ? null : pageUrl(url, page.number + 1),
    previous: page.number === 1 ? null : pageUrl(url, page.number - 1),
    results: page.items,
  };
}

function pageUrl(url: URL, number: number): string {
  const other = new URL(url);
  if (number === 1) other.searchParams.delete("page");
  else other.searchParams.set("page", String(number));
  return other.href;
}
