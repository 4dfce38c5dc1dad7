import type { Json } from "./json";

/** A request as a hoster sees it; `path` is the part below the hoster's prefix and keeps its percent escapes. */
export interface HosterRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
  /** The fields of a form body, urlencoded or multipart; empty for any other body. */
  readonly form: URLSearchParams;
  /** `http://127.0.0.1:1234`, for the absolute addresses in answers. */
  readonly origin: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Simulated seconds the client waits for it; none if left out. */
  readonly delaySeconds?: number;
  /** Set where it says no although its status does not. */
  readonly isRefusal?: true;
}

/** No answer: the connection is reset, or nothing comes until the client gives up. */
export type Drop = "reset" | "hang";

/** Thrown by a handler to answer at once, with an error as a rule. */
export class Refusal extends Error {
  constructor(readonly answer: Answer) {
    super(`answer ${answer.status}`);
  }
}

export function json(status: number, value: Json, headers: Record<string, string> = {}): Answer {
  return { status, headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(value) };
}

export function text(status: number, body: string, contentType = "text/plain; charset=utf-8"): Answer {
  return { status, headers: { "content-type": contentType }, body };
}

/** The same answer, as one that says no whatever its status is. */
export function refusal(answer: Answer): Answer {
  return { ...answer, isRefusal: true };
}

export function empty(status: number): Answer {
  return { status, headers: {}, body: "" };
}
