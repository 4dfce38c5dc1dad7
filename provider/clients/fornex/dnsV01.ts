import { z } from "zod";
import { HttpError } from "../../errors/httpError";
import type { Http } from "../http/client";
import { type Domain, domains, type Entry, type EntryContent, entries, type FornexDns } from "./dns";
import { integer, ok } from "./loose";
import { lacking } from "./refusal";

const addedDomain = ok.extend({ name: z.string() });
const addedEntry = ok.extend({ pk: integer });
/** The records of a zone come inside an object. */
const entrySet = z.object({ entry_set: entries });
/** This one comes as a list. */
const nameserversSet = z.array(ok).min(1);

/** DNS in dialect 0.1. */
export class DnsV01 implements FornexDns {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** A bare array, never paged. */
  domains(query?: string): Promise<Domain[]> {
    return this.#http({
      effect: "read",
      method: "GET",
      path: "/dns/v0.1/domain_list.json",
      ...(query === undefined ? {} : { query: { q: query } }),
      answer: domains,
    });
  }

  /** The answer holds the name only; the list tells which records the zone was seeded with. */
  async addDomain(name: string, ip: string): Promise<Domain> {
    const added = await this.#http({
      effect: "once",
      method: "POST",
      path: "/dns/v0.1/add_domain/",
      form: { name, ip },
      answer: addedDomain,
    });
    const listed = await this.domains(added.name).catch((cause: unknown) => {
      throw unlisted(cause);
    });
    const zone = listed.find((one) => one.name.toLowerCase() === added.name.toLowerCase());
    if (zone === undefined) throw unlisted(undefined);
    return zone;
  }

  async removeDomain(name: string): Promise<void> {
    await this.#http({
      effect: "repeatable",
      method: "POST",
      path: "/dns/v0.1/{name}/delete_domain/",
      params: { name },
      form: {},
      answer: ok,
    });
  }

  async setTags(): Promise<string[]> {
    throw lacking("tags");
  }

  async entries(name: string): Promise<Entry[]> {
    const answer = await this.#http({
      effect: "read",
      method: "GET",
      path: "/dns/v0.1/{name}/entry_set.json",
      params: { name },
      answer: entrySet,
    });
    return answer.entry_set;
  }

  /** The answer holds the number only, so the record is what was sent. */
  async addEntry(name: string, content: EntryContent): Promise<Entry> {
    const { pk } = await this.#http({
      effect: "once",
      method: "POST",
      path: "/dns/v0.1/{name}/entry_set/add/",
      params: { name },
      form: form(content),
      answer: addedEntry,
    });
    return { id: pk, ...content };
  }

  async replaceEntry(name: string, id: number, content: EntryContent): Promise<Entry> {
    await this.#http({
      effect: "repeatable",
      method: "POST",
      path: "/dns/v0.1/{name}/entry_set/{id}/",
      params: { name, id },
      form: form(content),
      answer: ok,
    });
    return { id, ...content };
  }

  async removeEntry(name: string, id: number): Promise<void> {
    await this.#http({
      effect: "repeatable",
      method: "POST",
      path: "/dns/v0.1/{name}/entry_set/{id}/delete/",
      params: { name, id },
      form: {},
      answer: ok,
    });
  }

  async setNameservers(order: string, names: readonly string[]): Promise<void> {
    await this.#http({
      effect: "repeatable",
      method: "POST",
      path: "/change_ns/{order}/",
      params: { order },
      form: { nss: names.join(",") },
      answer: nameserversSet,
    });
  }
}

/** A form cannot say null: what has no value is left out, which means Fornex's default. The zone itself is `@` here. */
function form(content: EntryContent): Record<string, string | number> {
  const { host, type, value, prio, ttl } = content;
  return {
    host: host === "" ? "@" : host,
    type,
    value,
    ...(prio === undefined ? {} : { prio }),
    ...(ttl === undefined ? {} : { ttl }),
  };
}

/** As unclear as a lost answer: the zone is there, but not what it holds. */
function unlisted(cause: unknown): HttpError {
  const why = cause instanceof Error ? ` ${cause.message}` : "";
  return new HttpError(
    "unexpected",
    `Fornex: POST /dns/v0.1/add_domain/ added the zone, but the list of zones does not show it.${why}`,
    { cause },
  );
}
