import type { z } from "zod";
import type { Http } from "../../http/client";
import { lenientPage, lenientThings } from "../../lenient";
import { getter } from "../get";
import { allPages } from "../pages";
import { commonReads } from "./common";
import type { FornexReads } from "./reads";
import { domain, job, order, record, sshKey, status, traffic, trafficUsed } from "./shapes";
import { statsV2 } from "./stats";

/** Reads in API version 2.x. */
export function readsV2(http: Http): FornexReads {
  const get = getter(http);
  return {
    ...commonReads(get),
    orders: () => allPages(http, "/orders/", "orders", {}, pages(order), ({ id }, index) => id || `#${index}`),
    job: (id, log) => get("/vps/{id}/log_details/{log}/", job, { id, log }),
    status: (id) => get("/vps/{id}/status/", status, { id }),
    stats: (id, field, start, end) => get("/vps/{id}/stats/{field}/", statsV2, { id, field }, { start, end }),
    linkedKeys: (id) => get("/vps/{id}/ssh_keys/", lenientThings(sshKey), { id }),
    domains: (filter) =>
      allPages(http, "/dns/domain/", "zones", { ...filter }, pages(domain), ({ name }, index) => name || `#${index}`),
    records: (name, filter) => get("/dns/domain/{name}/entry_set/", lenientThings(record), { name }, { ...filter }),
    zoneFile: (name) => get("/dns/domain/{name}/zone_file/", "text", { name }),
    traffic: (id, filter) => get("/orders/ds/{id}/traffic/", traffic, { id }, { ...filter }),
    trafficUsed: (id) => get("/orders/ds/{id}/traffic_used/", trafficUsed, { id }),
  };
}

/** A page of a list; early 2026 clients met a bare array on the path of the zones. */
function pages<Item extends z.ZodType>(item: Item) {
  return lenientPage(item).transform(({ count, results }) => ({ count: count ?? results.length, results }));
}
