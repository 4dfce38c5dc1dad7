import { VpsError } from "../../../errors/vpsError";
import type { Http } from "../../http/client";
import { lenientThing, lenientThings } from "../../lenient";
import { getter } from "../get";
import { commonReads } from "./common";
import type { FornexReadsV01 } from "./reads";
import { domain, job, order, record, sshKey, status, traffic, trafficUsed } from "./shapes";
import { statsV01 } from "./stats";

const DAY_MS = 86_400_000;

const entrySet = lenientThing({ entry_set: lenientThings(record) }).transform((answer) => answer.entry_set);

/** Reads in API version 0.1 (seed 003), which never pages. */
export function readsV01(http: Http): FornexReadsV01 {
  const get = getter(http);
  return {
    ...commonReads(get),
    orders: () => get("/orders/list", lenientThings(order)),
    job: (id, log) => get("/vps/log_details/{id}/", job, { id }, { log_id: log }),
    status: (id) => get("/vps/status/{id}/", status, { id }),
    stats: async (id, field, start = day(-1), end = day(0)) => {
      requireDays({ start, end });
      return get("/vps_stat/{id}/{field}/{start}--{end}.json", statsV01, { id, field, start, end });
    },
    linkedKeys: (id) => get("/ssh_keys/{id}/", lenientThings(sshKey), { id }),
    domains: (filter) => get("/dns/v0.1/domain_list.json", lenientThings(domain), undefined, { ...filter }),
    // This API version knows no filter by type.
    records: async (name, { q, type }) => {
      const entries = await get("/dns/v0.1/{name}/entry_set.json", entrySet, { name }, { q });
      return entries.filter((one) => type === undefined || one.type === type);
    },
    zoneFile: (name) => get("/dns/v0.1/{name}/zone_file/", "text", { name }),
    traffic: (id, filter) => get("/ds/{id}/traffic.json", traffic, { id }, { ...filter }),
    trafficUsed: (id) => get("/ds/{id}/traffic_used.json", trafficUsed, { id }),
    vpnConfig: (id, protocol) => get("/vpn/{id}/config-{protocol}.ovpn", "text", { id, protocol }),
  };
}

/** What 2.x takes beside days, this API version does not. */
function requireDays(days: Record<string, string>): void {
  for (const [name, value] of Object.entries(days)) {
    if (/^\d{4}-\d\d-\d\d$/.test(value)) continue;
    throw new VpsError("invalid-arguments", `${name}: must be a day, such as 2026-01-31, in Fornex's API version 0.1`);
  }
}

/** A day, counted from today (UTC). */
function day(offset: number): string {
  return new Date(Date.now() + offset * DAY_MS).toISOString().slice(0, 10);
}
