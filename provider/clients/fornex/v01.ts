import { HttpError } from "../../errors/httpError";
import { VpsError } from "../../errors/vpsError";
import type { Http } from "../http/client";
import type { Refusal } from "../http/send";
import type { EntryContent, FornexClient, FornexFeature, NewSshKey, PasswordReset, PowerAction } from "./client";
import {
  accountInfo,
  addedDomain,
  addedEntry,
  type Domain,
  domains,
  type Entry,
  entrySet,
  type Job,
  job,
  ok,
  passwordReset,
  type SshKey,
  sshKey,
  sshKeys,
  type VpsOrder,
  vpsOrders,
  vpsStatus,
} from "./schemas";

/**
 * Fornex's dialect before 2.x (seed 003): forms, the key as parameter `apikey`, POST for every change, answers that often
 * say no more than `{"ok": true}`, and errors inside answers with status 200.
 */
export class FornexV01 implements FornexClient {
  readonly dialect = "0.1";
  readonly lacks: ReadonlySet<FornexFeature> = new Set<FornexFeature>(["tags", "defaultKey", "orderName"]);
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

  async sshKeys(): Promise<SshKey[]> {
    const listed = await this.#http({ effect: "read", method: "GET", path: "/ssh_keys/", answer: sshKeys });
    return listed.map(withoutComment);
  }

  async addSshKey({ title, key, default: isDefault }: NewSshKey): Promise<SshKey> {
    if (isDefault !== undefined) throw lacking("defaultKey");
    const added = await this.#http({
      effect: "once",
      method: "POST",
      path: "/ssh_keys/add/",
      form: { title, key },
      answer: sshKey,
    });
    return withoutComment(added);
  }

  async removeSshKey(id: number): Promise<void> {
    await this.#http({
      effect: "repeatable",
      method: "POST",
      path: "/ssh_keys/delete/",
      form: { key_pk: id },
      answer: ok,
    });
  }

  /** A bare array of orders of every kind. */
  async vpsOrders(): Promise<VpsOrder[]> {
    const orders = await this.#http({ effect: "read", method: "GET", path: "/orders/list", answer: vpsOrders });
    return orders.filter(({ type }) => type === "vps");
  }

  async changeOrder(): Promise<void> {
    throw lacking("orderName");
  }

  async vpsStatus(id: string): Promise<string> {
    const path = "/vps/status/{id}/";
    const { status } = await this.#http({ effect: "read", method: "GET", path, params: { id }, answer: vpsStatus });
    return status;
  }

  /** The answer names no job, so only the status tells what becomes of it. */
  async power(id: string, action: PowerAction): Promise<undefined> {
    await this.#http({
      effect: action === "start" || action === "stop" ? "repeatable" : "once",
      method: "POST",
      path: `/vps/${action}/{id}/`,
      params: { id },
      form: {},
      answer: ok,
    });
  }

  /** A GET that changes something: never sent twice. */
  async resetPassword(id: string): Promise<PasswordReset> {
    const { passwd, resp_id } = await this.#http({
      effect: "once",
      method: "GET",
      path: "/vps/passwd_reset/{id}/",
      params: { id },
      answer: passwordReset,
    });
    return { password: passwd, job: resp_id };
  }

  job(id: string, log: number): Promise<Job> {
    const path = "/vps/log_details/{id}/";
    return this.#http({ effect: "read", method: "GET", path, params: { id }, query: { log_id: log }, answer: job });
  }
}

/** The seed's example answers the key's comment as its title, so such a title says nothing about the one that was given. */
function withoutComment(key: SshKey): SshKey {
  const comment = key.key.trim().split(/\s+/).slice(2).join(" ");
  return key.title === comment ? { ...key, title: undefined } : key;
}

/** The error inside an answer with status 200. It is localised and documented nowhere, so it is shown and never looked into. */
export function refusalIn(json: unknown): Refusal | undefined {
  if (typeof json !== "object" || json === null || !("error" in json)) return undefined;
  const { error } = json;
  if (error === null || error === "" || error === false) return undefined;
  return { kind: "refused", detail: typeof error === "string" ? error : JSON.stringify(error) };
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

function lacking(feature: FornexFeature): VpsError {
  return new VpsError("refused", `Fornex's dialect 0.1 has no call for this (${feature}); dialect 2 has.`);
}
