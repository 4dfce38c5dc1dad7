import { z } from "zod";
import type { Http } from "../http/client";
import { integer, ok, optionalText } from "./loose";
import { lacking } from "./refusal";

/** An SSH key of the account. */
const sshKey = z.object({
  id: integer,
  key: z.string(),
  /** Missing where what Fornex shows is not the title that was given. */
  title: optionalText,
  default: z
    .boolean()
    .nullish()
    .transform((value) => value ?? undefined),
});
export type SshKey = z.output<typeof sshKey>;
const sshKeys = z.array(sshKey);
/** Of keys that are linked to an order, only which ones they are matters. */
const linkedKeys = z.array(z.object({ id: integer })).transform((keys) => keys.map(({ id }) => id));

/** A key to be added. `default` needs the feature `defaultKey`. */
export interface NewSshKey {
  title: string;
  key: string;
  default?: boolean;
}

/** The SSH keys of the account, and which VPS gets which of them when it is installed. */
export interface FornexKeys {
  /** All of them. */
  list(): Promise<SshKey[]>;
  /** Adds a key, which links itself to every VPS of the account. Fornex may accept equal ones. */
  add(key: NewSshKey): Promise<SshKey>;
  remove(id: number): Promise<void>;
  /** The ids of all keys linked to an order. */
  linked(order: string): Promise<number[]>;
  /** Links a key to an order. Whether Fornex takes that twice is not documented. */
  link(order: string, id: number): Promise<void>;
  unlink(order: string, id: number): Promise<void>;
}

/** Keys in dialect 2.x. */
export class KeysV2 implements FornexKeys {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** A bare array, never paged. */
  list(): Promise<SshKey[]> {
    return this.#http({ effect: "read", method: "GET", path: "/ssh_keys/", answer: sshKeys });
  }

  add(key: NewSshKey): Promise<SshKey> {
    return this.#http({ effect: "once", method: "POST", path: "/ssh_keys/", body: { ...key }, answer: sshKey });
  }

  async remove(id: number): Promise<void> {
    await this.#http({
      effect: "repeatable",
      method: "DELETE",
      path: "/ssh_keys/{id}/",
      params: { id },
      answer: "none",
    });
  }

  linked(order: string): Promise<number[]> {
    const path = "/vps/{order}/ssh_keys/";
    return this.#http({ effect: "read", method: "GET", path, params: { order }, answer: linkedKeys });
  }

  link(order: string, id: number): Promise<void> {
    return this.#change("/vps/{order}/ssh_keys/add/", order, id);
  }

  unlink(order: string, id: number): Promise<void> {
    return this.#change("/vps/{order}/ssh_keys/delete/", order, id);
  }

  /** The answer is empty. */
  async #change(path: string, order: string, id: number): Promise<void> {
    const body = { key_pk: id };
    await this.#http({ effect: "repeatable", method: "POST", path, params: { order }, body, answer: "none" });
  }
}

/** Keys in dialect 0.1. */
export class KeysV01 implements FornexKeys {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  async list(): Promise<SshKey[]> {
    const listed = await this.#http({ effect: "read", method: "GET", path: "/ssh_keys/", answer: sshKeys });
    return listed.map(withoutComment);
  }

  async add({ title, key, default: isDefault }: NewSshKey): Promise<SshKey> {
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

  async remove(id: number): Promise<void> {
    await this.#http({
      effect: "repeatable",
      method: "POST",
      path: "/ssh_keys/delete/",
      form: { key_pk: id },
      answer: ok,
    });
  }

  linked(order: string): Promise<number[]> {
    const path = "/ssh_keys/{order}/";
    return this.#http({ effect: "read", method: "GET", path, params: { order }, answer: linkedKeys });
  }

  link(order: string, id: number): Promise<void> {
    return this.#change("/ssh_keys/{order}/add/", order, id);
  }

  unlink(order: string, id: number): Promise<void> {
    return this.#change("/ssh_keys/{order}/delete/", order, id);
  }

  async #change(path: string, order: string, id: number): Promise<void> {
    const form = { key_pk: id };
    await this.#http({ effect: "repeatable", method: "POST", path, params: { order }, form, answer: ok });
  }
}

/** The seed's example answers the key's comment as its title, so such a title says nothing about the one that was given. */
function withoutComment(key: SshKey): SshKey {
  const comment = key.key.trim().split(/\s+/).slice(2).join(" ");
  return key.title === comment ? { ...key, title: undefined } : key;
}
