import { z } from "zod";
import type { Http } from "../http/client";
import {
  type Domain,
  domain,
  domains,
  type Entry,
  type EntryContent,
  entries,
  entry,
  type FornexDns,
  tags,
} from "./dns";
import { allPages, pageOf } from "./pages";

/** Pages of 10 today; early 2026 clients met a bare array on the same path. */
const domainPage = z.union([domains.transform((results) => ({ count: results.length, results })), pageOf(domain)]);

const tagSet = z.object({ tags });
const nameservers = z.object({ nss: z.string() });

/** DNS in dialect 2.x. */
export class DnsV2 implements FornexDns {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  domains(query?: string): Promise<Domain[]> {
    const search = query === undefined ? {} : { q: query };
    return allPages(this.#http, "/dns/domain/", "zones", search, domainPage, ({ name }) => name);
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

  async setNameservers(order: string, names: readonly string[]): Promise<void> {
    await this.#http({
      effect: "repeatable",
      method: "POST",
      path: "/dns/order/{order}/change_ns/",
      params: { order },
      body: { nss: names.join(",") },
      answer: nameservers,
    });
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
