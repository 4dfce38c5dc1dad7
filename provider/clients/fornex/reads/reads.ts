import type {
  Balance,
  Info,
  Invoices,
  LenientDomain,
  LenientJob,
  LenientRecord,
  LenientSshKey,
  Order,
  Plan,
  Traffic,
  TrafficUsed,
  Webhook,
} from "./shapes";
import type { Stats } from "./stats";

/** What both API versions measure of a VPS; `inodes` is API version 0.1's alone. */
export type StatsField = "cpu" | "disk" | "io" | "memory" | "traffic";

/** Which zones: `q` searches names and addresses. */
export interface DomainFilter {
  q?: string;
  tag?: string;
}

export interface RecordFilter {
  q?: string;
  type?: string;
}

/** Which days: `port` counts from 0. */
export interface TrafficFilter {
  period?: "month" | "year";
  port?: number;
}

/** What functions show of Fornex. Nothing is decided on these answers, so they are read as far as they go. */
export interface FornexReads {
  balance(): Promise<Balance>;
  info(): Promise<Info>;
  invoices(): Promise<Invoices>;
  plans(kind: string): Promise<Plan[]>;
  sshKeys(): Promise<LenientSshKey[]>;
  webhook(): Promise<Webhook>;

  orders(): Promise<Order[]>;
  job(order: string, job: number): Promise<LenientJob>;
  status(order: string): Promise<string>;
  /** `start` and `end`: days; in 2.x also relative, and left out the last hour. */
  stats(order: string, field: StatsField, start?: string, end?: string): Promise<Stats>;
  linkedKeys(order: string): Promise<LenientSshKey[]>;
  domains(filter: DomainFilter): Promise<LenientDomain[]>;
  records(domain: string, filter: RecordFilter): Promise<LenientRecord[]>;
  zoneFile(domain: string): Promise<string>;
  traffic(order: string, filter: TrafficFilter): Promise<Traffic>;
  trafficUsed(order: string): Promise<TrafficUsed>;
}

/** API version 0.1 has two more. */
export interface FornexReadsV01 extends FornexReads {
  /** The path needs two days: left out, yesterday and today. */
  stats(order: string, field: StatsField | "inodes", start?: string, end?: string): Promise<Stats>;
  /** An OpenVPN configuration, which gives access. */
  vpnConfig(order: string, protocol: "tcp" | "udp"): Promise<string>;
}
