import { HttpError } from "../../errors/httpError";
import { type Call, nameOf } from "./call";
import type { RawAnswer } from "./exchange";
import type { Endpoint } from "./send";

/** With `VPS_LOG=debug`, one line per attempt on stderr: method, path template, status, time. Never a value that was sent. */
export function logged(
  endpoint: Endpoint,
  send: (call: Call<unknown>) => Promise<RawAnswer>,
): (call: Call<unknown>) => Promise<RawAnswer> {
  return async (call) => {
    if (process.env.VPS_LOG !== "debug") return send(call);
    const start = performance.now();
    const write = (outcome: string) =>
      process.stderr.write(
        `vps: ${endpoint.hoster} ${nameOf(call)} → ${outcome} (${Math.round(performance.now() - start)} ms)\n`,
      );
    try {
      const answer = await send(call);
      write(String(answer.status));
      return answer;
    } catch (error) {
      write(error instanceof HttpError ? error.kind : "error");
      throw error;
    }
  };
}
