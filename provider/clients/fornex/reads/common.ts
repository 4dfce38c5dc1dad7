import { lenientThings } from "../../lenient";
import type { Get } from "../get";
import type { FornexReads } from "./reads";
import { balance, info, invoices, plan, sshKey, webhook } from "./shapes";

/** What is the same in both API versions. */
export function commonReads(get: Get) {
  return {
    balance: () => get("/account/balance", balance),
    info: () => get("/account/info", info),
    invoices: () => get("/account/invoices", invoices),
    plans: (kind: string) => get(`/plans/${kind}`, lenientThings(plan)),
    sshKeys: () => get("/ssh_keys/", lenientThings(sshKey)),
    webhook: () => get("/tickets/webhook_info/", webhook),
  } satisfies Partial<FornexReads>;
}
