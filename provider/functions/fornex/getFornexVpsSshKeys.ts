import { z } from "zod";
import { defineFunction } from "../contract";
import { orderId } from "./arguments";
import { type FornexSshKeyInfo, sshKeyInfo } from "./sshKeyInfo";

/** Arguments of `getFornexVpsSshKeys`. */
export interface GetFornexVpsSshKeysArgs {
  /** Number of the order, such as `34-177054`. */
  orderId: string;
}

/** The SSH public keys that are linked to a VPS. The VPS gets them when it is installed or reinstalled. */
export interface GetFornexVpsSshKeysResult {
  /** All keys linked to the VPS. */
  keys: FornexSshKeyInfo[];
}

/** Endpoints: GET /vps/{id}/ssh_keys/ (API version 2), GET /ssh_keys/{id}/ (0.1). */
export const getFornexVpsSshKeys = defineFunction<GetFornexVpsSshKeysArgs, GetFornexVpsSshKeysResult>({
  name: "getFornexVpsSshKeys",
  hoster: "fornex",
  schema: z.object({ orderId }),
  get: async (args, cx) => {
    const keys = await cx.hosters.fornex.client.reads.linkedKeys(args.orderId);
    return { keys: keys.map(sshKeyInfo) };
  },
});
