import { isForm, mediaType } from "../form";
import type { HosterRequest } from "../http";
import { isMap } from "../json";
import { AirvpnError } from "./errors";

/** The only key that opens the simulated account; what real ones look like is not documented. */
export const API_KEY = "airvpn0simulated0123456789abcdef";

/** What a call was given: in the query, and in the form or the JSON of a POST, which win [airvpn 2.1]. */
export class Parameters {
  readonly #values: ReadonlyMap<string, string>;

  constructor(request: HosterRequest) {
    const sent = request.method === "POST" ? bodyFields(request) : [];
    this.#values = new Map([...request.query, ...sent]);
  }

  get(name: string): string | undefined {
    return this.#values.get(name);
  }

  /** That a missing parameter is an error, and its text, is unverified. */
  require(name: string): string {
    const value = this.get(name);
    if (!value) throw new AirvpnError(`Missing parameter: ${name}`);
    return value;
  }
}

function bodyFields({ headers, form, body }: HosterRequest): [string, string][] {
  const type = mediaType(headers["content-type"]);
  if (isForm(type)) return [...form];
  if (type !== "application/json") return [];
  const fields = parse(body);
  return Object.entries(isMap(fields) ? fields : {}).map(([name, value]) => [name, String(value ?? "")]);
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}

/** The key as the parameter `key`, or in the header API-KEY [S0; airvpn 2.1]. There is no browser session here. */
export function authenticate({ headers }: HosterRequest, parameters: Parameters): void {
  if ((parameters.get("key") ?? headers["api-key"]) !== API_KEY) throw new AirvpnError("Not authorized");
}
