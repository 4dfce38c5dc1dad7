import { Agent } from "undici";
import { withDeadline } from "../../deadline";
import { HttpError } from "../../errors/httpError";
import { type Call, nameOf, type Refusal } from "./call";
import { exchange, type RawAnswer } from "./exchange";
import type { Limit } from "./limit";
import { reasonOf } from "./networkError";
import type { HttpProxy } from "./proxy";
import { untilOver } from "./teardown";
import { ProxyFailure, tunnelAgent } from "./tunnel";

/** Fornex needs up to a minute for a page of its domain list (unverified); what needs longer says so. */
const TIMEOUT_SECONDS = 90;
const CONNECT_TIMEOUT_MS = 15_000;
/** No documented answer comes near; a body beyond this is not read to its end. */
const LARGEST_BODY_BYTES = 16 * 1024 * 1024;

/**
 * Django REST framework answers 406 where no part of this fits what a view renders. A view that renders text takes nothing else,
 * one that sends text past its renderers takes what those render: any type then, too, if text comes first.
 */
const ACCEPTED_TEXT = "text/plain, */*;q=0.1";

const NEVER_LEFT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS_CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/** Whether a network error with this code proves that nothing was sent: no connection, or none that could be trusted. */
export function neverLeft(code: string): boolean {
  return NEVER_LEFT.test(code);
}

/** Where a client's requests go and what goes along with each. */
export interface Endpoint {
  /** Name of the hoster as users know it, for errors and logs. */
  hoster: string;
  /** Without a slash at the end. */
  baseUrl: string;
  headers: Record<string, string>;
  /** Sent with every request where the hoster takes credentials as parameters: in the query of a GET, else in the form. */
  parameters?: Record<string, string>;
  /** How a user sets the credential, for errors: configuration key and environment variable. */
  credential?: string;
  /** Answers 403 also to a credential that it does not know. */
  forbidsUnknown?: true;
  /** What stands between this machine and the hoster, if anything does. */
  proxy?: HttpProxy | undefined;
  /** Credentials inside headers and parameters: blotted out of everything we print. */
  secrets: string[];
  /** Words of the hoster's closed sets, such as record types, that requests hold: they hide nothing and stay readable. */
  words?: readonly string[];
  /** For hosters that answer 200 with an error inside: what the answer refuses, if it does. */
  refusal?: (json: unknown) => Refusal | undefined;
  /** For hosters that want no second write to an object while one is under way. */
  oneWriteAtATime?: true;
  /** For hosters that count requests. */
  limit?: Limit;
}

/** Sends over HTTP, keeping connections alive, by the endpoint's proxy if it has one. */
export function sender(endpoint: Endpoint): (call: Call<unknown>) => Promise<RawAnswer> {
  const options = {
    connectTimeout: CONNECT_TIMEOUT_MS,
    // A kept-alive connection must not keep the provider process from ending.
    keepAliveTimeout: 4_000,
  };
  const dispatcher = endpoint.proxy ? tunnelAgent(endpoint.proxy, options) : new Agent(options);
  const exchanged = async (call: Call<unknown>, timeout: number, signal: AbortSignal): Promise<RawAnswer> => {
    const { origin, pathname, search } = new URL(endpoint.baseUrl + filled(endpoint, call));
    const body = bodyOf(endpoint, call);
    const request = {
      origin,
      path: pathname + search,
      method: call.method,
      headers: {
        accept: call.answer === "text" ? ACCEPTED_TEXT : "application/json",
        ...endpoint.headers,
        ...(body ? { "content-type": body.type } : {}),
      },
      ...(body ? { body: body.text } : {}),
      headersTimeout: timeout,
      bodyTimeout: timeout,
    };
    const largest = { bytes: LARGEST_BODY_BYTES, error: (status: number) => tooLarge(endpoint, call, status) };
    try {
      return await exchange(dispatcher, request, signal, largest);
    } catch (error) {
      if (error instanceof HttpError) throw error;
      throw connectionError(endpoint, call, error);
    }
  };
  const late = () => new DOMException("No answer in time.", "TimeoutError");
  const send = (call: Call<unknown>, outer: AbortSignal): Promise<RawAnswer> => {
    const timeout = 1000 * (call.timeoutSeconds ?? TIMEOUT_SECONDS);
    return withDeadline(outer, timeout, late, (signal) => exchanged(call, timeout, signal));
  };
  return (call) => {
    const unanswered = () =>
      new HttpError(
        "broken",
        `${endpoint.hoster}: ${nameOf(call)} was sent, but the operation was cancelled before an answer came.`,
      );
    return untilOver(call.effect, (signal) => send(call, signal), unanswered);
  };
}

function filled(endpoint: Endpoint, call: Call<unknown>): string {
  const path = call.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = call.params?.[name];
    // Dots alone would climb to another path, and nothing at all would be one.
    if (value === undefined || /^\.{0,2}$/.test(String(value))) {
      throw new TypeError(`no usable value for {${name}} in ${call.path}`);
    }
    return encodeURIComponent(value);
  });
  const query = parameters({ ...call.query, ...(call.method === "GET" ? endpoint.parameters : {}) });
  return query.size > 0 ? `${path}?${query}` : path;
}

function bodyOf(endpoint: Endpoint, call: Call<unknown>): { type: string; text: string } | undefined {
  if (call.body) return { type: "application/json", text: JSON.stringify(call.body) };
  const form = parameters({ ...call.form, ...(call.method === "GET" ? {} : endpoint.parameters) });
  return form.size > 0 ? { type: "application/x-www-form-urlencoded", text: String(form) } : undefined;
}

function parameters(values: Record<string, string | number>): URLSearchParams {
  return new URLSearchParams(Object.entries(values).map(([key, value]): [string, string] => [key, String(value)]));
}

function tooLarge(endpoint: Endpoint, call: Call<unknown>, status: number): HttpError {
  return new HttpError(
    "unexpected",
    `${endpoint.hoster}: ${nameOf(call)} answered ${status} with more than ${LARGEST_BODY_BYTES} bytes, so it was not read. Check that the URL is that of the API.`,
    { status },
  );
}

function connectionError(endpoint: Endpoint, call: Call<unknown>, error: unknown): HttpError {
  const what = `${endpoint.hoster}: ${nameOf(call)}`;
  if (error instanceof ProxyFailure) {
    return new HttpError("unsent", `${what} could not be sent: ${error.message}`, { proxy: error.proxy });
  }
  const { codes, why } = reasonOf(error);
  if (codes.some(neverLeft)) {
    const host = new URL(endpoint.baseUrl).host;
    return new HttpError(
      "unsent",
      `${what} could not be sent: no connection to ${host} (${why}). Check the address and the network.`,
      { cause: error },
    );
  }
  return new HttpError("broken", `${what} got no complete answer (${why}).`, { cause: error });
}
