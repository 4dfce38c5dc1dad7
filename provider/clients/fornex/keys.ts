import { z } from "zod";
import type { Http } from "../http/client";
import { getter } from "./get";
import { done, integer, optionalText } from "./loose";
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

/** Keys in API version 2.x. */
export function keysV2(http: Http): FornexKeys {
  const get = getter(http);
  /** The answer is empty. */
  const change = (path: string, order: string, id: number): Promise<void> =>
    http({ effect: "repeatable", method: "POST", path, params: { order }, body: { key_pk: id }, answer: "none" });

  return {
    // A bare array, never paged.
    list: () => get("/ssh_keys/", sshKeys),
    add: (key) => http({ effect: "once", method: "POST", path: "/ssh_keys/", body: { ...key }, answer: sshKey }),
    remove: (id) =>
      http({ effect: "repeatable", method: "DELETE", path: "/ssh_keys/{id}/", params: { id }, answer: "empty" }),
    linked: (order) => get("/vps/{order}/ssh_keys/", linkedKeys, { order }),
    link: (order, id) => change("/vps/{order}/ssh_keys/add/", order, id),
    unlink: (order, id) => change("/vps/{order}/ssh_keys/delete/", order, id),
  };
}

/** Keys in API version 0.1. */
export function keysV01(http: Http): FornexKeys {
  const get = getter(http);
  const change = (path: string, order: string, id: number): Promise<void> =>
    http({ effect: "repeatable", method: "POST", path, params: { order }, form: { key_pk: id }, answer: done });

  return {
    list: async () => (await get("/ssh_keys/", sshKeys)).map(withoutComment),
    add: async ({ title, key, default: isDefault }) => {
      if (isDefault !== undefined) throw lacking("defaultKey");
      const form = { title, key };
      return withoutComment(
        await http({ effect: "once", method: "POST", path: "/ssh_keys/add/", form, answer: sshKey }),
      );
    },
    remove: (id) =>
      http({ effect: "repeatable", method: "POST", path: "/ssh_keys/delete/", form: { key_pk: id }, answer: done }),
    linked: (order) => get("/ssh_keys/{order}/", linkedKeys, { order }),
    link: (order, id) => change("/ssh_keys/{order}/add/", order, id),
    unlink: (order, id) => change("/ssh_keys/{order}/delete/", order, id),
  };
}

/** The seed's example answers the key's comment as its title, so such a title says nothing about the one that was given. */
function withoutComment(key: SshKey): SshKey {
  const comment = key.key.trim().split(/\s+/).slice(2).join(" ");
  return key.title === comment ? { ...key, title: undefined } : key;
}
