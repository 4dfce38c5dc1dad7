import { interpret } from "./answer";
import type { Call } from "./call";
import { limited } from "./limited";
import { logged } from "./log";
import { OutageNotice } from "./outageNotice";
import { DEFAULT_RETRY_POLICY, type RetryPolicy, retrying } from "./retry";
import { type Endpoint, sender } from "./send";

/** Sends a call through the whole pipeline: retry by effect → limits → log → send → map errors → parse. */
export type Http = <T>(call: Call<T>) => Promise<T>;

/**
 * Assembles the pipeline for one hoster. The order matters: every attempt is logged, and only an interpreted answer
 * tells whether another attempt makes sense.
 */
export function httpClient(endpoint: Endpoint, policy: RetryPolicy = DEFAULT_RETRY_POLICY): Http {
  const send = limited(endpoint, logged(endpoint, sender(endpoint)));
  const { limit } = endpoint;
  const notice = new OutageNotice(endpoint.hoster);
  return (call) => {
    const attempt = async (number: number) => {
      try {
        return interpret(endpoint, call, await send(call));
      } catch (error) {
        limit?.failed(error, number);
        throw error;
      }
    };
    const heldBack = () => limit?.heldBack() ?? 0;
    return retrying(call.effect, policy, attempt, heldBack, (error, pause, spent) => {
      // A limit tells of its own pauses.
      if (heldBack() === 0) notice.keepsWaiting(error, pause, spent);
    });
  };
}
