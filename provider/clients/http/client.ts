import { interpret } from "./answer";
import type { Call } from "./call";
import { limited } from "./limits";
import { logged } from "./log";
import { DEFAULT_PATIENCE, type Patience, retrying } from "./retry";
import { type Endpoint, sender } from "./send";
import { Trouble } from "./trouble";

/** Sends a call through the whole pipeline: retry by effect → limits → log → send → map errors → parse. */
export type Http = <T>(call: Call<T>) => Promise<T>;

/**
 * Assembles the pipeline for one hoster. The order matters: every attempt is logged, and only an interpreted answer
 * tells whether another attempt makes sense.
 */
export function httpClient(endpoint: Endpoint, patience: Patience = DEFAULT_PATIENCE): Http {
  const send = limited(endpoint, logged(endpoint, sender(endpoint)));
  const { limit } = endpoint;
  const trouble = new Trouble(endpoint.hoster);
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
    return retrying(call.effect, patience, attempt, heldBack, (error, pause, spent) => {
      // A limit tells of its own pauses.
      if (heldBack() === 0) trouble.keepsWaiting(error, pause, spent);
    });
  };
}
