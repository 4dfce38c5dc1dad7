import { once } from "node:events";
import {
  Agent,
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
  request as send,
} from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { type Fault, fateOf, type Victim } from "./fate";

const SLOW_MS = 300;
const HTML =
  "<!DOCTYPE html>\n<html><head><title>One moment</title></head><body><h1>Back in a moment</h1></body></html>\n";

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Stands between provider and hosters, and spoils a fifth of all requests, as {@link fateOf} says. */
export class ChaosProxy {
  requests = 0;
  spoiled = 0;
  kills = 0;
  /** While true, everything gets through, and nothing is counted. */
  calm = false;
  /** Kills as it is told; without it there is nobody to kill. */
  onKill: ((victim: Victim) => void) | undefined;
  readonly #seed: number;
  readonly #killsOneIn: number;
  readonly #target: string;
  readonly #agent = new Agent({ keepAlive: true });
  readonly #server = createServer((request, response) => {
    this.#handle(request, response).catch(() => response.destroy());
  });

  constructor(target: string, seed: number, killsOneIn: number) {
    this.#target = target;
    this.#seed = seed;
    this.#killsOneIn = killsOneIn;
  }

  /** `http://127.0.0.1:PORT` */
  async listen(): Promise<string> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#agent.destroy();
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, "close");
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    if (this.calm) return answer(response, await this.#forward(request, body));
    this.requests += 1;
    const { fault, victim, reaches } = fateOf(this.#seed, this.requests, this.#killsOneIn);
    const own = reaches ? await this.#forward(request, body) : undefined;
    if (victim && this.onKill) {
      this.kills += 1;
      this.onKill(victim);
      return reset(response);
    }
    if (fault) this.spoiled += 1;
    if (fault) return spoil(fault, response, own);
    if (own) return answer(response, own);
    return reset(response);
  }

  async #forward({ method, url, headers }: IncomingMessage, body: Buffer): Promise<Answer> {
    const onward = send(`${this.#target}${url}`, { method, headers, agent: this.#agent });
    onward.end(body);
    const [answered] = (await once(onward, "response")) as [IncomingMessage];
    return { status: answered.statusCode ?? 0, headers: answered.headers, body: await buffer(answered) };
  }
}

async function spoil(fault: Fault, response: ServerResponse, own: Answer | undefined): Promise<void> {
  switch (fault) {
    case "reset":
      return reset(response);
    case "server-error":
      return json(response, 500, { detail: "Internal error." });
    case "bad-gateway-html":
      return html(response, 502);
    case "unavailable":
      return json(response, 503, { detail: "Unavailable." }, { "retry-after": "1" });
    case "too-many":
      return json(response, 429, { detail: "Too many requests." }, { "retry-after": "1" });
    case "half":
      return own ? half(response, own) : reset(response);
    case "html-with-200":
      return html(response, 200);
    case "other-json":
      return json(response, 200, { notice: "Welcome." });
    case "slow":
      await sleep(SLOW_MS);
      return own ? answer(response, own) : reset(response);
  }
}

function answer(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, headers);
  response.end(body);
}

/** The headers promise the whole body; half of it comes. */
function half(response: ServerResponse, { status, headers, body }: Answer): void {
  if (body.length > 0) response.writeHead(status, headers);
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
}

function html(response: ServerResponse, status: number): void {
  response.writeHead(status, { "content-type": "text/html; charset=utf-8" }).end(HTML);
}

function json(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

function reset(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}
