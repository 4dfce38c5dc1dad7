import type { Http } from "../http/client";
import { FornexAccount } from "./account";
import type { FornexClient } from "./client";
import { DnsV2 } from "./dnsV2";
import { DnsV01 } from "./dnsV01";
import { KeysV2, KeysV01 } from "./keys";
import { OrdersV2, OrdersV01 } from "./orders";
import { ReadsV2 } from "./reads/v2";
import { ReadsV01 } from "./reads/v01";
import { TicketsV2, TicketsV01 } from "./tickets";
import { VpsControlV2, VpsControlV01 } from "./vps";

/** Fornex's live dialect 2.x: JSON, real status codes, slash at the end of every path but the account's. */
export function fornexV2(http: Http): FornexClient {
  return {
    dialect: "2",
    lacks: new Set(),
    account: new FornexAccount(http),
    dns: new DnsV2(http),
    keys: new KeysV2(http),
    orders: new OrdersV2(http),
    vps: new VpsControlV2(http),
    tickets: new TicketsV2(http),
    reads: new ReadsV2(http),
  };
}

/**
 * Fornex's dialect before 2.x (seed 003): forms, the key as parameter `apikey`, POST for every change, answers that often
 * say no more than `{"ok": true}`, and errors inside answers with status 200 (`refusal.ts`).
 */
export function fornexV01(http: Http): FornexClient & { reads: ReadsV01 } {
  return {
    dialect: "0.1",
    lacks: new Set(["tags", "defaultKey", "orderName"]),
    account: new FornexAccount(http),
    dns: new DnsV01(http),
    keys: new KeysV01(http),
    orders: new OrdersV01(http),
    vps: new VpsControlV01(http),
    tickets: new TicketsV01(http),
    reads: new ReadsV01(http),
  };
}
