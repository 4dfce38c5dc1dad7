import type { z } from "zod";
import type { Busy, HttpFailure } from "../../errors/httpError";

/**
 * What sending the same request again would do. It decides retries, not the method: some hosters change things by GET.
 * - `read`: nothing
 * - `repeatable`: ends in the same state
 * - `once`: may order, create or do something a second time
 */
export type Effect = "read" | "repeatable" | "once";

/** An error found inside an answer with status 200. */
export interface Refusal {
  kind: HttpFailure;
  /** The hoster's own words. */
  detail: string;
  /** The same in words of ours, for calls whose answers are `unquoted`. */
  plain?: string;
  /** For `locked`. */
  busy?: Busy;
}

/** One request to a hoster, described so that each step of the pipeline can do its part. */
export interface Call<T> {
  effect: Effect;
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path below the base URL with `{placeholders}`; this template, not the filled path, is what logs and errors show. */
  path: string;
  /** Values of the placeholders; percent-encoded when filled in. */
  params?: Record<string, string | number>;
  query?: Record<string, string | number>;
  /** Sent as JSON. */
  body?: Record<string, unknown>;
  /** Sent as an HTML form, in place of `body`. */
  form?: Record<string, string | number>;
  /** Shape of the answer; `"text"` for plain text, `"none"` where the body says nothing we use, `"empty"` where there is none. */
  answer: z.ZodType<T> | "text" | "none" | "empty";
  /** The answer may have another shape, or no body at all: it is undefined then. */
  mayDiffer?: true;
  /** In place of the endpoint's, for an answer whose errors mean something else. */
  refusal?: (json: unknown) => Refusal | undefined;
  /** Errors quote no word of the answer: it may hold secrets that were not sent, or only pieces of those that were. */
  unquoted?: true;
  /** For what the hoster answers only when it is done; 90 if left out. */
  timeoutSeconds?: number;
}

/** METHOD and path template: how a call is named in logs and errors. */
export function nameOf(call: Pick<Call<unknown>, "method" | "path">): string {
  return `${call.method} ${call.path}`;
}
