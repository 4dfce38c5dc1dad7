import { z } from "zod";
import { defineFunction, type NoArguments } from "../contract";

/** The owner of the API key (`GET /account/info`). */
export interface GetFornexAccountResult {
  /** E-mail address of the account. */
  email: string;
  /** Name of the account. */
  name: string;
}

/** Endpoint: GET /account/info, in both API versions. */
export const getFornexAccount = defineFunction<NoArguments, GetFornexAccountResult>({
  name: "getFornexAccount",
  hoster: "fornex",
  schema: z.object({}),
  get: async (_none, cx) => cx.hosters.fornex.client.reads.info(),
});
