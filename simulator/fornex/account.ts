import { type Answer, json } from "../http";
import { float } from "../json";
import type { FornexAccount } from "./state";

/* The three account endpoints; their paths have no slash at the end [fornex.md 1]. Only the balance is a float [S3]. */

export function balance({ balance, currency }: FornexAccount): Answer {
  return json(200, { balance: float(balance), currency });
}

export function info({ email, name }: FornexAccount): Answer {
  return json(200, { email, name });
}

export function invoices({ unpaid_invoices_count, unpaid_invoices_amount, currency }: FornexAccount): Answer {
  return json(200, { unpaid_invoices_count, unpaid_invoices_amount, currency });
}
