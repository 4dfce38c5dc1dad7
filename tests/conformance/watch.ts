import { AsyncLocalStorage } from "node:async_hooks";
import type { Call, Effect } from "../../provider/clients/http/call";
import type { Http } from "../../provider/clients/http/client";
import type { Fault, Simulator } from "../../simulator";

/** When a command is cancelled: before a request is sent; while it is under way, and answered late or never; after its answer. */
export type Position = "before" | "answered late" | "never answered" | "after";

/** A hoster answers so many milliseconds after it has done what it was asked. */
const STALLS: Partial<Record<Position, number>> = { "answered late": 50, "never answered": 600_000 };

/** A call to a hoster, within a call of the engine's. */
export interface WatchedCall {
  /** Of the adapter, such as `create`. */
  method: string;
  hoster: Fault["hoster"];
  /** Method and path template. */
  request: string;
  effect: Effect;
}

/** A command of a stack: what it asks of the hosters, and when it is cancelled. */
export class Watch {
  readonly calls: WatchedCall[] = [];
  readonly #controller = new AbortController();
  readonly #at: { call: WatchedCall; position: Position; simulator: Simulator } | undefined;
  #method = "";

  constructor(at?: { call: WatchedCall; position: Position; simulator: Simulator }) {
    this.#at = at;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  cancel(): void {
    this.#controller.abort();
  }

  run<T>(command: () => Promise<T>): Promise<T> {
    return present.run(this, command);
  }

  enter(method: string): void {
    this.#method = method;
  }

  /** What was asked, each request once. */
  get distinct(): WatchedCall[] {
    return [...new Map(this.calls.map((call) => [nameOf(call), call])).values()];
  }

  async meet<T>(hoster: string, { method, path, effect }: Call<T>, send: () => Promise<T>): Promise<T> {
    const name = hoster.toLowerCase().replaceAll(/[^a-z]/g, "") as Fault["hoster"];
    const call: WatchedCall = { method: this.#method, hoster: name, request: `${method} ${path}`, effect };
    this.calls.push(call);
    if (this.#at === undefined || nameOf(this.#at.call) !== nameOf(call)) return send();
    const { position, simulator } = this.#at;
    if (position === "before") this.cancel();
    const delayMs = STALLS[position];
    if (delayMs !== undefined) void this.#stall(simulator, { hoster: name, method, path: globOf(path), delayMs });
    try {
      return await send();
    } finally {
      if (position === "after") this.cancel();
    }
  }

  /** Cancels as soon as the hoster has done what it is asked, and has not answered yet. */
  async #stall(simulator: Simulator, request: Stalled): Promise<void> {
    const before = simulator.requests().length;
    simulator.fault({ ...request, kind: "slow" });
    const wanted = new RegExp(`^${request.path.replaceAll(".", "\\.").replaceAll("*", "[^/]*")}$`);
    const hasCome = () =>
      simulator
        .requests()
        .slice(before)
        .some(({ method, path }) => method === request.method && wanted.test(path));
    while (!hasCome()) await new Promise((resolve) => setTimeout(resolve, 1).unref());
    this.cancel();
  }
}

type Stalled = Pick<Required<Fault>, "hoster" | "method" | "path" | "delayMs">;

const present = new AsyncLocalStorage<Watch>();

/** An `httpClient` whose calls are watched. */
export function watched<Args extends [{ hoster: string }, ...unknown[]]>(
  httpClient: (...args: Args) => Http,
): (...args: Args) => Http {
  return (...args) => {
    const http = httpClient(...args);
    return (call) => {
      const send = () => http(call);
      return present.getStore()?.meet(args[0].hoster, call, send) ?? send();
    };
  };
}

/** An adapter that says which of its methods is at work. */
export function entered<D extends object>(adapter: D): D {
  const methods = Object.entries(adapter).map(([name, method]) => [
    name,
    (...args: unknown[]) => {
      present.getStore()?.enter(name);
      return (method as (...args: unknown[]) => unknown)(...args);
    },
  ]);
  return Object.fromEntries(methods) as D;
}

function nameOf({ method, request }: WatchedCall): string {
  return `${method} ${request}`;
}

function globOf(path: string): string {
  return path.replaceAll(/\{\w+\}/g, "*");
}
