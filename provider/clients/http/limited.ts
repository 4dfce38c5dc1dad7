import { Mutex } from "../../mutex";
import type { Call } from "./call";
import type { RawAnswer } from "./exchange";
import type { Endpoint } from "./send";

type Send = (call: Call<unknown>) => Promise<RawAnswer>;

/** Keeps to the limits of the endpoint, which every attempt counts for. */
export function limited(endpoint: Endpoint, send: Send): Send {
  const { limit } = endpoint;
  const admitted: Send = limit ? (call) => limit.admit().then(() => send(call)) : send;
  return endpoint.oneWriteAtATime ? oneWriteAtATime(admitted) : admitted;
}

/** Lets one write through at a time, in the order they came; reads never wait. */
function oneWriteAtATime(send: Send): Send {
  const writes = new Mutex();
  return (call) => (call.effect === "read" ? send(call) : writes.run(() => send(call)));
}
