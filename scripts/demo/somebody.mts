import { Problem } from "../engine/problem.mts";
import { command } from "./say.mts";

/** A record as Fornex's API lists it. */
interface Entry {
  id: number;
  host: string;
  type: string;
  value: string;
  ttl: number | null;
}

/** Somebody with the API key who does not know of Pulumi: plain calls, shown as curl. */
export class Somebody {
  readonly #base: string;
  readonly #key: string;
  readonly #zone: string;

  constructor(env: Readonly<Record<string, string | undefined>>, zone: string) {
    this.#base = env.FORNEX_BASE_URL ?? "";
    this.#key = env.FORNEX_API_KEY ?? "";
    this.#zone = zone;
  }

  /** Points a record somewhere else. */
  async change(host: string, type: string, value: string): Promise<void> {
    const { id, ttl } = await this.#find(host, type);
    await this.#call("PUT", `${id}/`, { host, type, value, ttl });
  }

  /** Deletes a record. */
  async remove(host: string, type: string): Promise<void> {
    const { id } = await this.#find(host, type);
    await this.#call("DELETE", `${id}/`);
  }

  async #find(host: string, type: string): Promise<Entry> {
    const response = await fetch(this.#url(""), { headers: this.#headers() });
    const entries = (await response.json()) as Entry[];
    const entry = entries.find((one) => one.host === host && one.type === type);
    if (!entry) throw new Problem(`The zone has no ${type} record for "${host}".`);
    return entry;
  }

  async #call(method: string, path: string, body?: object): Promise<void> {
    const json = body ? JSON.stringify(body) : undefined;
    const data = json ? ` \\\n    -H "Content-Type: application/json" -d '${json}'` : "";
    command(
      `curl -X ${method} "$FORNEX_BASE_URL/dns/domain/${this.#zone}/entry_set/${path}" \\\n    -H "Authorization: Api-Key $FORNEX_API_KEY"${data}`,
    );
    const response = await fetch(this.#url(path), {
      method,
      headers: this.#headers(),
      ...(json ? { body: json } : {}),
    });
    if (!response.ok) throw new Problem(`${method} answered ${response.status}: ${await response.text()}`);
  }

  #url(path: string): string {
    return `${this.#base}/dns/domain/${this.#zone}/entry_set/${path}`;
  }

  #headers(): Record<string, string> {
    return { authorization: `Api-Key ${this.#key}`, "content-type": "application/json" };
  }
}
