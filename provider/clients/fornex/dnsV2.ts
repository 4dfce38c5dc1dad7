import { z } from "zod";
import type { Http } from "../http/client";
import { domain, domains, type EntryContent, entries, entry, type FornexDns, tags } from "./dns";
import { getter } from "./get";
import { allPages, pageOf } from "./pages";

/** Pages of 10 today; early 2026 clients met a bare array on the same path. */
const domainPage = z.union([domains.transform((results) => ({ count: results.length, results })), pageOf(domain)]);

const tagSet = z.object({ tags }).transform((answer) => answer.tags);
const nameservers = z.object({ nss: z.string() }).transform(() => undefined);

/** DNS in API version 2.x. */
export function dnsV2(http: Http): FornexDns {
  const get = getter(http);
  return {
    domains: (query) => {
      const search = query === undefined ? {} : { q: query };
      return allPages(http, "/dns/domain/", "zones", search, domainPage, ({ name }) => name);
    },

    addDomain: (name, ip) =>
      http({ effect: "once", method: "POST", path: "/dns/domain/", body: { name, ip }, answer: domain }),

    removeDomain: (name) =>
      http({
        effect: "repeatable",
        method: "DELETE",
        path: "/dns/domain/{name}/",
        params: { name },
        answer: "empty",
      }),

    setTags: (name, wanted) =>
      http({
        effect: "repeatable",
        method: "PUT",
        path: "/dns/domain/{name}/tags/",
        params: { name },
        body: { tags: wanted },
        answer: tagSet,
      }),

    entries: (name) => get("/dns/domain/{name}/entry_set/", entries, { name }),

    addEntry: (name, content) =>
      http({
        effect: "once",
        method: "POST",
        path: "/dns/domain/{name}/entry_set/",
        params: { name },
        body: body(content),
        answer: entry,
      }),

    replaceEntry: (name, id, content) =>
      http({
        effect: "repeatable",
        method: "PUT",
        path: "/dns/domain/{name}/entry_set/{id}/",
        params: { name, id },
        body: body(content),
        answer: entry,
      }),

    removeEntry: (name, id) =>
      http({
        effect: "repeatable",
        method: "DELETE",
        path: "/dns/domain/{name}/entry_set/{id}/",
        params: { name, id },
        answer: "empty",
      }),

    setNameservers: (order, names) =>
      http({
        effect: "repeatable",
        method: "POST",
        path: "/dns/order/{order}/change_ns/",
        params: { order },
        body: { nss: names.join(",") },
        answer: nameservers,
      }),
  };
}

/**
 * A PUT replaces the whole record and defaults a missing host to the apex, so every field is sent, but for a priority that there
 * is none of: so do clients that were tried against the live service.
 */
function body({ host, type, value, prio, ttl }: EntryContent): Record<string, unknown> {
  return { host, type, value, ...(prio === undefined ? {} : { prio }), ttl: ttl ?? null };
}
