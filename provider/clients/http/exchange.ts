import type { IncomingHttpHeaders } from "node:http";
import type { Dispatcher } from "undici";

/** An answer as it came: nothing interpreted yet. */
export interface RawAnswer {
  status: number;
  text: string;
  retryAfter: string | undefined;
}

/** A body that is longer is not read to its end. */
export interface Largest {
  bytes: number;
  /** What the exchange then fails with. */
  error: (status: number) => Error;
}

/**
 * Sends a request and takes in its answer; `signal` ends that. It is undici's own `request`, but for one thing: that one assigns a
 * function literal to a property, which V8 makes among its old objects, where it keeps a whole request and all that led to it
 * in memory until a full garbage collection.
 */
export async function exchange(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  signal: AbortSignal,
  largest: Largest,
): Promise<RawAnswer> {
  const answer = new Answer(signal, largest);
  const end = () => answer.end();
  signal.addEventListener("abort", end, { once: true });
  try {
    dispatcher.dispatch(request, answer);
    return await answer.whole;
  } finally {
    signal.removeEventListener("abort", end);
  }
}

/** An answer that comes in. */
class Answer implements Dispatcher.DispatchHandler {
  readonly #signal: AbortSignal;
  readonly #largest: Largest;
  readonly #settled = Promise.withResolvers<RawAnswer>();
  readonly #chunks: Buffer[] = [];
  #size = 0;
  #status = 0;
  #retryAfter: string | undefined;
  #controller: Dispatcher.DispatchController | undefined;

  constructor(signal: AbortSignal, largest: Largest) {
    this.#signal = signal;
    this.#largest = largest;
  }

  get whole(): Promise<RawAnswer> {
    return this.#settled.promise;
  }

  /** The signal has fired. What still waits for a connection ends as soon as that is there. */
  end(): void {
    this.#controller?.abort(this.#signal.reason);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#signal.aborted) controller.abort(this.#signal.reason);
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    this.#status = status;
    this.#retryAfter = headers["retry-after"];
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size > this.#largest.bytes) controller.abort(this.#largest.error(this.#status));
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const text = Buffer.concat(this.#chunks).toString("utf8");
    this.#settled.resolve({ status: this.#status, text, retryAfter: this.#retryAfter });
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#settled.reject(error);
  }
}
