import { z } from "zod";
import type { Http } from "../../http/client";
import { shownList, shownMap, shownNumber } from "../../shown";
import { allPages } from "../pages";
import {
  CommonReads,
  type DomainFilter,
  type FornexReads,
  type RecordFilter,
  type StatsField,
  type TrafficFilter,
} from "./reads";
import {
  domain,
  job,
  type Order,
  order,
  record,
  type ShownDomain,
  type ShownJob,
  type ShownRecord,
  type ShownSshKey,
  sshKey,
  status,
  type Traffic,
  type TrafficUsed,
  traffic,
  trafficUsed,
} from "./shapes";
import { type Stats, statsV2 } from "./stats";

/** Reads in dialect 2.x. */
export class ReadsV2 extends CommonReads implements FornexReads {
  readonly #http: Http;

  constructor(http: Http) {
    super(http);
    this.#http = http;
  }

  orders(): Promise<Order[]> {
    return allPages(this.#http, "/orders/", "orders", {}, pages(order), ({ id }, index) => id || `#${index}`);
  }

  job(id: string, log: number): Promise<ShownJob> {
    return this.get("/vps/{id}/log_details/{log}/", job, { id, log });
  }

  async status(id: string): Promise<string> {
    return (await this.get("/vps/{id}/status/", status, { id })).status;
  }

  stats(id: string, field: StatsField, start?: string, end?: string): Promise<Stats> {
    return this.get("/vps/{id}/stats/{field}/", statsV2, { id, field }, { start, end });
  }

  linkedKeys(id: string): Promise<ShownSshKey[]> {
    return this.get("/vps/{id}/ssh_keys/", shownList(sshKey), { id });
  }

  domains(filter: DomainFilter): Promise<ShownDomain[]> {
    const path = "/dns/domain/";
    return allPages(this.#http, path, "zones", { ...filter }, pages(domain), ({ name }, index) => name || `#${index}`);
  }

  records(name: string, filter: RecordFilter): Promise<ShownRecord[]> {
    return this.get("/dns/domain/{name}/entry_set/", shownList(record), { name }, { ...filter });
  }

  zoneFile(name: string): Promise<string> {
    return this.get("/dns/domain/{name}/zone_file/", "text", { name });
  }

  traffic(id: string, filter: TrafficFilter): Promise<Traffic> {
    return this.get("/orders/ds/{id}/traffic/", traffic, { id }, { ...filter });
  }

  trafficUsed(id: string): Promise<TrafficUsed> {
    return this.get("/orders/ds/{id}/traffic_used/", trafficUsed, { id });
  }
}

/** A page of a list; early 2026 clients met a bare array on the path of the zones. */
function pages<Item extends z.ZodType>(item: Item) {
  const page = shownMap({ count: shownNumber, results: shownList(item) });
  return z
    .preprocess((value) => (Array.isArray(value) ? { results: value } : value), page)
    .transform(({ count, results }) => ({ count: count ?? results.length, results }));
}
