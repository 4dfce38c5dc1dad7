import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** How a hoster may answer otherwise than its documents show, all of it seen at some hoster. AirVPN's "ok" is there in any case. */
export const ODDITIES = {
  "text for numbers": everywhere((value) => (typeof value === "number" ? String(value) : value)),
  "fields nobody documented": everywhere((value) => (isMap(value) ? { ...value, x_new: { a: [1] } } : value)),
  "null for every value": everywhere((value) => (typeof value === "object" || value === "ok" ? value : null)),
  "null for every list and map inside": inside((value) => (typeof value === "object" ? null : value)),
  "empty lists": everywhere((value) => {
    if (Array.isArray(value)) return [];
    return isMap(value) && "count" in value ? { ...value, count: 0 } : value;
  }),
  "[] for maps inside": inside((value) => (isMap(value) ? [] : value)),
} satisfies Record<string, (answer: Json) => Json>;

export type Oddity = keyof typeof ODDITIES;

/** What other programs answer with status 200: a gateway, another API, another call of the same one. */
export const STRANGERS: Record<string, Json> = {
  "an error in words": { detail: "s3cret" },
  "fields of something else": { s3cret: [{ id: 5 }] },
  "a list of something else": [1],
  "a list of maps that say nothing": [{}],
  "a page of something else": { count: 1, next: null, previous: null, results: [1] },
  text: "s3cret",
  "a boolean": true,
};

/** What is an empty list, and nothing where one thing was asked for. */
export const NOTHINGS: Record<string, Json> = { "{}": {}, "[]": [], null: null };

/** Stands between a client and the simulator, and turns its answers odd when told to. */
export class OddHoster {
  oddity: Oddity | undefined;
  /** Answered in place of everything, if set. */
  stranger: Json | undefined;
  /** Whether the simulator's last answer was a list, or a page of one. */
  answeredList = false;
  readonly #server: Server;

  /** `target`: origin of the simulator. */
  constructor(target: string) {
    this.#server = createServer((request, response) => void this.#forward(target, request, response));
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
  }

  /** The same address at this server. */
  urlFor(url: string): string {
    const { port } = this.#server.address() as AddressInfo;
    return Object.assign(new URL(url), { port: String(port) }).href;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #forward(target: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { host: _, connection: __, "content-length": ___, ...headers } = request.headers;
    const answer = await fetch(new URL(request.url ?? "", target), {
      method: request.method ?? "GET",
      headers: headers as Record<string, string>,
      ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
    });
    const text = await answer.text();
    response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "" });
    this.answeredList = /^(\[|\{"count":)/.test(text);
    if (this.stranger !== undefined) return void response.end(JSON.stringify(this.stranger));
    response.end(this.oddity && answer.ok ? odd(text, this.oddity) : text);
  }
}

function odd(text: string, oddity: Oddity): string {
  try {
    return JSON.stringify(ODDITIES[oddity](JSON.parse(text)));
  } catch {
    return text;
  }
}

/** Changes each value, from the inside out. */
function everywhere(change: (value: Json) => Json): (answer: Json) => Json {
  const changed = (value: Json): Json => {
    if (Array.isArray(value)) return change(value.map(changed));
    if (!isMap(value)) return change(value);
    return change(Object.fromEntries(Object.entries(value).map(([key, one]) => [key, changed(one)])));
  };
  return changed;
}

/** Changes what stands inside the answer, a level deep, and leaves pages their list. */
function inside(change: (value: Json) => Json): (answer: Json) => Json {
  return (answer) => {
    if (Array.isArray(answer)) return answer.map(inside(change));
    if (!isMap(answer)) return answer;
    if (Array.isArray(answer.results)) return { ...answer, results: answer.results.map(inside(change)) };
    return Object.fromEntries(Object.entries(answer).map(([key, one]) => [key, change(one)]));
  };
}

function isMap(value: Json): value is { [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
