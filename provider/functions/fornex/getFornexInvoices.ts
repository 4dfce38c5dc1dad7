import { z } from "zod";
import type { integer } from "../../integer";
import { defineFunction, type NoArguments } from "../contract";

/** Unpaid invoices (`GET /account/invoices`). */
export interface GetFornexInvoicesResult {
  /** Number of unpaid invoices. */
  unpaidCount?: integer | undefined;
  /** Their total, in `currency`. */
  unpaidAmount?: number | undefined;
  /** Currency, such as `EUR`. */
  currency: string;
}

/** Endpoint: GET /account/invoices, in both API versions. */
export const getFornexInvoices = defineFunction<NoArguments, GetFornexInvoicesResult>({
  name: "getFornexInvoices",
  hoster: "fornex",
  schema: z.object({}),
  get: async (_none, cx) => {
    const invoices = await cx.hosters.fornex.client.reads.invoices();
    return {
      unpaidCount: invoices.unpaid_invoices_count,
      unpaidAmount: invoices.unpaid_invoices_amount,
      currency: invoices.currency,
    };
  },
});
