import type { ZodType } from "zod";
import type { Http } from "../../http/client";
import { shownList } from "../../shown";
import {
  type Balance,
  balance,
  type Info,
  type Invoices,
  info,
  invoices,
  type Order,
  type Plan,
  plan,
  type ShownDomain,
  type ShownJob,
  type ShownRecord,
  type ShownSshKey,
  sshKey,
  type Traffic,
  type TrafficUsed,
  type Webhook,
  webhook,
} from "./shapes";
import type { Stats } from "./stats";

/** What both dialects measure of a VPS; `inodes` is dialect 0.1's alone. */
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
  sshKeys(): Promise<ShownSshKey[]>;
  webhook(): Promise<Webhook>;

  orders(): Promise<Order[]>;
  job(order: string, job: number): Promise<ShownJob>;
  status(order: string): Promise<string>;
  /** `start` and `end`: days; in 2.x also relative, and left out the last hour. */
  stats(order: string, field: StatsField, start?: string, end?: string): Promise<Stats>;
  linkedKeys(order: string): Promise<ShownSshKey[]>;
  domains(filter: DomainFilter): Promise<ShownDomain[]>;
  records(domain: string, filter: RecordFilter): Promise<ShownRecord[]>;
  zoneFile(domain: string): Promise<string>;
  traffic(order: string, filter: TrafficFilter): Promise<Traffic>;
  trafficUsed(order: string): Promise<TrafficUsed>;
}

type Values = Record<string, string | number | undefined>;

/** What is the same in both dialects. */
export class CommonReads {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  balance(): Promise<Balance> {
    return this.get("/account/balance", balance);
  }

  info(): Promise<Info> {
    return this.get("/account/info", info);
  }

  invoices(): Promise<Invoices> {
    return this.get("/account/invoices", invoices);
  }

  plans(kind: string): Promise<Plan[]> {
    return this.get(`/plans/${kind}`, shownList(plan));
  }

  sshKeys(): Promise<ShownSshKey[]> {
    return this.get("/ssh_keys/", shownList(sshKey));
  }

  webhook(): Promise<Webhook> {
    return this.get("/tickets/webhook_info/", webhook);
  }

  /** A read: placeholders of the path in `params`; what is undefined in `query` is left out. */
  protected get<T>(path: string, answer: ZodType<T> | "text", params: Values = {}, query: Values = {}): Promise<T> {
    return this.#http({ effect: "read", method: "GET", path, params: given(params), query: given(query), answer });
  }
}

function given(values: Values): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
