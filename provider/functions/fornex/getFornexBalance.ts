import { z } from "zod";
import { defineFunction, type NoArguments } from "../contract";

/** The balance of the account (`GET /account/balance`). */
export interface GetFornexBalanceResult {
  /** Balance, in `currency`. */
  balance?: number | undefined;
  /** Currency, such as `EUR`. */
  currency: string;
}

/** Endpoint: GET /account/balance, in both API versions. */
export const getFornexBalance = defineFunction<NoArguments, GetFornexBalanceResult>({
  name: "getFornexBalance",
  hoster: "fornex",
  schema: z.object({}),
  get: async (_none, cx) => cx.hosters.fornex.client.reads.balance(),
});
