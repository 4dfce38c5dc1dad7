import { getEventListeners } from "node:events";
import { Dispatcher } from "undici";
import { exchange } from "../../../../provider/clients/http/exchange";

const REQUEST = { origin: "http://127.0.0.1", path: "/", method: "GET" };
const LARGEST = { bytes: 8, error: (status: number) => new Error(`too large, ${status}`) };

/** Takes requests, and has answers sent by a test. */
class Taken extends Dispatcher {
  handler: Dispatcher.DispatchHandler = {};
  readonly controller = {
    aborted: false,
    paused: false,
    reason: null,
    pause: () => {},
    resume: () => {},
    abort: (reason: Error) => this.handler.onResponseError?.(this.controller, reason),
  };

  override dispatch(_: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    this.handler = handler;
    return true;
  }

  starts(): void {
    this.handler.onRequestStart?.(this.controller, null);
  }

  answers(...chunks: string[]): void {
    const { handler, controller } = this;
    handler.onResponseStart?.(controller, 201, { "retry-after": "3" });
    for (const chunk of chunks) handler.onResponseData?.(controller, Buffer.from(chunk));
    handler.onResponseEnd?.(controller, {});
  }
}

function begun() {
  const taken = new Taken();
  const end = new AbortController();
  const answer = exchange(taken, REQUEST, end.signal, LARGEST);
  return { taken, end, answer, listeners: () => getEventListeners(end.signal, "abort").length };
}

test("an answer in pieces is put together, and its signal is left alone then", async () => {
  const { taken, answer, listeners } = begun();
  taken.starts();
  taken.answers("gr", "ün");
  expect(await answer).toEqual({ status: 201, text: "grün", retryAfter: "3" });
  expect(listeners()).toBe(0);
});

test("one that is too large fails with its status, and its signal is left alone then", async () => {
  const { taken, answer, listeners } = begun();
  taken.starts();
  taken.answers("12345", "6789");
  await expect(answer).rejects.toThrow("too large, 201");
  expect(listeners()).toBe(0);
});

test("a signal ends a request under way, with its reason", async () => {
  const { taken, end, answer } = begun();
  taken.starts();
  end.abort(new Error("no longer wanted"));
  await expect(answer).rejects.toThrow("no longer wanted");
});

test("a signal that fires before there is a connection ends the request as soon as there is one", async () => {
  const { taken, end, answer } = begun();
  end.abort(new Error("no longer wanted"));
  taken.starts();
  await expect(answer).rejects.toThrow("no longer wanted");
});
