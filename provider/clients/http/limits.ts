import type { Call } from "./call";
import type { Endpoint, RawAnswer } from "./send";

/** Lets one write through at a time where the endpoint asks for that, in the order they came; reads never wait. */
export function limited(
  endpoint: Endpoint,
  send: (call: Call<unknown>) => Promise<RawAnswer>,
): (call: Call<unknown>) => Promise<RawAnswer> {
  if (!endpoint.oneWriteAtATime) return send;
  let last: Promise<unknown> = Promise.resolve();
  return (call) => {
    if (call.effect === "read") return send(call);
    const mine = last.then(() => send(call));
    last = mine.catch(() => undefined);
    return mine;
  };
}
