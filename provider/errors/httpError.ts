import { VpsError } from "./vpsError";

/**
 * What became of a request.
 * - `unsent`: provably never left (connection refused, name not resolved, no connection in time, a proxy that opens none)
 * - `broken`: left, but no whole answer came back (reset, timeout, cut off, 408)
 * - `server`: 5xx
 * - `unreadable`: an answer that is no JSON, such as an HTML page of a proxy
 * - `unexpected`: JSON, but not in the documented shape
 * - `rate-limited`: 429, not carried out
 * - `unauthorized` 401 · `forbidden` 403 · `blocked` (403 as HTML, from the edge in front of the hoster)
 * - `refused`: status 200 with an error inside, in a hoster's own words; what it means is not known, not even "not found"
 * - `locked`: not carried out, since the hoster is at work on the object; {@link HttpError.busy} says how far it is
 * - `payment` 402 · `not-found` 404 · `rejected` any other 4xx, and redirects
 */
export const HTTP_FAILURES = [
  "unsent",
  "broken",
  "server",
  "unreadable",
  "unexpected",
  "rate-limited",
  "unauthorized",
  "forbidden",
  "blocked",
  "payment",
  "not-found",
  "refused",
  "locked",
  "rejected",
] as const;
export type HttpFailure = (typeof HTTP_FAILURES)[number];

const TRANSIENT: ReadonlySet<HttpFailure> = new Set(["unsent", "broken", "server", "unreadable", "rate-limited"]);
const AMBIGUOUS: ReadonlySet<HttpFailure> = new Set(["broken", "server", "unreadable", "unexpected"]);
const NEVER_CARRIED_OUT: ReadonlySet<HttpFailure> = new Set(["unsent", "rate-limited"]);

/** What a hoster tells of the work for which it refuses everything else. */
export interface Busy {
  /** Its name for the work. */
  task: string;
  percent: number | undefined;
  /** Its words for the present step. */
  note: string;
}

/** A request to a hoster that did not end in the documented answer. */
export class HttpError extends VpsError {
  override readonly name = "HttpError";
  readonly kind: HttpFailure;
  readonly status: number | undefined;
  /** Seconds the hoster asked us to wait (Retry-After), if it did. */
  readonly retryAfter: number | undefined;
  /** For `locked`. */
  readonly busy: Busy | undefined;
  /** Host and port of the proxy that failed in place of the hoster. */
  readonly proxy: string | undefined;

  constructor(
    kind: HttpFailure,
    message: string,
    options: {
      status?: number | undefined;
      retryAfter?: number | undefined;
      busy?: Busy | undefined;
      proxy?: string | undefined;
      cause?: unknown;
    } = {},
  ) {
    super("http", message, { cause: options.cause });
    this.kind = kind;
    this.status = options.status;
    this.retryAfter = options.retryAfter;
    this.busy = options.busy;
    this.proxy = options.proxy;
  }

  /** May pass by itself, so a read or a repeatable call is worth another try. */
  get transient(): boolean {
    return TRANSIENT.has(this.kind);
  }

  /** The hoster may or may not have carried the request out. */
  get ambiguous(): boolean {
    return AMBIGUOUS.has(this.kind);
  }

  /** The hoster has certainly not carried the request out, and asking again is harmless even for a `once` call. */
  get neverCarriedOut(): boolean {
    return NEVER_CARRIED_OUT.has(this.kind);
  }
}

/** Whether `error` is an {@link HttpError} of one of `kinds`. */
export function isHttp(error: unknown, ...kinds: HttpFailure[]): error is HttpError {
  return error instanceof HttpError && kinds.includes(error.kind);
}

/** Whether `error` may mean that the object asked for is gone. It never proves it: only the hoster's list does. */
export function mayMeanGone(error: unknown): error is HttpError {
  return isHttp(error, "not-found", "refused");
}

/** Whether a delete that failed so may have been carried out all the same. The hoster's list decides. */
export function mayBeDeleted(error: unknown): error is HttpError {
  return mayMeanGone(error) || isHttp(error, "unexpected");
}

/** Whether `error` leaves open if the hoster did what it was asked. */
export function isAmbiguous(error: unknown): error is HttpError {
  return error instanceof HttpError && error.ambiguous;
}
