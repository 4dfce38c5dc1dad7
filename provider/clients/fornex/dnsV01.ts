import { z } from "zod";
import { HttpError } from "../../errors/httpError";
import type { Http } from "../http/client";
import { domains, type Entry, type EntryContent, entries, type FornexDns } from "./dns";
import { getter } from "./get";
import { done, integer, ok } from "./loose";
import { lacking } from "./refusal";

const addedDomain = ok.extend({ name: z.string() });
const addedEntry = ok.extend({ pk: integer });
/** The records of a zone come inside an object. */
const entrySet = z.object({ entry_set: entries }).transform((answer) => answer.entry_set);
/** This one comes as a list. */
const nameserversSet = z
  .array(ok)
  .min(1)
  .transform(() => undefined);

/** DNS in API version 0.1. */
export function dnsV01(http: Http): FornexDns {
  const get = getter(http);
  /** A bare array, never paged. */
  const zones = (query?: string) => get("/dns/v0.1/domain_list.json", domains, undefined, { q: query });

  return {
    domains: zones,

    // The answer holds the name only; the list tells which records the zone was seeded with.
    addDomain: async (name, ip) => {
      const added = await http({
        effect: "once",
        method: "POST",
        path: "/dns/v0.1/add_domain/",
        form: { name, ip },
        answer: addedDomain,
      });
      const listed = await zones(added.name).catch((cause: unknown) => {
        throw unlisted(cause);
      });
      const zone = listed.find((one) => one.name.toLowerCase() === added.name.toLowerCase());
      if (zone === undefined) throw unlisted(undefined);
      return zone;
    },

    removeDomain: (name) =>
      http({
        effect: "repeatable",
        method: "POST",
        path: "/dns/v0.1/{name}/delete_domain/",
        params: { name },
        form: {},
        answer: done,
      }),

    setTags: async () => {
      throw lacking("tags");
    },

    entries: (name) => get("/dns/v0.1/{name}/entry_set.json", entrySet, { name }),

    // The answer holds the number only, so the record is what was sent.
    addEntry: async (name, content) => {
      const { pk } = await http({
        effect: "once",
        method: "POST",
        path: "/dns/v0.1/{name}/entry_set/add/",
        params: { name },
        form: form(content),
        answer: addedEntry,
      });
      return { id: pk, ...shown(content) };
    },

    replaceEntry: (name, id, content) =>
      http({
        effect: "repeatable",
        method: "POST",
        path: "/dns/v0.1/{name}/entry_set/{id}/",
        params: { name, id },
        form: form(content),
        answer: done,
      }),

    removeEntry: (name, id) =>
      http({
        effect: "repeatable",
        method: "POST",
        path: "/dns/v0.1/{name}/entry_set/{id}/delete/",
        params: { name, id },
        form: {},
        answer: done,
      }),

    setNameservers: (order, names) =>
      http({
        effect: "repeatable",
        method: "POST",
        path: "/change_ns/{order}/",
        params: { order },
        form: { nss: names.join(",") },
        answer: nameserversSet,
      }),
  };
}

/** A form cannot say null: what has no value is left out, which means Fornex's default. The zone itself is `@` here. */
function form({ host, type, value, prio, ttl }: EntryContent): Record<string, string | number> {
  return {
    host: host === "" ? "@" : host,
    type,
    value,
    ...(prio === undefined || prio === null ? {} : { prio }),
    ...(ttl === undefined ? {} : { ttl }),
  };
}

function shown({ prio, ...content }: EntryContent): Omit<Entry, "id"> {
  return { ...content, prio: prio ?? undefined };
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
