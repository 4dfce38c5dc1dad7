import type { Call, Effect } from "../../provider/clients/http/call";
import type { Http } from "../../provider/clients/http/client";
import type { RequestRecord } from "../../simulator";

/** A call as a client declares it. */
export interface DeclaredCall {
  hoster: string;
  method: string;
  /** Path template. */
  path: string;
  effect: Effect;
}

const seen = new Map<string, DeclaredCall>();

/** An `httpClient` that also notes every call it is given, with the effect the client declares for it. */
export function noting<Args extends [{ hoster: string }, ...unknown[]]>(
  httpClient: (...args: Args) => Http,
): (...args: Args) => Http {
  return (...args) => {
    const http = httpClient(...args);
    return <T>(call: Call<T>) => {
      const { method, path, effect } = call;
      const hoster = args[0].hoster.toLowerCase().replaceAll(/[^a-z]/g, "");
      seen.set(`${hoster} ${method} ${path}`, { hoster, method, path, effect });
      return http(call);
    };
  };
}

/** The declared call behind a request that a hoster got. */
export function callBehind({ hoster, method, path }: Pick<RequestRecord, "hoster" | "method" | "path">): DeclaredCall {
  const fits = (call: DeclaredCall) =>
    call.hoster === hoster &&
    call.method === method &&
    new RegExp(`^${call.path.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(path);
  // "/add/" also fits where a placeholder is: the most literal one is meant.
  const placeholders = (one: DeclaredCall) => one.path.split("{").length;
  const [call] = [...seen.values()].filter(fits).sort((one, other) => placeholders(one) - placeholders(other));
  if (!call) throw new Error(`${hoster} got ${method} ${path}, which no client declared`);
  return call;
}
