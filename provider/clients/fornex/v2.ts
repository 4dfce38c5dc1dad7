import type { ZodType } from "zod";
import { VpsError } from "../../errors/vpsError";
import type { Http } from "../http/client";
import type {
  EntryContent,
  FornexClient,
  FornexFeature,
  NewSshKey,
  OrderSettings,
  PasswordReset,
  PowerAction,
} from "./client";
import {
  accountInfo,
  type Domain,
  domain,
  domainPage,
  type Entry,
  entries,
  entry,
  type Job,
  job,
  passwordReset,
  type SshKey,
  sshKey,
  sshKeys,
  tagSet,
  type VpsOrder,
  vpsOrderPage,
  vpsStatus,
} from "./schemas";

/** Fornex counts ten zones a page unless asked; whether it grants more is not documented, so pages are counted, not assumed. */
const PAGE_SIZE = 100;
const MOST_PAGES = 1000;

/** Fornex's live dialect 2.x: JSON, real status codes, slash at the end of every path but the account's. */
export class FornexV2 implements FornexClient {
  readonly dialect = "2";
  readonly lacks: ReadonlySet<FornexFeature> = new Set<FornexFeature>();
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  async accountIdentity(): Promise<string> {
    const { email, name } = await this.#http({
      effect: "read",
      method: "GET",
      path: "/account/info",
      answer: accountInfo,
    });
    return `${email ?? ""} ${name ?? ""}`;
  }

  domains(query?: string): Promise<Domain[]> {
    const search = query === undefined ? {} : { q: query };
    return this.#pages("/dns/domain/", "zones", search, domainPage, ({ name }) => name);
  }

  /** Walks a list to its end; one that shows less than it counts proves nothing. */
  async #pages<T>(
    path: string,
    noun: string,
    search: Record<string, string>,
    answer: ZodType<{ count: number; results: T[] }>,
    keyOf: (item: T) => string,
  ): Promise<T[]> {
    const found = new Map<string, T>();
    let count = 0;
    for (let page = 1; page <= MOST_PAGES; page++) {
      const before = found.size;
      const shown = await this.#http({
        effect: "read",
        method: "GET",
        path,
        query: { ...search, page, page_size: PAGE_SIZE },
        answer,
      });
      for (const item of shown.results) found.set(keyOf(item), item);
      count = shown.count;
      if (found.size >= count || found.size === before) break;
    }
    if (found.size < count) {
      throw new VpsError(
        "incomplete-list",
        `Fornex: GET ${path} counts ${count} ${noun} but showed ${found.size}; from a list that is cut off nothing can be concluded. Run again; if it stays, the API has changed.`,
      );
    }
    return [...found.values()];
  }

  addDomain(name: string, ip: string): Promise<Domain> {
    return this.#http({ effect: "once", method: "POST", path: "/dns/domain/", body: { name, ip }, answer: domain });
  }

  async removeDomain(name: string): Promise<void> {
    await this.#http({
      effect: "repeatable",
      method: "DELETE",
      path: "/dns/domain/{name}/",
      params: { name },
      answer: "none",
    });
  }

  async setTags(name: string, tags: string[]): Promise<string[]> {
    const answer = await this.#http({
      effect: "repeatable",
      method: "PUT",
      path: "/dns/domain/{name}/tags/",
      params: { name },
      body: { tags },
      answer: tagSet,
    });
    return answer.tags;
  }

  entries(name: string): Promise<Entry[]> {
    return this.#http({
      effect: "read",
      method: "GET",
      path: "/dns/domain/{name}/entry_set/",
      params: { name },
      answer: entries,
    });
  }

  addEntry(name: string, content: EntryContent): Promise<Entry> {
    return this.#http({
      effect: "once",
      method: "POST",
      path: "/dns/domain/{name}/entry_set/",
      params: { name },
      body: body(content),
      answer: entry,
    });
  }

  replaceEntry(name: string, id: number, content: EntryContent): Promise<Entry> {
    return this.#http({
      effect: "repeatable",
      method: "PUT",
      path: "/dns/domain/{name}/entry_set/{id}/",
      params: { name, id },
      body: body(content),
      answer: entry,
    });
  }

  async removeEntry(name: string, id: number): Promise<void> {
    await this.#http({
      effect: "repeatable",
      method: "DELETE",
      path: "/dns/domain/{name}/entry_set/{id}/",
      params: { name, id },
      answer: "none",
    });
  }

  /** A bare array, never paged. */
  sshKeys(): Promise<SshKey[]> {
    return this.#http({ effect: "read", method: "GET", path: "/ssh_keys/", answer: sshKeys });
  }

  addSshKey(key: NewSshKey): Promise<SshKey> {
    return this.#http({ effect: "once", method: "POST", path: "/ssh_keys/", body: { ...key }, answer: sshKey });
  }

  async removeSshKey(id: number): Promise<void> {
    await this.#http({
      effect: "repeatable",
      method: "DELETE",
      path: "/ssh_keys/{id}/",
      params: { id },
      answer: "none",
    });
  }

  vpsOrders(): Promise<VpsOrder[]> {
    return this.#pages("/orders/vps/", "orders", {}, vpsOrderPage, ({ id }) => id);
  }

  async changeOrder(id: string, settings: OrderSettings): Promise<void> {
    await this.#http({
      effect: "repeatable",
      method: "PATCH",
      path: "/orders/{id}/",
      params: { id },
      body: { ...settings },
      answer: "none",
    });
  }

  async vpsStatus(id: string): Promise<string> {
    const path = "/vps/{id}/status/";
    const { status } = await this.#http({ effect: "read", method: "GET", path, params: { id }, answer: vpsStatus });
    return status;
  }

  async power(id: string, action: PowerAction): Promise<number> {
    const { pk } = await this.#http({
      effect: action === "start" || action === "stop" ? "repeatable" : "once",
      method: "POST",
      path: `/vps/{id}/${action}/`,
      params: { id },
      answer: job,
    });
    return pk;
  }

  async resetPassword(id: string): Promise<PasswordReset> {
    const { passwd, resp_id } = await this.#http({
      effect: "once",
      method: "POST",
      path: "/vps/{id}/passwd_reset/",
      params: { id },
      answer: passwordReset,
    });
    return { password: passwd, job: resp_id };
  }

  job(id: string, log: number): Promise<Job> {
    const path = "/vps/{id}/log_details/{log}/";
    return this.#http({ effect: "read", method: "GET", path, params: { id, log }, answer: job });
  }
}

/** A PUT replaces the whole record and defaults a missing host to the apex, so every field is always sent. */
function body(content: EntryContent): Record<string, unknown> {
  return {
    host: content.host,
    type: content.type,
    value: content.value,
    prio: content.prio ?? null,
    ttl: content.ttl ?? null,
  };
}
