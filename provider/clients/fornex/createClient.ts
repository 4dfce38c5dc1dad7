import type { Http } from "../http/client";
import { account } from "./account";
import type { FornexClient } from "./client";
import { dnsV2 } from "./dnsV2";
import { dnsV01 } from "./dnsV01";
import { keysV2, keysV01 } from "./keys";
import { ordersV2, ordersV01 } from "./orders";
import type { FornexReadsV01 } from "./reads/reads";
import { readsV2 } from "./reads/v2";
import { readsV01 } from "./reads/v01";
import { ticketsV2, ticketsV01 } from "./tickets";
import { vpsControlV2, vpsControlV01 } from "./vps";

/** Fornex's live API version 2.x: JSON, real status codes, slash at the end of every path but the account's. */
export function fornexV2(http: Http): FornexClient {
  return {
    apiVersion: "2",
    lacks: new Set(),
    account: account(http),
    dns: dnsV2(http),
    keys: keysV2(http),
    orders: ordersV2(http),
    vps: vpsControlV2(http),
    tickets: ticketsV2(http),
    reads: readsV2(http),
  };
}

/** The client of API version 0.1, which shows what 2.x has no call for. */
export type FornexV01Client = FornexClient & { reads: FornexReadsV01 };

/**
 * Fornex's API version before 2.x (seed 003): forms, the key as parameter `apikey`, POST for every change, answers that
 * often say no more than `{"ok": true}`, and errors inside answers with status 200 (`refusal.ts`).
 */
export function fornexV01(http: Http): FornexV01Client {
  return {
    apiVersion: "0.1",
    lacks: new Set(["tags", "defaultKey", "orderName"]),
    account: account(http),
    dns: dnsV01(http),
    keys: keysV01(http),
    orders: ordersV01(http),
    vps: vpsControlV01(http),
    tickets: ticketsV01(http),
    reads: readsV01(http),
  };
}
