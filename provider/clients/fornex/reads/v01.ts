import { VpsError } from "../../../errors/vpsError";
import { shownList, shownMap } from "../../shown";
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
import { type Stats, statsV01 } from "./stats";

const DAY_MS = 86_400_000;

/** Reads in dialect 0.1 (seed 003), which never pages. */
export class ReadsV01 extends CommonReads implements FornexReads {
  orders(): Promise<Order[]> {
    return this.get("/orders/list", shownList(order));
  }

  job(id: string, log: number): Promise<ShownJob> {
    return this.get("/vps/log_details/{id}/", job, { id }, { log_id: log });
  }

  async status(id: string): Promise<string> {
    return (await this.get("/vps/status/{id}/", status, { id })).status;
  }

  /** The path needs two days: left out, yesterday and today. */
  async stats(id: string, field: StatsField | "inodes", start = day(-1), end = day(0)): Promise<Stats> {
    for (const [name, value] of Object.entries({ start, end })) {
      if (/^\d{4}-\d\d-\d\d$/.test(value)) continue;
      throw new VpsError("invalid-arguments", `${name}: must be a day, such as 2026-01-31, in Fornex's dialect 0.1`);
    }
    return this.get("/vps_stat/{id}/{field}/{start}--{end}.json", statsV01, { id, field, start, end });
  }

  linkedKeys(id: string): Promise<ShownSshKey[]> {
    return this.get("/ssh_keys/{id}/", shownList(sshKey), { id });
  }

  domains(filter: DomainFilter): Promise<ShownDomain[]> {
    return this.get("/dns/v0.1/domain_list.json", shownList(domain), {}, { ...filter });
  }

  /** This dialect knows no filter by type. */
  async records(name: string, { q, type }: RecordFilter): Promise<ShownRecord[]> {
    const answer = shownMap({ entry_set: shownList(record) });
    const { entry_set } = await this.get("/dns/v0.1/{name}/entry_set.json", answer, { name }, { q });
    return entry_set.filter((one) => type === undefined || one.type === type);
  }

  zoneFile(name: string): Promise<string> {
    return this.get("/dns/v0.1/{name}/zone_file/", "text", { name });
  }

  traffic(id: string, filter: TrafficFilter): Promise<Traffic> {
    return this.get("/ds/{id}/traffic.json", traffic, { id }, { ...filter });
  }

  trafficUsed(id: string): Promise<TrafficUsed> {
    return this.get("/ds/{id}/traffic_used.json", trafficUsed, { id });
  }

  /** An OpenVPN configuration, which gives access. Dialect 2.x has none. */
  vpnConfig(id: string, protocol: "tcp" | "udp"): Promise<string> {
    return this.get("/vpn/{id}/config-{protocol}.ovpn", "text", { id, protocol });
  }
}

/** A day, counted from today (UTC). */
function day(offset: number): string {
  return new Date(Date.now() + offset * DAY_MS).toISOString().slice(0, 10);
}
