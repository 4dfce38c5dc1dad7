import { z } from "zod";
import { defineFunction } from "../contract";
import { orderId } from "./arguments";

/** Arguments of `getFornexVpsStatus`. */
export interface GetFornexVpsStatusArgs {
  /** Number of the order, such as `34-177054`. */
  orderId: string;
}

/** Power state of a VPS (`GET /vps/{order_id}/status/`). */
export interface GetFornexVpsStatusResult {
  /** `on`, `off`, `unknown`, or an undocumented state. */
  status: string;
}

/** Endpoints: GET /vps/{id}/status/ (API version 2), GET /vps/status/{id}/ (0.1). */
export const getFornexVpsStatus = defineFunction<GetFornexVpsStatusArgs, GetFornexVpsStatusResult>({
  name: "getFornexVpsStatus",
  hoster: "fornex",
  schema: z.object({ orderId }),
  get: async (args, cx) => ({ status: await cx.hosters.fornex.client.reads.status(args.orderId) }),
});
