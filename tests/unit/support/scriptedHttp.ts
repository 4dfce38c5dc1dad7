import type { Call } from "../../../provider/clients/http/call";
import type { Http } from "../../../provider/clients/http/client";

/** A pipeline that answers from a script and keeps what it was asked; answers pass through the call's own schema. */
export function scriptedHttp(answer: (call: Call<unknown>, count: number) => unknown): {
  http: Http;
  calls: Call<unknown>[];
} {
  const calls: Call<unknown>[] = [];
  const http = async <T>(call: Call<T>): Promise<T> => {
    calls.push(call as Call<unknown>);
    const raw = await answer(call as Call<unknown>, calls.length);
    if (typeof call.answer === "string") return raw as T;
    return call.mayDiffer ? (call.answer.safeParse(raw).data as T) : call.answer.parse(raw);
  };
  return { http, calls };
}

/** The call without its schema, for comparisons. */
export function withoutSchema({ answer: _, ...rest }: Call<unknown>): Omit<Call<unknown>, "answer"> {
  return rest;
}
